import { burnRateOf, type EventCounts } from './burnRate.ts'
import { TOLERANCE } from './decimal.ts'

/** The answer of a source about one window. The numbers are not checked yet. */
export type Observation = (
  | { readonly kind: 'burn-rate'; readonly burnRate: number }
  | { readonly kind: 'error-ratio'; readonly errorRatio: number }
  | ({ readonly kind: 'events' } & EventCounts)
  /** Average events per second: their ratio is right, but they are not counts. */
  | ({ readonly kind: 'per-second' } & EventCounts)
  | Absence
) &
  Sourced

/** The result for one window: a burn rate, or why there is none. */
export type Reading = Rate | Absence

interface Sourced {
  /** Where the number came from; absent for remembered readings and windows that were not measured. */
  readonly from?: Provenance
}

/** The origin of a number, with enough detail to repeat the request. */
export interface Provenance {
  /** The `id`s of the requests in the report. */
  readonly requests: readonly number[]
  /** The first and the last instant that the request covered. */
  readonly start: Date
  readonly end: Date
  /** One sentence that a reader of the number needs to know. */
  readonly note?: string
  /** The query that returned no series, so it is unknown whether there were events. */
  readonly noSeries?: string
  /** The outcomes that the source counted, in its own words. */
  readonly outcomes?: readonly OutcomeCount[]
}

/** The number of events with one outcome, and whether they count as good, bad or not at all. */
export interface OutcomeCount {
  readonly outcome: string
  readonly count: number
  readonly countsAs: 'good' | 'bad' | 'ignored'
}

export interface Rate extends Sourced {
  readonly kind: 'rate'
  readonly burnRate: number
  readonly events: EventCounts | null
}

/** No number: the source had no events (`no-data`), or could not be read (`unreadable`). */
export interface Absence extends Sourced {
  readonly kind: 'no-data' | 'unreadable'
  readonly reason: string
}

export const unreadable = (reason: string): Absence => ({ kind: 'unreadable', reason })
export const noData = (reason: string): Absence => ({ kind: 'no-data', reason })

/**
 * The only place in which a number from outside becomes a burn rate. An impossible value
 * (negative, not finite, more good events than events, a ratio above 1) is unreadable, never healthy.
 *
 * @param target the SLO target in percent; null is allowed when the source gives burn rates itself
 */
export function readingOf(observation: Observation, target: number | null): Reading {
  const tidied = withoutSmallExcess(observation)
  const reading = checked(tidied, target)
  return tidied.from === undefined ? reading : { ...reading, from: tidied.from }
}

/** Extrapolation and differences between replicas can give up to one good event in a thousand too many. */
const SMALL_EXCESS = 0.001 + TOLERANCE

export const isSmallExcess = (part: number, total: number): boolean =>
  part > total && part <= total * (1 + SMALL_EXCESS)

/** Counts a small excess of good events as all events, and a note says so unless it is float noise. */
export function withoutSmallExcess(observation: Observation): Observation {
  switch (observation.kind) {
    case 'events':
    case 'per-second': {
      const { good, total } = observation
      if (!(isCount(good) && isCount(total) && isSmallExcess(good, total))) return observation
      const isNoise = good <= total * (1 + TOLERANCE)
      return noted(
        { ...observation, good: total },
        isNoise ? '' : `${good} good of ${total} events count as all`
      )
    }
    case 'error-ratio': {
      const { errorRatio } = observation
      if (!(errorRatio < 0 && errorRatio >= -SMALL_EXCESS)) return observation
      const isNoise = errorRatio >= -TOLERANCE
      return noted(
        { ...observation, errorRatio: 0 },
        isNoise ? '' : `the error ratio ${errorRatio} counts as 0`
      )
    }
    default:
      return observation
  }
}

function noted(observation: Observation, note: string): Observation {
  const { from } = observation
  if (from === undefined || note === '') return observation
  return { ...observation, from: { ...from, note: from.note ? `${from.note}; ${note}` : note } }
}

function checked(observation: Observation, target: number | null): Reading {
  switch (observation.kind) {
    case 'no-data':
    case 'unreadable':
      return observation
    case 'burn-rate':
      return rate(observation.burnRate, 'burn rate', null)
    case 'error-ratio':
      return ratioReading(observation.errorRatio, target, null)
    case 'events':
      return eventsReading(observation, target)
    case 'per-second':
      return withoutCounts(eventsReading(observation, target))
  }
}

function eventsReading({ good, total }: EventCounts, target: number | null): Reading {
  if (!isCount(total)) return unreadable(`the number of events, ${total}, is not a count`)
  if (!isCount(good)) return unreadable(`the number of good events, ${good}, is not a count`)
  if (good > total) return unreadable(`${good} good events are more than all ${total} events`)
  if (total === 0) return noData('there were no events')
  return ratioReading((total - good) / total, target, { good, total })
}

const withoutCounts = (reading: Reading): Reading =>
  reading.kind === 'rate' ? { ...reading, events: null } : reading

function ratioReading(ratio: number, target: number | null, events: EventCounts | null): Reading {
  if (target === null) return unreadable('the SLO has no target to compare its error ratio with')
  if (ratio > 1 + TOLERANCE) return unreadable(`the error ratio ${ratio} is above 1`)
  const reading = rate(ratio, 'error ratio', events)
  return reading.kind === 'rate' ? { ...reading, burnRate: burnRateOf(ratio, target) } : reading
}

function rate(value: number, what: string, events: EventCounts | null): Reading {
  if (!Number.isFinite(value)) return unreadable(`the ${what} ${value} is not a finite number`)
  if (value < 0) return unreadable(`the ${what} ${value} is negative`)
  return { kind: 'rate', burnRate: value, events }
}

const isCount = (value: number) => Number.isFinite(value) && value >= 0
