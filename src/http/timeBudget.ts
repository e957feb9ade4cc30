import { type Clock, systemClock } from '../time/clock.ts'
import { type Duration, describeDuration } from '../time/duration.ts'

/** A time limit for several requests together, including retries and waits. It starts with the first request. */
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

  /** Settles like the work, or rejects with `late()` if the time is up first. */
  async race<T>(work: Promise<T>, late: () => Error): Promise<T> {
    let cancel = () => {}
    const alarm = new Promise<never>((_, reject) => {
      cancel = this.clock.alarm(this.remainingMs(), () => {
        // A timer may fire slightly early, so this also ends the remaining time.
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
