import * as v from 'valibot'
import { DEFAULT_WINDOW } from '../budget/slo.ts'
import { isTimeZone } from '../inputs/formats.ts'
import type { Problems } from '../problems.ts'
import { isSloId, SLO_ID } from '../schema/sloId.ts'
import { oneOf, parsedBy, strict, text } from '../schema/values.ts'
import { CATALOG, isSourceType, SOURCE_TYPES, type SourceSpec, type SourceType } from '../sources/catalog.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import type { SloOfSource, SourceForm } from '../sources/source.ts'
import { field } from '../text/field.ts'
import { listOf } from '../text/list.ts'
import { minutesOfDay, WEEKDAYS } from '../time/businessHours.ts'
import { DAY, type Duration, parseDuration, WEEK } from '../time/duration.ts'
import type { RawDefinition } from './files.ts'
import { readReporting } from './issues.ts'
import { limitProblems } from './limits.ts'
import { percentage } from './percentage.ts'
import { where } from './place.ts'
import { sourceTypeIn } from './sourceType.ts'

const positive = v.custom<number>(
  value => Number.isFinite(value) && (value as number) > 0,
  'a number above 0'
)

/** An SLO with fewer events than its minimum never blocks, so a minimum that is never reached would switch it off. */
export const MOST_MINIMUM_EVENTS = 1_000_000

const count = v.custom<number>(
  value => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_MINIMUM_EVENTS,
  `a whole number from 0 to ${MOST_MINIMUM_EVENTS}`
)

/** A window is at most ten years long. Much longer ones would begin before any valid date. */
const LONGEST = 3660 * DAY

function durationOf(value: unknown): Duration | undefined {
  const duration = typeof value === 'string' ? parseDuration(value) : undefined
  return duration && duration.ms <= LONGEST ? duration : undefined
}

const duration = parsedBy(
  durationOf,
  'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H or 30d'
)

const alert = strict({
  level: oneOf('CRITICAL', 'WARNING'),
  burnRateThreshold: positive,
  duration,
  shortDuration: v.exactOptional(duration)
})

/** Each window of an alert needs its own question to the source. */
export const MOST_ALERTS = 50

const alerts = v.pipe(
  v.array(alert, 'a list of alerts'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed && dataset.value.length > MOST_ALERTS)
      addIssue({ message: `has ${dataset.value.length} alerts; it takes at most ${MOST_ALERTS}` })
  })
)

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
    v.check(days => days.length > 0, 'a list with at least one day')
  ),
  from: v.pipe(
    timeOfDay,
    v.check(value => value !== '24:00', 'a time of day before "24:00"')
  ),
  to: timeOfDay
})

/** A name appears in every table, comment and log, so its length is limited. */
export const MOST_OF_NAME = 2_000

/** What every definition may say, whatever its source. */
export const COMMON = {
  // For editors.
  $schema: v.exactOptional(v.unknown()),
  id: v.pipe(text, v.check(isSloId, SLO_ID)),
  name: v.exactOptional(
    v.pipe(
      text,
      v.check(value => value.length <= MOST_OF_NAME, `text of at most ${MOST_OF_NAME} characters`)
    )
  ),
  description: v.exactOptional(text),
  metric: v.exactOptional(
    strict({ resourceType: v.exactOptional(text), filterExpression: v.exactOptional(text) })
  ),
  sloTarget: percentage,
  timeWindow: v.exactOptional(duration, DEFAULT_WINDOW.iso),
  burnRateAlerts: v.exactOptional(alerts, []),
  minimumEvents: v.exactOptional(count, 0),
  businessHours: v.exactOptional(businessHours)
}

/**
 * Checks a definition and reports every problem, field by field.
 *
 * @returns undefined for a definition that cannot be used
 */
export type DefinitionParser = (raw: RawDefinition, problems: Problems) => SloDefinition | undefined

/** A parser for definitions with these types of source. Only the forms of these types are loaded. */
export async function definitionParser(types: Iterable<unknown>): Promise<DefinitionParser> {
  const known = [...new Set(types)].filter(isSourceType)
  const parsers = new Map<unknown, DefinitionParser>(
    await Promise.all(known.map(async type => [type, await parserOf(type)] as const))
  )
  return (raw, problems) => (parsers.get(sourceTypeIn(raw.value)) ?? refuse)(raw, problems)
}

async function parserOf<Type extends SourceType>(type: Type): Promise<DefinitionParser> {
  const form = await CATALOG[type].form()
  const schema = strict({ ...COMMON, source: v.exactOptional(form.schema, { type }) })
  return (raw, problems) => {
    const parsed = parseWith(schema, raw, problems)
    return parsed && checked({ ...sloOf(parsed, parsed.source), form }, placeIn(raw), problems)
  }
}

const SOURCES = `a source with the type ${listOf(SOURCE_TYPES)}`
const withUnknownSource = strict({ ...COMMON, source: v.custom<never>(() => false, SOURCES) })
const withoutSource = strict({ ...COMMON, source: v.exactOptional(v.never()) })

function refuse(raw: RawDefinition, problems: Problems): undefined {
  if (field(raw.value, 'source') !== undefined) return void parseWith(withUnknownSource, raw, problems)
  parseWith(withoutSource, raw, problems)
  const isMapping = typeof raw.value === 'object' && !Array.isArray(raw.value)
  if (isMapping) problems.error(placeIn(raw)('source'), `is missing; it takes ${SOURCES}`)
}

function parseWith<T>(
  schema: v.GenericSchema<unknown, T>,
  raw: RawDefinition,
  problems: Problems
): T | undefined {
  return readReporting(schema, { value: raw.value, at: placeIn(raw), problems })
}

const placeIn = ({ file, value }: RawDefinition) => where(file, value)

type Common = v.InferOutput<v.ObjectSchema<typeof COMMON, string>>

/** Turns a parsed definition into an SLO. Its target is known, because every file has one. */
function sloOf<Spec extends SourceSpec>(
  { sloTarget, timeWindow, burnRateAlerts, ...rest }: Common,
  { spec, delay }: { readonly spec: Spec; readonly delay?: Duration }
) {
  const { id, name, description, metric, minimumEvents, businessHours } = rest
  const slo = {
    id,
    name: name ?? id,
    target: sloTarget,
    window: timeWindow,
    alerts: burnRateAlerts,
    minimumEvents,
    source: spec,
    isDefinedHere: true as const,
    ...(description !== undefined && { description }),
    ...(metric !== undefined && { metric }),
    ...(businessHours && { businessHours }),
    ...(delay && { delay })
  }
  return { slo, spec }
}

interface Parsed<Spec> extends SloOfSource<Spec> {
  readonly slo: SloDefinition & { readonly target: number }
  readonly form: SourceForm<Spec>
}

/** @returns undefined for an SLO that cannot be measured as it is defined */
function checked<Spec>(
  { slo, spec, form }: Parsed<Spec>,
  at: (field: string) => string,
  problems: Problems
): SloDefinition | undefined {
  for (const what of form.warnings({ slo, spec })) problems.warn(at('source'), what)
  const { iso, ms } = slo.window
  if (ms < WEEK) {
    problems.warn(
      at('timeWindow'),
      `${iso} is shorter than seven days, so an outage may leave the window before it is fixed; use a longer window`
    )
  }
  const errors = [...form.errors({ slo, spec }), ...limitProblems(slo)]
  for (const [field, what] of errors) problems.error(at(field), what)
  return errors.length === 0 ? slo : undefined
}
