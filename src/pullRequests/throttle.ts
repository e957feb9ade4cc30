import { MINUTE } from '../time/duration.ts'

/** One after the other, and no more of them in a minute than GitHub lets anybody write. */
export class Pace {
  readonly #most: number
  #last: Promise<unknown> = Promise.resolve()
  #written = 0

  constructor(most: number) {
    this.#most = most
  }

  readonly next = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = this.#last.then(async () => {
      if (this.#written > 0 && this.#written % this.#most === 0) {
        await new Promise(resolve => setTimeout(resolve, MINUTE))
      }
      this.#written += 1
      return work()
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
