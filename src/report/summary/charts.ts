import { burnDown } from '../../budget/burnDown.ts'
import type { RunResult } from '../result.ts'
import { chart } from './chart.ts'
import { nameOf } from './sloTable.ts'

/** The budget over the window of every SLO that has a history. */
export function charts({ judgements, histories, timeZone }: RunResult): string {
  return judgements
    .flatMap(judgement => {
      const { id, target } = judgement.slo
      const buckets = histories.get(id)
      if (buckets === undefined || target === null) return []
      return `### Budget of ${nameOf(judgement)}\n\n${chart(burnDown(buckets, target), timeZone)}`
    })
    .join('\n\n')
}
