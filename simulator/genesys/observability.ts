// The Observability API is in no SDK, so its bodies are written by hand here.
import * as v from 'valibot'
import { badRequest, bodyOf, type Call, type Route, refuse } from './http.ts'
import { millisecondsOf, windowBetween } from './time.ts'
import type { Kept, Revision, Settings } from './world.ts'

export const BURN_RATE = { method: 'GET', path: '/api/v2/observability/slos/{sloId}/burnRate' }
const SLOS = '/api/v2/observability/slos'
const SLO = `${SLOS}/{sloId}`

export const observabilityRoutes: Route[] = [
  { ...BURN_RATE, answer: readBurnRate },
  { method: 'GET', path: SLO, answer: readSlo },
  { method: 'PUT', path: SLO, answer: updateSlo },
  { method: 'POST', path: SLOS, answer: createSlo }
]

type KeptSlos = Pick<Kept, 'sloResources' | 'revisions'>

interface BurnRate {
  sloId: string
  startTime: string
  endTime: string
  burnRate: unknown
}

export function keptSlos({ sloResources }: Settings): KeptSlos {
  return { sloResources: new Map(Object.entries(sloResources)), revisions: new Map() }
}

function readBurnRate({ query, params, settings }: Call): BurnRate {
  const { sloId = '' } = params
  const startTime = query.get('startTime') ?? ''
  const endTime = query.get('endTime') ?? ''
  const window = windowBetween(startTime, endTime)
  if (!window) return badRequest('startTime and endTime must be ISO 8601 in UTC, startTime first')
  if (!Object.hasOwn(settings.slos, sloId)) refuseUnknown(sloId)
  const slo = settings.slos[sloId]
  const burnRate = typeof slo === 'function' ? slo(window) : slo
  return { sloId, startTime, endTime, burnRate }
}

const duration = v.pipe(
  v.string(),
  v.check(text => millisecondsOf(text) !== undefined, 'is not an ISO 8601 duration')
)

/** The server's own fields, which a client that writes back what it read sends along. */
const ownFields = {
  selfUri: v.exactOptional(v.string()),
  version: v.exactOptional(v.number()),
  dateModified: v.exactOptional(v.string())
}

/** An SLO's definition, without the keys that only the action knows. */
const definition = v.strictObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  metric: v.exactOptional(v.strictObject({ resourceType: v.string(), filterExpression: v.string() })),
  sloTarget: v.pipe(v.number(), v.gtValue(0), v.ltValue(100)),
  timeWindow: v.exactOptional(duration),
  burnRateAlerts: v.exactOptional(
    v.array(
      v.strictObject({
        level: v.picklist(['CRITICAL', 'WARNING']),
        burnRateThreshold: v.pipe(v.number(), v.gtValue(0)),
        duration,
        shortDuration: v.exactOptional(duration)
      })
    )
  ),
  ...ownFields
})

type Definition = Omit<v.InferOutput<typeof definition>, keyof typeof ownFields>
type Resource = Record<string, unknown> & Revision & { selfUri: string }

function readSlo({ params: { sloId = '' }, kept }: Call): Resource {
  if (!kept.sloResources.has(sloId)) refuseUnknown(sloId)
  return resource(kept, sloId)
}

function updateSlo({ request, params: { sloId = '' }, kept }: Call): Resource {
  if (!kept.sloResources.has(sloId)) refuseUnknown(sloId)
  const written = definitionOf(request)
  if (written.id !== sloId) badRequest(`id: '${written.id}' is not the SLO of the path, '${sloId}'`, 'id')
  return store(kept, written)
}

function createSlo({ request, kept }: Call): Resource {
  const written = definitionOf(request)
  if (kept.sloResources.has(written.id)) {
    refuse({ status: 409, code: 'conflict', message: `An SLO with the id '${written.id}' exists already` })
  }
  kept.revisions.delete(written.id)
  return store(kept, written)
}

function definitionOf(request: Call['request']): Definition {
  const { selfUri: _, version: __, dateModified: ___, ...written } = bodyOf(request, definition)
  return written
}

function store(kept: KeptSlos, written: Definition): Resource {
  const version = kept.sloResources.has(written.id) ? revisionOf(kept, written.id).version + 1 : 1
  kept.sloResources.set(written.id, written)
  kept.revisions.set(written.id, { version, dateModified: new Date().toISOString() })
  return resource(kept, written.id)
}

function resource(kept: KeptSlos, id: string): Resource {
  const stored = kept.sloResources.get(id) as object
  return { ...stored, ...revisionOf(kept, id), selfUri: `${SLOS}/${encodeURIComponent(id)}` }
}

function revisionOf({ revisions }: KeptSlos, id: string): Revision {
  return revisions.get(id) ?? { version: 1, dateModified: '2026-01-01T00:00:00.000Z' }
}

function refuseUnknown(sloId: string): never {
  return refuse({ status: 404, code: 'not.found', message: `The requested SLO '${sloId}' was not found` })
}
