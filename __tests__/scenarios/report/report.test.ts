import { expect, test } from '@jest/globals'
import { API, answering, definition, gate, SLO } from '../../support/scenario.ts'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const CRITICAL = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' }
const WARNING = { level: 'WARNING', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' }
const files = {
  'slo.json': definition({ name: 'CRM lookups', burnRateAlerts: [CRITICAL, WARNING], minimumEvents: 10 })
}
const BURN_RATES: Record<number, number> = { 43200: 0.6, 5: 20, 360: 7, 30: 1 / 3 }
const slos = { [SLO]: ({ durationMs }: { durationMs: number }) => BURN_RATES[durationMs / 60_000] }

test('the report holds every number of the decision, unrounded', async () => {
  const run = await gate({ slos }, { inputs: { 'slo-file': 'slo.json', 'max-burn-rate': '1.5' }, files })

  const { decision, verdict, reason } = run.outputs
  expect(run.report).toMatchObject({
    version: 1,
    generatedAt: TIME,
    mode: 'enforce',
    decision,
    verdict,
    reason,
    policy: { maxBurnRate: 1.5, onError: 'block', onNoData: 'block' },
    slos: [
      {
        id: SLO,
        name: 'CRM lookups',
        target: 99.5,
        source: 'genesys-observability',
        events: null,
        window: { start: TIME, end: run.report.generatedAt, duration: 'PT720H' },
        burnRate: 0.6,
        budgetRemaining: 40,
        budgetHealth: 1,
        verdict: 'burning',
        reason,
        alerts: [
          { level: 'CRITICAL', threshold: 14.6, window: 'PT5M', burnRate: 20, firing: true },
          { level: 'WARNING', threshold: 6, window: 'PT6H', burnRate: 7, shortBurnRate: 1 / 3, firing: false }
        ]
      }
    ]
  })
  expect(run.report).toHaveProperty('maintenance')
})

test('the report names every request, each attempt of its own', async () => {
  const answers = [503, 200]
  const intercept = answering(API, () => ({ status: answers.shift() ?? 200, body: { burnRate: 0.4 } }))
  const run = await gate({ intercept })

  const startedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
  const asked = { status: 200, durationMs: expect.any(Number), attempt: 1, startedAt }
  const url = run.genesys.url + (run.genesys.burnRateRequests()[0]?.path ?? '')
  expect(run.report.requests).toEqual([
    { ...asked, id: 1, method: 'POST', url: `${run.genesys.url}/oauth/token` },
    { ...asked, id: 2, method: 'GET', url, status: 503 },
    { ...asked, id: 3, method: 'GET', url, attempt: 2 }
  ])
})

test('the report says null where nothing is known', async () => {
  const run = await gate({ slos: {} })

  const [slo] = run.report.slos
  expect(slo).toMatchObject({ target: null, events: null, burnRate: null, budgetRemaining: null })
  expect(slo).toMatchObject({ budgetHealth: null, alerts: [], verdict: 'source-error' })
})

test('every request says who asks', async () => {
  const { genesys } = await gate({ slos: { [SLO]: 0.4 } })

  const agents = genesys.requests.map(({ headers }) => headers['user-agent'])
  expect(agents).toEqual(Array(2).fill(expect.stringMatching(/^error-budget-gate\/\d/)))
})
