import { shortened } from '../text/markdown.ts'
import { oneLine } from '../text/oneLine.ts'
import type { RunResult } from './result.ts'
import { headline } from './words.ts'

const LONGEST = 140

/** What a commit status says: no numbers, for it is written anew only when it says something new. */
export function statusOf(result: Pick<RunResult, 'decision' | 'approval'>): {
  readonly state: 'error' | 'failure' | 'success'
  readonly description: string
} {
  const { decision, approval } = result
  const slo = decision.worst && decision.decision !== 'allow' ? ` (${decision.worst.slo.id})` : ''
  const by = approval?.approved ? `, approved by ${approval.by}` : ''
  const unread = decision.verdict === 'source-error' || decision.verdict === 'config-error'
  const failed = unread ? 'error' : 'failure'
  return {
    state: decision.decision === 'block' ? failed : 'success',
    description: shortened(inPlane(oneLine(`${headline({ decision, mode: 'enforce' })}${slo}${by}`)), LONGEST)
  }
}

/** GitHub takes no character of four bytes here. */
const inPlane = (text: string) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')
