import { DAY, HOUR, MINUTE, SECOND, WEEK } from '../../time/duration.ts'

const YEAR = 365 * DAY

const UNITS: readonly (readonly [string, number])[] = [
  ['d', DAY],
  ['h', HOUR],
  ['m', MINUTE],
  ['s', SECOND]
]

/** A duration in PromQL: the largest unit that divides it, such as `30d` or `5m`. */
export function promDuration(ms: number): string {
  const [unit, size] = UNITS.find(([, size]) => ms % size === 0) ?? ['ms', 1]
  return `${ms / size}${unit}`
}

/** A duration as Prometheus' own library prints it in the names of rules: `4w`, `30d`, `1h4m`. */
export function ruleDuration(ms: number): string {
  if (ms % YEAR === 0) return `${ms / YEAR}y`
  if (ms % WEEK === 0) return `${ms / WEEK}w`
  let left = ms
  return UNITS.map(([unit, size]) => {
    const count = Math.floor(left / size)
    left -= count * size
    return count > 0 ? `${count}${unit}` : ''
  }).join('')
}
