import { describe, expect, test } from '@jest/globals'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { definition, run, SLO } from '../../support/scenario.ts'
import { DAY, keep, MINUTE } from '../../support/stateKept.ts'

/** The burn rate of the whole window, and that of the last hour. */
const rates = (window: number, hour: unknown) => ({ [`PT${(30 * DAY) / MINUTE}M`]: window, PT60M: hour })
const ASK = { 'min-poll-interval': 'PT0S' }

/** A budget that was exhausted and is within the limit again, while the last hour still burns. */
async function reset() {
  const kept = await keep()
  await kept.reading(1.5)
  return { kept, run: await kept.reading(rates(0.2, 3), ASK) }
}

describe('a budget that is within the limit again while the last hour still burns', () => {
  test('is unstable, and blocks', async () => {
    const { run } = await reset()

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'unstable', 'burn-rate': '0.2' })
    expect(run.exitCode).toBe(1)
    expect(run.outputs['reason']).toContain('the last hour still burns at 3')
    expect(run.genesys.burnRateRequests()).toHaveLength(2)
  })

  test('stays unstable, however often the job is run, with and without asking', async () => {
    const { kept } = await reset()
    for (const inputs of [{}, ASK, ASK, {}] as Record<string, string>[]) {
      const again = await kept.reading(rates(0.2, 3), inputs)
      expect(again.outputs).toMatchObject({ decision: 'block', verdict: 'unstable' })
    }
  })

  test.each([
    ['exactly at the limit', 1],
    ['quiet', 0]
  ])(
    'is healthy again when the last hour is %s, and then the hour is not asked for',
    async (_title, hour) => {
      const { kept } = await reset()

      expect((await kept.reading(rates(0.2, hour), ASK)).outputs).toMatchObject({ verdict: 'healthy' })
      const later = await kept.reading(rates(0.2, 3), ASK)
      expect(later.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
      expect(later.genesys.burnRateRequests()).toHaveLength(1)
    }
  )

  test.each([
    ['last-known', 'long ago', 30 * DAY],
    ['allow', 'long ago', 30 * DAY]
  ])(
    'stays so under on-error: %s when it was found %s and nothing can be read',
    async (onError, _when, age) => {
      const { kept } = await reset()
      kept.age(age)
      const failed = await kept.failing({ 'on-error': onError, ...ASK })

      expect(failed.outputs).toMatchObject({ decision: 'block', verdict: 'unstable' })
      expect(failed.exitCode).toBe(1)
    }
  )

  test('blocks when the last hour cannot be read', async () => {
    const kept = await keep()
    await kept.reading(1.5)
    const unread = await kept.reading(rates(0.2, null), ASK)

    expect(unread.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect((await kept.reading(rates(0.2, 3), ASK)).outputs['verdict']).toBe('unstable')
  })

  test('is not forgotten by runs that could not read anything', async () => {
    const kept = await keep()
    await kept.reading(1.5)
    await kept.failing(ASK)

    expect((await kept.reading(rates(0.2, 3), ASK)).outputs['verdict']).toBe('unstable')
  })

  test('is not suspected where the budget was never exhausted', async () => {
    const kept = await keep()
    await kept.reading(0.9)

    expect((await kept.reading(rates(0.2, 3), ASK)).outputs['verdict']).toBe('healthy')
  })
})

test('a window without events in between clears nothing, and neither does one with too few', async () => {
  const { path } = await keep()
  const events = { window: [0, 100], hour: [0, 100] }
  const prometheus = await startFakePrometheus({
    answer: query => {
      const [good = 0, total = 0] = query.endsWith('[1h]') ? events.hour : events.window
      return query.startsWith('good') ? good : total
    }
  })
  const source = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }
  const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url, 'state-file': path, ...ASK }
  const verdict = async (window: number[], hour: number[]) => {
    Object.assign(events, { window, hour })
    const files = { 'slo.json': definition({ id: SLO, source, minimumEvents: 10 }) }
    const { outputs } = await run({ inputs: { ...inputs, 'on-no-data': 'allow' }, files })
    return [outputs['decision'], outputs['verdict']]
  }

  expect(await verdict([0, 100], [0, 100])).toEqual(['block', 'exhausted'])
  expect(await verdict([0, 0], [0, 0])).toEqual(['allow', 'no-data'])
  expect(await verdict([5, 5], [0, 5])).toEqual(['allow', 'low-traffic'])
  expect(await verdict([9999, 10_000], [0, 100])).toEqual(['block', 'unstable'])
  expect(await verdict([9999, 10_000], [0, 0])).toEqual(['allow', 'healthy'])
  await prometheus.close()
})

test('an alert that fires in between clears nothing', async () => {
  const kept = await keep()
  const alert = { level: 'CRITICAL', burnRateThreshold: 10, duration: 'PT5M' }
  const options = {
    inputs: { 'slo-file': 'slo.json', ...ASK },
    files: { 'slo.json': definition({ burnRateAlerts: [alert] }) }
  }
  const verdict = async (window: number, hour: number, minutes: number) => {
    const byMinutes: Record<number, number> = { 43200: window, 60: hour, 5: minutes }
    const slo = ({ durationMs }: { durationMs: number }) => byMinutes[durationMs / MINUTE]
    return (await kept.run({ slos: { [SLO]: slo } }, options)).outputs['verdict']
  }

  expect(await verdict(1.5, 3, 0)).toBe('exhausted')
  expect(await verdict(0.2, 3, 20)).toBe('burning')
  expect(await verdict(0.2, 3, 0)).toBe('unstable')
  expect(await verdict(0.2, 0.5, 0)).toBe('healthy')
})

test('without a state file nothing is known of an earlier block', async () => {
  const kept = await keep()
  await kept.reading(1.5, { 'state-file': '' })

  expect((await kept.reading(rates(0.2, 3), { 'state-file': '' })).outputs['verdict']).toBe('healthy')
})
