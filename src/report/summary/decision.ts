import { plain, shortened } from '../../text/markdown.ts'
import type { RunResult } from '../result.ts'
import { describeApproval, headline, remedy } from '../words.ts'
import { forecast } from './forecast.ts'
import { limited } from './section.ts'

export function headlineOf(result: RunResult): string {
  return `## ${mark(result)} ${headline(result)}`
}

function mark({ decision, judgements }: RunResult): string {
  if (decision.decision === 'block') return '⛔'
  if (decision.decision === 'override') return '🔶'
  return judgements.every(({ verdict }) => verdict === 'healthy') ? '✅' : '⚠️'
}

/** The reason of the decision, or every problem of the configuration. */
export function reasons({ decision, errors }: RunResult, limit: number): string {
  if (errors.length === 0) return plain(shortened(decision.reason, 2_000))
  return limited(
    errors.map(error => `- ${plain(shortened(error, 1_000))}`),
    limit
  )
}

export function whatNow(result: RunResult): string {
  const sentences = [remedy(result), forecast(result)].filter(Boolean).join(' ')
  return sentences === '' ? '' : `**What now?** ${plain(sentences)}`
}

export function approval(result: RunResult): string {
  const words = describeApproval(result)
  return words === undefined ? '' : `**Maintenance approval.** ${plain(words)}`
}
