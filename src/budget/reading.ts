import { burnRateOf, type EventCounts } from './burnRate.ts'
import { TOLERANCE } from './decimal.ts'

/** What a source says about one window: in the terms of that source, numbers not yet checked. */
export type Observation = (
  | { readonly kind: 'burn-rate'; readonly burnRate: number }
  | { readonly kind: 'error-ratio'; readonly errorRatio: number }
  | ({ readonly kind: 'events' } & EventCounts)
  | Absence
) &
  Sourced

/** What is known about one window: a burn rate, that there was nothing to measure, or nothing. */
export type Reading = Rate | Absence

interface Sourced {
  /** Where it came from; not known of what is remembered, and of what was never asked. */
  readonly from?: Provenance
}

/** Where a number came from: enough to ask the same again. */
export interface Provenance {
  /** Numbers of the requests in the report. */
  readonly requests: readonly number[]
  /** The first and the last instant that was asked about. */
  readonly start: Date
  readonly end: Date
  /** What one has to know about the number, a sentence. */
  readonly note?: string
  /** What was counted, as the source calls it. */
  readonly outcomes?: readonly OutcomeCount[]
}

/** How many events ended in one way, and what they count as. */
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

/** Why there is no number: the source had no events (`no-data`), or could not be read (`unreadable`). */
export interface Absence extends Sourced {
  readonly kind: 'no-data' | 'unreadable'
  readonly reason: string
}

export const unreadable = (reason: string): Absence => ({ kind: 'unreadable', reason })
export const noData = (reason: string): Absence => ({ kind: 'no-data', reason })

/**
 * The one place where a number from outside becomes a burn rate. Whatever cannot be a burn rate
 * (negative, not finite, more good events than events, a ratio above 1) is unreadable, never healthy.
 *
 * @param target the SLO target in percent; null is enough where the source gives burn rates itself
 */
export function readingOf(observation: Observation, target: number | null): Reading {
  const { from } = observation
  const reading = checked(observation, target)
  return from === undefined ? reading : { ...reading, from }
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
  }
}

function eventsReading({ good, total }: EventCounts, target: number | null): Reading {
  if (!isCount(total)) return unreadable(`the number of events, ${total}, is not a count`)
  if (!isCount(good)) return unreadable(`the number of good events, ${good}, is not a count`)
  // PromQL's increase() extrapolates, so good may pass total by float noise, never by more.
  if (good > total * (1 + TOLERANCE)) return unreadable(`${good} good events of ${total} is more than all`)
  if (total === 0) return noData('there were no events')
  return ratioReading(Math.max(0, total - good) / total, target, { good, total })
}

function ratioReading(given: number, target: number | null, events: EventCounts | null): Reading {
  if (target === null) return unreadable('the SLO has no target to compare its error ratio with')
  // `1 - good / total` may be a little below nothing.
  const ratio = given < 0 && given >= -TOLERANCE ? 0 : given
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
