import { SECOND } from '../time/duration.ts'
import type { HttpResponse } from './message.ts'

/**
 * How far the clock of a server is ahead of ours, in milliseconds; negative if it is behind. It is 0 if the
 * server's time lies between the sending of the request and the arrival of the answer.
 *
 * @returns undefined without a valid `Date` header
 */
export function clockSkew(
  { headers }: Pick<HttpResponse, 'headers'>,
  { sentAt, receivedAt }: { readonly sentAt: Date; readonly receivedAt: Date }
): number | undefined {
  const { date, age } = headers
  // Date.parse reads nearly anything as a date; HTTP's own form ends in GMT.
  const written = date && / GMT$/.test(date) ? Date.parse(date) : Number.NaN
  if (Number.isNaN(written)) return undefined
  // A cache keeps the server's date and gives the age of the answer in seconds.
  const server = written + (age && /^\d+$/.test(age) ? Number(age) * SECOND : 0)
  if (server > receivedAt.getTime()) return server - receivedAt.getTime()
  return Math.min(0, server - sentAt.getTime())
}
