import type { Window } from './world.ts'

export const DAY = 86_400_000

const UTC_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z$/
const DURATION = /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** The window between two instants in UTC, the first one first; `undefined` for anything else. */
export function windowBetween(startTime: string, endTime: string): Window | undefined {
  const [start, end] = [instant(startTime), instant(endTime)]
  if (start === undefined || end === undefined || !(start < end)) return undefined
  return { start, end, durationMs: end.getTime() - start.getTime() }
}

/** An instant that exists: JavaScript alone would read 30 February as 2 March. */
function instant(text: string): Date | undefined {
  const [, toTheSecond] = UTC_TIME.exec(text) ?? []
  const at = new Date(text)
  if (toTheSecond === undefined || Number.isNaN(at.getTime())) return undefined
  return at.toISOString().startsWith(toTheSecond) ? at : undefined
}

/** Milliseconds of an ISO 8601 duration of fixed length, or `undefined`. */
export function millisecondsOf(text: string): number | undefined {
  const found = DURATION.exec(text)
  if (!found) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map(part => Number(part ?? 0))
  const ms = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  return ms > 0 ? ms : undefined
}
