import { MINUTE } from '../time/duration.ts'
import type { Interval } from '../time/interval.ts'

/** Servers round times; an answer that is further away than this is about another time. */
const NEARLY = MINUTE

/** Whether two instants, in milliseconds since the epoch, are the same but for rounding. Never for what is no instant. */
export const isNear = (asked: number, answered: number): boolean => Math.abs(asked - answered) <= NEARLY

/** Whether a span, in milliseconds since the epoch, lies within an interval, but for rounding. */
export function liesWithin({ start, end }: Interval, span: { readonly start: number; readonly end: number }) {
  return span.start >= start.getTime() - NEARLY && span.end <= end.getTime() + NEARLY && span.start < span.end
}
