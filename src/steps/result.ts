import { blocked, type Decision } from '../budget/decision.ts'
import type { RunResult } from '../report/result.ts'
import type { StartedRun } from './configure.ts'

/** What measuring and judging found out. */
export type Measured = Pick<RunResult, 'decision' | 'judgements' | 'applied' | 'approval'>

export const misconfigured = (errors: readonly string[]): Measured =>
  withoutMeasurement(blocked('config-error', errors.join('; ')))

export const withoutMeasurement = (decision: Decision): Measured => ({
  decision,
  judgements: [],
  applied: [],
  approval: undefined
})

/** What a run reports that has decided, and told nobody yet. */
export function resultOf({ run, problems }: StartedRun, measured: Measured): RunResult {
  const { at, config, attempts } = run
  const { mode, policy, timeZone, approval } = config
  return {
    ...measured,
    at,
    mode,
    policy,
    timeZone,
    maintenanceLabel: approval.policy.label,
    publications: [],
    histories: new Map(),
    errors: problems.errors,
    warnings: problems.warnings,
    failures: [],
    attempts
  }
}

/** What a run reports in which the gate itself failed: a block, and no approval was asked for. */
export function failureOf(started: StartedRun, problem: string): RunResult {
  const { errors } = started.problems
  if (errors.length > 0) return resultOf(started, misconfigured(errors))
  const measured = withoutMeasurement(blocked('source-error', problem))
  const reason = 'it was not checked'
  const approval = { approved: false, rule: 'pull-request', reason, pullRequest: null } as const
  return resultOf(started, { ...measured, approval })
}
