import * as v from 'valibot'
import { text } from '../../schema/values.ts'
import { show } from '../../text/show.ts'
import { pathOf, wordsOf } from '../issues.ts'
import { given, inlineHead, referenceBy } from './shapes.ts'

/** The kinds that other documents refer to by name. */
export type PartKind = 'SLI' | 'AlertPolicy' | 'AlertCondition' | 'DataSource'

export interface Problem {
  /** File, document and field. */
  readonly where: string
  readonly what: string
  /** True if the SLO can still be measured. */
  readonly isWarning: boolean
  /** True if no file contains the document that is referred to. */
  readonly isMissing?: boolean
}

export interface OpenSloDocument {
  readonly file: string
  readonly value: unknown
  /** Undefined for a kind that OpenSLO does not have. */
  readonly kind: string | undefined
  readonly name: string | undefined
  /** A document with a problem is not used. */
  readonly problems: Problem[]
}

/** Finds the document of a kind and name; undefined if no file contains it. */
export type Library = (kind: PartKind, name: string) => OpenSloDocument | undefined

interface Place {
  readonly document: OpenSloDocument
  /** Empty for the whole document. */
  readonly path: string
  readonly value: unknown
  readonly problems: Problem[]
  readonly library: Library
}

const MOST_ISSUES = 25

/** What to do about a reference if no file contains the document. */
type IfMissing = (reference: Section, what: string) => undefined

const refuseIt: IfMissing = (reference, what) => reference.miss(what)

/** A value in a document together with its place. It collects problems and follows references. */
export class Section {
  readonly #place: Place

  constructor(place: Place) {
    this.#place = place
  }

  /** The whole document. */
  static of(document: OpenSloDocument, problems: Problem[], library: Library): Section {
    return new Section({ document, problems, library, path: '', value: document.value })
  }

  get isGiven(): boolean {
    return this.#place.value !== undefined
  }

  get value(): unknown {
    return this.#place.value
  }

  /** The value under a key; null counts as not given. */
  at(key: string): Section {
    const { path, value, problems } = this.#place
    // A value that is not a mapping is reported once, without its missing keys.
    const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value)
    return new Section({
      ...this.#place,
      value: given(value, key),
      path: joined(path, key),
      problems: isMapping ? problems : []
    })
  }

  /** The entries of a list; none if the value is not a list. */
  entries(): readonly Section[] {
    const { path, value } = this.#place
    if (!Array.isArray(value)) return []
    return value.map(
      (entry, index) => new Section({ ...this.#place, value: entry, path: `${path}[${index}]` })
    )
  }

  refuse(what: string, path = ''): undefined {
    this.#report({ path, what, isWarning: false })
  }

  /** Reports that no file contains the document that this refers to. */
  miss(what: string, isWarning = false): undefined {
    this.#report({ path: '', what, isWarning, isMissing: true })
  }

  #report({ path, ...problem }: { readonly path: string } & Omit<Problem, 'where'>): void {
    const where = whereIn(this.#place.document, joined(this.#place.path, path))
    this.#place.problems.push({ where, ...problem })
  }

  /** Parses the value with a schema; undefined if it does not fit, which is reported. */
  read<T>(shape: v.GenericSchema<unknown, T>): T | undefined {
    const result = v.safeParse(shape, this.value)
    if (result.success) return result.output
    // Limited, because every SLO that refers to a part reads it again.
    for (const issue of result.issues.slice(0, MOST_ISSUES)) this.refuse(wordsOf(issue), pathOf(issue))
    return undefined
  }

  /** The spec of the document that this value names; undefined if it cannot be used, which is reported. */
  specOfNamed(kind: PartKind, ifMissing: IfMissing = refuseIt): Section | undefined {
    const { problems, library } = this.#place
    const name = this.read(text)
    if (name === undefined) return undefined
    const document = library(kind, name)
    if (document === undefined)
      return ifMissing(this, `${show(name)} names no ${kind} document in the files of slo-file`)
    problems.push(...document.problems)
    return document.problems.length > 0 ? undefined : Section.of(document, problems, library).at('spec')
  }

  /** The spec of a document that is written here, inline. */
  specOfInline(kind: PartKind): Section {
    this.read(inlineHead(kind))
    return this.at('spec')
  }

  /** The spec of an entry that either refers to a document or is an inline document. */
  specOfEntry(kind: PartKind, key: string, ifMissing?: IfMissing): Section | undefined {
    const reference = this.at(key)
    if (!reference.isGiven) return this.specOfInline(kind)
    this.read(referenceBy(key))
    return reference.specOfNamed(kind, ifMissing)
  }
}

const joined = (path: string, key: string) =>
  path === '' || key === '' || key.startsWith('[') ? path + key : `${path}.${key}`

function whereIn({ file, kind = 'document', name }: OpenSloDocument, path: string): string {
  const named = name === undefined ? '' : `, ${kind} ${show(name)}`
  return `${file}${named}${path === '' ? '' : `, field ${path}`}`
}
