import { tzOffset } from '@date-fns/tz'
import { DAY, MINUTE } from './duration.ts'
import type { Interval } from './interval.ts'

export type Weekday = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN'

export const WEEKDAYS: readonly Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

/** The `businessHours` of a definition, already checked. */
export interface BusinessHours {
  /** An IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string
  /** The days on which the hours start. */
  readonly days: readonly Weekday[]
  /** `HH:MM`, local time of the zone. */
  readonly from: string
  /** `HH:MM`, up to `24:00`. When it is not after `from`, the hours end on the next day. */
  readonly to: string
}

/**
 * The parts of a window that lie within the hours: in order, not empty, adjacent parts merged. A window
 * that ends before it starts has none.
 *
 * Local time counts: an hour that the clocks show twice counts twice, and an hour that they skip does not
 * count. This rule is the reason for our own arithmetic, because date libraries treat such hours otherwise.
 *
 * @throws RangeError for a time or a time zone that does not exist
 */
export function businessIntervals(window: Interval, hours: BusinessHours): readonly Interval[] {
  const shift = shiftOf(hours)
  const merged: Span[] = []
  for (const span of piecesOf(window, hours.timeZone).flatMap(piece => spansIn(piece, shift))) {
    const last = merged.at(-1)
    if (last?.end === span.start) last.end = span.end
    else merged.push(span)
  }
  return merged.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) }))
}

/** Minutes since midnight of "HH:MM" ("24:00" allowed), undefined for anything else. */
export function minutesOfDay(text: string): number | undefined {
  if (!TIME_OF_DAY.test(text)) return undefined
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}

export const TIME_OF_DAY = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** The hours of one day, in milliseconds from midnight, and the days on which they start. */
interface Shift {
  readonly days: readonly Weekday[]
  readonly from: number
  /** After `from`, by at most 24 hours. */
  readonly to: number
}

function shiftOf({ days, from, to }: BusinessHours): Shift {
  const begin = timeOf(from)
  const end = timeOf(to)
  return { days, from: begin, to: end > begin ? end : end + DAY }
}

function timeOf(text: string): number {
  const minutes = minutesOfDay(text)
  if (minutes === undefined) throw new RangeError(`"${text}" is not a time of day`)
  return minutes * MINUTE
}

/** Instants in milliseconds since 1970. */
interface Span {
  start: number
  end: number
}

/** A span with one constant offset from UTC, in milliseconds. */
interface Piece extends Readonly<Span> {
  readonly offset: number
}

/**
 * How often the offset is checked. A change that is reverted between two checks would be missed. Since
 * 1970 no zone has reverted a change within 6 days; Brazil came closest, in October 2000.
 */
const STEP = DAY

/** Splits the window at each change of the clocks. */
function piecesOf({ start, end }: Interval, timeZone: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (let from = start.getTime(); from < end.getTime(); ) {
    const offset = offsetAt(from, timeZone)
    const next = Math.min(from + STEP, end.getTime())
    // Short pieces do no harm, because adjacent spans are merged later.
    const to = offsetAt(next, timeZone) === offset ? next : changeBetween(from, next, timeZone)
    pieces.push({ start: from, end: to, offset })
    from = to
  }
  return pieces
}

/** The first millisecond of the new offset; the offsets at both ends must differ. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const offset = offsetAt(from, timeZone)
  let [before, after] = [from, to]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle, timeZone) === offset) before = middle
    else after = middle
  }
  return after
}

/** The offset of the zone from UTC, in milliseconds; positive east of Greenwich. */
function offsetAt(instant: number, timeZone: string): number {
  // tzOffset answers in minutes, with whole seconds as a fraction.
  const offset = Math.round(tzOffset(timeZone, new Date(instant)) * MINUTE)
  if (Number.isNaN(offset)) throw new RangeError(`"${timeZone}" is not a time zone`)
  return offset
}

/** The spans of one piece that lie within the hours. The offset is constant, so all days are alike. */
function spansIn({ start, end, offset }: Piece, { days, from, to }: Shift): readonly Span[] {
  const spans: Span[] = []
  // The hours of the day before may end on this day.
  for (let day = Math.floor((start + offset) / DAY) - 1; day * DAY < end + offset; day++) {
    if (!days.includes(weekdayOf(day))) continue
    const midnight = day * DAY - offset
    const span = { start: Math.max(start, midnight + from), end: Math.min(end, midnight + to) }
    if (span.start < span.end) spans.push(span)
  }
  return spans
}

/** The weekday of a day, counted from 1 January 1970 (a Thursday). */
function weekdayOf(day: number): Weekday {
  // Days before 1970 have a negative remainder, so 7 is added.
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] as Weekday
}
