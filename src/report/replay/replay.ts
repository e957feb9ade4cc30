import { blocked, type Decision, decide, overridden, worstFirst } from '../../budget/decision.ts'
import type { Judgement } from '../../budget/judge.ts'
import type { Report } from '../schema.ts'
import { type Difference, Differences } from './difference.ts'
import { parseReport } from './report.ts'
import { rejudge } from './slo.ts'

export type { Difference } from './difference.ts'
export { UnreadableReport } from './report.ts'

/** The decision of a report, made again from the report alone. */
export interface Replayed {
  readonly generatedAt: Date
  /** In the order of the report. */
  readonly judgements: readonly Judgement[]
  readonly decision: Decision
  readonly differences: readonly Difference[]
}

/**
 * Makes the decision of a report again and compares.
 *
 * @param report the parsed JSON
 * @returns the differences; none when the report is right
 * @throws UnreadableReport when the value is not a report of this version
 */
export function replay(report: unknown): readonly Difference[] {
  return replayed(report).differences
}

/** Like `replay`, but returns the new judgements and the new decision too. */
export function replayed(value: unknown): Replayed {
  const report = parseReport(value)
  const differences = new Differences()
  const judgements = report.slos.map((reported, index) =>
    rejudge({ reported, report, where: `slos[${index}]` }, differences)
  )
  compareOrder(judgements, report, differences)
  const measured = measuredDecision(judgements, report)
  const decision = isLifted(measured, report, differences) ? overridden(measured) : measured
  for (const name of ['decision', 'verdict', 'reason'] as const) {
    differences.compare(name, report[name], decision[name])
  }
  return { generatedAt: report.generatedAt, judgements, decision, differences: differences.all }
}

function compareOrder(judgements: readonly Judgement[], { policy }: Report, differences: Differences): void {
  const idsOf = (ordered: readonly Judgement[]) => ordered.map(({ slo }) => slo.id)
  differences.compare('slos[].id', idsOf(judgements), idsOf(worstFirst(judgements, policy)))
}

/** The decision before any approval. */
function measuredDecision(judgements: readonly Judgement[], { errors, policy, reason }: Report): Decision {
  if (errors.length > 0) return blocked('config-error', errors.join('; '))
  // Without a configuration error, only a bug in the gate leaves nothing measured. Its reason cannot be recomputed.
  if (judgements.length === 0) return blocked('source-error', reason)
  return decide(judgements, policy)
}

/** Whether the approval in the report lifts the block. The approval is taken as given, but it must be consistent. */
function isLifted(
  { decision, verdict }: Decision,
  { maintenance, generatedAt, slos }: Report,
  differences: Differences
): boolean {
  const isSought = decision === 'block' && verdict !== 'config-error'
  const [found, wanted] = [maintenance !== null, isSought].map(is => (is ? 'an approval or a refusal' : null))
  differences.compare('maintenance', found, wanted)
  if (verdict === 'config-error') differences.compare('slos', slos.length, 0)
  if (maintenance === null || !isSought) return false
  const before = differences.all.length
  if (maintenance.approved) compareApproval(maintenance, generatedAt, differences)
  else compareRefusal(maintenance, differences)
  return maintenance.approved && differences.all.length === before
}

type Maintenance = NonNullable<Report['maintenance']>

function compareApproval(maintenance: Maintenance, generatedAt: Date, differences: Differences): void {
  for (const name of [...APPROVAL_FACTS, 'pullRequest'] as const) {
    if (!maintenance[name])
      differences.add(`maintenance.${name}`, maintenance[name], 'a value, because it is approved')
  }
  const { refusal, expiresAt } = maintenance
  if (refusal) differences.add('maintenance.refusal', refusal, null)
  if (expiresAt && expiresAt <= generatedAt) {
    differences.add('maintenance.expiresAt', expiresAt, `after ${generatedAt.toISOString()}`)
  }
}

function compareRefusal(maintenance: Maintenance, differences: Differences): void {
  for (const name of APPROVAL_FACTS) {
    if (maintenance[name]) differences.add(`maintenance.${name}`, maintenance[name], null)
  }
  if (!maintenance.refusal) {
    differences.add('maintenance.refusal', maintenance.refusal, 'the broken rule, because it is refused')
  }
}

const APPROVAL_FACTS = ['approvedBy', 'approvedAt', 'expiresAt', 'headSha'] as const
