import type { Problems } from '../../problems.ts'
import { field } from '../../text/field.ts'
import { show } from '../../text/show.ts'
import type { RawDefinition } from '../files.ts'
import { type Library, type OpenSloDocument, Section } from './section.ts'
import { partHead } from './shapes.ts'
import { toDefinition } from './toDefinition.ts'

/** The second is used by Kubernetes operators and some vendors. */
const VERSIONS: readonly unknown[] = ['openslo/v1', 'openslo.com/v1']

/** The kinds of document that an SLO can refer to. */
const PARTS = ['SLI', 'AlertPolicy', 'AlertCondition', 'DataSource']
const KINDS = ['SLO', ...PARTS, 'Service', 'AlertNotificationTarget']

/**
 * Converts OpenSLO documents to definitions in the gate's own form, which still have to be checked. Each SLO becomes a
 * definition, unless it or a document that it refers to has a problem. Problems in other documents are reported only
 * when an SLO refers to them.
 *
 * @param areAllRead whether every file was read: otherwise, a missing document may be in a file that was not
 */
export function fromOpenSlo(
  raws: readonly RawDefinition[],
  problems: Problems,
  areAllRead = true
): readonly RawDefinition[] {
  const documents = raws.map(toDocument)
  const slos = documents.filter(({ kind, problems }) => kind === 'SLO' && problems.length === 0)
  const library = libraryOf(documents)
  const definitions = slos.map(document => ({ file: document.file, ...toDefinition(document, library) }))

  const found = [...documents, ...definitions].flatMap(({ problems }) => problems)
  // Several SLOs can refer to one document with a problem.
  const unique = new Map(found.map(problem => [`${problem.where}: ${problem.what}`, problem]))
  for (const { where, what, isWarning, isMissing } of unique.values()) {
    if (isMissing && !areAllRead) continue
    if (isWarning) problems.warn(where, what)
    else problems.error(where, what)
  }
  return definitions.flatMap(({ file, value }) => (value === undefined ? [] : [{ file, value }]))
}

function toDocument({ file, value }: RawDefinition): OpenSloDocument {
  const version = field(value, 'apiVersion')
  const kind = field(value, 'kind')
  const name = field(field(value, 'metadata'), 'name')
  const document: OpenSloDocument = {
    file,
    value,
    kind: kind === 'Datasource' ? 'DataSource' : KINDS.find(known => known === kind),
    name: typeof name === 'string' ? name : undefined,
    problems: []
  }
  const section = Section.of(document, document.problems, NO_DOCUMENTS)
  if (!VERSIONS.includes(version)) {
    section.refuse(`${show(version)} is not accepted; it takes ${VERSIONS.join(' or ')}`, 'apiVersion')
  } else if (document.kind === undefined) {
    const what = kind === undefined ? 'is missing' : `${show(kind)} is not accepted`
    section.refuse(`${what}; it takes ${KINDS.join(', ')}`, 'kind')
  } else if (PARTS.includes(document.kind)) {
    section.read(partHead)
  }
  return document
}

const lookupIn =
  (byName: ReadonlyMap<string, OpenSloDocument>): Library =>
  (kind, name) =>
    byName.get(`${kind} ${name}`)

/** For the head of a document, which has no references. */
const NO_DOCUMENTS = lookupIn(new Map())

/** Looks up documents by kind and name. Documents with the same kind and name get a problem, because they are ambiguous. */
function libraryOf(documents: readonly OpenSloDocument[]): Library {
  const byName = new Map<string, OpenSloDocument>()
  for (const document of documents) {
    const { kind, name } = document
    if (name === undefined || (kind !== 'SLO' && !PARTS.some(part => part === kind))) continue
    const first = byName.get(`${kind} ${name}`)
    if (first === undefined) {
      byName.set(`${kind} ${name}`, document)
      continue
    }
    const section = Section.of(document, document.problems, NO_DOCUMENTS)
    section.refuse(`is a duplicate: ${first.file} defines it too`, 'metadata.name')
    first.problems.push(...document.problems.slice(-1))
  }
  return lookupIn(byName)
}
