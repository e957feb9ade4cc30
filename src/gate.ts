import { blocked, decide, overridden, worstFirst } from './budget/decision.ts'
import { type Evidence, judge } from './budget/judge.ts'
import { guarded } from './outcome.ts'
import type { RunResult } from './report/result.ts'
import type { Run } from './run.ts'
import { captureLibraries } from './runner/libraries.ts'
import type { Environment } from './runner/runner.ts'
import { orLastKnown } from './state/memory.ts'
import { seekApproval } from './steps/approve.ts'
import { openRunner, type StartedRun, startDefaultRun, startRun } from './steps/configure.ts'
import { readCharts } from './steps/draw.ts'
import { measureSlos } from './steps/measure.ts'
import { readRemembered } from './steps/remember.ts'
import { writeReports } from './steps/report.ts'
import { failureOf, type Measured, misconfigured, resultOf, withoutMeasurement } from './steps/result.ts'
import { tellCallFlows, tellPullRequests } from './steps/tell.ts'
import { type Clock, systemClock } from './time/clock.ts'

/**
 * Runs the gate: configure, measure, judge, decide, approve, tell, report.
 *
 * @param folder where relative paths start
 * @returns the exit code: 0 lets the job continue
 */
export async function runGate(env: Environment, folder: string, clock: Clock = systemClock): Promise<0 | 1> {
  const start = { env, folder, clock }
  const opened = openRunner(start)
  const release = captureLibraries(opened.runner)
  try {
    const started = await startRun(start, opened)
    const result = await guarded<RunResult>('The gate itself failed', {
      work: () => decideAndTell(started),
      fallback: problem => failureOf(started, problem)
    })
    return await guarded<0 | 1>('The reports could not be made', {
      work: async () => writeReports(result, started.run),
      fallback: problem => writeReports(failureOf(started, problem), started.run)
    })
  } finally {
    release()
  }
}

async function decideAndTell(started: StartedRun): Promise<RunResult> {
  const { run, problems } = started
  const { errors, warnings } = problems
  const measured = errors.length > 0 ? misconfigured(errors) : await measureAndDecide(run)
  const approval = await seekApproval(measured.decision, run)
  const decision = approval?.approved ? overridden(measured.decision) : measured.decision
  const publications = await tellCallFlows(measured.judgements, approval, run)
  warnings.push(...publications.flatMap(publication => publication.problems))
  const histories = await readCharts(measured.judgements, run)
  const result = { ...resultOf(started, measured), decision, approval, publications, histories }
  const told = await tellPullRequests(result, measured.decision, run)
  warnings.push(...told.problems)
  return { ...result, failures: told.failures }
}

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
      return { decision, judgements, applied, approval: undefined }
    },
    fallback: problem => withoutMeasurement(blocked('source-error', problem))
  })
}

/** Reports an error that nothing else caught. The deployment stays blocked. */
export async function reportCrash(error: unknown, env: Environment, folder: string): Promise<1> {
  const start = { env, folder, clock: systemClock }
  const started = await startDefaultRun(start, openRunner(start))
  const result = await guarded<RunResult>('The gate itself failed', {
    work: () => Promise.reject(error),
    fallback: problem => failureOf(started, problem)
  })
  writeReports(result, started.run)
  return 1
}
