import { describe, expect, test } from '@jest/globals'
import type { GateOptions, GateRun } from '../../../simulator/harness/workspace.ts'
import {
  type Answer,
  type FakePrometheus,
  type FakePrometheusOptions,
  startFakePrometheus
} from '../../support/fakePrometheus.ts'
import { annotations, definition, gate, run, SLO } from '../../support/scenario.ts'

const COUNTS = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }
const RATIO = { type: 'prometheus', errorRatio: 'ratio[$window]' }
const NONE: readonly number[] = []

interface PrometheusRun extends GateRun {
  prometheus: FakePrometheus
}

/** Answers of the fake by query, without the window. */
type Answers = Record<string, Answer>

const byName = (answers: Answers) => (query: string) => answers[query.replace(/\[.*/, '')] ?? NONE

interface Row {
  title: string
  source: object
  answers: Answers
  says: string[]
}

describe('the burn rate is made', () => {
  test.each([
    ['of good and total events', COUNTS, { good: 999, total: 1000 }, '0.2', { good: 999, total: 1000 }],
    ['of an error ratio', RATIO, { ratio: 0.001 }, '0.2', null],
    ['of an error ratio of 0', RATIO, { ratio: 0 }, '0', null],
    [
      'of fractions of events, as increase() gives them',
      COUNTS,
      { good: 99.9, total: 100 },
      '0.2',
      expect.anything()
    ],
    ['of a number with an exponent', RATIO, { ratio: 1e-7 }, '0.00002', null],
    [
      'of good events that pass the total by float noise',
      COUNTS,
      { good: 100.00000000001, total: 100 },
      '0',
      expect.anything()
    ]
  ])('%s', async (_title, source, answers, burnRate, events) => {
    const measured = await gateOn({ answer: byName(answers) }, { source })

    expect(measured.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': burnRate })
    expect(measured.report.slos[0]).toMatchObject({ source: 'prometheus', events })
  })

  test('and it is exhausted when too many events failed', async () => {
    const measured = await gateOn({ answer: byName({ good: 980, total: 1000 }) }, { source: COUNTS })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '4' })
    expect(measured.exitCode).toBe(1)
  })

  test('and an outage is no lack of data: no series of good events while there are events', async () => {
    const measured = await gateOn({ answer: byName({ good: NONE, total: 1000 }) }, { source: COUNTS })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '200' })
    expect(measured.report.slos[0].events).toEqual({ good: 0, total: 1000 })
  })
})

describe('a query', () => {
  const alert = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M', shortDuration: 'PT90S' }
  const source = { type: 'prometheus', errorRatio: 'a[$window] / b[$window]' }

  test('is sent for each window, with the window in the words of PromQL, at the instant of the run', async () => {
    const { prometheus, report } = await gateOn({ answer: () => 0 }, { source, burnRateAlerts: [alert] })

    const at = Date.parse(report.generatedAt) / 1000
    expect(prometheus.queries().toSorted((a, b) => a.query.localeCompare(b.query))).toEqual([
      { query: 'a[30d] / b[30d]', time: at },
      { query: 'a[5m] / b[5m]', time: at },
      { query: 'a[90s] / b[90s]', time: at }
    ])
  })

  test('is a form in the body of a POST, with the token', async () => {
    const { prometheus } = await gateOn(
      { answer: () => 0, token: 'prometheus-token' },
      { source },
      { inputs: { 'prometheus-token': 'prometheus-token' } }
    )

    const [request] = prometheus.requests
    expect(request).toMatchObject({ method: 'POST', path: '/api/v1/query' })
    expect(request?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      authorization: 'Bearer prometheus-token'
    })
  })

  test('has no authorization without a token', async () => {
    const { prometheus } = await gateOn({ answer: () => 0 }, { source })

    expect(prometheus.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test.each(['/select/0/prometheus', '/select/0/prometheus/'])('may go below the path %s', async path => {
    const prometheus = await startFakePrometheus({ answer: () => 0, path: '/select/0/prometheus' })
    const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url + path }
    const measured = await run({ inputs, files: { 'slo.json': definition({ source }) } })
    await prometheus.close()

    expect(measured.outputs['verdict']).toBe('healthy')
  })
})

describe('where there is nothing to measure', () => {
  const rows: Omit<Row, 'says'>[] = [
    { title: 'no series of the total', source: COUNTS, answers: { good: NONE, total: NONE } },
    { title: 'a total of 0', source: COUNTS, answers: { good: 0, total: 0 } },
    { title: 'a total of 0 and no series of good events', source: COUNTS, answers: { good: NONE, total: 0 } },
    { title: 'a total of NaN', source: COUNTS, answers: { good: 1, total: Number.NaN } },
    { title: 'good events of NaN', source: COUNTS, answers: { good: Number.NaN, total: 1000 } },
    { title: 'no series of the ratio', source: RATIO, answers: { ratio: NONE } },
    { title: 'a ratio of NaN, which is 0 / 0', source: RATIO, answers: { ratio: Number.NaN } },
    { title: 'a ratio of +Inf', source: RATIO, answers: { ratio: Number.POSITIVE_INFINITY } },
    { title: 'a ratio of -Inf', source: RATIO, answers: { ratio: Number.NEGATIVE_INFINITY } }
  ]
  test.each(rows)('$title blocks as no-data', async ({ source, answers }) => {
    const measured = await gateOn({ answer: byName(answers) }, { source })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'no-data', 'burn-rate': '' })
    expect(measured.outputs['reason']).toContain(SLO)
    expect(measured.exitCode).toBe(1)
    expect(annotations(measured, 'error')).toEqual([expect.stringContaining('on-no-data')])
  })

  test('it is allowed by on-no-data: allow, with a warning', async () => {
    const options = { inputs: { 'on-no-data': 'allow' } }
    const measured = await gateOn({ answer: byName({ ratio: NONE }) }, { source: RATIO }, options)

    expect(measured.outputs).toMatchObject({ decision: 'allow', verdict: 'no-data' })
    expect(measured.exitCode).toBe(0)
    expect(annotations(measured, 'warning')).toEqual([expect.stringContaining(SLO)])
  })

  test('in the window of an alert, that alert is quiet', async () => {
    const alert = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' }
    const answer = (query: string) => (query.includes('[5m]') ? NONE : 0.001)
    const measured = await gateOn({ answer }, { source: RATIO, burnRateAlerts: [alert] })

    expect(measured.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(measured.report.slos[0].alerts).toEqual([
      expect.objectContaining({ burnRate: null, firing: false })
    ])
  })
})

describe('what is no answer blocks as source-error', () => {
  const raw = (body: unknown, status = 200): Answer => ({ raw: { status, body } })
  const success = (data: unknown) => raw({ status: 'success', data })
  const one = (value: unknown) => success({ resultType: 'vector', result: [{ metric: {}, value }] })
  const rows: Row[] = [
    { title: 'two series', source: RATIO, answers: { ratio: [0, 0] }, says: ['2 series', 'sum('] },
    {
      title: 'two series of good events',
      source: COUNTS,
      answers: { good: [1, 1], total: 2 },
      says: ['2 series']
    },
    {
      title: 'two series of all events',
      source: COUNTS,
      answers: { good: 1, total: [1, 1] },
      says: ['2 series']
    },
    { title: 'a ratio above 1', source: RATIO, answers: { ratio: 1.5 }, says: ['1.5', 'above 1'] },
    { title: 'a ratio below 0', source: RATIO, answers: { ratio: -0.5 }, says: ['-0.5', 'negative'] },
    {
      title: 'more good events than events',
      source: COUNTS,
      answers: { good: 11, total: 10 },
      says: ['11', '10']
    },
    {
      title: 'good events where there are none',
      source: COUNTS,
      answers: { good: 1, total: 0 },
      says: ['1', '0']
    },
    {
      title: 'good events and no series of all',
      source: COUNTS,
      answers: { good: 1, total: NONE },
      says: [SLO]
    },
    { title: 'negative good events', source: COUNTS, answers: { good: -1, total: 10 }, says: ['-1'] },
    { title: 'negative events', source: COUNTS, answers: { good: 0, total: -10 }, says: ['-10'] },
    {
      title: 'an error in words',
      source: RATIO,
      answers: { ratio: { status: 400, error: '1:7: parse error: unexpected "["' } },
      says: ['HTTP 400', 'parse error', 'ratio[30d]', 'check the PromQL']
    },
    {
      title: 'a query that takes too long',
      source: RATIO,
      answers: { ratio: { status: 422, error: 'query processing would load too many samples' } },
      says: ['HTTP 422', 'too many samples']
    },
    {
      title: 'an error with status 200',
      source: RATIO,
      answers: { ratio: { status: 200, error: 'no' } },
      says: ['"no"']
    },
    {
      title: '401',
      source: RATIO,
      answers: { ratio: raw('no', 401) },
      says: ['HTTP 401', 'prometheus-token']
    },
    {
      title: '403',
      source: RATIO,
      answers: { ratio: raw('no', 403) },
      says: ['HTTP 403', 'prometheus-token']
    },
    { title: '404', source: RATIO, answers: { ratio: raw('no', 404) }, says: ['HTTP 404', 'prometheus-url'] },
    {
      title: 'a status that is none',
      source: RATIO,
      answers: { ratio: raw({ status: 'partial' }) },
      says: ['HTTP 200']
    },
    {
      title: 'a value beyond all numbers',
      source: RATIO,
      answers: { ratio: one([Date.now() / 1_000, '1e999']) },
      says: ['Infinity']
    },
    { title: 'no data', source: RATIO, answers: { ratio: success(undefined) }, says: ['no vector'] },
    {
      title: 'a range',
      source: RATIO,
      answers: { ratio: success({ resultType: 'matrix', result: [] }) },
      says: ['no vector']
    },
    { title: 'no value', source: RATIO, answers: { ratio: one(undefined) }, says: ['no value'] },
    { title: 'a value that is a number', source: RATIO, answers: { ratio: one([1, 0]) }, says: ['no value'] },
    {
      title: 'a value that is no number',
      source: RATIO,
      answers: { ratio: one([1, 'zero']) },
      says: ['zero']
    },
    { title: 'a value that is empty', source: RATIO, answers: { ratio: one([1, '']) }, says: [SLO] }
  ]
  test.each(rows)('$title', async ({ source, answers, says }) => {
    const measured = await gateOn({ answer: byName(answers) }, { source })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
    expect(measured.exitCode).toBe(1)
    for (const word of [SLO, ...says]) expect(measured.outputs['reason']).toContain(word)
    expect(measured.prometheus.requests).toHaveLength(source === COUNTS ? 2 : 1)
  })
})

describe('too little traffic', () => {
  test.each([
    ['fewer events than needed, all failed', 99, 0, 'low-traffic'],
    ['exactly as many as needed, all failed', 100, 0, 'exhausted']
  ])('%s', async (_title, total, good, verdict) => {
    const measured = await gateOn({ answer: byName({ good, total }) }, { source: COUNTS, minimumEvents: 100 })

    expect(measured.outputs['verdict']).toBe(verdict)
    expect(measured.exitCode).toBe(verdict === 'exhausted' ? 1 : 0)
    const warnings = verdict === 'low-traffic' ? [expect.stringMatching(/\b99\b.*\b100\b/)] : []
    expect(annotations(measured, 'warning')).toEqual(warnings)
  })
})

test.each([
  ['Prometheus', 0.4, '2'],
  ['Genesys Cloud', 3, '3']
])(
  'SLOs of both sources are judged together, and the worst is of %s',
  async (_worst, ofGenesys, expected) => {
    const prometheus = await startFakePrometheus({ answer: () => 0.01 })
    const ofPrometheus = definition({ id: 'prometheus-slo', source: RATIO })
    const files = { 'slos.json': `[${definition()}, ${ofPrometheus}]` }
    const inputs = { 'slo-file': 'slos.json', 'prometheus-url': prometheus.url }
    const both = await gate({ slos: { [SLO]: ofGenesys } }, { inputs, files })
    await prometheus.close()

    expect(both.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': expected })
    expect(both.report.slos.map(({ source }: { source: string }) => source).toSorted()).toEqual([
      ...['genesys-observability', 'prometheus']
    ])
  }
)

/** Runs the bundle on one SLO of a fake Prometheus. */
async function gateOn(
  fake: FakePrometheusOptions,
  fields: Record<string, unknown>,
  options: GateOptions = {}
): Promise<PrometheusRun> {
  const prometheus = await startFakePrometheus(fake)
  const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url, ...options.inputs }
  try {
    return { ...(await run({ ...options, inputs, files: { 'slo.json': definition(fields) } })), prometheus }
  } finally {
    await prometheus.close()
  }
}
