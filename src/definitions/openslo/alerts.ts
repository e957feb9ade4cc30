import type { Section } from './section.ts'
import { alertConditionSpec, alertPolicySpec } from './shapes.ts'

/** A burn rate alert of our own form. */
interface RawAlert {
  readonly level: string
  readonly burnRateThreshold: number
  readonly duration: string
  readonly shortDuration?: string
}

/** The alerts of all conditions of a list of policies. */
export const alertsOf = (policies: Section): readonly RawAlert[] =>
  policies.entries().flatMap(entry => {
    // A bare name is not in the specification, but some documents have it.
    const policy =
      typeof entry.value === 'string'
        ? entry.specOfNamed('AlertPolicy')
        : entry.specOfEntry('AlertPolicy', 'alertPolicyRef')
    if (policy === undefined) return []
    policy.read(alertPolicySpec)
    const conditions = policy.at('conditions').entries()
    return conditions.flatMap(condition => alertOf(condition) ?? [])
  })

function alertOf(entry: Section): RawAlert | undefined {
  const spec = entry.specOfEntry('AlertCondition', 'conditionRef')
  const alert = spec?.read(alertConditionSpec)
  if (spec === undefined || alert === undefined) return undefined
  const { threshold, lookbackWindow, alertAfter } = alert.condition
  const short = alertAfter === undefined || alertAfter === 'none' ? undefined : alertAfter
  if (short && short.ms >= lookbackWindow.ms)
    return spec.refuse('must be shorter than lookbackWindow', 'condition.alertAfter')
  return {
    level: alert.severity,
    burnRateThreshold: threshold,
    duration: lookbackWindow.iso,
    // One run cannot watch how long a condition holds; that it also holds over the short window comes nearest.
    ...(short && { shortDuration: short.iso })
  }
}
