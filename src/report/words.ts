import { failsJob } from '../budget/decision.ts'
import type { Verdict } from '../budget/verdict.ts'
import type { RunResult } from './result.ts'
import { describeInstant } from './time.ts'

/** Every verdict in one short sentence. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  'config-error': 'The configuration is wrong',
  'source-error': 'The burn rate could not be read',
  exhausted: 'The error budget is exhausted',
  burning: 'The error budget is burning too fast',
  unstable: 'The exhausted error budget has not been shown to recover',
  'no-data': 'There is nothing to measure',
  'low-traffic': 'There is too little traffic to judge',
  warning: 'The error budget is running low',
  healthy: 'The error budget is healthy'
}

/** What to do about each verdict that blocks. */
const REMEDIES: Readonly<Partial<Record<Verdict, string>>> = {
  'config-error': 'Correct the listed problems, then run the job again; nothing was measured.',
  'source-error':
    'Follow the message, then run the job again. Without a burn rate, it is unknown whether a deployment is safe.',
  exhausted:
    'Fix the failing integration first. The gate opens by itself once enough failures have left the window; running the job again changes nothing.',
  burning:
    'Something is failing right now: fix it or roll it back. The gate opens by itself when the burn rate falls to the threshold.',
  unstable:
    'Fix the failing integration. The gate opens by itself once the window and its last hour have events again and both are within the limit.',
  'no-data':
    'Check that the SLO still measures real traffic. If it is normal to have no traffic, set on-no-data to allow.'
}

/** What to do about a block; undefined when the decision is not a block. */
export function remedy({ decision }: Pick<RunResult, 'decision'>): string | undefined {
  return decision.decision === 'block' ? REMEDIES[decision.verdict] : undefined
}

/** The decision in one line. A block that an audit only reports does not say "blocked". */
export function headline({ decision, mode }: Pick<RunResult, 'decision' | 'mode'>): string {
  const words = VERDICT_WORDS[decision.verdict]
  if (decision.decision === 'override') return `Override: a deployment is allowed although ${lower(words)}`
  if (decision.decision === 'allow') return `Deployment allowed: ${lower(words)}`
  if (!failsJob(decision, mode)) return `Audit: would be blocked: ${lower(words)}`
  return `Deployment blocked: ${lower(words)}`
}

/** Who lifted the block and until when, or why the approval was refused; undefined when no approval was sought. */
export function describeApproval({ approval, maintenanceLabel, timeZone }: RunResult): string | undefined {
  if (approval === undefined) return undefined
  const label = `the label "${maintenanceLabel}"`
  if (!approval.approved) {
    const how = 'To lift the block, an approver adds the label to the pull request; then run the job again.'
    return `No maintenance approval by ${label} (rule ${approval.rule}): ${approval.reason}. ${how}`
  }
  const { by, at, until, pullRequest, headSha } = approval
  const where = `on pull request #${pullRequest} for commit ${headSha.slice(0, 7)}`
  const times = `at ${describeInstant(at, timeZone)}, until ${describeInstant(until, timeZone)}`
  return `Approved by ${by} with ${label} ${where}, ${times}.`
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
