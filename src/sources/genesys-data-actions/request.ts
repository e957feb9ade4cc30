import type { Interval } from '../../time/interval.ts'
import { wholeOf } from '../genesys/answer.ts'
import type { Genesys } from '../genesys/connection.ts'
import { type Row, rowsIn } from './counts.ts'
import { queryBody, type Scope } from './query.ts'

/** What was answered, and by which requests. */
export interface Answered {
  readonly rows: readonly Row[]
  readonly requests: readonly number[]
}

interface Question {
  readonly interval: Interval
  readonly scope: Scope
  /** Set: in buckets of this length. */
  readonly granularityMs?: number
  /** Asking for less is better than asking for the same again when it takes too long. */
  readonly isFinal?: boolean
  /** The largest answer that is read. */
  readonly maxBytes?: number
}

/** Every group of every SLO, in every bucket. */
const MAX_BYTES = 32 * 1024 * 1024

const HINTS = {
  400: 'check the ids of the definition',
  403: 'give the OAuth client a role with the permission integrations:action:view',
  404: 'check genesys-api-url and genesys-region: every organisation has this resource'
}

/**
 * Asks how often data actions were executed, and how that ended.
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

/** Whether an answer has the buckets that were asked for: then they add up to every window that is made of them. */
export function areBucketsOf({ start, end }: Interval, granularityMs: number, rows: readonly Row[]): boolean {
  return rows.every(
    row =>
      row.end - row.start === granularityMs &&
      (end.getTime() - row.end) % granularityMs === 0 &&
      row.start >= start.getTime() &&
      row.end <= end.getTime()
  )
}
