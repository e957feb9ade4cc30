import { isDeepStrictEqual } from 'node:util'
import { field } from '../../text/field.ts'
import { shown } from '../../text/show.ts'
import { parseDuration } from '../../time/duration.ts'
import { type GenesysAnswer, GenesysError } from '../genesys/answer.ts'
import { Genesys, type GenesysConnection } from '../genesys/connection.ts'
import type { SloDefinition } from '../sloDefinition.ts'
import type { SourceContext } from '../source.ts'

/** The result of applying one definition to the Observability API. */
export interface AppliedSlo {
  readonly id: string
  /** `would create` and `would update` come from a run that changes nothing. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'would create' | 'would update' | 'failed'
  /** Each field that was or would be changed, such as `sloTarget: 99 → 99.5`. */
  readonly changes: readonly string[]
  readonly problem?: string
}

interface Options {
  /** Whether to report the changes without making them. */
  readonly isDryRun: boolean
}

interface ApplyOptions extends Options {
  readonly connection: GenesysConnection
  readonly context: SourceContext
}

/** Creates or updates the SLOs of the Observability API from their definitions. One that fails does not stop the others. */
export function applySlos(
  slos: readonly SloDefinition[],
  { connection, context, isDryRun }: ApplyOptions
): Promise<readonly AppliedSlo[]> {
  const genesys = new Genesys(connection, context)
  return Promise.all(
    slos.filter(isDefinedHere).map(slo => applyOrExplain(resourceOf(slo), { genesys, isDryRun }))
  )
}

interface Target extends Options {
  readonly genesys: Genesys
}

const isDefinedHere = ({ source, isDefinedHere }: SloDefinition) =>
  source.type === 'genesys-observability' && isDefinedHere === true

/** An SLO as a resource of the Observability API: the definition without the gate's own keys. Durations are ISO 8601. */
function resourceOf({ id, name, description, metric, target, window, alerts }: SloDefinition) {
  return {
    id,
    name,
    description,
    metric,
    sloTarget: target,
    timeWindow: window.iso,
    burnRateAlerts: alerts.map(({ duration, shortDuration, ...alert }) => ({
      ...alert,
      duration: duration.iso,
      ...(shortDuration && { shortDuration: shortDuration.iso })
    }))
  }
}

type SloResource = ReturnType<typeof resourceOf>

async function applyOrExplain(resource: SloResource, target: Target): Promise<AppliedSlo> {
  try {
    return await apply(resource, target)
  } catch (error) {
    if (!(error instanceof GenesysError)) throw error
    return { id: resource.id, outcome: 'failed', changes: [], problem: error.message }
  }
}

async function apply(resource: SloResource, { genesys, isDryRun }: Target): Promise<AppliedSlo> {
  const { id } = resource
  const path = pathOf(id)
  const existing = await found(genesys.ask({ method: 'GET', path, hints: HINTS }))
  if (existing === undefined) {
    if (!isDryRun) await create(resource, genesys)
    return { id, outcome: isDryRun ? 'would create' : 'created', changes: [] }
  }
  const changes = changesOf(existing, resource)
  if (changes.length === 0) return { id, outcome: 'unchanged', changes }
  if (!isDryRun) await update(resource, genesys)
  return { id, outcome: isDryRun ? 'would update' : 'updated', changes }
}

async function create(resource: SloResource, genesys: Genesys): Promise<void> {
  try {
    await genesys.write({ method: 'POST', path: SLOS, body: resource, hints: HINTS })
  } catch (error) {
    // Another client created it first, or the answer to our first attempt was lost.
    if (!(error instanceof GenesysError && error.status === 409)) throw error
    await update(resource, genesys)
  }
}

const update = (resource: SloResource, genesys: Genesys): Promise<void> =>
  genesys.write({ method: 'PUT', path: pathOf(resource.id), body: resource, hints: HINTS })

/** The resource, or undefined when there is none. */
async function found(answer: Promise<GenesysAnswer>): Promise<object | undefined> {
  try {
    const { body, correlation } = await answer
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
    throw new GenesysError(`Genesys Cloud answered with ${shown(body)}, but expected an SLO${correlation}`)
  } catch (error) {
    if (error instanceof GenesysError && error.status === 404) return undefined
    throw error
  }
}

const SLOS = '/api/v2/observability/slos'

const pathOf = (id: string) => `${SLOS}/${encodeURIComponent(id)}`

const HINTS = {
  400: 'check the definition',
  403: 'give the OAuth client a role that may read and change SLOs',
  404: 'check that this organisation has the Observability API; the README names other sources'
}

const FIELDS = ['name', 'description', 'metric', 'sloTarget', 'timeWindow', 'burnRateAlerts'] as const

function changesOf(existing: object, wanted: SloResource): readonly string[] {
  return FIELDS.flatMap(name => {
    const [before, after] = [field(existing, name), wanted[name]]
    // A server may leave out empty fields.
    return isSame(plainForm(name, before), plainForm(name, after))
      ? []
      : `${name}: ${described(before)} → ${described(after)}`
  })
}

/** A list or an object from outside may be nested too deeply for JSON.stringify. */
function described(value: unknown): string {
  if (value == null) return 'none'
  try {
    return shortened(JSON.stringify(value))
  } catch {
    return shown(value)
  }
}

function isSame(before: unknown, after: unknown): boolean {
  try {
    return isDeepStrictEqual(before, after)
  } catch {
    // Too deep to compare, so it cannot be what we would write.
    return false
  }
}

const DURATIONS: readonly string[] = ['timeWindow', 'duration', 'shortDuration']

/** A form for comparison: equal durations, and different ways to leave a field empty, become the same value. */
function plainForm(name: string, value: unknown): unknown {
  if (value == null || (name === 'burnRateAlerts' && Array.isArray(value) && value.length === 0))
    return undefined
  if (name === 'burnRateAlerts' && Array.isArray(value)) return value.map(fieldsOf)
  if (name === 'metric') return fieldsOf(value)
  return DURATIONS.includes(name) && typeof value === 'string' ? (parseDuration(value)?.ms ?? value) : value
}

function fieldsOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const fields = Object.entries(value).map(([name, part]) => [name, plainForm(name, part)] as const)
  return Object.fromEntries(fields.filter(([, part]) => part !== undefined))
}

/** Long enough for any definition that a person wrote. */
const shortened = (text: string) => (text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text)
