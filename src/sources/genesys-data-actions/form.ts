import * as v from 'valibot'
import { parsedBy, strict, text } from '../../schema/values.ts'
import { HOUR, parseDuration } from '../../time/duration.ts'
import type { SourceForm } from '../source.ts'
import type { GenesysDataActionsSpec } from './spec.ts'

export const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const IN_ADDRESS = 'you find it in the address of its page in Genesys Cloud; it is not the name'

/** A name instead of an id would match no execution, which looks like an integration without traffic. */
const integrationId = v.pipe(
  text,
  v.check(
    id => GUID.test(id),
    `the id of an integration, such as 0a1b2c3d-1111-4222-8333-444455556666: ${IN_ADDRESS}`
  )
)

/** Ids of actions are GUIDs with a prefix such as `custom_-_`, or words; names have spaces. */
const actionId = v.pipe(
  text,
  v.check(
    id => !/\s/.test(id),
    `the id of a data action, such as custom_-_0a1b2c3d-1111-4222-8333-444455556666: ${IN_ADDRESS}`
  )
)

const actionIds = v.pipe(
  v.array(actionId, 'a list of texts'),
  v.check(values => values.length > 0, 'a list with at least one entry')
)

/** YAML reads 404 as a number. */
const status = parsedBy(
  value =>
    (typeof value === 'string' || typeof value === 'number') && /^[1-5]\d\d$/.test(String(value))
      ? String(value)
      : undefined,
  'an HTTP status, such as 404'
)

const errorType = v.pipe(
  text,
  v.check(value => value !== 'NONE', 'an errorType other than NONE, which is success')
)

/** No execution takes longer than an hour, so with a longer limit every execution would be fast. */
const milliseconds = parsedBy(value => {
  const ms = typeof value === 'string' ? parseDuration(value)?.ms : value
  return typeof ms === 'number' && Number.isInteger(ms) && ms > 0 && ms <= HOUR ? ms : undefined
}, 'an ISO 8601 duration such as PT2S, or whole milliseconds above 0; at most an hour')

/** A delay of more than an hour is almost certainly a mistake. */
const delay = parsedBy(value => {
  if (value === 'PT0S') return { iso: value, ms: 0 }
  const duration = typeof value === 'string' ? parseDuration(value) : undefined
  return duration && duration.ms <= HOUR ? duration : undefined
}, 'an ISO 8601 duration of at most PT1H, such as PT5M')

/** We assume that an execution appears in the analytics of Genesys Cloud within this time. */
const DEFAULT_DELAY = 'PT5M'

const schema = v.pipe(
  strict({
    type: v.literal('genesys-data-actions'),
    integrationId: v.exactOptional(integrationId),
    actionIds: v.exactOptional(actionIds),
    ignoreErrorTypes: v.exactOptional(v.array(errorType, 'a list of errorTypes'), []),
    ignoreResponseStatuses: v.exactOptional(v.array(status, 'a list of statuses'), []),
    slowerThan: v.exactOptional(milliseconds),
    delay: v.exactOptional(delay, DEFAULT_DELAY)
  }),
  v.transform(({ delay, slowerThan, ...source }) => ({
    spec: { ...source, ...(slowerThan !== undefined && { slowerThanMs: slowerThan }) },
    ...(delay.ms > 0 && { delay })
  }))
)

export const genesysDataActionsForm: SourceForm<GenesysDataActionsSpec> = {
  schema,
  warnings: () => [],
  errors: () => []
}
