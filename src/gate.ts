import { blocked, type Decision, decide, failsJob, overridden, worstFirst } from './budget/decision.ts'
import { type Evidence, judge } from './budget/judge.ts'
import { configure } from './config/config.ts'
import { Secrets } from './http/secrets.ts'
import type { RunResult } from './report/result.ts'
import { guarded, type Run } from './run.ts'
import { type Environment, maskIn, Runner } from './runner/runner.ts'
import { orLastKnown } from './state/memory.ts'
import { seekApproval } from './steps/approve.ts'
import { readCharts } from './steps/draw.ts'
import { measureSlos } from './steps/measure.ts'
import { readRemembered } from './steps/remember.ts'
import { writeReports } from './steps/report.ts'
import { tellCallFlows, tellPullRequests } from './steps/tell.ts'
import { type Clock, systemClock } from './time/clock.ts'

/**
 * The whole story: configure, measure, judge, decide, approve, tell, report.
 *
 * @param folder where relative paths start
 * @returns the exit code: 0 lets the job go on
 */
export async function runGate(env: Environment, folder: string, clock: Clock = systemClock): Promise<0 | 1> {
  const secrets = new Secrets(maskIn(env))
  const runner = new Runner(env, secrets)
  const { config, problems } = await configure({ env, secrets, folder })
  const { errors, warnings } = problems
  const run: Run = {
    env,
    folder,
    config,
    runner,
    secrets,
    clock,
    at: clock.now(),
    attempts: [],
    session: {},
    warn: warning => warnings.push(warning)
  }
  const measured = errors.length > 0 ? misconfigured(errors) : await measureAndDecide(run)
  const approval = await seekApproval(measured.decision, run)
  const decision = approval?.approved ? overridden(measured.decision) : measured.decision
  const publications = await tellCallFlows(measured.judgements, approval, run)
  warnings.push(...publications.flatMap(publication => publication.problems))
  const result: RunResult = {
    ...measured,
    at: run.at,
    mode: config.mode,
    policy: config.policy,
    timeZone: config.timeZone,
    decision,
    approval,
    maintenanceLabel: config.approval.policy.label,
    publications,
    histories: await readCharts(measured.judgements, run),
    errors,
    warnings,
    attempts: run.attempts
  }
  warnings.push(...(await tellPullRequests(result, measured.decision, run)))
  writeReports(result, run)
  return failsJob(decision, config.mode) ? 1 : 0
}

type Measured = Pick<RunResult, 'decision' | 'judgements' | 'applied'>

/** The state of earlier runs is read before the measurement, and written after the decision. */
function measureAndDecide(run: Run): Promise<Measured> {
  const { policy, state } = run.config
  return guarded('The gate itself failed, so nothing was measured', {
    work: async () => {
      const remembered = await readRemembered(run)
      const { evidence: found, applied } = await measureSlos(remembered.slos, run)
      const judged = remembered.slos.map(recalled => {
        const evidence = found.get(recalled.slo.id) as Evidence
        const judgement = orLastKnown(judge(evidence, policy), recalled, { policy, maxAge: state.maxAge })
        return { recalled, evidence, judgement }
      })
      const judgements = worstFirst(
        judged.map(({ judgement }) => judgement),
        policy
      )
      const decision = decide(judgements, policy)
      await remembered.write(judged, applied)
      return { decision, judgements, applied }
    },
    fallback: problem => withoutMeasurement(blocked('source-error', problem))
  })
}

const misconfigured = (errors: readonly string[]): Measured =>
  withoutMeasurement(blocked('config-error', errors.join('; ')))

const withoutMeasurement = (decision: Decision): Measured => ({ decision, judgements: [], applied: [] })
