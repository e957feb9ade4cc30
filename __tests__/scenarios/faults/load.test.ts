import { expect, test } from '@jest/globals'
import { gate } from '../../support/scenario.ts'

const SLOS = 1_000
const PER_MINUTE = 300
/** A minute of three seconds: what counts is how often the gate has to wait for the next one. */
const MINUTE_MS = 3_000
const MINUTES_TO_WAIT = Math.ceil(SLOS / PER_MINUTE) - 1
/** Retry-After comes in whole seconds, and each waits a little longer so that not all come back at once. */
const LATE_MS = 1_250
/** Ten requests are under way at a time: no more than these can meet a full minute. */
const AT_A_TIME = 10

test('a thousand SLOs are all read where 300 requests a minute are allowed, in the time that takes', async () => {
  const ids = Array.from({ length: SLOS }, (_, index) => `slo-${index}`)
  const slos = Object.fromEntries(ids.map((id, index) => [id, index / (2 * SLOS)]))
  const limit = { requestsPerMinute: PER_MINUTE, minuteMs: MINUTE_MS }
  const run = await gate({ slos, ...limit }, { inputs: { 'slo-id': ids.join('\n') } })

  expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  const burnRates = run.report.slos.map((slo: { id: string; burnRate: number }) => [slo.id, slo.burnRate])
  expect(Object.fromEntries(burnRates)).toEqual(slos)

  const attempts = run.report.requests as { status: number }[]
  const refused = attempts.filter(({ status }) => status === 429)
  expect(attempts).toHaveLength(1 + SLOS + refused.length)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThanOrEqual(AT_A_TIME * MINUTES_TO_WAIT)

  const least = MINUTES_TO_WAIT * MINUTE_MS
  expect(run.durationMs).toBeGreaterThan(least - MINUTE_MS)
  expect(run.durationMs).toBeLessThan(least + MINUTES_TO_WAIT * LATE_MS + MINUTE_MS)
})
