// What schema/slo.schema.json says about each key beyond what the code that reads definitions can tell.
import { MOST_ALERTS, MOST_MINIMUM_EVENTS, MOST_OF_NAME } from '../src/definitions/definition.ts'
import { MAX_ID_LENGTH } from '../src/schema/sloId.ts'
import { GUID } from '../src/sources/genesys-data-actions/form.ts'
import { TIME_OF_DAY } from '../src/time/businessHours.ts'
import { FIXED_LENGTH, HOUR, SHORT } from '../src/time/duration.ts'

/** A part of a JSON Schema. */
export type Json = { readonly [keyword: string]: unknown }

/** JSON Schema knows no flags, and not every editor knows names of groups. */
const patternOf = ({ source }: RegExp) => source.replaceAll(/\(\?<\w+>/g, '(')

const TEXT = { type: 'string', pattern: '^\\P{Cc}*[^\\s\\p{Cc}]\\s*$' }

const ID = {
  type: 'string',
  maxLength: MAX_ID_LENGTH,
  pattern: '^(?!\\.{1,2}$)[^\\s\\p{Cc}](\\P{Cc}*[^\\s\\p{Cc}])?$'
}

const ANY_DURATION = `${patternOf(FIXED_LENGTH)}|${patternOf(SHORT)}`

const DURATION = {
  type: 'string',
  maxLength: 50,
  pattern: `^(?=.*[1-9])(${ANY_DURATION})`,
  patternErrorMessage:
    'A duration is written as PT720H (ISO 8601) or 30d; years and months have no fixed length'
}

const TIME = {
  type: 'string',
  pattern: patternOf(TIME_OF_DAY),
  patternErrorMessage: 'A time of day is written as "08:00", in quotes'
}

const QUERY = { type: 'string', pattern: '^[\\s\\P{Cc}]*[^\\s\\p{Cc}][\\s\\P{Cc}]*$' }

/** What each key of a definition means, and the values that it takes. */
export const DEFINITION: Readonly<Record<string, Json>> = {
  $schema: { description: 'The address of this schema, for editors.' },
  id: { ...ID, description: 'Names the SLO in reports, in slo-id and in the data table of call flows.' },
  name: { ...TEXT, maxLength: MOST_OF_NAME, description: 'For people. Without a name, the id is shown.' },
  description: { ...TEXT, description: 'For people.' },
  metric: {
    description: 'What the Observability API measures. Without a source, this is the source.'
  },
  'metric.resourceType': { ...TEXT, description: 'The type of resource.' },
  'metric.filterExpression': { ...TEXT, description: 'Which events count.' },
  sloTarget: {
    type: 'number',
    exclusiveMinimum: 1,
    exclusiveMaximum: 100,
    description: 'Percent of events that must be good: 99.5, not 0.995.'
  },
  timeWindow: { ...DURATION, description: 'The period of the budget, up to now: PT720H or 30d.' },
  burnRateAlerts: {
    maxItems: MOST_ALERTS,
    description: 'Burn rates in shorter windows that block (CRITICAL) or warn (WARNING).'
  },
  'burnRateAlerts.level': { description: 'CRITICAL blocks, WARNING only warns.' },
  'burnRateAlerts.burnRateThreshold': {
    type: 'number',
    exclusiveMinimum: 0,
    description: 'The alert fires above this burn rate.'
  },
  'burnRateAlerts.duration': { ...DURATION, description: 'The window of the alert: PT1H or 1h.' },
  'burnRateAlerts.shortDuration': {
    ...DURATION,
    description: 'A shorter window that must be above the threshold too: PT5M or 5m.'
  },
  minimumEvents: {
    type: 'integer',
    minimum: 0,
    maximum: MOST_MINIMUM_EVENTS,
    description: 'With fewer events in the whole window, the SLO is not judged.'
  },
  businessHours: { description: 'Only events in these hours count. Without it, all hours count.' },
  'businessHours.timeZone': {
    type: 'string',
    pattern: '^[A-Za-z]',
    description: 'The name of an IANA time zone, such as America/New_York.'
  },
  'businessHours.days': { minItems: 1, description: 'The days on which the hours start.' },
  'businessHours.from': { ...TIME, not: { const: '24:00' }, description: 'When the hours start: "08:00".' },
  'businessHours.to': {
    ...TIME,
    description: 'When they end: "18:00". At or before the start, it is a time of the next day.'
  }
}

/** Likewise for what stands below `source`, by the type of the source. */
export const SOURCE: Readonly<Record<string, Json>> = {
  'genesys-observability.type': { description: 'The Observability API, or a proxy with its form.' },
  'genesys-data-actions.type': { description: 'Executions of data actions in Genesys Cloud.' },
  'genesys-data-actions.integrationId': {
    type: 'string',
    // The code takes capital letters too.
    pattern: patternOf(GUID).replaceAll('a-f', 'a-fA-F'),
    patternErrorMessage: 'The id of an integration is in the address of its page; it is not its name',
    description: 'Only data actions of this integration count. The id is in the address of its page.'
  },
  'genesys-data-actions.actionIds': { minItems: 1, description: 'Only these data actions count.' },
  'genesys-data-actions.actionIds[]': { type: 'string', pattern: '^[^\\s\\p{Cc}]+$' },
  'genesys-data-actions.ignoreErrorTypes': { description: 'Failures of these errorTypes do not count.' },
  'genesys-data-actions.ignoreErrorTypes[]': { ...TEXT, not: { const: 'NONE' } },
  'genesys-data-actions.ignoreResponseStatuses': {
    description: 'Failures with these statuses of HTTP do not count.'
  },
  'genesys-data-actions.ignoreResponseStatuses[]': {
    type: ['string', 'integer'],
    pattern: '^[1-5]\\d\\d$',
    minimum: 100,
    maximum: 599
  },
  'genesys-data-actions.slowerThan': {
    ...DURATION,
    type: ['string', 'integer'],
    minimum: 1,
    maximum: HOUR,
    description: 'Executions that take longer are bad: PT2S, or milliseconds; up to an hour.'
  },
  'genesys-data-actions.delay': {
    ...DURATION,
    pattern: `^PT0S$|${DURATION.pattern}`,
    description: 'How long after an execution the analytics know of it: up to PT1H.'
  },
  'prometheus.type': { description: 'Prometheus, or another system that speaks PromQL.' },
  'prometheus.good': { ...QUERY, description: 'PromQL that counts the good events of $window.' },
  'prometheus.bad': { ...QUERY, description: 'PromQL that counts the bad events of $window.' },
  'prometheus.total': { ...QUERY, description: 'PromQL that counts all events of $window.' },
  'prometheus.errorRatio': { ...QUERY, description: 'PromQL for the share of bad events in $window.' },
  'prometheus.sloth': { ...TEXT, description: 'The sloth_id of rules that Sloth made.' },
  'prometheus.pyrra': { ...TEXT, description: 'The name of an SLO whose rules Pyrra made.' },
  'prometheus.metric': { ...TEXT, description: 'The metric in the names of the rules of Pyrra, for alerts.' },
  'prometheus.labels': {
    type: 'object',
    propertyNames: { pattern: '^(?!(__name__|sloth_id|slo)$)[a-zA-Z_]\\w*$' },
    additionalProperties: TEXT,
    description: 'Labels of the recorded rules, where several clusters record an SLO of the same name.'
  },
  'datadog.type': { description: 'An SLO in Datadog.' },
  'datadog.sloId': { ...ID, description: 'The id of the SLO in Datadog.' }
}

/** The keys that a source needs together, and those that may come with them, where not all of its keys go together. */
export const FORMS: Readonly<
  Record<string, readonly { readonly required: readonly string[]; readonly optional?: readonly string[] }[]>
> = {
  prometheus: [
    { required: ['good', 'total'] },
    { required: ['bad', 'total'] },
    { required: ['errorRatio'] },
    { required: ['sloth'], optional: ['labels'] },
    { required: ['pyrra'], optional: ['metric', 'labels'] }
  ]
}
