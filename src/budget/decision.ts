import { budgetOf, type Judgement } from './judge.ts'
import { blocks, type Policy, VERDICTS, type Verdict } from './verdict.ts'

export type Outcome = 'allow' | 'block' | 'override'

/** What the run decides for all SLOs together. */
export interface Decision {
  readonly decision: Outcome
  readonly verdict: Verdict
  readonly reason: string
  /** The SLO that decided; undefined when none could be judged. */
  readonly worst: Judgement | undefined
}

/** The worst SLO decides. There is always one: an empty list is a configuration error long before. */
export function decide(judgements: readonly Judgement[], policy: Policy): Decision {
  const worst = worstFirst(judgements, policy)[0]
  if (worst === undefined) throw new Error('there is no SLO to decide on')
  const { verdict, reason } = worst
  return { decision: blocks(verdict, policy) ? 'block' : 'allow', verdict, reason, worst }
}

/**
 * Whether a decision fails the job. An audit reports the budget without failing for it, but fails
 * when there is nothing to report.
 */
export function failsJob({ decision, worst }: Decision, mode: 'enforce' | 'audit'): boolean {
  return decision === 'block' && (mode === 'enforce' || worst === undefined)
}

/** The same decision with its block lifted. It stays visible as such: never a plain pass. */
export function overridden(decision: Decision): Decision {
  return { ...decision, decision: 'override' }
}

/** A decision without a measurement: nothing was judged, so nothing may pass. */
export function blocked(verdict: 'config-error' | 'source-error', reason: string): Decision {
  return { decision: 'block', verdict, reason, worst: undefined }
}

/**
 * SLOs in the order in which they matter. One that blocks comes before any that does not: an unread
 * SLO that `on-error: allow` lets pass must not hide an exhausted one. Then the order of the
 * verdicts, then the burn rate, then the id, so that the order of the definitions never counts.
 */
export function worstFirst(judgements: readonly Judgement[], policy: Policy): readonly Judgement[] {
  const rank = (judgement: Judgement) =>
    (blocks(judgement.verdict, policy) ? 0 : VERDICTS.length) + VERDICTS.indexOf(judgement.verdict)
  const burn = (judgement: Judgement) => budgetOf(judgement).burnRate ?? -1
  return judgements.toSorted(
    (a, b) =>
      rank(a) - rank(b) || burn(b) - burn(a) || (a.slo.id < b.slo.id ? -1 : Number(a.slo.id > b.slo.id))
  )
}
