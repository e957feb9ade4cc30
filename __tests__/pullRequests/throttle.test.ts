import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { Pace } from '../../src/pullRequests/throttle.ts'

const MINUTE = 60_000

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** Work that takes a while, and notes when it begins. */
function worker(ms = 0) {
  const begun: number[] = []
  let running = 0
  let most = 0
  const work =
    (name: number, fails = false) =>
    async () => {
      begun.push(name)
      running += 1
      most = Math.max(most, running)
      if (ms > 0) await new Promise(resolve => setTimeout(resolve, ms))
      running -= 1
      if (fails) throw new Error(`no ${name}`)
      return name
    }
  return { begun, work, most: () => most }
}

describe('writes', () => {
  it('come one after the other, in the order in which they were asked for', async () => {
    const { next } = new Pace(10)
    const { begun, work, most } = worker(100)
    const all = Promise.all([1, 2, 3].map(name => next(work(name))))
    await jest.advanceTimersByTimeAsync(299)
    expect(begun).toEqual([1, 2, 3])
    await jest.advanceTimersByTimeAsync(1)
    expect(await all).toEqual([1, 2, 3])
    expect(most()).toBe(1)
  })

  it('are never more in a minute than are allowed, and none is lost', async () => {
    const { next } = new Pace(3)
    const { begun, work } = worker()
    const numbers = Array.from({ length: 8 }, (_, index) => index)
    const all = Promise.all(numbers.map(name => next(work(name))))
    await jest.advanceTimersByTimeAsync(0)
    expect(begun).toHaveLength(3)
    await jest.advanceTimersByTimeAsync(MINUTE - 1)
    expect(begun).toHaveLength(3)
    await jest.advanceTimersByTimeAsync(1)
    expect(begun).toHaveLength(6)
    await jest.advanceTimersByTimeAsync(MINUTE - 1)
    expect(begun).toHaveLength(6)
    await jest.advanceTimersByTimeAsync(1)
    expect(await all).toEqual(numbers)
  })

  it('wait for nothing while there are few of them', async () => {
    const { next } = new Pace(3)
    const { work } = worker()
    expect(await Promise.all([1, 2, 3].map(name => next(work(name))))).toEqual([1, 2, 3])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('go on after one that failed, which fails for the one who asked for it', async () => {
    const { next } = new Pace(2)
    const { begun, work } = worker()
    const all = Promise.allSettled([next(work(1, true)), next(work(2)), next(work(3, true)), next(work(4))])
    await jest.advanceTimersByTimeAsync(MINUTE)
    const settled = await all
    expect(begun).toEqual([1, 2, 3, 4])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(settled[0]).toMatchObject({ reason: new Error('no 1') })
  })

  it('each have a pace of their own', async () => {
    const { work } = worker()
    const [one, other] = [new Pace(1), new Pace(1)]
    expect(await Promise.all([one.next(work(1)), other.next(work(2))])).toEqual([1, 2])
  })
})
