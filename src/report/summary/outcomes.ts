import { plainDecimal } from '../../budget/decimal.ts'
import type { Judgement } from '../../budget/judge.ts'
import type { OutcomeCount } from '../../budget/reading.ts'
import { type Column, details, plain, shortened, table } from '../../text/markdown.ts'
import type { RunResult } from '../result.ts'
import { idOf } from './sloTable.ts'

type Row = OutcomeCount & Pick<Judgement, 'slo'>

/** How many outcomes of one SLO are shown. */
const MAX_OUTCOMES = 10

/** The outcomes that the source counted. The bad ones show what to fix or to ignore. */
export function outcomes({ judgements }: RunResult, limit: number): string {
  const rows = judgements
    .slice(0, limit)
    .filter(({ verdict }) => verdict !== 'healthy')
    .flatMap(({ slo, reading }) =>
      (reading.from?.outcomes ?? []).slice(0, MAX_OUTCOMES).map(counted => ({ ...counted, slo }))
    )
  return rows.length === 0 ? '' : details('How the events ended', table(COLUMNS, rows))
}

const COLUMNS: readonly Column<Row>[] = [
  { header: 'SLO', cell: idOf },
  { header: 'Outcome', cell: ({ outcome }) => plain(shortened(outcome, 100)) },
  { header: 'Count', cell: ({ count }) => plainDecimal(count) },
  { header: 'Counts as', cell: ({ countsAs }) => countsAs }
]
