/** A length of time: in ISO 8601 and in milliseconds. */
export interface Duration {
  readonly iso: string
  readonly ms: number
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

/**
 * Reads an ISO 8601 duration of fixed length, such as `PT5M`, `P30D` or `PT720H`. Whole units may also be written
 * as Prometheus writes them: `30d`, `1h30m`. Years and months are refused because their length is not fixed.
 *
 * @returns undefined for anything that is not a positive duration of fixed length
 */
export function parseDuration(text: string): Duration | undefined {
  // No real duration is longer, and matching a long text would be slow.
  if (text.length > 50) return undefined
  const iso = isoOf(text)
  const parts = FIXED_LENGTH.exec(iso)?.groups
  if (parts === undefined) return undefined
  const ms = UNITS.reduce((sum, [name, size]) => sum + Number(parts[name]?.replace(',', '.') ?? 0) * size, 0)
  const whole = Math.round(ms)
  return whole > 0 && Number.isSafeInteger(whole) ? { iso, ms: whole } : undefined
}

/** Whole units as Prometheus writes them. */
export const SHORT = /^(?=\d)(?<date>(\d+w)?(\d+d)?)(?<time>(\d+h)?(\d+m)?(\d+s)?)$/

/** Converts the short form to ISO 8601; other text is returned unchanged. */
function isoOf(text: string): string {
  const { date = '', time = '' } = SHORT.exec(text)?.groups ?? {}
  if (date === '' && time === '') return text
  return `P${date}${time && `T${time}`}`.replace(/(?<=\D)0+(?=\d)/g, '').toUpperCase()
}

/** ISO 8601 in units of fixed length. */
export const FIXED_LENGTH =
  /^P(?=\d|T\d)((?<weeks>\d+)W)?((?<days>\d+([.,]\d+)?)D)?(T(?=\d)((?<hours>\d+([.,]\d+)?)H)?((?<minutes>\d+([.,]\d+)?)M)?((?<seconds>\d+([.,]\d+)?)S)?)?$/

/** The groups of `FIXED_LENGTH`, with their length in milliseconds. */
const UNITS: readonly [string, number][] = [
  ['weeks', WEEK],
  ['days', DAY],
  ['hours', HOUR],
  ['minutes', MINUTE],
  ['seconds', SECOND]
]

/** Writes a duration in ISO 8601, in the largest unit that divides it: `P30D`, `PT5M`. */
export function isoDuration(ms: number): string {
  if (ms % DAY === 0) return `P${ms / DAY}D`
  if (ms % HOUR === 0) return `PT${ms / HOUR}H`
  return ms % MINUTE === 0 ? `PT${ms / MINUTE}M` : `PT${ms / SECOND}S`
}

/** One hour: the window that shows whether a failure is still going on. */
export const LAST_HOUR: Duration = { iso: 'PT1H', ms: HOUR }

/** Describes a duration for people in the largest unit that divides it: `30 days`, `5 minutes`, `36 hours`. */
export function describeDuration({ ms }: Pick<Duration, 'ms'>): string {
  const units: readonly [string, number][] = [
    ['day', DAY],
    ['hour', HOUR],
    ['minute', MINUTE],
    ['second', SECOND]
  ]
  const [unit, size] = units.find(([, size]) => ms % size === 0) ?? ['millisecond', 1]
  const count = ms / size
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
