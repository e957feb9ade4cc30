import { describe, expect, test } from '@jest/globals'
import { annotations, run, SLO } from '../../support/scenario.ts'
import { DAY, keep, MINUTE } from '../../support/stateKept.ts'

const LAST_KNOWN = { 'on-error': 'last-known' }

describe('while the source cannot be read, the last known reading', () => {
  test.each([
    ['is judged in place of a new one when it is young', 0.4, 10 * MINUTE, LAST_KNOWN, 'allow', 'healthy'],
    ['blocks when it is exhausted, however old it is', 1.5, 30 * DAY, LAST_KNOWN, 'block', 'exhausted'],
    [
      'blocks when it is exhausted, where others pass',
      1.5,
      30 * DAY,
      { 'on-error': 'allow' },
      'block',
      'exhausted'
    ]
  ])('%s', async (_title, burnRate, age, inputs, decision, verdict) => {
    const kept = await keep()
    await kept.reading(burnRate)
    kept.age(age)
    const failed = await kept.failing(inputs)

    expect(failed.outputs).toMatchObject({ decision, verdict, 'burn-rate': String(burnRate) })
    expect(failed.exitCode).toBe(decision === 'block' ? 1 : 0)
    const words = age === 30 * DAY ? '30 days' : '10 minutes'
    expect(failed.outputs['reason']).toMatch(
      new RegExp(`last known reading, ${words}.* old; now: .*HTTP 403`)
    )
    expect(failed.report.slos[0].isRemembered).toBe(true)
    const level = decision === 'block' ? 'error' : 'warning'
    expect(annotations(failed, level)).toEqual([expect.stringContaining('last known reading')])
    // What was exhausted is asked for its last hour as well.
    expect(failed.genesys.burnRateRequests()).toHaveLength(verdict === 'exhausted' ? 2 : 1)
  })

  test.each([
    ['is too old to pass', 0.4, 16 * MINUTE, LAST_KNOWN, 'block'],
    ['is older than state-max-age', 0.4, 6 * MINUTE, { ...LAST_KNOWN, 'state-max-age': 'PT5M' }, 'block'],
    [
      'changes nothing when it is good under on-error: allow',
      0.4,
      10 * MINUTE,
      { 'on-error': 'allow' },
      'allow'
    ]
  ])('%s', async (_title, burnRate, age, inputs, decision) => {
    const kept = await keep()
    await kept.reading(burnRate)
    kept.age(age)
    const failed = await kept.failing(inputs)

    expect(failed.outputs).toMatchObject({ decision, verdict: 'source-error', 'burn-rate': '' })
    expect(failed.exitCode).toBe(decision === 'block' ? 1 : 0)
    expect(failed.report.slos[0].isRemembered).toBe(false)
  })

  test('blocks where there is none', async () => {
    const failed = await (await keep()).failing(LAST_KNOWN)

    expect(failed.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(annotations(failed, 'warning')).toEqual([])
  })

  test('grows older with every run that has to use it', async () => {
    const kept = await keep()
    await kept.reading(0.4)
    kept.age(10 * MINUTE)
    const before = kept.read()
    await kept.failing(LAST_KNOWN)
    expect(kept.read()).toEqual(before)
    kept.age(10 * MINUTE)

    expect((await kept.failing(LAST_KNOWN)).outputs).toMatchObject({
      decision: 'block',
      verdict: 'source-error'
    })
  })

  test('opens again once a new one is below the limit', async () => {
    const kept = await keep()
    await kept.reading(1.5)
    kept.age(DAY)
    await kept.failing(LAST_KNOWN)

    expect((await kept.reading(0.2)).outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  })
})

test('on-error: last-known without a state-file is a configuration error', async () => {
  const token = { 'genesys-access-token': 'token', 'genesys-api-url': 'http://127.0.0.1:9' }
  const refused = await run({ inputs: { 'slo-id': SLO, ...token, ...LAST_KNOWN } })

  expect(refused.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
  expect(refused.outputs['reason']).toContain('state-file')
  expect(refused.exitCode).toBe(1)
})
