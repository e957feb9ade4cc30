import type { RawAlert } from '../alerts.ts'
import type { Section } from './section.ts'
import { alertConditionSpec, alertPolicySpec } from './shapes.ts'

/** The alerts of all conditions of a list of policies. */
export const alertsOf = (policies: Section): readonly RawAlert[] =>
  policies.entries().flatMap(entry => {
    const policy = policyOf(entry)
    if (policy?.read(alertPolicySpec)?.alertWhenBreaching === false) return []
    const conditions = policy?.at('conditions').entries() ?? []
    return conditions.flatMap(condition => alertOf(condition) ?? [])
  })

/** A bare name instead of a reference is not in the specification, but some documents have it. */
function policyOf(entry: Section): Section | undefined {
  return typeof entry.value === 'string'
    ? entry.specOfNamed('AlertPolicy', withoutAlerts)
    : entry.specOfEntry('AlertPolicy', 'alertPolicyRef', withoutAlerts)
}

const withoutAlerts = (reference: Section, what: string) =>
  reference.miss(`${what}, so the SLO is measured without its alerts`, true)

/** A severity is any word. Those that commonly wake people up block; all others warn. */
const BLOCKING = ['page', 'critical']

function alertOf(entry: Section): RawAlert | undefined {
  const spec = entry.specOfEntry('AlertCondition', 'conditionRef')
  const alert = spec?.read(alertConditionSpec)
  if (spec === undefined || alert === undefined) return undefined
  const { threshold, lookbackWindow, alertAfter } = alert.condition
  const short = alertAfter === undefined || alertAfter === 'none' ? undefined : alertAfter
  if (short && short.ms >= lookbackWindow.ms)
    return spec.refuse('must be shorter than lookbackWindow', 'condition.alertAfter')
  return {
    level: BLOCKING.includes(alert.severity.toLowerCase()) ? 'CRITICAL' : 'WARNING',
    burnRateThreshold: threshold,
    duration: lookbackWindow.iso,
    // One run cannot watch how long a condition holds; that it also holds over the short window comes nearest.
    ...(short && { shortDuration: short.iso })
  }
}
