import type { Judgement } from '../../budget/judge.ts'
import type { RunResult } from '../result.ts'

/** How many SLOs get a chart: the worst ones, and many more in an audit, which is for looking. */
const MAX_CHARTS = { enforce: 5, audit: 30 }

/**
 * The SLOs that deserve a chart, the worst first: those with a meaningful reading of this run. An audit draws
 * healthy SLOs as well.
 *
 * @param judgements the worst first
 */
export function worthDrawing(
  judgements: readonly Judgement[],
  { mode }: Pick<RunResult, 'mode'>
): readonly Judgement[] {
  return judgements
    .filter(({ reading, verdict, asOf }) => {
      const isOfThisRun = reading.kind === 'rate' && asOf === undefined
      return isOfThisRun && verdict !== 'low-traffic' && (mode === 'audit' || verdict !== 'healthy')
    })
    .slice(0, MAX_CHARTS[mode])
}
