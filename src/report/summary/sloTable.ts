import { exceeds, plainDecimal, rounded } from '../../budget/decimal.ts'
import { budgetOf, type Judgement } from '../../budget/judge.ts'
import { blocks, type Policy } from '../../budget/verdict.ts'
import { bar, type Column, code, plain, shortened, table } from '../../text/markdown.ts'
import { describeDuration } from '../../time/duration.ts'
import type { RunResult } from '../result.ts'

/** The table of all SLOs, the worst first. */
export function sloTable({ judgements, policy }: RunResult, limit: number): string {
  if (judgements.length === 0) return ''
  const text = table(columnsFor(policy), judgements.slice(0, limit))
  const rest = judgements.length - limit
  return rest > 0 ? `${text}\n\n${rest} more SLOs, none worse than these, are in the JSON report.` : text
}

const columnsFor = (policy: Policy): readonly Column<Judgement>[] => [
  { header: 'SLO', cell: nameOf },
  { header: 'Verdict', cell: ({ verdict }) => `${verdictMark(verdict, policy)} ${verdict}` },
  { header: 'Error budget left', cell: budgetLeft },
  { header: 'Burn rate and limit', cell: judgement => burnRateAndLimit(judgement, policy.maxBurnRate) },
  { header: 'Health', cell: health },
  { header: 'Target', cell: target }
]

/** The name and the id of an SLO; only the id when they are the same. */
export function nameOf({ slo }: Judgement): string {
  return slo.name === slo.id ? idOf({ slo }) : `${plain(shortened(slo.name, 100))} ${idOf({ slo })}`
}

/** The id of an SLO, shortened for a cell. */
export const idOf = ({ slo }: Pick<Judgement, 'slo'>): string => code(shortened(slo.id, 100))

function verdictMark(verdict: Judgement['verdict'], policy: Policy): string {
  if (blocks(verdict, policy)) return '⛔'
  return verdict === 'healthy' ? '✅' : '⚠️'
}

function budgetLeft(judgement: Judgement): string {
  const { budgetRemaining } = budgetOf(judgement)
  if (budgetRemaining === null || judgement.verdict === 'low-traffic') return 'unknown'
  return `${plainDecimal(Number(budgetRemaining.toFixed(1)))}&nbsp;% \`${bar(budgetRemaining)}\``
}

function burnRateAndLimit(judgement: Judgement, limit: number): string {
  const { burnRate } = budgetOf(judgement)
  if (burnRate === null) return 'unknown'
  const sign = exceeds(burnRate, limit) ? '&gt;' : '≤'
  return `${rounded(burnRate, limit, 3)} ${sign} ${plainDecimal(limit)}`
}

function health(judgement: Judgement): string {
  const { budgetHealth } = budgetOf(judgement)
  return budgetHealth === null ? 'unknown' : plainDecimal(Number(budgetHealth.toFixed(3)))
}

function target({ slo }: Judgement): string {
  const percent = slo.target === null ? '' : `${plainDecimal(slo.target)}&nbsp;% over `
  return `${percent}${describeDuration(slo.window)}`
}
