import { plain, shortened } from '../../text/markdown.ts'
import type { RunResult } from '../result.ts'
import { describeInstant } from '../time.ts'
import { limited } from './section.ts'

/** The reasons of other SLOs that are not healthy, warnings, and readings from earlier runs. */
export function notes(
  { decision, judgements, failures, warnings, timeZone }: RunResult,
  limit: number
): string {
  const others = judgements
    .filter(({ slo, verdict }) => slo.id !== decision.worst?.slo.id && verdict !== 'healthy')
    .map(({ reason }) => reason)
  const remembered = judgements.flatMap(({ slo, asOf }) =>
    asOf
      ? `SLO "${slo.id}" was not measured again: its windows end at ${describeInstant(asOf, timeZone)}`
      : []
  )
  const lines = [...failures, ...others, ...warnings, ...remembered].map(
    note => `- ${plain(shortened(note, 1_000))}`
  )
  return lines.length === 0 ? '' : `### Also worth knowing\n\n${limited(lines, limit)}`
}
