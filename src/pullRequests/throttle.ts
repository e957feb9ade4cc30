import { type Clock, systemClock } from '../time/clock.ts'
import { MINUTE } from '../time/duration.ts'

/** One after the other, and no more of them in a minute than GitHub lets anybody write. */
export class Pace {
  readonly #most: number
  readonly #clock: Clock
  #last: Promise<unknown> = Promise.resolve()
  #written = 0

  constructor(most: number, clock: Clock = systemClock) {
    this.#most = most
    this.#clock = clock
  }

  readonly next = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = this.#last.then(async () => {
      if (this.#written > 0 && this.#written % this.#most === 0) {
        await this.#clock.sleep(MINUTE)
      }
      this.#written += 1
      return work()
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
