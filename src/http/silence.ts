import type { Clock } from '../time/clock.ts'
import { SECOND } from '../time/duration.ts'
import { HttpFailure } from './failure.ts'

/** A peer that says nothing for this long is given up. */
const LONGEST = 15 * SECOND

export interface Silence {
  /** Something was heard, so the time begins anew. */
  readonly broken: () => void
  /** Nothing more is waited for. */
  readonly end: () => void
}

/** Watches over an exchange, from before the connection is made until the whole answer is there. */
export function watchSilence(clock: Clock, give: (failure: HttpFailure) => void): Silence {
  const goOff = () =>
    give(new HttpFailure(`it said nothing for ${LONGEST / SECOND} seconds`, { isTransient: true }))
  let cancel = clock.alarm(LONGEST, goOff)
  let isOver = false
  return {
    broken: () => {
      cancel()
      if (!isOver) cancel = clock.alarm(LONGEST, goOff)
    },
    end: () => {
      isOver = true
      cancel()
    }
  }
}
