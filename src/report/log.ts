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
      budgetRemaining === null
        ? 'no reading'
        : `${bar(budgetRemaining)} ${plainDecimal(budgetRemaining)} % left`
    return `  ${left}  ${judgement.verdict}: ${judgement.reason}`
  })
  return [headline(result), ...errors.map(error => `  ${error}`), ...slos]
}
