import type { Evidence } from '../budget/judge.ts'
import { unreadable } from '../budget/reading.ts'
import { LIMITS } from '../http/limits.ts'
import { contextOf, type Run, withHttp } from '../run.ts'
import type { AppliedSlo } from '../sources/genesys-observability/applySlos.ts'
import { measure } from '../sources/measure.ts'
import type { SourceContext } from '../sources/source.ts'
import { recentEvidence } from '../state/memory.ts'
import type { RecalledSlo } from './remember.ts'

/** The evidence for each SLO, by id, and the results of applying definitions. */
export interface Measured {
  readonly evidence: ReadonlyMap<string, Evidence>
  readonly applied: readonly AppliedSlo[]
}

/** Applies definitions if that is configured, then measures every SLO without a recent reading. */
export function measureSlos(slos: readonly RecalledSlo[], run: Run): Promise<Measured> {
  const { config, at } = run
  return withHttp(run, { ...LIMITS.measure, timeout: config.timeout }, async http => {
    const context = contextOf(run, http)
    const applied = await applyDefinitions(run, context)
    const known = new Map([
      ...remembered(slos, { applied, maxAge: config.state.minPollInterval }),
      ...unapplied(slos, applied)
    ])
    const isUnresolved = new Set(slos.filter(({ memory }) => memory?.isUnresolved).map(({ slo }) => slo.id))
    const measured = await measure({
      slos: slos.map(({ slo }) => slo).filter(({ id }) => !known.has(id)),
      isUnresolved: ({ id }) => isUnresolved.has(id),
      connections: config.connections,
      context,
      at,
      warn: run.warn
    })
    return { applied, evidence: new Map([...measured, ...known]) }
  })
}

async function applyDefinitions({ config }: Run, context: SourceContext): Promise<readonly AppliedSlo[]> {
  const { applySlos, slos, mode, connections } = config
  const connection = connections['genesys-observability']
  if (!applySlos || connection === undefined) return []
  const resources = await import('../sources/genesys-observability/applySlos.ts')
  return resources.applySlos(slos, { connection, context, isDryRun: mode === 'audit' })
}

type ById = readonly (readonly [id: string, Evidence])[]

interface RememberedOptions {
  readonly applied: readonly AppliedSlo[]
  readonly maxAge: Parameters<typeof recentEvidence>[1]
}

/** Evidence from remembered readings that are recent enough. */
function remembered(slos: readonly RecalledSlo[], { applied, maxAge }: RememberedOptions): ById {
  // After a definition has changed, its remembered readings are no longer valid.
  const changed = applied.filter(({ outcome }) => outcome === 'created' || outcome === 'updated')
  return slos.flatMap(recalled => {
    if (changed.some(({ id }) => id === recalled.slo.id)) return []
    const evidence = recentEvidence(recalled, maxAge)
    return evidence === undefined ? [] : [[recalled.slo.id, evidence] as const]
  })
}

/** An SLO whose definition could not be applied is not measured, because the number could be for another definition. */
function unapplied(slos: readonly RecalledSlo[], applied: readonly AppliedSlo[]): ById {
  return slos.flatMap(({ slo }) => {
    const problem = applied.find(({ id }) => id === slo.id)?.problem
    if (problem === undefined) return []
    const reading = unreadable(`its definition could not be applied: ${problem}`)
    return [[slo.id, { slo, readings: () => reading }] as const]
  })
}
