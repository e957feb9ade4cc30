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

/** The specification does not allow a bare name instead of a reference, but some documents have one. */
function policyOf(entry: Section): Section | undefined {
  return typeof entry.value === 'string'
    ? entry.specOfNamed('AlertPolicy', withoutAlerts)
    : entry.specOfEntry('AlertPolicy', 'alertPolicyRef', withoutAlerts)
}

const withoutAlerts = (reference: Section, what: string) =>
  reference.miss(`${what}, so the SLO is measured without its alerts`, true)

/** A severity can be any word. The ones that commonly page people block; all others warn. */
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
    // One run cannot watch how long a condition lasts. A short window is the closest equivalent.
    ...(short && { shortDuration: short.iso })
  }
}
