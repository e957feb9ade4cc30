import type { Interval } from '../../time/interval.ts'
import { wholeOf } from '../genesys/answer.ts'
import type { Genesys } from '../genesys/connection.ts'
import { type Row, rowsIn } from './counts.ts'
import { queryBody, type Scope } from './query.ts'

/** The rows of one or more answers, and the numbers of their requests. */
export interface Answered {
  readonly rows: readonly Row[]
  readonly requests: readonly number[]
}

interface Question {
  readonly interval: Interval
  readonly scope: Scope
  /** The length of a bucket; absent for a count of the whole interval. */
  readonly granularityMs?: number
  /** Whether a timeout is final, because a shorter interval will be tried instead of a retry. */
  readonly isFinal?: boolean
  /** The largest answer that is read. */
  readonly maxBytes?: number
}

/** Large enough for every group of every SLO in every bucket. */
const MAX_BYTES = 32 * 1024 * 1024

const HINTS = {
  400: 'check the ids of the definition',
  403: 'give the OAuth client a role with the permission integrations:action:view',
  404: 'check genesys-api-url and genesys-region: every organisation has this resource'
}

/**
 * Asks how often data actions were executed, by outcome.
 *
 * @throws GenesysError
 */
export async function askExecutions(
  genesys: Genesys,
  { interval, scope, granularityMs, isFinal = false, maxBytes = MAX_BYTES }: Question
): Promise<Answered> {
  const body = queryBody(scope, interval, granularityMs)
  const answer = await genesys.ask({
    method: 'POST',
    path: '/api/v2/analytics/actions/aggregates/query',
    body,
    isRead: true,
    hints: HINTS,
    maxBytes,
    query: JSON.stringify(body),
    isFinal: status => isFinal && status === 504
  })
  return { rows: rowsIn(wholeOf(answer)), requests: [answer.request] }
}

/** Whether all rows are in the requested buckets, which then add up to every window made of them. */
export function areBucketsOf({ start, end }: Interval, granularityMs: number, rows: readonly Row[]): boolean {
  return rows.every(
    row =>
      row.end - row.start === granularityMs &&
      (end.getTime() - row.end) % granularityMs === 0 &&
      row.start >= start.getTime() &&
      row.end <= end.getTime()
  )
}
