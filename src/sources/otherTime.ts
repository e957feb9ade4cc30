import { MINUTE } from '../time/duration.ts'
import type { Interval } from '../time/interval.ts'

/** Servers round times. A larger difference than this means that the answer is about another time. */
const NEARLY = MINUTE

/** Whether two instants, in milliseconds since the epoch, differ only by rounding. False for NaN. */
export const isNear = (asked: number, answered: number): boolean => Math.abs(asked - answered) <= NEARLY

/** Whether a span, in milliseconds since the epoch, lies within an interval, but for rounding. */
export function liesWithin({ start, end }: Interval, span: { readonly start: number; readonly end: number }) {
  return span.start >= start.getTime() - NEARLY && span.end <= end.getTime() + NEARLY && span.start < span.end
}
