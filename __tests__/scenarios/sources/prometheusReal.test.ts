import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Prometheus, prometheusBinary, startPrometheus } from '../../support/realPrometheus.ts'
import { definition, run } from '../../support/scenario.ts'

const REQUESTS = 'prometheus_http_requests_total'
const OK = `${REQUESTS}{code=~"2.."}`
const FAILED = `${REQUESTS}{code!~"2.."}`
const source = {
  type: 'prometheus',
  good: `sum(increase(${OK}[$window]))`,
  total: `sum(increase(${REQUESTS}[$window]))`
}

if (prometheusBinary() === undefined) {
  const notRun =
    'A real Prometheus was NOT tested: this machine has no prometheus (apt-get install prometheus)'
  console.warn(notRun)
  test.skip(notRun, () => undefined)
} else {
  // The second test spoils the numbers of the first: they share one server, so the order counts.
  describe('an SLO over the HTTP requests of a real Prometheus, which scrapes itself', () => {
    let prometheus: Prometheus
    beforeAll(async () => {
      prometheus = await startPrometheus()
    })
    afterAll(() => prometheus?.stop())

    test('is healthy while every request succeeds', async () => {
      await ask('vector(1)', 200, () => holds(`sum(increase(${OK}[1m])) > 10`))
      const measured = await gate()

      expect(measured.outputs).toMatchObject({
        decision: 'allow',
        verdict: 'healthy',
        'burn-rate': '0',
        'budget-remaining': '100',
        'budget-health': '1'
      })
      expect(measured.exitCode).toBe(0)
      const { events } = measured.report.slos[0]
      expect(events.total).toBeGreaterThan(10)
      expect(events.good).toBe(events.total)
    })

    test('is exhausted once requests fail', async () => {
      await ask('no PromQL', 400, () => holds(`sum(increase(${FAILED}[1m])) > 10`))
      const measured = await gate()

      expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
      expect(measured.exitCode).toBe(1)
      const { burnRate, events } = measured.report.slos[0]
      expect(events.total - events.good).toBeGreaterThan(10)
      expect(burnRate).toBeCloseTo((100 * (1 - events.good / events.total)) / 0.5)
      expect(Number(measured.outputs['burn-rate'])).toBeCloseTo(burnRate)
    })

    test('cannot be read when the real parser refuses the query', async () => {
      const broken = { type: 'prometheus', errorRatio: 'rate(up[$window]' }
      const measured = await gate(broken)

      expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
      expect(measured.outputs['reason']).toContain('parse error')
    })

    test('has nothing to measure where the real server knows no such series', async () => {
      const unknown = { type: 'prometheus', errorRatio: 'sum(rate(no_such_metric[$window]))' }
      const measured = await gate(unknown)

      expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'no-data' })
    })

    function gate(from: object = source) {
      const files = { 'slo.json': definition({ timeWindow: 'PT1M', source: from }) }
      return run({ inputs: { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url }, files })
    }

    /** Sends a query again and again, until it has shown in the server's own numbers. */
    async function ask(query: string, status: number, isSeen: () => Promise<boolean>): Promise<void> {
      const body = new URLSearchParams({ query }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      while (!(await isSeen())) {
        const response = await fetch(`${prometheus.url}/api/v1/query`, { method: 'POST', body, headers })
        expect(response.status).toBe(status)
        await sleep(20)
      }
    }

    async function holds(promql: string): Promise<boolean> {
      const series = await prometheus.query(promql)
      return Array.isArray(series) && series.length > 0
    }
  })
}
