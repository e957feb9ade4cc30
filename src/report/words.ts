import { failsJob } from '../budget/decision.ts'
import type { Verdict } from '../budget/verdict.ts'
import type { RunResult } from './result.ts'
import { describeInstant } from './time.ts'

/** Every verdict in a few words that need no explanation. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  'config-error': 'The configuration is wrong',
  'source-error': 'The burn rate could not be read',
  exhausted: 'The error budget is exhausted',
  burning: 'The error budget is burning too fast',
  unstable: 'The error budget was probably reset while the system is failing',
  'no-data': 'There is nothing to measure',
  'low-traffic': 'There is too little traffic to tell',
  warning: 'The error budget is running low',
  healthy: 'The error budget is healthy'
}

/** What to do about a verdict that blocks, in one or two sentences. */
const WAY_OUT: Readonly<Partial<Record<Verdict, string>>> = {
  'config-error': 'Correct what is listed; nothing was measured.',
  'source-error':
    'Do what the message says, then run the job again. Until the burn rate can be read, nobody knows whether a deployment is safe.',
  exhausted:
    'Mend the failing integration first. The gate opens by itself once enough failures have left the window; running the job again changes nothing.',
  burning:
    'Something is failing right now: mend it or roll it back. The gate opens by itself when the burn rate falls below the threshold.',
  unstable:
    'The budget reads well again, but the last hour does not. Mend what fails; the gate opens when the last hour is within the limit, too.',
  'no-data':
    'Check that the SLO still measures real traffic. If no traffic is normal, set on-no-data to allow.'
}

/** Undefined where nothing has to be done. */
export function wayOut({ decision }: Pick<RunResult, 'decision'>): string | undefined {
  return decision.decision === 'block' ? WAY_OUT[decision.verdict] : undefined
}

/** Whether the job goes on: a block that an audit only reports does not fail it. */
export function headline({ decision, mode }: Pick<RunResult, 'decision' | 'mode'>): string {
  const words = VERDICT_WORDS[decision.verdict]
  if (decision.decision === 'override') return `Override: a deployment is allowed although ${lower(words)}`
  if (decision.decision === 'allow') return `Deployment allowed: ${lower(words)}`
  if (!failsJob(decision, mode)) return `Audit: would be blocked: ${lower(words)}`
  return `Deployment blocked: ${lower(words)}`
}

/** Who lifted the block and until when, or why nobody did. */
export function describeApproval({ approval, maintenanceLabel, timeZone }: RunResult): string | undefined {
  if (approval === undefined) return undefined
  const label = `the label "${maintenanceLabel}"`
  if (!approval.approved) {
    const how = 'To lift the block, an approver puts the label on the pull request; then run the job again.'
    return `No maintenance approval by ${label} (rule ${approval.rule}): ${approval.reason}. ${how}`
  }
  const { by, at, until, pullRequest, headSha } = approval
  const where = `on pull request #${pullRequest} for commit ${headSha.slice(0, 7)}`
  const times = `at ${describeInstant(at, timeZone)}, until ${describeInstant(until, timeZone)}`
  return `Approved by ${by} with ${label} ${where}, ${times}.`
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
