import { describe, expect, test } from '@jest/globals'
import { burnRates, definition, gate, SLO } from '../../support/scenario.ts'

const CRITICAL = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' }
const PAIRED = { level: 'CRITICAL', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' }
const WARNING = { level: 'WARNING', burnRateThreshold: 3, duration: 'PT1H' }

/** Windows by the name that `burnRates` knows them by. */
const [MONTH, SIX_HOURS, HOUR, HALF_HOUR, FIVE_MINUTES] = ['PT43200M', 'PT360M', 'PT60M', 'PT30M', 'PT5M']

interface Row {
  title: string
  /** A burn rate for every window, or by window. */
  burn: number | Record<string, unknown>
  alerts?: object[]
  inputs?: Record<string, string>
  verdict: string
  /** burn-rate, budget-remaining, budget-health. */
  outputs: [string, string, string]
  /** The numbers that the reason has to name: what was measured, and what it was compared with. */
  named: string[]
}

describe('the burn rate over the SLO window against the limit', () => {
  const blocked: Row[] = [
    {
      title: 'just above the limit, it is exhausted',
      burn: 1 + 2e-9,
      verdict: 'exhausted',
      outputs: ['1.000000002', '-0.0000002', '0.999999998'],
      named: ['1.000000002', '1']
    },
    {
      title: 'far above the limit, it is exhausted',
      burn: 200,
      verdict: 'exhausted',
      outputs: ['200', '-19900', '0.005'],
      named: ['200', '1']
    },
    {
      title: 'above a lower limit of its own, it is exhausted',
      burn: 0.6,
      inputs: { 'max-burn-rate': '0.5' },
      verdict: 'exhausted',
      outputs: ['0.6', '40', '1'],
      named: ['0.6', '0.5']
    },
    {
      title: 'above a limit of nothing at all, it is exhausted',
      burn: 0.01,
      inputs: { 'max-burn-rate': '0' },
      verdict: 'exhausted',
      outputs: ['0.01', '99', '1'],
      named: ['0.01', '0']
    }
  ]
  const allowed: Row[] = [
    {
      title: 'exactly at the limit, nothing is left and it is only a warning',
      burn: 1,
      verdict: 'warning',
      outputs: ['1', '0', '1'],
      named: ['1', '20']
    },
    {
      title: 'over the limit by less than the tolerance, it is as if at the limit',
      burn: 1 + 1e-12,
      verdict: 'warning',
      outputs: ['1', expect.stringMatching(/^(0|-0\.0000000001)$/) as unknown as string, '1'],
      named: ['1', '20']
    },
    {
      title: 'without any failure, it is healthy',
      burn: 0,
      verdict: 'healthy',
      outputs: ['0', '100', '1'],
      named: ['0', '1']
    },
    {
      title: 'with plenty left, it is healthy',
      burn: 0.4,
      verdict: 'healthy',
      outputs: ['0.4', '60', '1'],
      named: ['0.4', '1']
    },
    {
      title: 'below a higher limit of its own, an overspent budget is a warning',
      burn: 1.9,
      inputs: { 'max-burn-rate': '2' },
      verdict: 'warning',
      outputs: ['1.9', '-90', '0.5263157895'],
      named: ['1.9', '2']
    },
    {
      title: 'with less than 20 % of the budget left, it is a warning',
      burn: 0.81,
      verdict: 'warning',
      outputs: ['0.81', '19', '1'],
      named: ['0.81', '20']
    },
    {
      title: 'with exactly 20 % of the budget left, it is healthy',
      burn: 0.8,
      verdict: 'healthy',
      outputs: ['0.8', '20', '1'],
      named: ['0.8', '1']
    }
  ]
  test.each(blocked)('blocks: $title', row => expectVerdict(row, 'block'))
  test.each(allowed)('allows: $title', row => expectVerdict(row, 'allow'))
})

describe('alerts on shorter windows', () => {
  const quiet: Pick<Row, 'verdict' | 'outputs' | 'named'> = {
    verdict: 'healthy',
    outputs: ['0.6', '40', '1'],
    named: ['0.6', '1']
  }
  const blocked: Row[] = [
    {
      ...quiet,
      title: 'a CRITICAL alert just above its threshold is burning',
      burn: { [MONTH]: 0.6, [FIVE_MINUTES]: 14.6 + 2e-9 },
      alerts: [CRITICAL],
      verdict: 'burning',
      named: ['14.600000002', '14.6']
    },
    {
      ...quiet,
      title: 'a CRITICAL alert with both of its windows over the threshold is burning',
      burn: { [MONTH]: 0.6, [SIX_HOURS]: 6.5, [HALF_HOUR]: 7.5 },
      alerts: [PAIRED],
      verdict: 'burning',
      named: ['6.5', '7.5', '6']
    },
    {
      ...quiet,
      title: 'the last of several alerts is burning although the others are quiet',
      burn: { [MONTH]: 0.6, [HOUR]: 1, [SIX_HOURS]: 6.5, [HALF_HOUR]: 1, [FIVE_MINUTES]: 20 },
      alerts: [WARNING, PAIRED, CRITICAL],
      verdict: 'burning',
      named: ['20', '14.6']
    },
    {
      ...quiet,
      title: 'a CRITICAL alert goes before a WARNING that stands before it',
      burn: { [MONTH]: 0.6, [HOUR]: 5, [FIVE_MINUTES]: 20 },
      alerts: [WARNING, CRITICAL],
      verdict: 'burning',
      named: ['20', '14.6']
    }
  ]
  const allowed: Row[] = [
    {
      ...quiet,
      title: 'a CRITICAL alert exactly at its threshold is quiet',
      burn: { [MONTH]: 0.6, [FIVE_MINUTES]: 14.6 },
      alerts: [CRITICAL]
    },
    {
      ...quiet,
      title: 'a CRITICAL alert with only its long window over the threshold is quiet',
      burn: { [MONTH]: 0.6, [SIX_HOURS]: 20, [HALF_HOUR]: 6 },
      alerts: [PAIRED]
    },
    {
      ...quiet,
      title: 'a CRITICAL alert with only its short window over the threshold is quiet',
      burn: { [MONTH]: 0.6, [SIX_HOURS]: 6, [HALF_HOUR]: 20 },
      alerts: [PAIRED]
    },
    {
      ...quiet,
      title: 'a WARNING alert over its threshold is a warning',
      burn: { [MONTH]: 0.6, [HOUR]: 3.5 },
      alerts: [WARNING],
      verdict: 'warning',
      named: ['3.5', '3']
    },
    {
      ...quiet,
      title: 'a WARNING alert exactly at its threshold is quiet',
      burn: { [MONTH]: 0.6, [HOUR]: 3 },
      alerts: [WARNING]
    }
  ]
  test.each(blocked)('block: $title', row => expectVerdict(row, 'block'))
  test.each(allowed)('allow: $title', row => expectVerdict(row, 'allow'))
})

describe('when several rules apply', () => {
  const rows: Row[] = [
    {
      title: 'exhausted goes before burning',
      burn: { [MONTH]: 2, [FIVE_MINUTES]: 20 },
      alerts: [CRITICAL],
      verdict: 'exhausted',
      outputs: ['2', '-100', '0.5'],
      named: ['2', '1']
    },
    {
      title: 'exhausted goes before an alert window that cannot be read',
      burn: { [MONTH]: 2, [FIVE_MINUTES]: null },
      alerts: [CRITICAL],
      inputs: { 'on-error': 'allow' },
      verdict: 'exhausted',
      outputs: ['2', '-100', '0.5'],
      named: ['2', '1']
    },
    {
      title: 'burning goes before another alert window that cannot be read',
      burn: { [MONTH]: 0.6, [FIVE_MINUTES]: 20, [HOUR]: null },
      alerts: [WARNING, CRITICAL],
      inputs: { 'on-error': 'allow' },
      verdict: 'burning',
      outputs: ['0.6', '40', '1'],
      named: ['20', '14.6']
    },
    {
      title: 'an alert window that cannot be read is never a quiet one',
      burn: { [MONTH]: 0.4, [FIVE_MINUTES]: null },
      alerts: [CRITICAL],
      verdict: 'source-error',
      outputs: ['0.4', '60', '1'],
      named: ['5']
    },
    {
      title: 'the window of a mere WARNING that cannot be read is never a quiet one',
      burn: { [MONTH]: 0.4, [HOUR]: -1 },
      alerts: [WARNING],
      verdict: 'source-error',
      outputs: ['0.4', '60', '1'],
      named: ['1', '-1']
    },
    {
      title: 'the window of the SLO that cannot be read is a source error whatever the alerts say',
      burn: { [MONTH]: null, [FIVE_MINUTES]: 0 },
      alerts: [CRITICAL],
      verdict: 'source-error',
      outputs: ['', '', ''],
      named: ['30']
    }
  ]
  test.each(rows)('$title', row => expectVerdict(row, 'block'))
})

async function expectVerdict(row: Row, decision: 'allow' | 'block'): Promise<void> {
  const burn = typeof row.burn === 'number' ? row.burn : burnRates(row.burn)
  const files = { 'slo.json': definition({ burnRateAlerts: row.alerts ?? [] }) }
  const inputs = { 'slo-file': 'slo.json', ...row.inputs }
  const run = await gate({ slos: { [SLO]: burn } }, { inputs, files })

  const [burnRate, remaining, health] = row.outputs
  expect(run.outputs).toMatchObject({
    decision,
    verdict: row.verdict,
    'burn-rate': burnRate,
    'budget-remaining': remaining,
    'budget-health': health
  })
  expect(run.exitCode).toBe(decision === 'allow' ? 0 : 1)
  expect(run.outputs['reason']).toContain(SLO)
  expect(numbersIn(run.outputs['reason'])).toEqual(expect.arrayContaining(row.named))
}

/** Whole numbers of a sentence: `1` is not found in `14.6`. */
function numbersIn(sentence = ''): string[] {
  return sentence.match(/-?\d+(\.\d+)?/g) ?? []
}
