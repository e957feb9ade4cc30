import { plainDecimal } from '../budget/decimal.ts'
import { budgetOf } from '../budget/judge.ts'
import { bar } from './markdown.ts'
import type { RunResult } from './result.ts'
import { headline } from './words.ts'

/** The lines of the log: the verdict, then every SLO. */
export function logOf(result: RunResult): readonly string[] {
  const { judgements, errors } = result
  const slos = judgements.map(judgement => {
    const { budgetRemaining } = budgetOf(judgement)
    const left =
      budgetRemaining === null || judgement.verdict === 'low-traffic'
        ? 'no reading'
        : `${bar(budgetRemaining)} ${plainDecimal(budgetRemaining)} % left`
    const { verdict, reason, asOf } = judgement
    const remembered = asOf ? ` (read at ${asOf.toISOString()}, not asked for again)` : ''
    return `  ${left}  ${verdict}: ${reason}${remembered}`
  })
  return [headline(result), ...errors.map(error => `  ${error}`), ...slos]
}
