/** Tells the time and waits. Tests use their own clock, which does not really wait. */
export interface Clock {
  now(): Date
  /** Milliseconds on a clock that never goes backwards. */
  monotonicMs(): number
  sleep(ms: number): Promise<void>
  /** Runs an action after some milliseconds, unless the returned function is called first. */
  alarm(ms: number, action: () => void): () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
  alarm: (ms, action) => {
    const timer = setTimeout(action, ms)
    return () => clearTimeout(timer)
  }
}
