import type { Approval } from '../approval/approval.ts'
import { type Decision, overridden } from '../budget/decision.ts'
import type { Judgement } from '../budget/judge.ts'
import type { Publication } from '../callFlows/publish.ts'
import { LIMITS } from '../http/limits.ts'
import { redacted } from '../http/redacted.ts'
import { guarded } from '../outcome.ts'
import type { TellOutcome } from '../pullRequests/outcome.ts'
import { statusOf } from '../report/commitStatus.ts'
import type { RunResult } from '../report/result.ts'
import { commentOf } from '../report/summary/summary.ts'
import { contextOf, gitHubOf, type Run, withHttp } from '../run.ts'
import { runUrlOf } from '../runner/runner.ts'
import { Genesys } from '../sources/genesys/connection.ts'
import { SECOND } from '../time/duration.ts'

/** Updates the data table that call flows read. A failure never changes the decision. */
export async function tellCallFlows(
  judgements: readonly Judgement[],
  approval: Approval | undefined,
  run: Run
): Promise<readonly Publication[]> {
  const { callFlows } = run.config
  if (callFlows?.connection === undefined || judgements.length === 0) return []
  const { connection, degradeBelow } = callFlows
  const approvedUntil = approval?.approved ? approval.until : undefined
  const withoutSecrets = (judgement: Judgement) => ({
    ...judgement,
    reason: run.secrets.redact(judgement.reason)
  })
  const row = { at: run.at, degradeBelow, runUrl: runUrlOf(run.env), approvedUntil }
  return guarded('The data table could not be updated', {
    work: async () => {
      const { publish } = await import('../callFlows/publish.ts')
      return withHttp(run, LIMITS.callFlows, http =>
        publish(judgements.map(withoutSecrets), {
          ...callFlows,
          genesys: new Genesys(connection, contextOf(run, http)),
          http,
          row
        })
      )
    },
    fallback: problem => [{ id: '', outcome: 'failed', problems: [problem] }]
  })
}

/** Updates the comment and the statuses of pull requests, as configured. */
export async function tellPullRequests(
  result: RunResult,
  measured: Decision,
  run: Run
): Promise<TellOutcome> {
  const { pullRequests, approval } = run.config
  if (!pullRequests.comment && pullRequests.statusContext === undefined) return { problems: [], failures: [] }
  const clean = <T>(value: T): T => redacted(value, text => run.secrets.redact(text))
  const runUrl = runUrlOf(run.env)
  // Leave time for the answers to the last writes.
  const until = run.clock.monotonicMs() + LIMITS.pullRequests.timeout.ms - 15 * SECOND
  return guarded('The pull request could not be updated', {
    work: async () => {
      const { tell } = await import('../pullRequests/tell.ts')
      return withHttp(run, LIMITS.pullRequests, async http =>
        tell({
          ...pullRequests,
          gitHub: await gitHubOf(run, http),
          clock: run.clock,
          until,
          comment: pullRequests.comment ? commentOf(clean(result), runUrl) : undefined,
          runUrl,
          approval: result.approval,
          policy: approval.policy,
          isBlocked: measured.decision === 'block' && measured.verdict !== 'config-error',
          statusOf: found =>
            statusOf(clean({ decision: found?.approved ? overridden(measured) : measured, approval: found }))
        })
      )
    },
    fallback: problem => ({ problems: [], failures: [problem] })
  })
}
