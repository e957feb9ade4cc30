import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { OutOfTime, throttle } from '../../src/pullRequests/throttle.ts'
import { systemClock } from '../../src/time/clock.ts'

const MINUTE = 60_000

const throttleTo = (perMinute: number, until = Number.POSITIVE_INFINITY) =>
  throttle({ perMinute, clock: systemClock, until })

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** Work that takes a while and records when it begins. */
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
  it('run one at a time, in the order in which they were asked for', async () => {
    const turn = throttleTo(10)
    const { begun, work, most } = worker(100)
    const all = Promise.all([1, 2, 3].map(name => turn(work(name))))
    await jest.advanceTimersByTimeAsync(299)
    expect(begun).toEqual([1, 2, 3])
    await jest.advanceTimersByTimeAsync(1)
    expect(await all).toEqual([1, 2, 3])
    expect(most()).toBe(1)
  })

  it('are at most so many in a minute, and none is lost', async () => {
    const turn = throttleTo(3)
    const { begun, work } = worker()
    const numbers = Array.from({ length: 8 }, (_, index) => index)
    const all = Promise.all(numbers.map(name => turn(work(name))))
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

  it('do not wait while there are few of them', async () => {
    const turn = throttleTo(3)
    const { work } = worker()
    expect(await Promise.all([1, 2, 3].map(name => turn(work(name))))).toEqual([1, 2, 3])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('go on after one that failed, and its caller gets the error', async () => {
    const turn = throttleTo(2)
    const { begun, work } = worker()
    const all = Promise.allSettled([turn(work(1, true)), turn(work(2)), turn(work(3, true)), turn(work(4))])
    await jest.advanceTimersByTimeAsync(MINUTE)
    const settled = await all
    expect(begun).toEqual([1, 2, 3, 4])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(settled[0]).toMatchObject({ reason: new Error('no 1') })
  })

  it('do not wait for those of another throttle', async () => {
    const { work } = worker()
    expect(await Promise.all([throttleTo(1)(work(1)), throttleTo(1)(work(2))])).toEqual([1, 2])
  })

  it('begin each minute a minute after the last one began, however long they take', async () => {
    const turn = throttleTo(2)
    const { begun, work } = worker(20_000)
    const all = Promise.all([1, 2, 3].map(name => turn(work(name))))
    await jest.advanceTimersByTimeAsync(MINUTE - 1)
    expect(begun).toEqual([1, 2])
    await jest.advanceTimersByTimeAsync(1)
    expect(begun).toEqual([1, 2, 3])
    await jest.advanceTimersByTimeAsync(20_000)
    await all
  })

  it('do not begin, and do not wait, when their turn would come too late', async () => {
    const turn = throttleTo(2, performance.now() + 2 * MINUTE)
    const { begun, work } = worker()
    const all = Promise.allSettled([1, 2, 3, 4, 5, 6].map(name => turn(work(name))))
    await jest.advanceTimersByTimeAsync(MINUTE)
    expect((await all).map(one => (one.status === 'rejected' ? one.reason : one.value))).toEqual([
      ...[1, 2, 3, 4],
      ...[expect.any(OutOfTime), expect.any(OutOfTime)]
    ])
    expect(begun).toEqual([1, 2, 3, 4])
    expect(jest.getTimerCount()).toBe(0)
  })
})
