import { type Clock, systemClock } from '../time/clock.ts'
import { type Duration, describeDuration } from '../time/duration.ts'

/** The time that several requests may take together, retries and waiting included. It begins with the first one. */
export class TimeBudget {
  readonly clock: Clock
  readonly #duration: Duration
  #end: number | undefined
  #isOver = false

  constructor(duration: Duration, clock: Clock = systemClock) {
    this.#duration = duration
    this.clock = clock
  }

  remainingMs(): number {
    const now = this.clock.monotonicMs()
    this.#end ??= now + this.#duration.ms
    return this.#isOver ? 0 : Math.max(0, this.#end - now)
  }

  describe(): string {
    return `${this.#duration.iso} (${describeDuration(this.#duration)})`
  }

  /** Settles as the work does, or rejects with `late()` when the time is up first. */
  async race<T>(work: Promise<T>, late: () => Error): Promise<T> {
    let cancel = () => {}
    const alarm = new Promise<never>((_, reject) => {
      cancel = this.clock.alarm(this.remainingMs(), () => {
        // Timers may fire a little early: from here on there is nothing left all the same.
        this.#isOver = true
        reject(late())
      })
    })
    try {
      return await Promise.race([work, alarm])
    } finally {
      cancel()
    }
  }
}
