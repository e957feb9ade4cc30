import { describe, expect, test } from '@jest/globals'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { annotations, definition, run, SLO } from '../../support/scenario.ts'
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

test('nothing shows a recovery but a window and a last hour with enough events below the limit', async () => {
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
  for (const [window, hour] of [
    [
      [0, 0],
      [0, 0]
    ],
    [
      [5, 5],
      [5, 5]
    ],
    [
      [9999, 10_000],
      [0, 100]
    ],
    [
      [9999, 10_000],
      [0, 0]
    ],
    [
      [0, 0],
      [0, 0]
    ]
  ] as const) {
    expect(await verdict([...window], [...hour])).toEqual(['block', 'unstable'])
  }
  expect(await verdict([9999, 10_000], [1, 1])).toEqual(['allow', 'healthy'])
  expect(await verdict([0, 0], [0, 0])).toEqual(['allow', 'no-data'])
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

describe('a block that another clock stamped in the future', () => {
  test.each([
    ['20 seconds', 20_000],
    ['ten years', 3650 * DAY]
  ])('of %s ahead stays while the source fails, and a new reading takes its place', async (_ahead, ms) => {
    const kept = await keep()
    await kept.reading(1.5)
    kept.age(-ms)
    for (let run = 0; run < 2; run++) {
      const failed = await kept.failing({ 'on-error': 'allow', ...ASK })
      expect(failed.outputs).toMatchObject({ decision: 'block', verdict: 'unstable', 'burn-rate': '' })
      expect(annotations(failed, 'warning')).toEqual([expect.stringContaining('is from the future')])
    }
    expect((await kept.reading(rates(0.2, 3), ASK)).outputs['verdict']).toBe('unstable')
    expect((await kept.reading(rates(0.2, 0.1), ASK)).outputs['verdict']).toBe('healthy')
    const later = await kept.failing({ 'on-error': 'allow', ...ASK })
    expect(later.outputs).toMatchObject({ decision: 'allow', verdict: 'source-error' })
    expect(annotations(later, 'warning').join()).not.toContain('future')
  })
})

test('an alert window without a series does not make the state file unreadable', async () => {
  const { path } = await keep()
  const prometheus = await startFakePrometheus({ answer: query => (query.endsWith('[5m]') ? [] : 1) })
  const source = { type: 'prometheus', errorRatio: 'ratio[$window]' }
  const alert = { level: 'CRITICAL', burnRateThreshold: 10, duration: 'PT5M' }
  const files = { 'slo.json': definition({ id: SLO, source, burnRateAlerts: [alert] }) }
  const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url, 'state-file': path, ...ASK }
  expect((await run({ inputs, files })).outputs['verdict']).toBe('exhausted')
  await prometheus.close()
  const later = await run({ inputs: { ...inputs, 'on-error': 'allow', timeout: 'PT1S' }, files })

  expect(later.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
  expect(annotations(later, 'warning')).toEqual([])
})

test('without a state file nothing is known of an earlier block', async () => {
  const kept = await keep()
  await kept.reading(1.5, { 'state-file': '' })

  expect((await kept.reading(rates(0.2, 3), { 'state-file': '' })).outputs['verdict']).toBe('healthy')
})
