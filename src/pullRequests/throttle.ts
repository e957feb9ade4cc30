import type { Clock } from '../time/clock.ts'
import { MINUTE } from '../time/duration.ts'

/** Runs a piece of work when its turn comes. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** Runs writes one at a time, at most `perMinute` of them in a minute (GitHub's secondary limit). */
export function throttle(perMinute: number, clock: Clock): Turn {
  let last: Promise<unknown> = Promise.resolve()
  let count = 0
  return work => {
    const turn = last.then(async () => {
      if (count > 0 && count % perMinute === 0) await clock.sleep(MINUTE)
      count += 1
      return work()
    })
    last = turn.catch(() => undefined)
    return turn
  }
}
