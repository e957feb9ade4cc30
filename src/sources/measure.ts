import { groupBy } from '../budget/groupBy.ts'
import type { Evidence } from '../budget/judge.ts'
import { type Observation, type Reading, readingOf, unreadable } from '../budget/reading.ts'
import type { Slo } from '../budget/slo.ts'
import { type Window, windowsOf } from '../budget/window.ts'
import { isoDuration } from '../time/duration.ts'
import { combine, type Part } from './combine.ts'
import type { Genesys } from './genesys/connection.ts'
import { GenesysObservability } from './genesys-observability/source.ts'
import type { Connections, SloDefinition, SourceSpec } from './sloDefinition.ts'
import type { Probe, Source, SourceContext } from './source.ts'

interface Measuring extends SourceContext {
  readonly slos: readonly SloDefinition[]
  /** Whether the last hour has to be measured as well, to see if an earlier block is over. */
  readonly isUnresolved: (slo: SloDefinition) => boolean
  readonly connections: Connections
  readonly genesys: Genesys | undefined
  /** The instant of the run. */
  readonly at: Date
}

/** A window of an SLO, and the questions that it takes: one for each span of business hours. */
interface Question {
  readonly slo: SloDefinition
  readonly window: Window
  readonly probes: readonly Probe<SourceSpec>[]
}

/** Asks every source, each for all its windows at once, and gives the evidence for each SLO, by its id. */
export async function measure(measuring: Measuring): Promise<ReadonlyMap<string, Evidence>> {
  const { slos, isUnresolved, at } = measuring
  const partsOf = await splitter(slos)
  const questions = slos.flatMap(slo =>
    windowsOf(slo, at, isUnresolved(slo)).map((window): Question => {
      const parts = partsOf(slo, window)
      return { slo, window, probes: parts.map(part => ({ slo, spec: slo.source, window: part })) }
    })
  )
  const observations = await askAll(
    questions.flatMap(({ probes }) => probes),
    measuring
  )
  const readings = new Map<string, Reading>()
  for (const question of questions) {
    const { slo, window } = question
    readings.set(keyOf(slo, window.duration.ms), readingOf(observed(question, observations), slo.target))
  }
  return new Map(
    slos.map(slo => [
      slo.id,
      { slo, isUnresolved: isUnresolved(slo), readings: ms => readings.get(keyOf(slo, ms)) ?? NOT_ASKED }
    ])
  )
}

type Observations = ReadonlyMap<Probe<SourceSpec>, Observation>

function observed({ slo, window, probes }: Question, observations: Observations): Observation {
  const parts = probes.map((probe): Part => {
    return { window: probe.window, observation: observations.get(probe) ?? NOT_ASKED }
  })
  return slo.businessHours === undefined && parts[0] ? parts[0].observation : combine(parts, window)
}

const keyOf = ({ id }: Slo, windowMs: number) => `${windowMs} ${id}`

const NOT_ASKED = unreadable('the source gave no answer')

/** How a window is asked for: as it is, or in its business hours. Zones are loaded only where there are any. */
async function splitter(slos: readonly Slo[]): Promise<(slo: Slo, window: Window) => readonly Window[]> {
  if (slos.every(({ businessHours }) => businessHours === undefined)) return (_, window) => [window]
  const { businessIntervals } = await import('../time/businessHours.ts')
  return ({ businessHours }, window) => {
    if (businessHours === undefined) return [window]
    return businessIntervals(window, businessHours).map(({ start, end }) => {
      const ms = end.getTime() - start.getTime()
      return { start, end, duration: { iso: isoDuration(ms), ms } }
    })
  }
}

async function askAll(probes: readonly Probe<SourceSpec>[], measuring: Measuring): Promise<Observations> {
  const groups = [...groupBy(probes, ({ spec }) => spec.type)]
  const answered = await Promise.all(
    groups.map(async ([type, group]) => {
      const source = await open(type, measuring)
      const observations = await source.read(group)
      return group.map((probe, index) => [probe, observations[index] ?? NOT_ASKED] as const)
    })
  )
  return new Map(answered.flat())
}

/** The source of a type. All but the default one are loaded only where they are in use. */
async function open(
  type: SourceSpec['type'],
  { connections, genesys, http }: Measuring
): Promise<Source<SourceSpec>> {
  switch (type) {
    case 'genesys-observability':
      return new GenesysObservability(connected(genesys)) as Source<SourceSpec>
    case 'genesys-data-actions': {
      const { GenesysDataActions } = await import('./genesys-data-actions/source.ts')
      return new GenesysDataActions(connected(genesys)) as Source<SourceSpec>
    }
    case 'prometheus': {
      const { Prometheus } = await import('./prometheus/source.ts')
      return new Prometheus(connected(connections.prometheus), { http }) as Source<SourceSpec>
    }
    case 'datadog': {
      const { Datadog } = await import('./datadog/source.ts')
      return new Datadog(connected(connections.datadog), { http }) as Source<SourceSpec>
    }
  }
}

function connected<C>(connection: C | undefined): C {
  if (connection === undefined) throw new Error('an SLO uses a source whose connection was not configured')
  return connection
}
