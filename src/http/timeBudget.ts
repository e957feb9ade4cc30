import { type Duration, describeDuration } from '../time/duration.ts'
import { monotonicMs } from './clock.ts'

/** The time that several requests may take together, retries and waiting included. It begins with the first one. */
export class TimeBudget {
  readonly #duration: Duration
  #end: number | undefined
  #isOver = false

  constructor(duration: Duration) {
    this.#duration = duration
  }

  remainingMs(): number {
    const now = monotonicMs()
    this.#end ??= now + this.#duration.ms
    return this.#isOver ? 0 : Math.max(0, this.#end - now)
  }

  describe(): string {
    return `${this.#duration.iso} (${describeDuration(this.#duration)})`
  }

  /** Settles as the work does, or rejects with `late()` when the time is up first. */
  async race<T>(work: Promise<T>, late: () => Error): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const alarm = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        // Timers may fire a little early: from here on there is nothing left all the same.
        this.#isOver = true
        reject(late())
      }, this.remainingMs())
    })
    try {
      return await Promise.race([work, alarm])
    } finally {
      clearTimeout(timer)
    }
  }
}
