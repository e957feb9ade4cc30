import { resolve } from 'node:path'
import { assess } from './assess.ts'
import { blocked, type Decision, decide, failsJob, overridden, worstFirst } from './budget/decision.ts'
import type { Duration } from './budget/duration.ts'
import type { Judgement } from './budget/judge.ts'
import { type Config, configure } from './config/config.ts'
import { type Attempt, HttpClient, type HttpOptions } from './http/client.ts'
import { Secrets } from './http/secrets.ts'
import { TimeBudget } from './http/timeBudget.ts'
import type { Approval } from './maintenance/approval.ts'
import { annotationsOf, unwritten } from './report/annotations.ts'
import { logOf } from './report/log.ts'
import { outputsOf } from './report/outputs.ts'
import { reportOf } from './report/report.ts'
import type { RunResult } from './report/result.ts'
import { summaryOf } from './report/summary.ts'
import { type Environment, maskIn, Runner } from './runner/runner.ts'

/** What one run works with. */
interface Gate {
  readonly env: Environment
  /** Where relative paths start. */
  readonly folder: string
  readonly config: Config
  readonly runner: Runner
  readonly secrets: Secrets
  /** The instant at which every window ends. */
  readonly at: Date
  /** Every request that was sent, in the order in which they ended. */
  readonly attempts: Attempt[]
}

const MIB = 1024 * 1024

/** How long measuring may go on is the operator's choice; reading an approval keeps a person waiting. */
const MEASURING = { maxAttempts: 5, maxBytes: 1 * MIB }
const APPROVING = { maxAttempts: 3, maxBytes: 10 * MIB, timeout: { iso: 'PT1M', ms: 60_000 } }

/**
 * The whole story: configure, measure, decide, approve, report.
 *
 * @param folder where relative paths start
 * @returns the exit code: 0 lets the job go on
 */
export async function runGate(env: Environment, folder: string): Promise<0 | 1> {
  const secrets = new Secrets(maskIn(env))
  const runner = new Runner(env, secrets)
  const { config, problems } = await configure({ env, secrets, folder })
  const gate: Gate = { env, folder, config, runner, secrets, at: new Date(), attempts: [] }
  const { errors, warnings } = problems
  const measured =
    errors.length > 0 ? misconfigured(errors) : await measureAndDecide(gate, warnings).catch(defect)
  const approval = await seekApproval(measured.decision, gate)
  const decision = approval?.approved ? overridden(measured.decision) : measured.decision
  const { mode, policy, timeZone, maintenance } = config
  report(
    {
      ...{ at: gate.at, mode, policy, timeZone, decision, judgements: measured.judgements, approval },
      ...{ maintenanceLabel: maintenance.rules.label, errors, warnings, attempts: gate.attempts }
    },
    gate
  )
  return failsJob(decision, mode) ? 1 : 0
}

interface Outcome {
  readonly decision: Decision
  readonly judgements: readonly Judgement[]
}

function misconfigured(errors: readonly string[]): Outcome {
  return { decision: blocked('config-error', errors.join('; ')), judgements: [] }
}

/** Whatever goes wrong here that is not foreseen: nothing was measured, so nothing may pass. */
function defect(error: unknown): Outcome {
  const reason = `The gate itself failed, which is a defect of it; please report this: ${detailsOf(error)}`
  return { decision: blocked('source-error', reason), judgements: [] }
}

const detailsOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

async function measureAndDecide(gate: Gate, warnings: string[]): Promise<Outcome> {
  const { config, secrets, at } = gate
  const http = openHttp(gate, { ...MEASURING, timeout: config.timeout })
  try {
    const judged = await assess({ config, at, http, secrets, warn: warning => warnings.push(warning) })
    return { decision: decide(judged, config.policy), judgements: worstFirst(judged, config.policy) }
  } finally {
    http.close()
  }
}

/** Asks for an approval only when a block could be lifted. A wrong configuration cannot be approved. */
async function seekApproval({ decision, verdict }: Decision, gate: Gate): Promise<Approval | undefined> {
  if (decision !== 'block' || verdict === 'config-error') return undefined
  const { rules, pullRequest, connection } = gate.config.maintenance
  const http = openHttp(gate, APPROVING)
  try {
    // GitHub's client is loaded only here: a run that blocks nothing never needs it.
    const maintenance = await import('./maintenance/maintenance.ts')
    const subject = maintenance.subjectOf(gate.env, pullRequest)
    return await maintenance.seekApproval({ connection, subject, rules, http })
  } catch (error) {
    const reason = `it could not be checked, which is a defect of the gate; please report this: ${detailsOf(error)}`
    return { approved: false, rule: 'pull-request', reason, pullRequest: null }
  } finally {
    http.close()
  }
}

function openHttp(
  { runner, secrets, attempts }: Gate,
  { timeout, ...limits }: { readonly timeout: Duration } & Pick<HttpOptions, 'maxAttempts' | 'maxBytes'>
): HttpClient {
  return new HttpClient({
    ...limits,
    redact: text => secrets.redact(text),
    timeBudget: new TimeBudget(timeout),
    onAttempt: attempt => {
      attempts.push(attempt)
      const { method, url, status, durationMs } = attempt
      const answer = `${status ?? 'no answer'} in ${durationMs} ms (attempt ${attempt.attempt})`
      runner.debug(`${method} ${url} -> ${answer}`)
    }
  })
}

/** Everything that people and programs see, made from one result and written last. */
function report(result: RunResult, { config, runner, folder }: Gate): void {
  const reportFile = config.reportFile ?? runner.defaultReportFile
  for (const line of logOf(result)) runner.info(line)
  const writers: readonly (readonly [string, () => void])[] = [
    [`report-file ${reportFile}`, () => runner.writeReport(resolve(folder, reportFile), reportOf(result))],
    ['job summary', () => config.summary && runner.writeSummary(summaryOf(result))],
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
