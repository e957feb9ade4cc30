import * as v from 'valibot'
import type { Problems } from '../../problems.ts'
import { field } from '../../text/field.ts'
import { show } from '../../text/show.ts'
import type { RawDefinition } from '../files.ts'
import { slo } from './definition.ts'
import * as o from './schema.ts'

const VERSION = 'openslo/v1'

/** Whether a document is one of OpenSLO, of whichever version. */
export function isOpenSlo(value: unknown): boolean {
  const version = field(value, 'apiVersion')
  return typeof version === 'string' && version.startsWith('openslo/')
}

/**
 * OpenSLO documents as definitions of our own form, still to be checked by `parseDefinition`. Every SLO becomes one;
 * other documents count where an SLO refers to them, and only there is reported what of them cannot be mapped.
 * A document with a problem yields no definition, nor does an SLO that refers to one.
 */
export function fromOpenSlo(
  documents: readonly RawDefinition[],
  problems: Problems
): readonly RawDefinition[] {
  const library = new Documents(problems)
  const slos = documents.filter(document => library.add(document))
  return slos.flatMap(document => {
    const value = library.read(document, slo(library))
    return value === undefined ? [] : [{ file: document.file, value }]
  })
}

/** What an SLO can refer to. */
const PARTS: readonly unknown[] = ['SLI', 'AlertPolicy', 'AlertCondition', 'DataSource']
/** Who is told, and for whom it is: nothing that decides. */
const IDLE: readonly unknown[] = ['Service', 'AlertNotificationTarget']

const NAMED = ['SLO', ...PARTS]
const KINDS = [...NAMED, ...IDLE]

const anyPart = o.strict({ ...o.head(), spec: o.ignored })

class Documents implements o.Library {
  readonly #problems: Problems
  readonly #byName = new Map<string, RawDefinition>()
  readonly #refused = new Set<RawDefinition>()
  readonly #specs = new Map<RawDefinition, unknown>()

  constructor(problems: Problems) {
    this.#problems = problems
  }

  /** @returns whether it is an SLO */
  add(document: RawDefinition): boolean {
    const kind = field(document.value, 'kind')
    const isKnown = this.#isKnown(document)
    if (isKnown && PARTS.includes(kind)) this.read(document, anyPart)
    if (NAMED.includes(kind)) this.#index(document)
    return isKnown && kind === 'SLO'
  }

  #isKnown(document: RawDefinition): boolean {
    const version = field(document.value, 'apiVersion')
    const kind = field(document.value, 'kind')
    if (version !== VERSION) {
      this.#refuse(document, 'apiVersion', `${show(version)} is not accepted; it takes ${VERSION}`)
      return false
    }
    if (KINDS.includes(kind)) return true
    const what = kind === undefined ? 'is missing' : `${show(kind)} is not accepted`
    this.#refuse(document, 'kind', `${what}; it takes ${KINDS.join(', ')}`)
    return false
  }

  /** Of two documents with the same name none can be meant. */
  #index(document: RawDefinition): void {
    const name = nameOf(document)
    if (typeof name !== 'string') return
    const key = `${field(document.value, 'kind')} ${name}`
    const other = this.#byName.get(key)
    if (other !== undefined) {
      this.#refused.add(other)
      this.#refuse(document, 'metadata.name', `is a duplicate: ${other.file} defines it too`)
    }
    this.#byName.set(key, other ?? document)
  }

  /** @returns undefined when it cannot be used, for a reason that is reported */
  read<T>(document: RawDefinition, schema: o.Schema<T>): T | undefined {
    const result = v.safeParse(schema, document.value)
    if (result.success) return this.#refused.has(document) ? undefined : result.output
    for (const problem of result.issues.map(o.problemOf)) {
      if (problem === undefined) this.#refused.add(document)
      else this.#refuse(document, problem.field, problem.what)
    }
    return undefined
  }

  resolve<T>(kind: o.ReferenceKind, name: string, spec: o.Schema<T>): o.Resolved<T> {
    const document = this.#byName.get(`${kind} ${name}`)
    if (document === undefined) return 'missing'
    // Read once, so that what is wrong with it is reported once.
    if (!this.#refused.has(document) && !this.#specs.has(document)) {
      this.#specs.set(document, this.read(document, o.strict({ ...o.head(), spec }))?.spec)
    }
    return this.#refused.has(document) ? 'refused' : { value: this.#specs.get(document) as T }
  }

  #refuse(document: RawDefinition, path: string, what: string): void {
    this.#refused.add(document)
    this.#problems.error(placeOf(document, path), what)
  }
}

const nameOf = ({ value }: RawDefinition) => field(field(value, 'metadata'), 'name')

function placeOf(document: RawDefinition, path: string): string {
  const kind = KINDS.find(known => known === field(document.value, 'kind')) ?? 'document'
  const name = nameOf(document)
  const named = typeof name === 'string' ? `, ${kind} ${show(name)}` : ''
  return `${document.file}${named}${path === '' ? '' : `, field ${path}`}`
}
