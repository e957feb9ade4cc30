import type { Evidence } from '../budget/judge.ts'
import { type Observation, type Reading, readingOf, unreadable } from '../budget/reading.ts'
import type { Slo } from '../budget/slo.ts'
import { windowsOf } from '../budget/window.ts'
import { Genesys } from './genesysConnection.ts'
import { GenesysObservability } from './genesysObservability.ts'
import { Prometheus } from './prometheus.ts'
import type { Connections, SloDefinition, SourceSpec } from './sloDefinition.ts'
import type { Probe, Source, SourceContext } from './source.ts'

interface Measuring extends SourceContext {
  readonly slos: readonly SloDefinition[]
  /** Whether the last hour has to be measured as well, to see if an earlier block is over. */
  readonly isUnresolved: (slo: SloDefinition) => boolean
  readonly connections: Connections
  /** The instant at which every window ends. */
  readonly end: Date
}

/** Asks every source, each for all its windows at once, and gives the evidence for each SLO, by its id. */
export async function measure(measuring: Measuring): Promise<ReadonlyMap<string, Evidence>> {
  const { slos, isUnresolved, end } = measuring
  const sources = sourcesFor(measuring)
  const probes = slos.flatMap(slo =>
    windowsOf(slo, end, isUnresolved(slo)).map(window => ({ slo, spec: slo.source, window }))
  )
  const answered = await Promise.all(
    [...byType(probes)].map(async ([type, group]) => pair(group, await sources[type]().read(group)))
  )
  const readings = new Map<string, Reading>()
  for (const [{ slo, window }, observation] of answered.flat()) {
    readings.set(keyOf(slo, window.duration.ms), readingOf(observation, slo.target))
  }
  return new Map(
    slos.map(slo => [
      slo.id,
      { slo, isUnresolved: isUnresolved(slo), readings: ms => readings.get(keyOf(slo, ms)) ?? NOT_ASKED }
    ])
  )
}

const keyOf = ({ id }: Slo, windowMs: number) => `${windowMs} ${id}`

const NOT_ASKED = unreadable('the source gave no answer')

/** One system of each kind, connected when the first SLO asks for it. */
function sourcesFor({ connections, ...context }: Measuring) {
  return {
    'genesys-observability': () =>
      new GenesysObservability(new Genesys(connected(connections.genesys), context)) as Source<SourceSpec>,
    prometheus: () => new Prometheus(connected(connections.prometheus), context) as Source<SourceSpec>
  }
}

function connected<C>(connection: C | undefined): C {
  if (connection === undefined) throw new Error('an SLO uses a source whose connection was not configured')
  return connection
}

function byType(
  probes: readonly Probe<SourceSpec>[]
): ReadonlyMap<SourceSpec['type'], readonly Probe<SourceSpec>[]> {
  const groups = new Map<SourceSpec['type'], Probe<SourceSpec>[]>()
  for (const probe of probes) {
    const group = groups.get(probe.spec.type)
    if (group) group.push(probe)
    else groups.set(probe.spec.type, [probe])
  }
  return groups
}

function pair(probes: readonly Probe<SourceSpec>[], observations: readonly Observation[]) {
  return probes.map((probe, index) => [probe, observations[index] ?? NOT_ASKED] as const)
}
