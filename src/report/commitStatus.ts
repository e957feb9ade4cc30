import { shortened } from '../text/markdown.ts'
import { oneLine } from '../text/oneLine.ts'
import type { RunResult } from './result.ts'
import { headline } from './words.ts'

/** GitHub accepts 140 characters. */
const MAX_LENGTH = 140

/** The commit status. It has no numbers, because it is written again only when its text changes. */
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
    description: shortened(
      withoutFourByteCharacters(oneLine(`${headline({ decision, mode: 'enforce' })}${slo}${by}`)),
      MAX_LENGTH
    )
  }
}

/** GitHub refuses characters of four bytes in a description. */
const withoutFourByteCharacters = (text: string) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')
