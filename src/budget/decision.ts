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

/** The worst SLO decides. An empty list is a configuration error, so there is always one. */
export function decide(judgements: readonly Judgement[], policy: Policy): Decision {
  const worst = worstFirst(judgements, policy)[0]
  if (worst === undefined) throw new Error('there is no SLO to decide on')
  const { verdict, reason } = worst
  return { decision: blocks(verdict, policy) ? 'block' : 'allow', verdict, reason, worst }
}

/** Whether a decision fails the job. An audit never fails for the budget, only when nothing was measured. */
export function failsJob({ decision, worst }: Decision, mode: 'enforce' | 'audit'): boolean {
  return decision === 'block' && (mode === 'enforce' || worst === undefined)
}

/** The same decision with its block lifted. It stays visible as an override, never as a plain `allow`. */
export function overridden(decision: Decision): Decision {
  return { ...decision, decision: 'override' }
}

/** The decision when nothing was measured: it always blocks. */
export function blocked(verdict: 'config-error' | 'source-error', reason: string): Decision {
  return { decision: 'block', verdict, reason, worst: undefined }
}

/**
 * Sorts SLOs, the worst first. An SLO that blocks comes before every SLO that does not, so that an unread
 * SLO allowed by `on-error: allow` does not hide an exhausted one. Then the verdict decides, then the burn
 * rate, then the id; the order of the definitions never matters.
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
