// Waits that a server asks for. They take no time: the run is on a clock that a wait moves forward.
import { expect, test } from '@jest/globals'
import { runClock } from '../../../simulator/harness/inProcess.ts'
import { expectBlocked, status } from '../../support/faults.ts'
import { API, answering, gate, SLO } from '../../support/scenario.ts'

const ASKS_FOR_A_SECOND = status(429, { 'retry-after': '1' })

test('a server that asks for each wait is asked more than five times', async () => {
  const faults = Array(6).fill(ASKS_FOR_A_SECOND)
  const run = await gate({ slos: { [SLO]: 0.4 }, intercept: answering(API, () => faults.shift()) })

  expect(run.outputs['verdict']).toBe('healthy')
  expect(run.genesys.burnRateRequests()).toHaveLength(7)
  expect(run.durationMs).toBeGreaterThan(6_000)
})

test('a server that asks for a wait each time is given up when the next one would be too late', async () => {
  const run = await gate({ intercept: answering(API, ASKS_FOR_A_SECOND) }, { inputs: { timeout: 'PT3S' } })

  expectBlocked(run, /the next attempt would be in [12] s, past the time budget of PT3S/)
  expect(run.genesys.burnRateRequests()).toHaveLength(3)
})

test('a server that asks to wait until a date is asked again only then', async () => {
  const asked: number[] = []
  // A date has no parts of a second.
  const date = new Date(Math.ceil(Date.now() / 1000 + 3) * 1000)
  const reply = () => {
    asked.push(runClock().now().getTime())
    return status(429, { 'retry-after': date.toUTCString() })
  }
  const run = await gate({ intercept: answering(API, reply) })

  expectBlocked(run, 'after 5 attempts')
  expect(asked).toHaveLength(5)
  expect(asked[1]).toBeGreaterThanOrEqual(date.getTime())
})

const SLOS = 1_000
const PER_MINUTE = 300
const MINUTE = 60_000
const MINUTES_TO_WAIT = Math.ceil(SLOS / PER_MINUTE) - 1
/** Ten requests are under way at a time: no more than these can meet a full minute. */
const AT_A_TIME = 10

test('a thousand SLOs are all read where 300 requests a minute are allowed, in the time that takes', async () => {
  const ids = Array.from({ length: SLOS }, (_, index) => `slo-${index}`)
  const slos = Object.fromEntries(ids.map((id, index) => [id, index / (2 * SLOS)]))
  const limit = { requestsPerMinute: PER_MINUTE, monotonicMs: () => runClock().monotonicMs() }
  const run = await gate({ slos, ...limit }, { inputs: { 'slo-id': ids.join('\n'), timeout: 'PT10M' } })

  expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  const burnRates = run.report.slos.map((slo: { id: string; burnRate: number }) => [slo.id, slo.burnRate])
  expect(Object.fromEntries(burnRates)).toEqual(slos)

  const attempts = run.report.requests as { status: number }[]
  const refused = attempts.filter(({ status }) => status === 429)
  expect(attempts).toHaveLength(1 + SLOS + refused.length)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThanOrEqual(AT_A_TIME * MINUTES_TO_WAIT)
  expect(run.durationMs).toBeGreaterThan((MINUTES_TO_WAIT - 1) * MINUTE)
  expect(run.durationMs).toBeLessThan((MINUTES_TO_WAIT + 1) * MINUTE)
})
