import {
  noData,
  type Observation,
  type Provenance,
  readingOf,
  withoutSmallExcess
} from '../budget/reading.ts'
import type { Window } from '../budget/window.ts'

/** The observation for one part of a window. */
export interface Part {
  readonly window: Window
  readonly observation: Observation
}

/** Any target will do: only whether the observation is valid is checked here. */
const ANY_TARGET = 50

const BY_TIME = 'the source gives no counts here, so its rates are weighted by time'

/**
 * Combines the observations of the parts of a window: counts are added, rates are weighted by the length
 * of their part. A part that is unreadable or impossible makes the whole unreadable, because a sum would
 * hide it.
 */
export function combine(given: readonly Part[], { start, end }: Window): Observation {
  // In a sum, an excess of good events in one part would hide failures in another.
  const parts = given.map(({ window, observation }) => ({
    window,
    observation: withoutSmallExcess(observation)
  }))
  const measured = parts.filter(({ observation }) => observation.kind !== 'no-data')
  const requests = parts.flatMap(({ observation }) => observation.from?.requests ?? [])
  const outcomes = outcomesOf(parts)
  const notes = new Set(measured.flatMap(({ observation }) => observation.from?.note ?? []))
  const from: Provenance = {
    requests,
    start,
    end,
    ...(notes.size > 0 && { note: [...notes].join('; ') }),
    ...(outcomes.length > 0 && { outcomes })
  }
  for (const { observation } of parts) {
    const checked = readingOf(observation, ANY_TARGET)
    if (checked.kind === 'unreadable') return { ...checked, from }
  }
  if (measured.length === 0) {
    const reason = parts.length === 0 ? 'it contains no business hours' : 'its business hours have no events'
    const [noSeries] = parts.map(({ observation }) => observation.from?.noSeries)
    const isMissing = parts.every(({ observation }) => observation.from?.noSeries !== undefined)
    return { ...noData(reason), from: { ...from, ...(noSeries && isMissing && { noSeries }) } }
  }
  const counted = measured.flatMap(({ observation }) => (observation.kind === 'events' ? observation : []))
  if (counted.length === measured.length) {
    const sum = (of: 'good' | 'total') => counted.reduce((all, events) => all + events[of], 0)
    return { kind: 'events', good: sum('good'), total: sum('total'), from }
  }
  const weightedByTime = weighted(measured)
  // Events per second times seconds give events, so there is nothing to note.
  if (weightedByTime.kind === 'per-second') return { ...weightedByTime, from }
  return { ...weightedByTime, from: { ...from, note: [BY_TIME, ...notes].join('; ') } }
}

function weighted(parts: readonly Part[]): Observation {
  const time = parts.reduce((all, { window }) => all + window.duration.ms, 0)
  const mean = (rate: (observation: Observation) => number) =>
    parts.reduce((all, { window, observation }) => all + rate(observation) * (window.duration.ms / time), 0)
  switch (parts[0]?.observation.kind) {
    case 'burn-rate':
      return { kind: 'burn-rate', burnRate: mean(o => (o.kind === 'burn-rate' ? o.burnRate : Number.NaN)) }
    case 'per-second': {
      const of = (count: 'good' | 'total') => mean(o => (o.kind === 'per-second' ? o[count] : Number.NaN))
      return { kind: 'per-second', good: of('good'), total: of('total') }
    }
    default:
      return {
        kind: 'error-ratio',
        errorRatio: mean(o => (o.kind === 'error-ratio' ? o.errorRatio : Number.NaN))
      }
  }
}

function outcomesOf(parts: readonly Part[]) {
  const outcomes = new Map<string, NonNullable<Provenance['outcomes']>[number]>()
  for (const outcome of parts.flatMap(({ observation }) => observation.from?.outcomes ?? [])) {
    const count = (outcomes.get(outcome.outcome)?.count ?? 0) + outcome.count
    outcomes.set(outcome.outcome, { ...outcome, count })
  }
  return [...outcomes.values()]
}
