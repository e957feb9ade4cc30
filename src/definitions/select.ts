import { DEFAULT_WINDOW } from '../budget/slo.ts'
import type { Problems } from '../problems.ts'
import { isSloId } from '../schema/sloId.ts'
import { isSourceType, type SourceType } from '../sources/catalog.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import { field } from '../text/field.ts'
import { shortened } from '../text/markdown.ts'
import { show } from '../text/show.ts'
import type { RawDefinition } from './files.ts'
import { where } from './place.ts'
import { DEFAULT_SOURCE, sourceTypeIn } from './sourceType.ts'

interface Options {
  readonly ids: readonly string[] | undefined
  readonly patterns: readonly string[] | undefined
  readonly folder: string
  readonly maxBurnRate: number
  readonly problems: Problems
}

/** The SLOs of a run, and the types of source that all definitions name, even wrong ones. */
export interface SelectedSlos {
  readonly slos: readonly SloDefinition[]
  /** For each type of source, an SLO that uses it. */
  readonly users: ReadonlyMap<SourceType, string>
}

/** The SLOs to evaluate: those of the files, filtered by id, or bare ids of the Observability API. */
export async function selectSlos(options: Options): Promise<SelectedSlos> {
  const { ids, patterns, problems } = options
  if (patterns !== undefined) return fromFiles({ ...options, patterns })
  if (ids === undefined && !problems.hasInputError('slo-id')) {
    problems.error('inputs slo-id and slo-file', 'are both missing; set one of them')
  }
  const slos = (ids ?? []).map(bareSlo)
  for (const { id } of slos) {
    if (!isSloId(id)) problems.inputError('slo-id', `${show(id)} cannot be an SLO id`)
  }
  return { slos, users: new Map(slos.map(({ id, source }) => [source.type, id])) }
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

async function fromFiles(options: Options & { readonly patterns: readonly string[] }): Promise<SelectedSlos> {
  const { ids, maxBurnRate, problems } = options
  // YAML and schema are loaded only when there are files, because they slow down the start of a run.
  const [{ readDefinitionFiles }, { definitionParser }, { neverBlocking }] = await Promise.all([
    import('./files.ts'),
    import('./definition.ts'),
    import('./limits.ts')
  ])
  const { toOwnForm } = await import('./foreign.ts')
  const before = problems.errorCount
  const found = await readDefinitionFiles(options)
  const areAllRead = problems.errorCount === before
  const raws = await toOwnForm(found, problems, areAllRead)
  if (problems.errorCount === before && raws.length === 0) {
    problems.inputError('slo-file', 'names files that define no SLO')
  }
  // A rejected document has no usable id.
  const areAllKnown = raws.length > 0 && problems.errorCount === before
  const parse = await definitionParser(raws.map(({ value }) => sourceTypeIn(value)))
  const isSelected = (id: unknown) => ids?.some(one => one === id) ?? true
  const slos = raws.flatMap(raw => {
    const slo = parse(raw, problems)
    if (slo === undefined || !isSelected(slo.id)) return []
    for (const [field, what] of neverBlocking(slo, maxBurnRate))
      problems.error(where(raw.file, raw.value)(field), what)
    return slo
  })
  const known = idsOf(raws, problems)
  const defined = known.slice(0, 20).map(show).join(', ')
  for (const id of ids?.filter(id => areAllKnown && !known.includes(id)) ?? []) {
    problems.inputError('slo-id', `${show(id)} is defined in no file of slo-file; they define ${defined}`)
  }
  return { slos, users: usersOf(raws, ids) }
}

/** The ids that the files define, of any shape. A duplicate id is reported as an error. */
function idsOf(raws: readonly RawDefinition[], problems: Problems): readonly unknown[] {
  const fileOf = new Map<unknown, string>()
  for (const { file, value } of raws) {
    const id = field(value, 'id')
    const other = typeof id === 'string' ? fileOf.get(id) : undefined
    if (other) problems.error(where(file, value)('id'), `is a duplicate: ${other} defines it too`)
    fileOf.set(id, file)
  }
  return [...fileOf.keys()]
}

/** Uses the raw definitions, because a wrong definition also names its source. */
function usersOf(raws: readonly RawDefinition[], ids: readonly string[] | undefined): SelectedSlos['users'] {
  const users = new Map<SourceType, string>()
  for (const { value } of raws) {
    const id = field(value, 'id')
    const type = sourceTypeIn(value)
    if (isSourceType(type) && (ids?.some(one => one === id) ?? true))
      users.set(type, typeof id === 'string' ? shortened(id, 100) : 'without an id')
  }
  return users
}
