import type { Evidence } from '../budget/judge.ts'
import { type Observation, type Reading, readingOf, unreadable } from '../budget/reading.ts'
import type { Slo } from '../budget/slo.ts'
import { type Window, windowsOf } from '../budget/window.ts'
import { isoDuration } from '../time/duration.ts'
import {
  CATALOG,
  type Connections,
  ofType,
  SOURCE_TYPES,
  type SourceSpec,
  type SourceType
} from './catalog.ts'
import { watchClocks, withoutWrongTime } from './clocks.ts'
import { combine, type Part } from './combine.ts'
import { warningsOfMissing } from './missing.ts'
import type { SloDefinition } from './sloDefinition.ts'
import type { Probe, SourceContext } from './source.ts'

interface Options {
  readonly slos: readonly SloDefinition[]
  /** Whether the last hour has to be measured as well, to see if an earlier block is over. */
  readonly isUnresolved: (slo: SloDefinition) => boolean
  readonly connections: Connections
  readonly context: SourceContext
  /** The instant of the run. */
  readonly at: Date
  readonly warn: (warning: string) => void
}

/** A window of an SLO and its questions: one for the whole window, or one for each span of business hours. */
interface Question {
  readonly slo: SloDefinition
  readonly window: Window
  readonly probes: readonly Probe<SourceSpec>[]
}

/** Asks each source for all its windows at once. Returns the evidence by SLO id. */
export async function measure(options: Options): Promise<ReadonlyMap<string, Evidence>> {
  const { slos, isUnresolved, at } = options
  const partsOf = await splitter(slos)
  const questions = slos.flatMap(slo =>
    windowsOf(slo, at, isUnresolved(slo)).map((window): Question => {
      const parts = partsOf(slo, window)
      return { slo, window, probes: parts.map(part => ({ slo, spec: slo.source, window: part })) }
    })
  )
  const observations = await askAll(
    questions.flatMap(({ probes }) => probes),
    options
  )
  const readings = new Map<string, Reading>()
  for (const question of questions) {
    const { slo, window } = question
    readings.set(keyOf(slo, window.duration.ms), readingOf(observed(question, observations), slo.target))
  }
  const evidence = slos.map((slo): Evidence => {
    const ofSlo = (ms: number) => readings.get(keyOf(slo, ms)) ?? NOT_ASKED
    return { slo, isUnresolved: isUnresolved(slo), readings: ofSlo }
  })
  for (const found of evidence) for (const warning of warningsOfMissing(found)) options.warn(warning)
  return new Map(evidence.map(found => [found.slo.id, found]))
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

/** Splits a window into its business hours, if the SLO has any. Time zones are loaded only when they are needed. */
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

async function askAll(probes: readonly Probe<SourceSpec>[], options: Options): Promise<Observations> {
  const answered = await Promise.all(SOURCE_TYPES.map(type => ask(type, probes, options)))
  return new Map(answered.flat())
}

/** The answers of one kind of source, which is loaded only when it is used. */
async function ask<Type extends SourceType>(
  type: Type,
  probes: readonly Probe<SourceSpec>[],
  { connections, context, warn }: Options
): Promise<readonly (readonly [Probe<SourceSpec>, Observation])[]> {
  const ofThisType = ofType(type, probes)
  if (ofThisType.length === 0) return []
  const connection = connections[type]
  if (connection === undefined) throw new Error(`the source ${type} is used but was not configured`)
  const clocks = watchClocks(context.http)
  const source = await CATALOG[type].open(connection, { ...context, http: clocks })
  const observations = await source.read(ofThisType)
  const problem = clocks.problem(type)
  if (problem && !clocks.isTooFar()) warn(problem)
  return ofThisType.map((probe, index) => {
    const observation = observations[index] ?? NOT_ASKED
    const isWrong = problem && clocks.isTooFar()
    return [probe, isWrong ? withoutWrongTime(observation, problem) : observation] as const
  })
}
