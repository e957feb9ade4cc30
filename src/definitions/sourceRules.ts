import { pyrraWindows, ruleDuration, SLOTH_WINDOWS } from '../sources/prometheus/promql.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import { describeDuration } from '../time/duration.ts'

/** What is allowed, but rarely meant: a sentence each, about the source of an SLO. */
export function odditiesOf({ source, minimumEvents, businessHours }: SloDefinition): readonly string[] {
  const odd: string[] = []
  const queries = queriesOf(source)
  if (queries.some(query => !query.includes('$window'))) {
    odd.push('a query without $window gives the same value for every window')
  }
  if (minimumEvents > 0 && !countsEvents(source)) {
    odd.push('gives rates only, no counts: minimumEvents cannot be checked')
  }
  if (businessHours && !countsEvents(source) && !isRecorded(source)) {
    odd.push('gives rates only, no counts: those of the business hours are weighted by time')
  }
  return odd
}

/** Its windows are fixed by rules. */
const isRecorded = (source: SloDefinition['source']) => 'sloth' in source || 'pyrra' in source

/** What the source cannot answer: the field, and why. */
export function impossibilitiesOf(slo: SloDefinition): readonly (readonly [field: string, why: string])[] {
  const { source, businessHours, alerts, window } = slo
  if (!('sloth' in source || 'pyrra' in source)) return []
  const tool = 'sloth' in source ? 'Sloth' : 'Pyrra'
  const windows = 'sloth' in source ? SLOTH_WINDOWS : pyrraWindows(window.ms)
  const hasRules = 'sloth' in source || source.metric !== undefined
  const hasRule = (ms: number) => ms === window.ms || (hasRules && windows.includes(ms))
  const way = hasRules ? `take ${listOf(windows.map(ruleDuration))}` : 'name the metric as well'
  const hours = businessHours
    ? [['businessHours', `the rules of ${tool} are about fixed windows; use good and total`] as const]
    : []
  const unrecorded = alerts.flatMap((alert, index) =>
    (['duration', 'shortDuration'] as const).flatMap(key => {
      const duration = alert[key]
      if (duration === undefined || hasRule(duration.ms)) return []
      const why = `${duration.iso}: ${tool} has no rule for ${describeDuration(duration)}; ${way}`
      return [[`burnRateAlerts[${index}].${key}`, why] as const]
    })
  )
  return [...hours, ...unrecorded]
}

/** A Datadog SLO may count or not: only its answer tells. */
function countsEvents(source: SloDefinition['source']): boolean {
  return source.type === 'genesys-data-actions' || source.type === 'datadog' || 'good' in source
}

function queriesOf(source: SloDefinition['source']): readonly string[] {
  if (source.type !== 'prometheus') return []
  if ('errorRatio' in source) return [source.errorRatio]
  return 'good' in source ? [source.good, source.total] : []
}

const listOf = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
