import * as v from 'valibot'
import { highestBurnRate } from '../budget/burnRate.ts'
import { exceeds, plainDecimal } from '../budget/decimal.ts'
import { DEFAULT_WINDOW } from '../budget/slo.ts'
import { isTimeZone } from '../config/formats.ts'
import type { Problems } from '../problems.ts'
import type { SloDefinition, SloResource } from '../sources/sloDefinition.ts'
import { minutesOfDay, WEEKDAYS } from '../time/businessHours.ts'
import { type Duration, parseDuration, WEEK } from '../time/duration.ts'
import type { RawDefinition } from './files.ts'
import { pathOf, wordsOf } from './issues.ts'
import { oneOf, parsedBy, strict, text, where } from './schema.ts'
import { isSloId } from './sloId.ts'
import { impossibilitiesOf, odditiesOf } from './sourceRules.ts'
import { sourceSchema } from './sourceSchema.ts'

const percentage = v.custom<number>(
  value => typeof value === 'number' && value > 0 && value < 100,
  'a percentage above 0 and below 100, such as 99.5'
)

const positive = v.custom<number>(
  value => Number.isFinite(value) && (value as number) > 0,
  'a number above 0'
)

const count = v.custom<number>(
  value => Number.isSafeInteger(value) && (value as number) >= 0,
  'a whole number of 0 or more'
)

/** A window is at most ten years long: dates much further back than that are not valid dates. */
const LONGEST = 3660 * 24 * 60 * 60 * 1_000

function durationOf(value: unknown): Duration | undefined {
  const duration = typeof value === 'string' ? parseDuration(value) : undefined
  return duration && duration.ms <= LONGEST ? duration : undefined
}

const duration = parsedBy(
  durationOf,
  'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H'
)

const alert = strict({
  level: oneOf('CRITICAL', 'WARNING'),
  burnRateThreshold: positive,
  duration,
  shortDuration: v.exactOptional(duration)
})

const timeOfDay = v.custom<string>(
  value => typeof value === 'string' && minutesOfDay(value) !== undefined,
  'a time of day such as "08:00", in quotes'
)

const businessHours = strict({
  timeZone: v.custom<string>(
    value => typeof value === 'string' && isTimeZone(value),
    'the name of an IANA time zone, such as America/New_York'
  ),
  days: v.pipe(
    v.array(oneOf(...WEEKDAYS), 'a list of days'),
    v.check(days => days.length > 0, 'a list with a day in it')
  ),
  from: v.pipe(
    timeOfDay,
    v.check(value => value !== '24:00', 'a time of day before "24:00"')
  ),
  to: timeOfDay
})

const definition = strict({
  id: v.pipe(text, v.check(isSloId, 'an id other than . and ..')),
  name: v.exactOptional(text),
  description: v.exactOptional(text),
  metric: v.exactOptional(
    strict({ resourceType: v.exactOptional(text), filterExpression: v.exactOptional(text) })
  ),
  sloTarget: percentage,
  timeWindow: v.exactOptional(duration, DEFAULT_WINDOW.iso),
  burnRateAlerts: v.exactOptional(v.array(alert, 'a list of alerts'), []),
  minimumEvents: v.exactOptional(count, 0),
  businessHours: v.exactOptional(businessHours),
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
  const result = v.safeParse(definition, value)
  if (!result.success) {
    for (const issue of result.issues) problems.error(at(pathOf(issue)), wordsOf(issue))
    return undefined
  }
  const slo = toSlo(result.output)
  for (const oddity of oddities(slo)) problems.warn(at(oddity[0]), oddity[1])
  const impossible = impossibilitiesOf(slo)
  for (const [path, why] of impossible) problems.error(at(path), why)
  const isReachable = alertsAreReachable({ ...slo, target: result.output.sloTarget }, at, problems)
  return isReachable && impossible.length === 0 ? slo : undefined
}

type Definition = v.InferOutput<typeof definition>

function toSlo(parsed: Definition): SloDefinition {
  const { id, name, sloTarget, timeWindow, burnRateAlerts, minimumEvents, businessHours } = parsed
  const slo = {
    id,
    name: name ?? id,
    target: sloTarget,
    window: timeWindow,
    alerts: burnRateAlerts,
    minimumEvents,
    ...(businessHours && { businessHours })
  }
  if (parsed.source.type === 'genesys-data-actions') {
    const { delay, slowerThan, ...source } = parsed.source
    const slowerThanMs = slowerThan === undefined ? {} : { slowerThanMs: slowerThan }
    return { ...slo, source: { ...source, ...slowerThanMs }, ...(delay.ms > 0 && { delay }) }
  }
  if (parsed.source.type !== 'genesys-observability') return { ...slo, source: parsed.source }
  return { ...slo, source: parsed.source, resource: resourceOf(parsed) }
}

/** The SLO as the Observability API takes it: the definition without the keys that only the gate knows. */
function resourceOf({ name, timeWindow, burnRateAlerts, ...parsed }: Definition): SloResource {
  const { minimumEvents: _, businessHours: __, source: ___, ...resource } = parsed
  return {
    ...resource,
    name: name ?? resource.id,
    timeWindow: timeWindow.iso,
    burnRateAlerts: burnRateAlerts.map(({ duration, shortDuration, ...alert }) => ({
      ...alert,
      duration: duration.iso,
      ...(shortDuration && { shortDuration: shortDuration.iso })
    }))
  }
}

function oddities(slo: SloDefinition): readonly (readonly [field: string, what: string])[] {
  const { iso, ms } = slo.window
  const short = `${iso} is under seven days: it forgets an outage before anyone has fixed it`
  return [
    ...odditiesOf(slo).map(what => ['source', what] as const),
    ...(ms < WEEK ? [['timeWindow', short] as const] : [])
  ]
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
    const limit = `a target of ${slo.target}% allows a burn rate of at most ${plainDecimal(highest)}`
    problems.error(
      at(`burnRateAlerts[${index}].burnRateThreshold`),
      `${burnRateThreshold} can never be reached: ${limit}; set a lower threshold`
    )
  }
  return unreachable.length === 0
}
