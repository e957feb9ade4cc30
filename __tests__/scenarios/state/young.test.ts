import { describe, expect, test } from '@jest/globals'
import { definition, SLO } from '../../support/scenario.ts'
import { keep, MINUTE } from '../../support/stateKept.ts'

describe('a reading that is young', () => {
  test('is used instead of asking again, and marked as such', async () => {
    const kept = await keep()
    const first = await kept.reading(0.4)
    const second = await kept.reading(3)

    expect(first.report.slos[0].isRemembered).toBe(false)
    expect(second.genesys.requests).toEqual([])
    expect(second.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
    expect(second.report.slos[0]).toMatchObject({
      isRemembered: true,
      window: { end: first.report.generatedAt }
    })
  })

  test('blocks a job that is run again, however often, without a question', async () => {
    const kept = await keep()
    await kept.reading(1.5)
    for (const attempt of ['2', '3']) {
      const again = await kept.run({ slos: { [SLO]: 0.2 } }, { env: { GITHUB_RUN_ATTEMPT: attempt } })

      expect(again.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '1.5' })
      expect(again.exitCode).toBe(1)
      expect(again.genesys.requests).toEqual([])
    }
  })

  test('does not stay young by being used', async () => {
    const kept = await keep()
    await kept.reading(0.4)
    const before = kept.read()
    await kept.reading(3)

    expect(kept.read()).toEqual(before)
  })

  test('is judged by the limit of this run', async () => {
    const kept = await keep()
    await kept.reading(0.4)
    const stricter = await kept.reading(0.1, { 'max-burn-rate': '0.3' })

    expect(stricter.genesys.requests).toEqual([])
    expect(stricter.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
  })
})

describe('the source is asked again', () => {
  test.each([
    ['when the reading is older than a minute', 61_000, {}],
    ['when it is older than min-poll-interval', 6 * MINUTE, { 'min-poll-interval': 'PT5M' }],
    ['always with a min-poll-interval of nothing', 0, { 'min-poll-interval': 'PT0S' }]
  ])('%s', async (_when, age, inputs) => {
    const kept = await keep()
    await kept.reading(0.4)
    kept.age(age)
    const second = await kept.reading(3, inputs)

    expect(second.genesys.burnRateRequests()).toHaveLength(1)
    expect(second.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '3' })
  })

  test('when the definition needs a window that was not read', async () => {
    const kept = await keep()
    const alert = { level: 'CRITICAL', burnRateThreshold: 10, duration: 'PT5M' }
    const slos = { [SLO]: 0.4 }
    const inputs = { 'slo-file': 'slo.json' }
    await kept.run({ slos }, { inputs, files: { 'slo.json': definition() } })
    const files = { 'slo.json': definition({ burnRateAlerts: [alert] }) }
    const second = await kept.run({ slos }, { inputs, files })

    expect(second.genesys.burnRateRequests()).toHaveLength(2)
  })

  test('for one SLO while the young reading of another is used', async () => {
    const kept = await keep()
    await kept.run({ slos: { old: 0.4 } }, { inputs: { 'slo-id': 'old' } })
    const both = await kept.run({ slos: { old: 3, new: 0.5 } }, { inputs: { 'slo-id': 'old,new' } })

    expect(both.genesys.burnRateRequests().map(({ path }) => path)).toEqual([
      expect.stringContaining('/slos/new/')
    ])
    expect(both.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.5' })
    expect(Object.keys(kept.read().slos).toSorted()).toEqual(['new', 'old'])
  })
})
