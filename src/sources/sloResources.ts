import { parseDuration } from '../budget/duration.ts'
import { field, shown } from '../http/json.ts'
import { type GenesysAnswer, GenesysError } from './genesysAnswer.ts'
import type { Genesys } from './genesysConnection.ts'
import type { SloDefinition, SloResource } from './sloDefinition.ts'

/** What became of one definition at the Observability API. */
export interface AppliedSlo {
  readonly id: string
  /** The `would` ones are those of a run that changes nothing. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'would create' | 'would update' | 'failed'
  /** Each field that was, or would be, another one: `sloTarget: 99 → 99.5`. */
  readonly changes: readonly string[]
  readonly problem?: string
}

interface Applying {
  readonly genesys: Genesys
  /** Says what would be done, and does not do it. */
  readonly isDryRun: boolean
}

/** Makes the SLOs of the Observability API those of the definitions. Each fails on its own. */
export function applySlos(
  slos: readonly SloDefinition[],
  applying: Applying
): Promise<readonly AppliedSlo[]> {
  return Promise.all(
    slos.flatMap(({ resource }) => (resource === undefined ? [] : applyOrExplain(resource, applying)))
  )
}

async function applyOrExplain(resource: SloResource, applying: Applying): Promise<AppliedSlo> {
  try {
    return await apply(resource, applying)
  } catch (error) {
    if (!(error instanceof GenesysError)) throw error
    return { id: resource.id, outcome: 'failed', changes: [], problem: error.message }
  }
}

async function apply(resource: SloResource, { genesys, isDryRun }: Applying): Promise<AppliedSlo> {
  const { id } = resource
  const path = `${SLOS}/${encodeURIComponent(id)}`
  const existing = await found(genesys.ask({ method: 'GET', path, hints: HINTS }))
  if (existing === undefined) {
    if (!isDryRun) await create(resource, genesys)
    return { id, outcome: isDryRun ? 'would create' : 'created', changes: [] }
  }
  const changes = changesOf(existing, resource)
  if (changes.length === 0) return { id, outcome: 'unchanged', changes }
  if (!isDryRun) await genesys.write({ method: 'PUT', path, body: resource, hints: HINTS })
  return { id, outcome: isDryRun ? 'would update' : 'updated', changes }
}

async function create(resource: SloResource, genesys: Genesys): Promise<void> {
  try {
    await genesys.write({ method: 'POST', path: SLOS, body: resource, hints: HINTS })
  } catch (error) {
    // Somebody else was faster, or the answer to the first attempt was lost.
    if (!(error instanceof GenesysError && error.status === 409)) throw error
    const path = `${SLOS}/${encodeURIComponent(resource.id)}`
    await genesys.write({ method: 'PUT', path, body: resource, hints: HINTS })
  }
}

/** The resource, or undefined when there is none. */
async function found(answer: Promise<GenesysAnswer>): Promise<object | undefined> {
  try {
    const { body, correlation } = await answer
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
    throw new GenesysError(`Genesys Cloud answered with ${shown(body)}, where an SLO belongs${correlation}`)
  } catch (error) {
    if (error instanceof GenesysError && error.status === 404) return undefined
    throw error
  }
}

const SLOS = '/api/v2/observability/slos'

const HINTS = {
  400: 'check the definition',
  403: 'give the OAuth client a role that may read and change SLOs'
}

const FIELDS = ['name', 'description', 'metric', 'sloTarget', 'timeWindow', 'burnRateAlerts'] as const

function changesOf(existing: object, wanted: SloResource): readonly string[] {
  return FIELDS.flatMap(name => {
    const [before, after] = [field(existing, name), wanted[name]]
    if (canonical(before) === canonical(after)) return []
    return `${name}: ${described(before)} → ${described(after)}`
  })
}

const described = (value: unknown) => (value == null ? 'none' : JSON.stringify(value))

/** Equal for values that mean the same: in another order of keys, and durations in other words. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part != null)
    return `{${entries
      .map(([key, part]) => `${key}:${canonical(part)}`)
      .toSorted()
      .join()}}`
  }
  const ms = typeof value === 'string' ? parseDuration(value)?.ms : undefined
  return ms === undefined ? String(JSON.stringify(value ?? null)) : `${ms} ms`
}
