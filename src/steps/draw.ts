import type { Judgement } from '../budget/judge.ts'
import { LIMITS } from '../http/limits.ts'
import { drawableHistories, worthDrawing } from '../report/summary/drawn.ts'
import { contextOf, type Run, withHttp } from '../run.ts'
import { readHistories } from '../sources/history.ts'
import type { Histories } from '../sources/source.ts'

/** Reads the data for the charts, only for SLOs that readers will look at. A failure here is ignored. */
export async function readCharts(judgements: readonly Judgement[], run: Run): Promise<Histories> {
  const { mode, connections, summary, slos } = run.config
  if (!summary) return new Map()
  try {
    const drawn = worthDrawing(judgements, { mode })
      .flatMap(({ slo }) => slos.find(({ id }) => id === slo.id) ?? [])
      .map(slo => ({ slo, spec: slo.source }))
    if (drawn.length === 0) return new Map()
    const histories = await withHttp(run, LIMITS.charts, http =>
      readHistories(drawn, { connections, context: contextOf(run, http), at: run.at })
    )
    return drawableHistories(histories, judgements)
  } catch {
    return new Map()
  }
}
