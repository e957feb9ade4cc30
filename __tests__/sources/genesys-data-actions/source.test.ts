// The whole source against an API with limits of any kind: whatever has to be asked, the counts are those by hand.
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { actionAggregates } from '../../../simulator/genesys/dataActions/answer.ts'
import { Refusal } from '../../../simulator/genesys/http.ts'
import { DEFAULTS, type Execution, type Settings } from '../../../simulator/genesys/world.ts'
import { windowsOf } from '../../../src/budget/window.ts'
import { GenesysError } from '../../../src/sources/genesys/answer.ts'
import type { Genesys } from '../../../src/sources/genesys/connection.ts'
import { GenesysDataActions } from '../../../src/sources/genesys-data-actions/source.ts'
import type { GenesysDataActionsSpec } from '../../../src/sources/genesys-data-actions/spec.ts'
import { DAY, HOUR, MINUTE } from '../../../src/time/duration.ts'
import { alertWith, lasting, sloWith } from '../../support/builders.ts'

const RUNS = { seed: 20_261_123, numRuns: 400 }
const NOW = new Date('2026-11-23T18:03:27.456Z')

const durations = fc.constantFrom(
  ...['PT5M', 'PT7M', 'PT30M', 'PT1H', 'PT90S', 'PT6H', 'P1D', 'P3D', 'P7D', 'PT720H'].map(lasting)
)
const actions = ['a', 'b', 'c']
const integrations = ['x', 'y']

const specs: fc.Arbitrary<GenesysDataActionsSpec> = fc.record(
  {
    type: fc.constant('genesys-data-actions' as const),
    ignoreErrorTypes: fc.subarray(['TIMEOUT', 'REMOTE']),
    ignoreResponseStatuses: fc.subarray(['404', '503']),
    actionIds: fc.subarray(actions, { minLength: 1 }),
    integrationId: fc.constantFrom(...integrations),
    slowerThanMs: fc.integer({ min: 1, max: 25 }).map(step => step * 100)
  },
  { requiredKeys: ['type', 'ignoreErrorTypes', 'ignoreResponseStatuses'] }
)

const slos = fc.array(
  fc.record({
    spec: specs,
    window: durations,
    alerts: fc.array(fc.record({ duration: durations, shortDuration: durations }).map(alertWith), {
      maxLength: 3
    }),
    delay: fc.constantFrom(undefined, ...['PT5M', 'PT30M'].map(lasting))
  }),
  { minLength: 1, maxLength: 15 }
)

/** Many of them lie at edges of windows, buckets and slices. */
const ages = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map(minutes => minutes * MINUTE),
  fc.integer({ min: 0, max: 31 * 24 }).map(hours => hours * HOUR + 5 * MINUTE),
  fc.integer({ min: 0, max: 31 * DAY })
)

const executions = fc.array(
  fc
    .record({
      age: ages,
      edge: fc.constantFrom(NOW.getTime(), Math.floor(NOW.getTime() / MINUTE) * MINUTE),
      actionId: fc.constantFrom(...actions, 'd'),
      integrationId: fc.constantFrom(...integrations),
      errorType: fc.constantFrom('NONE', 'NONE', 'TIMEOUT', 'REMOTE'),
      responseStatus: fc.constantFrom('200', '404', '503'),
      durationMs: fc.integer({ min: 0, max: 27 }).map(step => step * 100),
      count: fc.integer({ min: 1, max: 1_000 })
    })
    .map(({ age, edge, ...execution }): Execution => ({ ...execution, at: new Date(edge - age) })),
  { maxLength: 40 }
)

const limits = fc.record(
  {
    maxIntervalDays: fc.constantFrom(1, 2, 7, 8, 31),
    minGranularityMs: fc.constantFrom(MINUTE, 15 * MINUTE, HOUR, 2 * DAY),
    tooLongStatus: fc.constantFrom(400 as const, 413 as const, 504 as const),
    bucketAlignment: fc.constantFrom('start' as const, 'clock' as const)
  },
  { requiredKeys: [] }
)

/** The simulator's own answers, without the way there and back. */
function connectionTo(settings: Settings): Genesys {
  let requests = 0
  const ask = async ({ body, path }: { body: unknown; path: string }) => {
    const headers = { 'content-type': 'application/json' }
    const request = { method: 'POST', path, headers, body: JSON.stringify(body) }
    const call = { request, settings, query: new URLSearchParams(), params: {}, kept: undefined as never }
    try {
      const answer = JSON.parse(JSON.stringify(actionAggregates.answer(call)))
      return { body: answer, correlation: '', request: ++requests }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      throw new GenesysError(error.message, { status: error.reply.status })
    }
  }
  return { ask } as unknown as Genesys
}

/** What a window has, execution by execution. */
function byHand(all: readonly Execution[], spec: GenesysDataActionsSpec, window: { start: Date; end: Date }) {
  let [good, total] = [0, 0]
  for (const { at, actionId, integrationId, errorType, responseStatus = '', durationMs, count = 1 } of all) {
    const isOurs =
      (spec.actionIds?.includes(actionId) ?? true) && (spec.integrationId ?? integrationId) === integrationId
    const isIgnored =
      spec.ignoreErrorTypes.includes(errorType) || spec.ignoreResponseStatuses.includes(responseStatus)
    if (!isOurs || isIgnored || at < window.start || at >= window.end) continue
    total += count
    if (errorType === 'NONE' && durationMs < (spec.slowerThanMs ?? Number.POSITIVE_INFINITY)) good += count
  }
  return total === 0 ? { kind: 'no-data' } : { kind: 'events', good, total }
}

it('counts the same as one does by hand, whatever limits the API has', async () => {
  await fc.assert(
    fc.asyncProperty(slos, executions, limits, async (defined, executions, limits) => {
      const probes = defined.flatMap(({ spec, delay, ...parts }, index) => {
        const slo = sloWith({ ...parts, id: `slo-${index}`, ...(delay && { delay }) })
        return windowsOf(slo, NOW).map(window => ({ slo, spec, window }))
      })
      const source = new GenesysDataActions(connectionTo({ ...DEFAULTS, executions, ...limits }))

      const observations = await source.read(probes)

      expect(observations.map(({ from: _, ...observation }) => observation)).toEqual(
        probes.map(({ spec, window }) => {
          const counted = byHand(executions, spec, window)
          return counted.kind === 'events' ? counted : { ...counted, reason: expect.any(String) }
        })
      )
      for (const [index, { from }] of observations.entries()) {
        expect(from).toMatchObject({ start: probes[index]?.window.start, end: probes[index]?.window.end })
        expect(from?.requests.length).toBeGreaterThan(0)
      }
    }),
    RUNS
  )
})
