import { describe, expect, test } from '@jest/globals'
import { annotations, gate, SLO } from '../../support/scenario.ts'

const ids = (...list: string[]) => ({ 'slo-id': list.join(',') })

describe('of several SLOs the worst decides', () => {
  const slos = { good: 0.4, low: 0.9, over: 2, worse: 5, unread: () => null }
  const rows = [
    { order: ['good', 'low'], verdict: 'warning', decision: 'allow', burnRate: '0.9', worst: 'low' },
    { order: ['good', 'low', 'over'], verdict: 'exhausted', decision: 'block', burnRate: '2', worst: 'over' },
    { order: ['over', 'worse'], verdict: 'exhausted', decision: 'block', burnRate: '5', worst: 'worse' },
    { order: ['worse', 'unread'], verdict: 'source-error', decision: 'block', burnRate: '', worst: 'unread' },
    { order: ['unread', 'good'], verdict: 'source-error', decision: 'block', burnRate: '', worst: 'unread' }
  ]
  const bothWays = rows.flatMap(row => [row, { ...row, order: row.order.toReversed() }])

  test.each(bothWays)('$order: $worst', async ({ order, verdict, decision, burnRate, worst }) => {
    const run = await gate({ slos }, { inputs: ids(...order) })

    expect(run.outputs).toMatchObject({ decision, verdict, 'burn-rate': burnRate })
    expect(run.outputs['reason']).toContain(`"${worst}"`)
    expect(run.exitCode).toBe(decision === 'block' ? 1 : 0)
    const reported = run.report.slos.map(({ id }: { id: string }) => id)
    expect(reported).toHaveLength(order.length)
    expect(reported[0]).toBe(worst)
    for (const id of order) expect(run.summary).toContain(id)
  })

  test('however many there are, with one sign-in', async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`slo-${index}`, index / 200]))
    const run = await gate({ slos: { ...many, bad: 1.5 } }, { inputs: ids(...Object.keys(many), 'bad') })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '1.5' })
    expect(run.report.slos).toHaveLength(101)
    expect(run.genesys.tokenRequests()).toHaveLength(1)
    expect(run.genesys.burnRateRequests()).toHaveLength(101)
  })

  test.each([
    ['unread', 'over'],
    ['over', 'unread']
  ])('an unread SLO that may pass does not hide an exhausted one: %s, %s', async (...order) => {
    const run = await gate({ slos }, { inputs: { ...ids(...order), 'on-error': 'allow' } })

    expect(run.outputs['decision']).toBe('block')
    expect(run.exitCode).toBe(1)
    expect(run.outputs['reason']).toContain('"over"')
    expect(annotations(run, 'error')).toEqual([expect.stringContaining('"over"')])
    expect(annotations(run, 'warning')).toEqual([expect.stringContaining('"unread"')])
  })
})

describe('an audit', () => {
  test.each([
    ['exhausted', 2],
    ['source-error', () => null]
  ])('that finds %s reports the block, but does not fail for it', async (verdict, burnRate) => {
    const run = await gate({ slos: { [SLO]: burnRate } }, { inputs: { mode: 'audit' } })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict })
    expect(run.report).toMatchObject({ mode: 'audit', decision: 'block', verdict })
    expect(run.exitCode).toBe(0)
    expect(annotations(run, 'error')).toEqual([])
    expect(annotations(run, 'warning')).toEqual([expect.stringContaining(SLO)])
  })
})

describe('running a blocked job again', () => {
  test.each(['1', '2', '3', '100'])('blocks again at attempt %s', async attempt => {
    const run = await gate({ slos: { [SLO]: 2 } }, { env: { GITHUB_RUN_ATTEMPT: attempt } })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    expect(run.exitCode).toBe(1)
    expect(run.genesys.burnRateRequests()).toHaveLength(1)
  })

  test('is allowed once a fresh reading is below the limit', async () => {
    const run = await gate({ slos: { [SLO]: 0.4 } }, { env: { GITHUB_RUN_ATTEMPT: '2' } })

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(run.exitCode).toBe(0)
  })
})
