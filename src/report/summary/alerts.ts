import { plainDecimal, rounded } from '../../budget/decimal.ts'
import type { AlertState, Judgement } from '../../budget/judge.ts'
import { type Column, details, table } from '../../text/markdown.ts'
import { describeDuration } from '../../time/duration.ts'
import type { RunResult } from '../result.ts'
import { idOf } from './sloTable.ts'

type Row = AlertState & Pick<Judgement, 'slo'>

/** The firing alerts, and the quiet ones folded. */
export function alerts({ judgements }: RunResult, limit: number): string {
  const rows = judgements
    .slice(0, limit)
    .flatMap(({ slo, alerts }) => alerts.map(state => ({ ...state, slo })))
  const firing = rows.filter(row => row.firing)
  const quiet = rows.filter(row => !row.firing)
  const texts = [
    firing.length > 0 ? `### Firing burn rate alerts\n\n${table(COLUMNS, firing)}` : '',
    quiet.length > 0 ? details('Quiet burn rate alerts', table(COLUMNS, quiet)) : ''
  ]
  return texts.filter(text => text !== '').join('\n\n')
}

const COLUMNS: readonly Column<Row>[] = [
  { header: 'SLO', cell: idOf },
  { header: 'Level', cell: ({ alert }) => alert.level },
  { header: 'Windows', cell: ({ windows }) => windows.map(describeWindow).join(' and ') },
  { header: 'Burn rate', cell: burnRates },
  { header: 'Threshold', cell: ({ alert }) => plainDecimal(alert.burnRateThreshold) },
  { header: 'State', cell: stateOf }
]

const describeWindow = ({ duration }: Row['windows'][number]) => describeDuration(duration)

function burnRates({ alert, windows }: Row): string {
  const rates = windows.map(({ burnRate }) =>
    burnRate === null ? 'no value' : rounded(burnRate, alert.burnRateThreshold, 3)
  )
  return rates.join(' and ')
}

function stateOf({ alert, firing }: Row): string {
  if (!firing) return 'quiet'
  return `${alert.level === 'CRITICAL' ? '⛔' : '⚠️'} firing`
}
