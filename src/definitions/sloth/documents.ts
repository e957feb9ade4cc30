import type { Problems } from '../../problems.ts'
import { field } from '../../text/field.ts'
import { show } from '../../text/show.ts'
import { DAY, HOUR, MINUTE } from '../../time/duration.ts'
import { alertsInReach, type ToolAlert } from '../alerts.ts'
import type { RawDefinition } from '../files.ts'
import { readReporting } from '../issues.ts'
import { withFileKeys, withObjectKeys } from './keys.ts'
import { fileHead, type SlothSlo, slo, specHead } from './shapes.ts'

const VERSION = 'prometheus/v1'
const OBJECT_VERSION = 'sloth.slok.dev/v1'
const KIND = 'PrometheusServiceLevel'

/** Sloth's default period. It is a flag of the tool, so a spec does not say if it is different. */
const PERIOD = 'PT720H'

const NOTE =
  'is a Sloth spec, which has no period: its SLOs are measured over 30 days, by counting their events; Sloth averages ratios of five minutes, so its dashboards can show another number'

const PAGE: readonly ToolAlert[] = [
  { level: 'CRITICAL', factor: 14.4, long: HOUR, short: 5 * MINUTE },
  { level: 'CRITICAL', factor: 6, long: 6 * HOUR, short: 30 * MINUTE }
]
const TICKET: readonly ToolAlert[] = [
  { level: 'WARNING', factor: 3, long: DAY, short: 2 * HOUR },
  { level: 'WARNING', factor: 1, long: 3 * DAY, short: 6 * HOUR }
]

/**
 * Converts Sloth specs to definitions in the gate's own form, which still have to be checked. They use the queries of
 * the spec, not the rules that Sloth generates from it.
 */
export function fromSloth(raws: readonly RawDefinition[], problems: Problems): readonly RawDefinition[] {
  return raws.flatMap(raw => {
    const definitions = definitionsIn(raw, problems)
    if (definitions.length > 0) problems.warn(raw.file, NOTE)
    return definitions
  })
}

function definitionsIn({ file, value }: RawDefinition, problems: Problems): readonly RawDefinition[] {
  const isObject = field(value, 'apiVersion') !== undefined
  const wrong = isObject ? wrongHead(value) : wrongVersion(field(value, 'version'))
  if (wrong !== undefined) {
    problems.error(`${file}, field ${wrong.field}`, wrong.what)
    return []
  }
  const placed = (path: string) => (isObject ? withObjectKeys(path === '' ? 'spec' : `spec.${path}`) : path)
  const at = (path: string) => [file, placed(path)].filter(part => part !== '').join(', field ')
  const spec = isObject ? withFileKeys(field(value, 'spec')) : value
  const head = readReporting(isObject ? specHead : fileHead, { value: spec, at, problems })
  if (head === undefined) return []
  return head.slos.flatMap((entry, index) => {
    const under = (path: string) => at(`slos[${index}]${path && `.${path}`}`)
    const read = readReporting(slo, { value: entry, at: under, problems })
    return read ? [{ file, value: toDefinition(`${head.service}-${read.name}`, read) }] : []
  })
}

function wrongVersion(version: unknown) {
  if (version === VERSION) return undefined
  return { field: 'version', what: `${show(version)} is not accepted; it takes ${VERSION}` }
}

function wrongHead(value: unknown) {
  const [version, kind] = [field(value, 'apiVersion'), field(value, 'kind')]
  if (version !== OBJECT_VERSION)
    return { field: 'apiVersion', what: `${show(version)} is not accepted; it takes ${OBJECT_VERSION}` }
  return kind === KIND
    ? undefined
    : { field: 'kind', what: `${show(kind)} is not accepted; it takes ${KIND}` }
}

function toDefinition(id: string, { name, description, objective, sli, alerting }: SlothSlo) {
  const { page_alert, ticket_alert } = alerting
  const alerts = [...(page_alert.disable ? [] : PAGE), ...(ticket_alert.disable ? [] : TICKET)]
  return {
    id,
    name,
    ...(description !== undefined && { description }),
    sloTarget: objective,
    timeWindow: PERIOD,
    burnRateAlerts: alertsInReach(alerts, objective),
    source: sli
  }
}
