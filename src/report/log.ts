import { plainDecimal } from '../budget/decimal.ts'
import { budgetOf, type Judgement } from '../budget/judge.ts'
import { bar } from '../text/markdown.ts'
import { describeDuration } from '../time/duration.ts'
import type { RunResult } from './result.ts'
import { headline } from './words.ts'

/** Further lines are left out; the report has everything. */
const MAX_LINES = 1_000

/** The lines of the log: the decision, then every SLO. */
export function logOf(result: RunResult): readonly string[] {
  const { judgements, errors, publications } = result
  const slos = judgements.flatMap(judgement => {
    const { budgetRemaining } = budgetOf(judgement)
    const left =
      budgetRemaining === null || judgement.verdict === 'low-traffic'
        ? 'no reading'
        : `${bar(budgetRemaining)} ${plainDecimal(Number(budgetRemaining.toFixed(2)))}% left`
    const { verdict, reason, asOf } = judgement
    const remembered = asOf ? ` (read at ${asOf.toISOString()}, not measured again)` : ''
    return [`  ${left}  ${verdict}: ${reason}${remembered}`, ...notesOf(judgement)]
  })
  // One line of JSON per event, so that log searches find them.
  const events = publications.flatMap(({ event }) => (event ? JSON.stringify(event) : []))
  const lines = [...errors.map(error => `  ${error}`), ...slos]
  const rest = lines.length - MAX_LINES
  const more = rest > 0 ? [`  ${rest} more lines are left out; the JSON report has everything`] : []
  return [headline(result), ...lines.slice(0, MAX_LINES), ...more, ...events]
}

/** Why a window has no number, such as an alert without a recording rule. */
function notesOf({ readings }: Judgement): readonly string[] {
  return readings.flatMap(({ duration, reading }) =>
    reading.kind === 'no-data' && reading.from?.note
      ? `    over ${describeDuration(duration)}: ${reading.from.note}`
      : []
  )
}
