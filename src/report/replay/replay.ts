import { blocked, type Decision, decide, overridden, worstFirst } from '../../budget/decision.ts'
import type { Judgement } from '../../budget/judge.ts'
import { type Difference, Differences } from './difference.ts'
import { parseReport, type Report } from './schema.ts'
import { rejudge } from './slo.ts'

export type { Difference } from './difference.ts'
export { UnreadableReport } from './schema.ts'

/** The decision of a report, made once more from nothing but the report. */
export interface Replayed {
  readonly generatedAt: Date
  /** In the order of the report. */
  readonly judgements: readonly Judgement[]
  readonly decision: Decision
  readonly differences: readonly Difference[]
}

/**
 * Makes the decision of a report again.
 *
 * @param report the parsed JSON
 * @returns what the report says otherwise; nothing when it is right
 * @throws UnreadableReport when it is not a report of this version
 */
export function replay(report: unknown): readonly Difference[] {
  return replayed(report).differences
}

/** As `replay`, with what came out. */
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

/** What was decided before anybody was asked for an approval. */
function measuredDecision(judgements: readonly Judgement[], { errors, policy, reason }: Report): Decision {
  if (errors.length > 0) return blocked('config-error', errors.join('; '))
  // Nothing was measured, though nothing is wrong with the configuration: a defect of the gate, in its own words.
  if (judgements.length === 0) return blocked('source-error', reason)
  return decide(judgements, policy)
}

/** Whether a block is lifted by the approval in the report, which is believed; but it has to make sense. */
function isLifted(
  { decision, verdict }: Decision,
  { maintenance, generatedAt, slos }: Report,
  differences: Differences
): boolean {
  const isSought = decision === 'block' && verdict !== 'config-error'
  if (isSought !== (maintenance !== null)) {
    const wanted = isSought ? 'an approval or a refusal' : null
    differences.add('maintenance', maintenance === null ? null : 'an approval or a refusal', wanted)
  }
  if (verdict === 'config-error') differences.compare('slos', slos.length, 0)
  if (maintenance === null || !isSought) return false
  const { approved, approvedBy, approvedAt, expiresAt, headSha, pullRequest, refusal } = maintenance
  const facts = { approvedBy, approvedAt, expiresAt, headSha }
  const before = differences.all.length
  for (const [name, value] of Object.entries({ ...facts, ...(approved && { pullRequest }) })) {
    if (Boolean(value) !== approved) {
      differences.add(`maintenance.${name}`, value, approved ? 'set, for it is approved' : null)
    }
  }
  if (Boolean(refusal) === approved) {
    differences.add('maintenance.refusal', refusal, approved ? null : 'the rule, for it is refused')
  }
  if (expiresAt && expiresAt <= generatedAt) {
    differences.add('maintenance.expiresAt', expiresAt, `after ${generatedAt.toISOString()}`)
  }
  return approved && differences.all.length === before
}
