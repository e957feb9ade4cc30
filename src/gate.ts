import { resolve } from 'node:path'
import type { Approval } from './approval/approval.ts'
import { assess } from './assess.ts'
import { blocked, type Decision, decide, failsJob, overridden, worstFirst } from './budget/decision.ts'
import type { Judgement } from './budget/judge.ts'
import type { Publication } from './callFlows/publish.ts'
import { type Config, configure } from './config/config.ts'
import { Secrets } from './http/secrets.ts'
import { annotationsOf, unwritten } from './report/annotations.ts'
import { statusOf } from './report/commitStatus.ts'
import { reportOf } from './report/json.ts'
import { logOf } from './report/log.ts'
import { outputsOf } from './report/outputs.ts'
import { redacted } from './report/redacted.ts'
import type { RunResult } from './report/result.ts'
import { commentOf, summaryOf } from './report/summary/summary.ts'
import { detailsOf, genesysOf, type Run, withHttp } from './run.ts'
import { type Environment, maskIn, Runner, runUrlOf } from './runner/runner.ts'
import type { Genesys } from './sources/genesys/connection.ts'
import type { AppliedSlo } from './sources/genesys-observability/applySlos.ts'
import type { Histories } from './sources/history.ts'
import { MINUTE, SECOND } from './time/duration.ts'

const MIB = 1024 * 1024
const ONE_MINUTE = { iso: 'PT1M', ms: MINUTE }

/** How long measuring may go on is the operator's choice; everything else keeps a person waiting. */
const MEASURING = { maxAttempts: 5, maxBytes: 1 * MIB }
const APPROVING = { maxAttempts: 3, maxBytes: 10 * MIB, timeout: ONE_MINUTE }
const PUBLISHING = { maxAttempts: 3, maxBytes: 1 * MIB, timeout: ONE_MINUTE }
const DRAWING = { maxAttempts: 1, maxBytes: 4 * MIB, timeout: { iso: 'PT20S', ms: 20 * SECOND } }
const TELLING = { maxAttempts: 3, maxBytes: 10 * MIB, timeout: { iso: 'PT10M', ms: 10 * MINUTE } }

/** How many SLOs are drawn: those that matter, and in an audit many more. */
const DRAWN = { enforce: 5, audit: 30 }

/**
 * The whole story: configure, measure, decide, approve, publish, tell, report.
 *
 * @param folder where relative paths start
 * @returns the exit code: 0 lets the job go on
 */
export async function runGate(env: Environment, folder: string): Promise<0 | 1> {
  const secrets = new Secrets(maskIn(env))
  const runner = new Runner(env, secrets)
  const { config, problems } = await configure({ env, secrets, folder })
  const run: Run = { env, folder, config, runner, secrets, at: new Date(), attempts: [], session: {} }
  const { errors, warnings } = problems
  const measured =
    errors.length > 0 ? misconfigured(errors) : await measureAndDecide(run, warnings).catch(defect)
  const approval = await seekApproval(measured.decision, run)
  const decision = approval?.approved ? overridden(measured.decision) : measured.decision
  const publications = await tellFlows(measured.judgements, approval, run)
  warnings.push(...publications.flatMap(publication => publication.problems))
  const { mode, policy, timeZone, maintenance } = config
  const found: RunResult = {
    at: run.at,
    mode,
    policy,
    timeZone,
    ...measured,
    decision,
    approval,
    publications,
    maintenanceLabel: maintenance.rules.label,
    errors,
    warnings,
    attempts: run.attempts,
    histories: await readHistories(measured.judgements, run)
  }
  warnings.push(...(await tellPullRequests(found, measured.decision, run)))
  report(found, run)
  return failsJob(decision, mode) ? 1 : 0
}

type Measured = Pick<RunResult, 'decision' | 'judgements' | 'applied'>

const unmeasured = (decision: Decision): Measured => ({ decision, judgements: [], applied: [] })

function misconfigured(errors: readonly string[]): Measured {
  return unmeasured(blocked('config-error', errors.join('; ')))
}

/** Whatever goes wrong here that is not foreseen: nothing was measured, so nothing may pass. */
function defect(error: unknown): Measured {
  const reason = `The gate itself failed, which is a defect of it; please report this: ${detailsOf(error)}`
  return unmeasured(blocked('source-error', reason))
}

function measureAndDecide(run: Run, warnings: string[]): Promise<Measured> {
  const { config, at } = run
  return withHttp(run, { ...MEASURING, timeout: config.timeout }, async http => {
    const genesys = genesysOf(run, http)
    const applied = await applyDefinitions(config, genesys)
    const warn = (warning: string) => warnings.push(warning)
    const judged = await assess({ config, at, http, genesys, applied, warn })
    const judgements = worstFirst(judged, config.policy)
    return { decision: decide(judged, config.policy), judgements, applied }
  })
}

async function applyDefinitions(
  { applySlos, slos, mode }: Config,
  genesys: Genesys | undefined
): Promise<readonly AppliedSlo[]> {
  if (!applySlos || genesys === undefined) return []
  const resources = await import('./sources/genesys-observability/applySlos.ts')
  return resources.applySlos(slos, { genesys, isDryRun: mode === 'audit' })
}

/** Asks for an approval only when a block could be lifted. A wrong configuration cannot be approved. */
async function seekApproval({ decision, verdict }: Decision, run: Run): Promise<Approval | undefined> {
  if (decision !== 'block' || verdict === 'config-error') return undefined
  const { rules, pullRequest, connection } = run.config.maintenance
  try {
    // GitHub's client is loaded only here: a run that blocks nothing never needs it.
    const maintenance = await import('./approval/seek.ts')
    const subject = maintenance.subjectOf(run.env, pullRequest)
    return await withHttp(run, APPROVING, http =>
      maintenance.seekApproval({ connection, subject, rules, http })
    )
  } catch (error) {
    const reason = `it could not be checked, which is a defect of the gate; please report this: ${detailsOf(error)}`
    return { approved: false, rule: 'pull-request', reason, pullRequest: null }
  }
}

/** Tells the call flows what was measured. What goes wrong with that never changes the decision. */
async function tellFlows(
  judgements: readonly Judgement[],
  approval: Approval | undefined,
  run: Run
): Promise<readonly Publication[]> {
  const { publishing } = run.config
  if (publishing === undefined || judgements.length === 0) return []
  const row = {
    at: run.at,
    degradeBelow: publishing.degradeBelow,
    runUrl: runUrlOf(run.env),
    approvedUntil: approval?.approved ? approval.until : undefined
  }
  try {
    const { publish } = await import('./callFlows/publish.ts')
    return await withHttp(run, PUBLISHING, http =>
      publish(judgements, { ...publishing, genesys: genesysOf(run, http) as Genesys, http, row })
    )
  } catch (error) {
    const problem = `call flows could not be told, which is a defect of the gate; please report this: ${detailsOf(error)}`
    return [{ id: '', outcome: 'failed', problems: [problem] }]
  }
}

/** What the charts are drawn from. Only for SLOs that somebody will look at, and never a reason to fail. */
async function readHistories(judgements: readonly Judgement[], run: Run): Promise<Histories> {
  const { config, at } = run
  const { mode, connections, summary } = config
  const drawn = judgements
    .filter(
      ({ reading, verdict, asOf }) =>
        reading.kind === 'rate' &&
        asOf === undefined &&
        verdict !== 'low-traffic' &&
        (mode === 'audit' || verdict !== 'healthy')
    )
    .slice(0, DRAWN[mode])
    .flatMap(({ slo }) => config.slos.find(({ id }) => id === slo.id) ?? [])
    .filter(({ source }) => source.type === 'genesys-data-actions' || source.type === 'prometheus')
  if (!summary || drawn.length === 0) return new Map()
  try {
    const history = await import('./sources/history.ts')
    const histories = await withHttp(run, DRAWING, http =>
      history.readHistories(drawn, { connections, genesys: genesysOf(run, http), http, at })
    )
    return history.addingUp(histories, judgements)
  } catch {
    return new Map()
  }
}

/** Keeps the comment and the statuses of pull requests up to date, as far as they are wanted. */
async function tellPullRequests(result: RunResult, measured: Decision, run: Run): Promise<readonly string[]> {
  const { announcing, maintenance } = run.config
  if (!announcing.comment && announcing.statusContext === undefined) return []
  const { connection, pullRequest, rules } = maintenance
  const runUrl = runUrlOf(run.env)
  const statusFor = (approval: Approval | undefined) =>
    statusOf(cleaned({ decision: approval?.approved ? overridden(measured) : measured, approval }, run))
  try {
    const { announce } = await import('./pullRequests/announce.ts')
    return await withHttp(run, TELLING, http =>
      announce({
        env: run.env,
        http,
        connection,
        pullRequest,
        rules,
        runUrl,
        approval: result.approval,
        ...announcing,
        comment: announcing.comment ? commentOf(cleaned(result, run), runUrl) : undefined,
        isBlocked: measured.decision === 'block' && measured.verdict !== 'config-error',
        statusOf: statusFor
      })
    )
  } catch (error) {
    return [
      `pull requests could not be told, which is a defect of the gate; please report this: ${detailsOf(error)}`
    ]
  }
}

const cleaned = <T>(value: T, { secrets }: Run): T => redacted(value, text => secrets.redact(text))

/** Everything that people and programs see, made from one result and written last. */
function report(result: RunResult, run: Run): void {
  const { config, runner, folder } = run
  const reportFile = config.reportFile ?? runner.defaultReportFile
  for (const line of logOf(result)) runner.info(line)
  const writers: readonly (readonly [string, () => void])[] = [
    [`report-file ${reportFile}`, () => runner.writeReport(resolve(folder, reportFile), reportOf(result))],
    ['job summary', () => config.summary && runner.writeSummary(summaryOf(cleaned(result, run)))],
    ['outputs', () => runner.setOutputs(outputsOf(result, reportFile))]
  ]
  const failures = writers.flatMap(([what, write]) => {
    try {
      write()
      return []
    } catch (error) {
      return unwritten(what, error)
    }
  })
  for (const annotation of annotationsOf(result, failures)) runner.annotate(annotation)
}
