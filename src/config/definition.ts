import * as v from 'valibot'
import { highestBurnRate } from '../budget/burnRate.ts'
import { exceeds, plainDecimal } from '../budget/decimal.ts'
import { type Duration, parseDuration, WEEK } from '../budget/duration.ts'
import { DEFAULT_WINDOW } from '../budget/slo.ts'
import { field } from '../http/json.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import type { RawDefinition } from './definitionFiles.ts'
import { type Problems, show } from './problems.ts'
import { oneOf, text, where } from './schema.ts'
import { isSloId } from './sloId.ts'
import { sourceSchema, warnOfSource } from './sourceSchema.ts'

const percentage = v.custom<number>(
  value => typeof value === 'number' && value > 0 && value < 100,
  'a percentage above 0 and below 100, such as 99.5'
)

const positive = v.custom<number>(
  value => typeof value === 'number' && Number.isFinite(value) && value > 0,
  'a number above 0'
)

const count = v.custom<number>(
  value => Number.isSafeInteger(value) && (value as number) >= 0,
  'a whole number of 0 or more'
)

/** No window reaches further back than ten years: dates beyond would not even be dates. */
const LONGEST = 3660 * 24 * 60 * 60 * 1_000

const duration = v.pipe(
  v.custom<string>(
    value => typeof value === 'string' && (parseDuration(value)?.ms ?? Number.POSITIVE_INFINITY) <= LONGEST,
    'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H'
  ),
  v.transform(value => parseDuration(value) as Duration)
)

const alert = v.strictObject({
  level: oneOf('CRITICAL', 'WARNING'),
  burnRateThreshold: positive,
  duration,
  shortDuration: v.exactOptional(duration)
})

const definition = v.strictObject({
  id: v.pipe(text, v.check(isSloId, 'an id other than . and ..')),
  name: v.exactOptional(text),
  description: v.exactOptional(text),
  metric: v.exactOptional(
    v.strictObject({ resourceType: v.exactOptional(text), filterExpression: v.exactOptional(text) })
  ),
  sloTarget: percentage,
  timeWindow: v.exactOptional(duration, DEFAULT_WINDOW.iso),
  burnRateAlerts: v.exactOptional(v.array(alert, 'a list of alerts'), []),
  minimumEvents: v.exactOptional(count, 0),
  source: v.exactOptional(sourceSchema, { type: 'genesys-observability' })
})

/**
 * Checks one definition. Everything wrong with it is reported, field by field.
 *
 * @returns undefined when it cannot be used
 */
export function parseDefinition(
  { file, value }: RawDefinition,
  problems: Problems
): SloDefinition | undefined {
  const at = where(file, value)
  if (String(field(value, 'apiVersion')).startsWith('openslo/')) {
    problems.error(at('apiVersion'), 'is OpenSLO, which is not supported yet')
    return undefined
  }
  const result = v.safeParse(definition, value)
  if (!result.success) {
    for (const issue of result.issues) problems.error(at(fieldOf(issue)), explain(issue))
    return undefined
  }
  const { id, name, sloTarget, timeWindow, burnRateAlerts, minimumEvents, source } = result.output
  const slo: SloDefinition = {
    ...{ id, name: name ?? id, target: sloTarget, window: timeWindow },
    ...{ alerts: burnRateAlerts, minimumEvents, source }
  }
  warnOfSource(slo, what => problems.warn(at('source'), what))
  if (timeWindow.ms < WEEK) {
    problems.warn(
      at('timeWindow'),
      `${timeWindow.iso} is under seven days: it forgets an outage before anyone has mended it`
    )
  }
  return alertsAreReachable({ ...slo, target: sloTarget }, at, problems) ? slo : undefined
}

function alertsAreReachable(
  slo: SloDefinition & { readonly target: number },
  at: (field: string) => string,
  problems: Problems
): boolean {
  const highest = highestBurnRate(slo.target)
  const unreachable = [...slo.alerts.entries()].filter(([, alert]) =>
    exceeds(alert.burnRateThreshold, highest)
  )
  for (const [index, { burnRateThreshold }] of unreachable) {
    const limit = `a target of ${slo.target} % allows a burn rate of ${plainDecimal(highest)} at the most`
    problems.error(
      at(`burnRateAlerts[${index}].burnRateThreshold`),
      `${burnRateThreshold} can never be reached: ${limit}; take a lower threshold`
    )
  }
  return unreachable.length === 0
}

type Issue = v.BaseIssue<unknown>

/** The path of a field as one would write it: `burnRateAlerts[0].duration`. */
function fieldOf(issue: Issue): string {
  return (v.getDotPath(issue) ?? '').replace(/\.(\d+)(?=\.|$)/g, '[$1]')
}

function explain(issue: Issue): string {
  if (issue.type !== 'strict_object') return `${show(issue.input)} is not accepted; it takes ${issue.message}`
  if (issue.expected === 'never') {
    return fieldOf(issue) === 'businessHours'
      ? 'is not supported yet'
      : 'is not a known key; see the README for the keys of a definition'
  }
  if (issue.received === 'undefined') return 'is missing'
  return `${show(issue.input)} is not accepted; it takes a mapping of keys to values`
}
