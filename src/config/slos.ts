import { DEFAULT_WINDOW } from '../budget/slo.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import { type Problems, show } from './problems.ts'
import { isSloId } from './sloId.ts'

interface Selection {
  readonly ids: readonly string[] | undefined
  readonly patterns: readonly string[] | undefined
  readonly folder: string
  readonly problems: Problems
}

/** The SLOs to evaluate: those of the files, narrowed down by ids, or bare ids of the Observability API. */
export async function selectSlos(selection: Selection): Promise<readonly SloDefinition[]> {
  const { ids, patterns, problems } = selection
  if (patterns !== undefined) return fromFiles({ ...selection, patterns })
  const isWrong = problems.has('input slo-id') || problems.has('input slo-file')
  if (ids === undefined && !isWrong)
    problems.error('inputs slo-id and slo-file', 'are both missing; set one of them')
  for (const id of ids?.filter(id => !isSloId(id)) ?? [])
    problems.error('input slo-id', `${show(id)} cannot be an SLO id`)
  return (ids ?? []).map(bareSlo)
}

const bareSlo = (id: string): SloDefinition => ({
  ...{ id, name: id, target: null, window: DEFAULT_WINDOW },
  ...{ alerts: [], minimumEvents: 0, source: { type: 'genesys-observability' } }
})

async function fromFiles(selection: Selection & { readonly patterns: readonly string[] }) {
  const { ids, problems } = selection
  // YAML and schema are loaded only where there are files: they would cost every run its start-up.
  const [{ readDefinitionFiles }, { parseDefinition }] = await Promise.all([
    import('./definitionFiles.ts'),
    import('./definition.ts')
  ])
  const slos = new Map<string, SloDefinition>()
  const fileOf = new Map<string, string>()
  for (const raw of await readDefinitionFiles(selection)) {
    const slo = parseDefinition(raw, problems)
    if (slo === undefined) continue
    const other = fileOf.get(slo.id)
    if (other !== undefined) {
      problems.error(`${raw.file}, SLO "${slo.id}", field id`, `is a duplicate: ${other} defines it too`)
    }
    slos.set(slo.id, slo)
    fileOf.set(slo.id, raw.file)
  }
  return ids === undefined ? [...slos.values()] : withIds(ids, slos, problems)
}

function withIds(ids: readonly string[], slos: ReadonlyMap<string, SloDefinition>, problems: Problems) {
  return ids.flatMap(id => {
    const slo = slos.get(id)
    // A definition that is wrong has been reported already; then its id may only seem to be missing.
    if (slo === undefined && problems.errors.length === 0) {
      const known = [...slos.keys()].map(show).join(', ')
      problems.error('input slo-id', `${show(id)} is defined in no file of slo-file; they define ${known}`)
    }
    return slo ?? []
  })
}
