// The whole way from a burn rate to the exit code; every rule is in budget/judge.test.ts and budget/decision.test.ts.
import { describe, expect, test } from '@jest/globals'
import { annotations, burnRates, definition, type GenesysRun, gate, SLO } from '../../support/scenario.ts'

const CRITICAL = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' }
const PAIRED = { level: 'CRITICAL', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' }
const WARNING = { level: 'WARNING', burnRateThreshold: 3, duration: 'PT1H' }

/** Windows by the name that `burnRates` knows them by. */
const [MONTH, SIX_HOURS, HOUR, HALF_HOUR, FIVE_MINUTES] = ['PT43200M', 'PT360M', 'PT60M', 'PT30M', 'PT5M']

interface Row {
  title: string
  burn: Record<string, unknown>
  alerts?: object[]
  inputs?: Record<string, string>
  /** Decision and verdict. */
  becomes: ['allow' | 'block', string]
  /** burn-rate, budget-remaining, budget-health. */
  outputs: [string, string, string]
  /** The numbers that the reason has to name: what was measured, and what it was compared with. */
  named: string[]
}

const PLENTY: Row['outputs'] = ['0.6', '40', '1']
const rows: Row[] = [
  {
    title: 'nothing burns',
    burn: { [MONTH]: 0 },
    becomes: ['allow', 'healthy'],
    outputs: ['0', '100', '1'],
    named: ['0', '1']
  },
  {
    title: 'a burn rate just above the limit',
    burn: { [MONTH]: 1 + 2e-9 },
    becomes: ['block', 'exhausted'],
    outputs: ['1.000000002', '-0.0000002', '0.999999998'],
    named: ['1.000000002', '1']
  },
  {
    title: 'a burn rate exactly at the limit',
    burn: { [MONTH]: 1 },
    becomes: ['allow', 'warning'],
    outputs: ['1', '0', '1'],
    named: ['1', '20']
  },
  {
    title: 'a burn rate above a lower limit of its own',
    burn: { [MONTH]: 0.6 },
    inputs: { 'max-burn-rate': '0.5' },
    becomes: ['block', 'exhausted'],
    outputs: PLENTY,
    named: ['0.6', '0.5']
  },
  {
    title: 'an overspent budget below a higher limit of its own',
    burn: { [MONTH]: 1.9 },
    inputs: { 'max-burn-rate': '2' },
    becomes: ['allow', 'warning'],
    outputs: ['1.9', '-90', '0.5263157895'],
    named: ['1.9', '2']
  },
  {
    title: 'the last of several alerts, although the others are quiet',
    burn: { [MONTH]: 0.6, [HOUR]: 1, [SIX_HOURS]: 6.5, [HALF_HOUR]: 1, [FIVE_MINUTES]: 20 },
    alerts: [WARNING, PAIRED, CRITICAL],
    becomes: ['block', 'burning'],
    outputs: PLENTY,
    named: ['20', '14.6']
  },
  {
    title: 'an alert with both of its windows over the threshold',
    burn: { [MONTH]: 0.6, [SIX_HOURS]: 6.5, [HALF_HOUR]: 7.5 },
    alerts: [PAIRED],
    becomes: ['block', 'burning'],
    outputs: PLENTY,
    named: ['6.5', '7.5', '6']
  },
  {
    title: 'a WARNING alert over its threshold',
    burn: { [MONTH]: 0.6, [HOUR]: 3.5 },
    alerts: [WARNING],
    becomes: ['allow', 'warning'],
    outputs: PLENTY,
    named: ['3.5', '3']
  },
  {
    title: 'an exhausted budget with an alert window that cannot be read, under on-error: allow',
    burn: { [MONTH]: 2, [FIVE_MINUTES]: null },
    alerts: [CRITICAL],
    inputs: { 'on-error': 'allow' },
    becomes: ['block', 'exhausted'],
    outputs: ['2', '-100', '0.5'],
    named: ['2', '1']
  },
  {
    title: 'an alert with another alert window that cannot be read, under on-error: allow',
    burn: { [MONTH]: 0.6, [FIVE_MINUTES]: 20, [HOUR]: null },
    alerts: [WARNING, CRITICAL],
    inputs: { 'on-error': 'allow' },
    becomes: ['block', 'burning'],
    outputs: PLENTY,
    named: ['20', '14.6']
  },
  {
    title: 'the window of a mere WARNING that cannot be read',
    burn: { [MONTH]: 0.6, [HOUR]: -1 },
    alerts: [WARNING],
    becomes: ['block', 'source-error'],
    outputs: PLENTY,
    named: ['1', '-1']
  },
  {
    title: 'the window of the SLO that cannot be read, whatever the alerts say',
    burn: { [MONTH]: null, [FIVE_MINUTES]: 0 },
    alerts: [CRITICAL],
    becomes: ['block', 'source-error'],
    outputs: ['', '', ''],
    named: ['30']
  }
]

test.each(rows)('$becomes: $title', async ({ burn, alerts = [], becomes, outputs, named, ...row }) => {
  const files = { 'slo.json': definition({ burnRateAlerts: alerts }) }
  const inputs = { 'slo-file': 'slo.json', ...row.inputs }
  const run = await gate({ slos: { [SLO]: burnRates(burn) } }, { inputs, files })

  const [decision, verdict] = becomes
  const [burnRate, remaining, health] = outputs
  expect(run.outputs).toMatchObject({
    decision,
    verdict,
    'burn-rate': burnRate,
    'budget-remaining': remaining,
    'budget-health': health
  })
  expect(run.exitCode).toBe(decision === 'allow' ? 0 : 1)
  expect(run.outputs['reason']).toContain(SLO)
  // Whole numbers of the sentence: 1 is not found in 14.6.
  expect(run.outputs['reason']?.match(/-?\d+(\.\d+)?/g)).toEqual(expect.arrayContaining(named))
})

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
  test.each(rows)('$order: $worst', async ({ order, verdict, decision, burnRate, worst }) => {
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
  test.each(['1', '3'])('blocks again at attempt %s', async attempt => {
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

const HOUR_MS = 3_600_000
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const alert = (level: string, duration: string, shortDuration: string) => ({
  level,
  burnRateThreshold: 6,
  duration,
  shortDuration
})
const files = {
  'slos.json': `[
    ${definition({ id: 'a', burnRateAlerts: [alert('CRITICAL', 'PT1H', 'PT5M'), alert('WARNING', 'PT6H', 'PT1H')] })},
    ${definition({ id: 'b', timeWindow: 'P28D' })}
  ]`
}
const measure = () => gate({ slos: { a: 0.4, b: 0.4 } }, { inputs: { 'slo-file': 'slos.json' }, files })

test('all windows of a run end at one instant, in UTC with a Z', async () => {
  const started = Date.now()
  const run = await measure()

  const windows = windowsAsked(run)
  expect(windows.map(({ start }) => start).join()).not.toContain('+')
  for (const { start, end } of windows) {
    expect(start).toMatch(UTC)
    expect(end).toMatch(UTC)
  }
  const ends = [...new Set(windows.map(({ end }) => end))]
  expect(ends).toEqual([run.report.generatedAt])
  expect(Date.parse(ends[0] ?? '')).toBeGreaterThanOrEqual(started)
  expect(Date.parse(ends[0] ?? '')).toBeLessThanOrEqual(Date.now())
})

test('each window of each SLO is asked once, with exactly its length', async () => {
  const windows = windowsAsked(await measure())

  const asked = windows.map(
    ({ id, start, end }) => `${id} ${(Date.parse(end) - Date.parse(start)) / HOUR_MS}`
  )
  expect(asked.toSorted()).toEqual(['a 720', 'a 1', `a ${5 / 60}`, 'a 6', 'b 672'].toSorted())
})

test('a time zone is shown beside UTC, and changes no window', async () => {
  const env = { TZ: 'Asia/Kathmandu' }
  const inputs = { 'slo-file': 'slos.json', 'time-zone': 'Pacific/Auckland' }
  const run = await gate({ slos: { a: 0.4, b: 0.4 } }, { inputs, files, env })

  const utc = run.report.generatedAt.slice(0, 19).replace('T', ' ')
  expect(run.summary).toContain(`${utc} UTC`)
  expect(run.summary).toContain('Pacific/Auckland')
  expect(new Set(windowsAsked(run).map(({ end }) => end))).toEqual(new Set([run.report.generatedAt]))
})

function windowsAsked({ genesys }: GenesysRun) {
  return genesys.burnRateRequests().map(({ path }) => {
    const { pathname, searchParams } = new URL(path, genesys.url)
    const [start = '', end = ''] = [searchParams.get('startTime') ?? '', searchParams.get('endTime') ?? '']
    return { id: pathname.split('/').at(-2), start, end }
  })
}
