// What the numbers of Prometheus are, and what it means that there is none.
import { describe, expect, test } from '@jest/globals'
import { type Answer, startFakePrometheus } from '../../support/fakePrometheus.ts'
import { annotations, definition, readable, run } from '../../support/scenario.ts'

async function measure(fields: object, answer: (query: string) => Answer) {
  const prometheus = await startFakePrometheus({ answer })
  const files = { 'slo.json': definition({ ...fields }) }
  const measured = await run({ files, inputs: { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url } })
  await prometheus.close()
  return measured
}

describe('rates', () => {
  const source = {
    type: 'prometheus',
    good: 'sum(rate(labels_total{outcome="ok"}[$window]))',
    total: 'sum(rate(labels_total[$window]))'
  }

  test('are no counts: an exhausted SLO is no SLO of few events', async () => {
    const answer = (query: string) => (query.includes('ok') ? 0.99 : 1)
    const run = await measure({ sloTarget: 99.9, minimumEvents: 100, source }, answer)

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '10' })
    expect(run.report.slos[0].events).toBeNull()
    expect(annotations(run, 'warning')).toEqual([
      expect.stringContaining('minimumEvents cannot be checked; use increase(...)')
    ])
  })

  test('beside counts are warned of', async () => {
    const mixed = { ...source, total: 'sum(increase(labels_total[$window]))' }
    const run = await measure({ source: mixed }, () => 1)

    expect(annotations(run, 'warning')).toEqual([
      expect.stringContaining('good is a rate per second and total is not')
    ])
  })
})

test('a small excess of good events counts as all, and the report and the evidence say so', async () => {
  const source = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }
  const run = await measure({ source }, query => (query.startsWith('good') ? 1000.4 : 1000))

  expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0' })
  expect(run.report.slos[0]).toMatchObject({ events: { good: 1000, total: 1000 } })
  expect(run.report.slos[0].readings[0].note).toBe('1000.4 good of 1000 events count as all')
  expect(readable(run.summary)).toContain('1000.4 good of 1000 events count as all')
})

describe('an alert window without a series', () => {
  const burnRateAlerts = [
    { level: 'CRITICAL', burnRateThreshold: 3, duration: 'PT24H', shortDuration: 'PT2H' }
  ]
  const slo = { sloTarget: 95, timeWindow: 'P28D', burnRateAlerts }
  const source = { type: 'prometheus', errorRatio: 'job:slo_errors:ratio_rate$window{job="parcel"}' }
  const forgotten = (query: string) => (query.includes('rate1d') ? [] : 0.01)

  test('is a warning that names the window, the query and what $window became', async () => {
    const run = await measure({ ...slo, source }, forgotten)

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    const [warning = '', ...others] = annotations(run, 'warning')
    expect(others).toEqual([])
    for (const words of [
      'over 1 day there is no series',
      'cannot fire',
      'ratio_rate1d{job="parcel"}, where $window became 1d'
    ]) {
      expect(warning).toContain(words)
    }
    expect(run.log).toContain('over 1 day: there is no series for the query')
  })

  test('is one of counts as well', async () => {
    const counts = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }
    const run = await measure({ ...slo, source: counts }, query => (query.includes('[2h]') ? [] : 100))

    expect(annotations(run, 'warning')).toEqual([expect.stringContaining('over 2 hours there is no series')])
  })

  test('of a rule of Sloth says what to check', async () => {
    const sloth = { type: 'prometheus', sloth: 'parcel-labels' }
    const run = await measure({ ...slo, source: sloth }, forgotten)

    expect(annotations(run, 'warning')).toEqual([expect.stringContaining('check the sloth_id')])
  })

  test.each([
    ['with NaN has series', (query: string) => (query.includes('rate1d') ? Number.NaN : 0.01)],
    ['is as the window of the SLO', () => []]
  ])('that %s is nothing to warn of', async (_title, answer) => {
    expect(annotations(await measure({ ...slo, source }, answer), 'warning')).toEqual([])
  })
})

describe('bad events', () => {
  const source = { type: 'prometheus', bad: 'bad[$window]', total: 'total[$window]' }
  const answers = (bad: Answer, total: Answer) => (query: string) => (query.startsWith('bad') ? bad : total)

  test.each<[string, Answer, Answer, object, object]>([
    [
      'are taken from the total',
      20,
      1000,
      { verdict: 'exhausted', 'burn-rate': '4' },
      { good: 980, total: 1000 }
    ],
    [
      'are none without a series',
      [],
      1000,
      { verdict: 'healthy', 'burn-rate': '0' },
      { good: 1000, total: 1000 }
    ],
    [
      'in a small excess are all',
      1000.4,
      1000,
      { verdict: 'exhausted', 'burn-rate': '200' },
      { good: 0, total: 1000 }
    ]
  ])('%s', async (_title, bad, total, outputs, events) => {
    const run = await measure({ source }, answers(bad, total))

    expect(run.outputs).toMatchObject(outputs)
    expect(run.report.slos[0].events).toEqual(events)
  })

  test('that have no series are named in the report, so that a misspelt query is found', async () => {
    const run = await measure({ source }, answers([], 1000))

    expect(run.report.slos[0].readings[0].note).toBe('there is no series of bad events, so none is counted')
  })

  test.each<[string, Answer, Answer, string, string]>([
    ['without any series', [], [], 'no-data', 'has no series'],
    ['of no events', 0, 0, 'no-data', 'no events'],
    ['without a total', 5, [], 'source-error', '5 bad events are more than all 0 events'],
    ['that are too many', 1100, 1000, 'source-error', '1100 bad events are more than all 1000 events'],
    ['below zero', -1, 1000, 'source-error', 'the number of bad events, -1, is not a count'],
    ['that are no number', Number.NaN, 1000, 'no-data', 'NaN'],
    ['of two series', [1, 2], 1000, 'source-error', '2 series']
  ])('%s are not read as healthy', async (_title, bad, total, verdict, words) => {
    const run = await measure({ source }, answers(bad, total))

    expect(run.outputs).toMatchObject({ decision: 'block', verdict })
    expect(run.outputs['reason']).toContain(words)
  })

  test('per second are a ratio and no counts', async () => {
    const rates = { ...source, bad: 'sum(rate(bad[$window]))', total: 'sum(rate(total[$window]))' }
    const run = await measure({ source: rates, minimumEvents: 100 }, query =>
      query.includes('bad') ? 0.02 : 1
    )

    expect(run.outputs).toMatchObject({ verdict: 'exhausted', 'burn-rate': '4' })
    expect(run.report.slos[0].events).toBeNull()
  })
})
