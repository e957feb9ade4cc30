import { noData, type Observation, unreadable } from '../../budget/reading.ts'
import { HttpFailure } from '../../http/failure.ts'
import type { Interval } from '../../time/interval.ts'
import { GenesysError } from '../genesys/answer.ts'
import type { Genesys } from '../genesys/connection.ts'
import { liesWithin } from '../otherTime.ts'
import type { Source } from '../source.ts'
import { countOf, type Row, Rows } from './counts.ts'
import { batchesOf, byInterval, type DataActionProbe, type PlannedQuery, planOf, slicesOf } from './plan.ts'
import { type Scope, scopeOf } from './query.ts'
import { type Answered, areBucketsOf, askExecutions } from './request.ts'
import type { GenesysDataActionsSpec } from './spec.ts'

/** With these statuses, we try again with a shorter interval or without buckets. */
const TOO_MUCH: readonly unknown[] = [400, 413, 504]

/** Reads counts of data action executions, by outcome, from the analytics of Genesys Cloud. */
export class GenesysDataActions implements Source<GenesysDataActionsSpec> {
  readonly #genesys: Genesys

  constructor(genesys: Genesys) {
    this.#genesys = genesys
  }

  async read(probes: readonly DataActionProbe[]): Promise<readonly Observation[]> {
    const answers = await Promise.all(
      batchesOf(probes).map(async batch => {
        const scope = scopeOf(batch.map(({ spec }) => spec))
        return Promise.all(planOf(batch).map(query => this.#answer(query, scope)))
      })
    )
    const observations = new Map(answers.flat(2))
    return probes.map(probe => observations.get(probe) ?? unreadable('it was not asked for'))
  }

  /** The probes of a query, each with its observation. */
  async #answer(
    query: PlannedQuery,
    scope: Scope
  ): Promise<readonly (readonly [DataActionProbe, Observation])[]> {
    const { probes, granularityMs } = query
    try {
      if (granularityMs === undefined) {
        const { rows, requests } = await this.#whole(query.interval, scope)
        const all = new Rows(rows)
        return probes.map(probe => [probe, observe(probe, all.of(probe.spec), requests)])
      }
      const answered = await this.#inBuckets(query.interval, scope, granularityMs)
      if (answered) return observeBuckets(probes, answered)
      return (await Promise.all(byInterval(probes).map(single => this.#answer(single, scope)))).flat()
    } catch (error) {
      if (!(error instanceof GenesysError)) throw error
      return probes.map(probe => [probe, unreadable(error.message)])
    }
  }

  /** Counts over an interval, from one query or from one for each part of it. */
  async #whole(interval: Interval, scope: Scope): Promise<Answered> {
    const slices = slicesOf(interval)
    try {
      return await askExecutions(this.#genesys, { interval, scope, isFinal: slices !== undefined })
    } catch (error) {
      if (slices === undefined || !isTooMuch(error)) throw error
      const [latest, ...others] = slices as readonly [Interval, ...Interval[]]
      // Start with one part: if it is refused too, the others need not be queried.
      const answers = [await this.#whole(latest, scope)]
      answers.push(...(await Promise.all(others.map(slice => this.#whole(slice, scope)))))
      return {
        rows: answers.flatMap(({ rows }) => rows),
        requests: answers.flatMap(({ requests }) => requests)
      }
    }
  }

  /** @returns undefined when buckets are refused, or are not the ones that were requested */
  async #inBuckets(interval: Interval, scope: Scope, granularityMs: number): Promise<Answered | undefined> {
    try {
      const answered = await askExecutions(this.#genesys, { interval, scope, granularityMs, isFinal: true })
      return areBucketsOf(interval, granularityMs, answered.rows) ? answered : undefined
    } catch (error) {
      if (isTooMuch(error) || isTooLarge(error)) return undefined
      throw error
    }
  }
}

const isTooLarge = (error: unknown) =>
  error instanceof GenesysError && error.cause instanceof HttpFailure && error.cause.isTooLarge

const isTooMuch = (error: unknown) => error instanceof GenesysError && TOO_MUCH.includes(error.status)

function observeBuckets(probes: readonly DataActionProbe[], { rows, requests }: Answered) {
  const byWindow = new Map<number, Rows>()
  return probes.map(probe => {
    const start = probe.window.start.getTime()
    const within = byWindow.get(start) ?? new Rows(rows.filter(row => row.start >= start))
    byWindow.set(start, within)
    return [probe, observe(probe, within.of(probe.spec), requests)] as const
  })
}

function observe(
  { spec, window }: DataActionProbe,
  rows: readonly Row[],
  requests: readonly number[]
): Observation {
  const { start, end } = window
  const isOfThisTime = rows.every(row => liesWithin(window, row))
  const counted = isOfThisTime ? countOf(rows, spec) : 'its answer is about another time than the question'
  if (typeof counted === 'string') return { ...unreadable(counted), from: { requests, start, end } }
  const { good, total, outcomes } = counted
  const from = { requests, start, end, outcomes }
  if (total > 0) return { kind: 'events', good, total, from }
  const ignored =
    outcomes.length > 0
      ? 'all executions of its data actions are ignored'
      : 'its data actions were not executed'
  return { ...noData(ignored), from }
}
