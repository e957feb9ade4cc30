import type { Clock } from '../time/clock.ts'
import { MINUTE } from '../time/duration.ts'

/** Runs work when its turn comes. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** Work that was not started, because its turn did not come in time. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

interface Options {
  /** GitHub has a secondary limit. */
  readonly perMinute: number
  readonly clock: Clock
  /** No work starts after this time, in milliseconds of the monotonic clock. */
  readonly until: number
}

/** Runs writes one at a time, at most `perMinute` of them in a minute. */
export function throttle({ perMinute, clock, until }: Options): Turn {
  let last: Promise<unknown> = Promise.resolve()
  let count = 0
  let minuteBegan = Number.NEGATIVE_INFINITY
  return work => {
    const turn = last.then(async () => {
      const next = count % perMinute === 0 ? minuteBegan + MINUTE : minuteBegan
      const wait = Math.max(0, next - clock.monotonicMs())
      if (clock.monotonicMs() + wait >= until) throw new OutOfTime('there is no time left')
      if (wait > 0) await clock.sleep(wait)
      if (count % perMinute === 0) minuteBegan = clock.monotonicMs()
      count += 1
      return work()
    })
    last = turn.catch(() => undefined)
    return turn
  }
}
