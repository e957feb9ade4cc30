import type { Approval } from '../approval/approval.ts'
import type { Decision } from '../budget/decision.ts'
import { guarded, type Run, withHttp } from '../run.ts'
import { MINUTE } from '../time/duration.ts'

const LIMITS = { maxAttempts: 3, maxBytes: 10 * 1024 * 1024, timeout: { iso: 'PT1M', ms: MINUTE } }

/** Asks for an approval only when a block could be lifted. A wrong configuration cannot be approved. */
export async function seekApproval({ decision, verdict }: Decision, run: Run): Promise<Approval | undefined> {
  if (decision !== 'block' || verdict === 'config-error') return undefined
  const { approval, github } = run.config
  return guarded('it could not be checked', {
    work: async () => {
      // GitHub's client is loaded only here: a run that blocks nothing never needs it.
      const approvals = await import('../approval/seek.ts')
      const subject = approvals.subjectOf(run.env, approval.pullRequest)
      return withHttp(run, LIMITS, http =>
        approvals.seekApproval({ connection: github, subject, rules: approval.rules, http })
      )
    },
    fallback: reason => ({ approved: false, rule: 'pull-request', reason, pullRequest: null })
  })
}
