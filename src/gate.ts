import { blocked, type Decision, decide, overridden, worstFirst } from './budget/decision.ts'
import { type Evidence, judge } from './budget/judge.ts'
import { configure } from './config/config.ts'
import { readInputs } from './config/inputs.ts'
import { Secrets } from './http/secrets.ts'
import { guarded } from './outcome.ts'
import { Problems } from './problems.ts'
import type { RunResult } from './report/result.ts'
import type { Run } from './run.ts'
import { captureLibraries } from './runner/libraries.ts'
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
  const release = captureLibraries(runner)
  try {
    const { config, problems } = await configured({ env, secrets, folder })
    const run = startOf({ env, folder, clock, secrets, runner, config, problems })
    const failed = (problem: string) => resultOf(run, problems, brokenDown(problem, problems.errors))
    const result = await guarded<RunResult>('The gate itself failed', {
      work: () => decideAndTell(run, problems),
      fallback: failed
    })
    return await guarded<0 | 1>('The reports could not be made', {
      work: async () => writeReports(result, run),
      fallback: problem => writeReports(failed(problem), run)
    })
  } finally {
    release()
  }
}

/** Says that the gate broke down where nothing else could: the deployment stays blocked. */
export async function reportCrash(error: unknown, env: Environment, folder: string): Promise<1> {
  const secrets = new Secrets(maskIn(env))
  await guarded('', {
    work: async () => readInputs({ env, secrets, problems: new Problems() }),
    fallback: () => undefined
  })
  const { config } = await configure({ env: {}, secrets, folder })
  const problems = new Problems()
  const run = startOf({
    env,
    folder,
    clock: systemClock,
    secrets,
    runner: new Runner(env, secrets),
    config,
    problems
  })
  const measured = await guarded<Measured>('The gate itself failed', {
    work: () => Promise.reject(error),
    fallback: problem => brokenDown(problem, [])
  })
  writeReports(resultOf(run, problems, measured), run)
  return 1
}

type Configured = Awaited<ReturnType<typeof configure>>

/** Where inputs and definitions cannot even be checked, every input has its default, and that is an error. */
function configured(options: Parameters<typeof configure>[0]): Promise<Configured> {
  return guarded<Configured>('The configuration could not be read', {
    work: () => configure(options),
    fallback: async problem => {
      const { config } = await configure({ ...options, env: {} })
      const problems = new Problems()
      problems.errors.push(problem)
      return { config, problems }
    }
  })
}

type Start = Pick<Run, 'env' | 'folder' | 'clock' | 'secrets' | 'runner' | 'config'> &
  Pick<Configured, 'problems'>

const startOf = ({ problems, ...start }: Start): Run => ({
  ...start,
  at: start.clock.now(),
  attempts: [],
  session: {},
  warn: warning => problems.warnings.push(warning)
})

async function decideAndTell(run: Run, problems: Problems): Promise<RunResult> {
  const { errors, warnings } = problems
  const measured = errors.length > 0 ? misconfigured(errors) : await measureAndDecide(run)
  const approval = await seekApproval(measured.decision, run)
  const decision = approval?.approved ? overridden(measured.decision) : measured.decision
  const publications = await tellCallFlows(measured.judgements, approval, run)
  warnings.push(...publications.flatMap(publication => publication.problems))
  const histories = await readCharts(measured.judgements, run)
  const result = { ...resultOf(run, problems, measured), decision, approval, publications, histories }
  warnings.push(...(await tellPullRequests(result, measured.decision, run)))
  return result
}

/** What a run found out that did nothing but measure. */
function resultOf(
  { at, config, attempts }: Run,
  { errors, warnings }: Problems,
  measured: Measured
): RunResult {
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
    errors,
    warnings,
    attempts
  }
}

type Measured = Pick<RunResult, 'decision' | 'judgements' | 'applied' | 'approval'>

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

const misconfigured = (errors: readonly string[]): Measured =>
  withoutMeasurement(blocked('config-error', errors.join('; ')))

/** The decision when the gate itself fails: nobody was asked for an approval. */
function brokenDown(problem: string, errors: readonly string[]): Measured {
  if (errors.length > 0) return misconfigured(errors)
  const approval = {
    approved: false,
    rule: 'pull-request',
    reason: 'it was not checked',
    pullRequest: null
  } as const
  return { ...withoutMeasurement(blocked('source-error', problem)), approval }
}

const withoutMeasurement = (decision: Decision): Measured => ({
  decision,
  judgements: [],
  applied: [],
  approval: undefined
})
