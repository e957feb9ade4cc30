import type { Clock } from '../../src/time/clock.ts'

export interface TestClock extends Clock {
  /** Lets time pass at once. Alarms that are due by then go off. */
  pass(ms: number): void
}

let current: Clock | undefined

/** Runs something on a clock, which servers of this process tell the time by as well. */
export async function runningOn<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  current = clock
  try {
    return await work()
  } finally {
    current = undefined
  }
}

/** The time on the clock of the run that is under way, else the real one. */
export const currentTime = (): Date => current?.now() ?? new Date()

/** A clock on which nothing waits: a sleep moves it forward instead. Otherwise it runs as the real one does. */
export function testClock(): TestClock {
  let ahead = 0
  const alarms = new Map<() => void, number>()
  const monotonicMs = () => performance.now() + ahead

  function pass(ms: number): void {
    ahead += Math.max(0, ms)
    const due = [...alarms].filter(([, at]) => at <= monotonicMs())
    for (const [goOff] of due) goOff()
  }
  return {
    now: () => new Date(Date.now() + ahead),
    monotonicMs,
    pass,
    sleep: async ms => {
      const end = monotonicMs() + ms
      // What is on its way arrives first; and another sleep may move the clock meanwhile.
      await settled()
      pass(end - monotonicMs())
    },
    alarm: (ms, action) => {
      const cancel = () => {
        clearTimeout(timer)
        alarms.delete(goOff)
      }
      const goOff = () => {
        cancel()
        action()
      }
      const timer = setTimeout(goOff, ms)
      alarms.set(goOff, monotonicMs() + ms)
      return cancel
    }
  }
}

/** Enough turns of the event loop for a request that is on its way to be answered, however busy the machine. */
async function settled(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 1))
  for (let turn = 0; turn < 20; turn++) await new Promise<void>(resolve => setImmediate(resolve))
}
