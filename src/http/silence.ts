import type { Clock } from '../time/clock.ts'
import { SECOND } from '../time/duration.ts'
import { HttpFailure } from './failure.ts'

/** A server that sends nothing for this long is given up. */
const LONGEST = 15 * SECOND

export interface Silence {
  /** Restarts the time, because data arrived. */
  readonly broken: () => void
  /** Stops watching. */
  readonly end: () => void
}

/** Fails an exchange that is silent for too long, from the connection to the end of the answer. */
export function watchSilence(clock: Clock, give: (failure: HttpFailure) => void): Silence {
  const goOff = () =>
    give(new HttpFailure(`it sent nothing for ${LONGEST / SECOND} seconds`, { isTransient: true }))
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
