import { HOUR } from '../time/duration.ts'
import { type Interval, lengthOf } from '../time/interval.ts'

const STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 168].map(hours => hours * HOUR)
const MOST_STEPS = 45

/** The length of a part, in milliseconds: it divides the window evenly into few enough parts for a chart. */
export function stepOf(interval: Interval): number | undefined {
  const length = lengthOf(interval)
  return STEPS.find(step => length % step === 0 && length / step <= MOST_STEPS && length > step)
}

/** The end of each part, in milliseconds since the epoch. */
export function endsOf(interval: Interval, step: number): readonly number[] {
  const count = lengthOf(interval) / step
  return Array.from({ length: count }, (_, index) => interval.start.getTime() + (index + 1) * step)
}
