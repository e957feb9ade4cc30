import type { Approval } from '../approval/approval.ts'
import type { Decision } from '../budget/decision.ts'
import { LIMITS } from '../http/limits.ts'
import { guarded } from '../outcome.ts'
import { gitHubOf, type Run, withHttp } from '../run.ts'

/** Looks for an approval only if a block could be lifted. A wrong configuration cannot be approved. */
export async function seekApproval({ decision, verdict }: Decision, run: Run): Promise<Approval | undefined> {
  if (decision !== 'block' || verdict === 'config-error') return undefined
  return guarded('it could not be checked', {
    work: async () => {
      // Loaded only when needed: only a blocked run uses it.
      const approvals = await import('../approval/approval.ts')
      return withHttp(run, LIMITS.approve, async http =>
        approvals.seekApproval(await gitHubOf(run, http), run.config.approval.policy)
      )
    },
    fallback: reason => ({ approved: false, rule: 'pull-request', reason, pullRequest: null })
  })
}
