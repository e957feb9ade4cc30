import { plainDecimal } from '../budget/decimal.ts'
import { budgetOf } from '../budget/judge.ts'
import { shortened } from '../text/markdown.ts'
import type { RunResult } from './result.ts'

/** Later steps get outputs in environment variables, whose size is limited. */
const MAX_REASON = 1_000

/** The outputs of the step, by name. Numbers are plain decimals; an unknown number is empty. */
export function outputsOf(
  { decision, approval }: RunResult,
  reportFile: string
): Readonly<Record<string, string>> {
  const budget = decision.worst && budgetOf(decision.worst)
  return {
    decision: decision.decision,
    verdict: decision.verdict,
    reason: shortened(decision.reason, MAX_REASON),
    'burn-rate': decimalOrEmpty(budget?.burnRate),
    'budget-remaining': decimalOrEmpty(budget?.budgetRemaining),
    'budget-health': decimalOrEmpty(budget?.budgetHealth),
    'maintenance-mode': String(approval?.approved === true),
    'approved-by': approval?.approved ? approval.by : '',
    'report-file': reportFile
  }
}

const decimalOrEmpty = (value: number | null | undefined) => (value == null ? '' : plainDecimal(value))
