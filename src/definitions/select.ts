import { DEFAULT_WINDOW } from '../budget/slo.ts'
import type { Problems } from '../problems.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import { field } from '../text/field.ts'
import { show } from '../text/show.ts'
import type { RawDefinition } from './files.ts'
import { isSloId } from './sloId.ts'

interface Selection {
  readonly ids: readonly string[] | undefined
  readonly patterns: readonly string[] | undefined
  readonly folder: string
  readonly problems: Problems
}

/** The SLOs of a run, and which kinds of source they and the wrong definitions beside them name. */
export interface SelectedSlos {
  readonly slos: readonly SloDefinition[]
  /** For each type of source, an SLO that uses it. */
  readonly sourceUsers: ReadonlyMap<string, string>
}

/** The SLOs to evaluate: those of the files, narrowed down by ids, or bare ids of the Observability API. */
export async function selectSlos(selection: Selection): Promise<SelectedSlos> {
  const { ids, patterns, problems } = selection
  if (patterns !== undefined) return fromFiles({ ...selection, patterns })
  const isWrong = problems.has('input slo-id')
  if (ids === undefined && !isWrong) {
    problems.error('inputs slo-id and slo-file', 'are both missing; set one of them')
  }
  const slos = (ids ?? []).map(bareSlo)
  for (const { id } of slos)
    if (!isSloId(id)) problems.error('input slo-id', `${show(id)} cannot be an SLO id`)
  return { slos, sourceUsers: new Map(slos.map(({ id, source }) => [source.type, id])) }
}

const bareSlo = (id: string): SloDefinition => ({
  id,
  name: id,
  target: null,
  window: DEFAULT_WINDOW,
  alerts: [],
  minimumEvents: 0,
  source: { type: DEFAULT_SOURCE }
})

async function fromFiles(
  selection: Selection & { readonly patterns: readonly string[] }
): Promise<SelectedSlos> {
  const { ids, problems } = selection
  // YAML and schema are loaded only where there are files: they would cost every run its start-up.
  const [{ readDefinitionFiles }, { parseDefinition }] = await Promise.all([
    import('./files.ts'),
    import('./definition.ts')
  ])
  const before = problems.errors.length
  const found = await readDefinitionFiles(selection)
  const areAllRead = problems.errors.length === before
  const raws = await definitionsOf(found, problems, areAllRead)
  if (problems.errors.length === before && raws.length === 0)
    problems.error('input slo-file', 'its files define no SLO')
  // Of a document that was refused the id is not known any more.
  const hasAll = raws.length > 0 && problems.errors.length === before
  const slos = raws.flatMap(raw => parseDefinition(raw, problems) ?? [])
  const fileOf = new Map<unknown, string>()
  for (const { file, value } of raws) {
    const id = field(value, 'id')
    const other = typeof id === 'string' ? fileOf.get(id) : undefined
    if (other) problems.error(`${file}, SLO "${id}", field id`, `is a duplicate: ${other} defines it too`)
    fileOf.set(id, file)
  }
  for (const id of ids?.filter(id => hasAll && !fileOf.has(id)) ?? []) {
    const known = [...fileOf.keys()].map(show).join(', ')
    problems.error('input slo-id', `${show(id)} is defined in no file of slo-file; they define ${known}`)
  }
  return { slos: slos.filter(({ id }) => ids?.includes(id) ?? true), sourceUsers: usersIn(raws, ids) }
}

/** The definitions in our own form. What OpenSLO needs is loaded only where there is some. */
async function definitionsOf(
  raws: readonly RawDefinition[],
  problems: Problems,
  areAllRead: boolean
): Promise<readonly RawDefinition[]> {
  const foreign = raws.filter(({ value }) => field(value, 'apiVersion') !== undefined)
  if (foreign.length === 0) return raws
  const { fromOpenSlo, isOpenSlo } = await import('./openslo/documents.ts')
  const documents = foreign.filter(({ value }) => isOpenSlo(value))
  const own = raws.filter(raw => !documents.includes(raw))
  // What a document refers to may stand in a file that could not be read.
  return areAllRead ? [...own, ...fromOpenSlo(documents, problems)] : own
}

/** From the definitions as they stand, for one that is wrong says where its numbers should come from as well. */
function usersIn(
  raws: readonly RawDefinition[],
  ids: readonly string[] | undefined
): ReadonlyMap<string, string> {
  const selected = raws.filter(({ value }) => ids?.some(id => id === field(value, 'id')) ?? true)
  return new Map(
    selected.map(({ value }) => [
      String(field(field(value, 'source'), 'type') ?? DEFAULT_SOURCE),
      String(field(value, 'id'))
    ])
  )
}

const DEFAULT_SOURCE = 'genesys-observability'
