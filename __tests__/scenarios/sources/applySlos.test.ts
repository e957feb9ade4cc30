import { describe, expect, test } from '@jest/globals'
import type { GenesysOptions } from '../../../simulator/genesys/start.ts'
import type { Reply } from '../../../simulator/server.ts'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { status } from '../../support/faults.ts'
import { annotations, type GenesysRun, gate, readable, SLO } from '../../support/scenario.ts'
import { keep } from '../../support/stateKept.ts'

const CRITICAL = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' }
const WARNING = { level: 'WARNING', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' }

/** The SLO as the Observability API is told it. */
const RESOURCE = {
  id: SLO,
  name: 'CRM Lookup Reliability Policy',
  description: 'Maintains 99.5% success',
  metric: { resourceType: 'API', filterExpression: 'api.success_rate > 0' },
  sloTarget: 99.5,
  timeWindow: 'PT720H',
  burnRateAlerts: [CRITICAL, WARNING]
}

/** What of a definition is the gate's own. */
const OURS = {
  minimumEvents: 100,
  businessHours: { timeZone: 'UTC', days: ['MON'], from: '08:00', to: '18:00' },
  source: { type: 'genesys-observability' }
}

const definitionOf = (id: string, fields: object = {}) => ({ ...RESOURCE, id, ...fields })

/** Runs the bundle with apply-slos on these definitions. */
function applying(
  definitions: readonly object[],
  genesys: GenesysOptions,
  inputs: Record<string, string> = {}
): Promise<GenesysRun> {
  const slos = Object.fromEntries(definitions.map(value => [(value as { id: string }).id, 0.4]))
  return gate(
    { slos, ...genesys },
    {
      inputs: { 'slo-file': 'slos.json', 'apply-slos': 'true', ...inputs },
      files: { 'slos.json': JSON.stringify(definitions) }
    }
  )
}

const SLOS = '/api/v2/observability/slos'

/** Everything but the sign-in: what was asked, without the window. */
const asked = ({ genesys }: GenesysRun) =>
  genesys.requests
    .filter(({ path }) => path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(SLOS, '').replace(/\?.*/, '')}`)

const writes = (run: GenesysRun) => asked(run).filter(request => !request.startsWith('GET '))

const bodiesOf = ({ genesys }: GenesysRun, method: string) =>
  genesys.requests
    .filter(({ method: sent, path }) => sent === method && path.startsWith(SLOS))
    .map(({ body }) => JSON.parse(body) as unknown)

/** Answers one method of the SLO resources, or of one of them; the burn rates are left to the simulator. */
const answering =
  (method: string, reply: Reply, id?: string) =>
  (request: { method: string; path: string }): Reply | undefined => {
    const [, asked] = /^\/api\/v2\/observability\/slos\/([^/]+)$/.exec(request.path) ?? []
    return request.method === method && asked !== undefined && asked === (id ?? asked) ? reply : undefined
  }

const byId = ({ report }: GenesysRun) =>
  Object.fromEntries(report.slos.map((slo: { id: string }) => [slo.id, slo]))

describe('an SLO that Genesys Cloud does not know', () => {
  test('is created before it is measured', async () => {
    const run = await applying([RESOURCE], {})

    expect(asked(run)).toEqual([
      `GET /${SLO}`,
      'POST ',
      ...[`GET /${SLO}/burnRate`, `GET /${SLO}/burnRate`, `GET /${SLO}/burnRate`, `GET /${SLO}/burnRate`]
    ])
    expect(run.genesys.sloResources.get(SLO)).toEqual(RESOURCE)
    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
    expect(run.report.applied).toEqual([{ id: SLO, outcome: 'created', changes: [] }])
    expect(run.summary).toContain('Definitions at Genesys Cloud')
    expect(run.summary).toMatch(new RegExp(`- .*${SLO}.*: created\n`))
  })

  test('is told the definition, less what only the gate knows', async () => {
    const run = await applying([{ ...RESOURCE, ...OURS }], {})

    expect(bodiesOf(run, 'POST')).toEqual([RESOURCE])
    const [post] = run.genesys.requests.filter(({ path }) => path === SLOS)
    expect(post?.headers).toMatchObject({ 'content-type': 'application/json' })
  })

  test('is told the defaults of a short definition', async () => {
    const run = await applying([{ id: SLO, sloTarget: 99, source: { type: 'genesys-observability' } }], {})

    const defaults = { name: SLO, timeWindow: 'PT720H', burnRateAlerts: [] }
    expect(bodiesOf(run, 'POST')).toEqual([{ id: SLO, sloTarget: 99, ...defaults }])
  })

  test('is updated when somebody else creates it meanwhile', async () => {
    const run = await applying([RESOURCE], {
      sloResources: { [SLO]: definitionOf(SLO, { sloTarget: 90 }) },
      intercept: answering('GET', status(404))
    })

    expect(writes(run)).toEqual(['POST ', `PUT /${SLO}`])
    expect(bodiesOf(run, 'PUT')).toEqual([RESOURCE])
    expect(run.genesys.sloResources.get(SLO)).toEqual(RESOURCE)
    expect(run.outputs['verdict']).toBe('healthy')
    expect(run.report.requests).toContainEqual(expect.objectContaining({ method: 'POST', status: 409 }))
  })

  test('is created once when the answer to that is lost', async () => {
    let posts = 0
    const run = await applying([RESOURCE], {
      sloResources: { [SLO]: RESOURCE },
      intercept: request => {
        const isFirst = request.method === 'POST' && request.path === SLOS && ++posts === 1
        return isFirst ? status(503) : answering('GET', status(404))(request)
      }
    })

    expect(writes(run)).toEqual(['POST ', 'POST ', `PUT /${SLO}`])
    expect(run.outputs['verdict']).toBe('healthy')
  })
})

describe('an SLO that Genesys Cloud knows', () => {
  const { id, name, description, metric, sloTarget, timeWindow, burnRateAlerts } = RESOURCE
  const rows: [string, object][] = [
    ['to the letter', RESOURCE],
    ['in another order', { burnRateAlerts, timeWindow, sloTarget, metric, description, name, id }],
    [
      'in another order, all the way down',
      {
        ...RESOURCE,
        metric: { filterExpression: metric.filterExpression, resourceType: metric.resourceType },
        burnRateAlerts: burnRateAlerts.map(alert => Object.fromEntries(Object.entries(alert).toReversed()))
      }
    ],
    ['with its window in other words', { ...RESOURCE, timeWindow: 'P30D' }],
    [
      'with windows of alerts in other words',
      { ...RESOURCE, burnRateAlerts: [{ ...CRITICAL, duration: 'PT300S' }, WARNING] }
    ]
  ]
  test.each(rows)('and that is the same is left alone: %s', async (_how, existing) => {
    const run = await applying([{ ...RESOURCE, ...OURS }], { sloResources: { [SLO]: existing } })

    expect(asked(run)[0]).toBe(`GET /${SLO}`)
    expect(writes(run)).toEqual([])
    expect(run.report.applied).toEqual([{ id: SLO, outcome: 'unchanged', changes: [] }])
    expect(run.summary).toContain('- 1 unchanged')
    expect(run.genesys.sloResources.get(SLO)).toEqual(existing)
  })

  test('the fields of the server are no difference, and are not sent back', async () => {
    const run = await applying([definitionOf(SLO, { sloTarget: 99.9 })], {
      sloResources: { [SLO]: RESOURCE }
    })
    const again = await applying([RESOURCE], {
      intercept: answering('GET', {
        body: { ...RESOURCE, version: 3, selfUri: `${SLOS}/${SLO}`, dateModified: '2026-01-01T00:00:00Z' }
      })
    })

    expect(bodiesOf(run, 'PUT')).toEqual([definitionOf(SLO, { sloTarget: 99.9 })])
    expect(writes(again)).toEqual([])
  })

  test('and that is different is updated, whole, and what changes is said', async () => {
    const existing = { id: SLO, name: 'CRM', sloTarget: 99, timeWindow: 'P7D' }
    const run = await applying([{ ...RESOURCE, ...OURS }], { sloResources: { [SLO]: existing } })

    expect(asked(run).slice(0, 2)).toEqual([`GET /${SLO}`, `PUT /${SLO}`])
    expect(bodiesOf(run, 'PUT')).toEqual([RESOURCE])
    expect(run.genesys.sloResources.get(SLO)).toEqual(RESOURCE)
    expect(run.report.applied).toEqual([
      {
        id: SLO,
        outcome: 'updated',
        changes: [
          'name: "CRM" → "CRM Lookup Reliability Policy"',
          'description: none → "Maintains 99.5% success"',
          `metric: none → ${JSON.stringify(metric)}`,
          'sloTarget: 99 → 99.5',
          'timeWindow: "P7D" → "PT720H"',
          `burnRateAlerts: none → ${JSON.stringify(burnRateAlerts)}`
        ]
      }
    ])
    const summary = readable(run.summary)
    for (const change of run.report.applied[0].changes) expect(summary).toContain(change)
    expect(summary).toContain(': updated: name:')
    expect(run.outputs['verdict']).toBe('healthy')
  })

  test('loses what is not defined any more', async () => {
    const { description: _, ...without } = RESOURCE
    const run = await applying([without], { sloResources: { [SLO]: RESOURCE } })

    expect(run.genesys.sloResources.get(SLO)).toEqual(without)
    expect(run.report.applied[0].changes).toEqual(['description: "Maintains 99.5% success" → none'])
  })
})

describe('without apply-slos', () => {
  test.each([{ 'apply-slos': 'false' }, { 'apply-slos': '' }])('nothing is applied: %j', async inputs => {
    const run = await applying([RESOURCE], {}, inputs)

    expect(asked(run)).toEqual(Array(4).fill(`GET /${SLO}/burnRate`))
    expect(run.report.applied).toEqual([])
    expect(run.summary).not.toContain('Definitions at Genesys Cloud')
  })
})

describe('an audit', () => {
  test('only asks, and says what would be done', async () => {
    const sloResources = {
      same: definitionOf('same'),
      other: definitionOf('other', { sloTarget: 90 })
    }
    const definitions = ['new', 'same', 'other'].map(id => definitionOf(id))
    const run = await applying(definitions, { sloResources }, { mode: 'audit' })

    expect(writes(run)).toEqual([])
    expect(run.report.applied).toEqual([
      { id: 'new', outcome: 'would create', changes: [] },
      { id: 'same', outcome: 'unchanged', changes: [] },
      { id: 'other', outcome: 'would update', changes: ['sloTarget: 90 → 99.5'] }
    ])
    const summary = readable(run.summary)
    expect(summary).toMatch(/- .*new.*: would create\n/)
    expect(summary).toMatch(/- .*other.*: would update: sloTarget: 90 → 99\.5\n/)
    expect(summary).toContain('- 1 unchanged')
    expect([...run.genesys.sloResources]).toEqual(Object.entries(sloResources))
    expect(run.exitCode).toBe(0)
  })

  test('does not fail for an SLO that is not there yet', async () => {
    const run = await applying([RESOURCE], { slos: {} }, { mode: 'audit' })

    expect(run.report.applied).toEqual([{ id: SLO, outcome: 'would create', changes: [] }])
    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(run.exitCode).toBe(0)
  })
})

describe('what is remembered', () => {
  const inputs = { 'slo-file': 'slo.json', 'apply-slos': 'true' }
  const about = (filterExpression: string) => {
    const metric = { ...RESOURCE.metric, filterExpression }
    return { 'slo.json': JSON.stringify(definitionOf(SLO, { metric, burnRateAlerts: [] })) }
  }

  test('does not keep a definition from being applied', async () => {
    const kept = await keep()
    await kept.run({ slos: { [SLO]: 0.4 } }, { inputs, files: about('a') })
    const second = await kept.run({ slos: { [SLO]: 3 } }, { inputs, files: about('a') })

    expect(asked(second)).toEqual([`GET /${SLO}`])
    expect(second.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.4' })
  })

  test('is not of another metric', async () => {
    const kept = await keep()
    await kept.run({ slos: { [SLO]: 0.4 } }, { inputs, files: about('a') })
    const second = await kept.run({ slos: { [SLO]: 3 } }, { inputs, files: about('b') })

    expect(writes(second)).toEqual([`PUT /${SLO}`])
    expect(second.outputs).toMatchObject({ verdict: 'exhausted', 'burn-rate': '3' })
  })

  test('does not stand in for an SLO that could not be applied', async () => {
    const kept = await keep()
    await kept.run({ slos: { [SLO]: 0.4 } }, { inputs, files: about('a') })
    const intercept = answering('GET', status(403))
    const second = await kept.run({ slos: { [SLO]: 0.4 }, intercept }, { inputs, files: about('a') })

    expect(second.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
  })

  test('by an audit that would change an SLO is not what the change then is judged by', async () => {
    const kept = await keep()
    const unremembered = { ...inputs, 'state-file': '' }
    await kept.run({ slos: { [SLO]: 0.4 } }, { inputs: unremembered, files: about('a') })
    const audit = { ...inputs, mode: 'audit' }
    const audited = await kept.run({ slos: { [SLO]: 0.4 } }, { inputs: audit, files: about('b') })
    const third = await kept.run({ slos: { [SLO]: 3 } }, { inputs, files: about('b') })

    expect(audited.report.applied).toMatchObject([{ outcome: 'would update' }])
    expect(writes(third)).toEqual([`PUT /${SLO}`])
    expect(third.outputs).toMatchObject({ verdict: 'exhausted', 'burn-rate': '3' })
  })
})

describe('an SLO that cannot be applied', () => {
  const DIFFERENT = {
    a: definitionOf('a', { sloTarget: 90 }),
    b: definitionOf('b', { sloTarget: 90 })
  }
  const both = [definitionOf('a', { burnRateAlerts: [] }), definitionOf('b', { burnRateAlerts: [] })]

  test('is a source-error, and the others are measured', async () => {
    const run = await applying(both, {
      sloResources: DIFFERENT,
      intercept: answering('PUT', status(403), 'a')
    })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
    expect(run.exitCode).toBe(1)
    const { a, b } = byId(run)
    expect(a).toMatchObject({ verdict: 'source-error', burnRate: null })
    expect(a.reason).toContain('its definition could not be applied')
    expect(a.reason).toContain('HTTP 403')
    expect(a.reason).toContain('give the OAuth client a role that may read and change SLOs')
    expect(a.reason).toContain('ININ-Correlation-Id')
    expect(b).toMatchObject({ verdict: 'healthy', burnRate: 0.4 })
    expect(asked(run)).not.toContain('GET /a/burnRate')
    expect(asked(run).filter(request => request === 'PUT /a')).toHaveLength(1)
    expect(run.report.applied).toEqual([
      { id: 'a', outcome: 'failed', changes: [], problem: expect.stringContaining('HTTP 403') },
      { id: 'b', outcome: 'updated', changes: expect.anything() }
    ])
    expect(readable(run.summary)).toMatch(/- .*a.*: failed: .*HTTP 403/)
  })

  test.each<[string, string, number, string[]]>([
    ['GET', 'is not shown', 403, ['HTTP 403', 'a role that may read and change SLOs']],
    ['GET', 'has no valid token', 401, ['HTTP 401', 'check that the token is valid']],
    ['PUT', 'is not a valid definition', 400, ['HTTP 400', 'check the definition']],
    ['PUT', 'is gone meanwhile', 404, ['HTTP 404']],
    ['PUT', 'was changed meanwhile', 409, ['HTTP 409']],
    ['PUT', 'fails', 500, ['HTTP 500']]
  ])('%s: one that %s', async (method, _what, code, says) => {
    const run = await applying(both.slice(0, 1), {
      sloResources: DIFFERENT,
      intercept: answering(method, status(code))
    })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    for (const word of ['"a"', 'could not be applied', ...says]) {
      expect(run.outputs['reason']).toContain(word)
    }
    expect(asked(run)).not.toContain('GET /a/burnRate')
  })

  test('says what to fix where the Observability API is not there at all', async () => {
    const run = await applying(both.slice(0, 1), { intercept: request => missing(request) })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(run.outputs['reason']).toContain('HTTP 404')
    expect(run.outputs['reason']).toMatch(/check .*Observability API/)
  })

  test.each<[string, unknown]>([
    ['nothing', ''],
    ['a list', [RESOURCE]],
    ['null', 'null'],
    ['HTML', '<html>']
  ])('is one about which %s is answered', async (_what, body) => {
    const headers = { 'content-type': 'application/json' }
    const run = await applying(both, { intercept: answering('GET', { headers, body }, 'a') })

    expect(byId(run)['a']).toMatchObject({ verdict: 'source-error' })
    expect(byId(run)['b']).toMatchObject({ verdict: 'healthy' })
    expect(writes(run)).toEqual(['POST '])
  })

  test('is one that is nested deeper than anything can compare, and the others are measured', async () => {
    const depth = 100_000
    const body = `{"metric": ${'['.repeat(depth)}${']'.repeat(depth)}}`
    const headers = { 'content-type': 'application/json' }
    const run = await applying(both, { intercept: answering('GET', { headers, body }, 'a') })

    expect(run.outputs['reason']).not.toContain('defect')
    expect(byId(run)['b']).toMatchObject({ verdict: 'healthy' })
  })

  test('is asked for once more where that is worth it', async () => {
    const answers = [status(503), status(429)]
    const run = await applying(both.slice(0, 1), {
      sloResources: DIFFERENT,
      intercept: request => (request.method === 'PUT' ? answers.shift() : undefined)
    })

    expect(writes(run)).toEqual(['PUT /a', 'PUT /a', 'PUT /a'])
    expect(run.outputs['verdict']).toBe('healthy')
  })

  test.each<[string, Record<string, string>, string]>([
    ['passes under on-error: allow, with a warning', { 'on-error': 'allow' }, 'allow'],
    ['blocks by default', {}, 'block']
  ])('%s', async (_what, inputs, decision) => {
    const run = await applying(
      both,
      { sloResources: DIFFERENT, intercept: answering('PUT', status(403), 'a') },
      inputs
    )

    expect(run.outputs).toMatchObject({ decision, verdict: 'source-error' })
    const level = decision === 'allow' ? 'warning' : 'error'
    expect(annotations(run, level)).toEqual([expect.stringContaining('could not be applied')])
  })
})

describe('applied are only', () => {
  test('SLOs of files, not those of which only the id is known', async () => {
    const run = await gate({ slos: { [SLO]: 0.4 } }, { inputs: { 'apply-slos': 'true' } })

    expect(asked(run)).toEqual([`GET /${SLO}/burnRate`])
    expect(run.report.applied).toEqual([])
    expect(run.outputs['verdict']).toBe('healthy')
  })

  test('those that are selected', async () => {
    const definitions = ['a', 'b'].map(id => definitionOf(id, { burnRateAlerts: [] }))
    const run = await applying(definitions, {}, { 'slo-id': 'b' })

    expect(asked(run)).toEqual(['GET /b', 'POST ', 'GET /b/burnRate'])
    expect(run.report.applied).toMatchObject([{ id: 'b', outcome: 'created' }])
  })

  test('those of the Observability API', async () => {
    const prometheus = await startFakePrometheus({ answer: () => 0.001 })
    const executions = [
      { at: new Date(Date.now() - 3_600_000), actionId: 'a', integrationId: 'i', errorType: 'NONE' }
    ].map(execution => ({ ...execution, durationMs: 5, count: 100 }))
    const definitions = [
      definitionOf('mine', { burnRateAlerts: [] }),
      { id: 'p', sloTarget: 99, source: { type: 'prometheus', errorRatio: 'r[$window]' } },
      { id: 'd', sloTarget: 99, source: { type: 'genesys-data-actions', actionIds: ['a'] } }
    ]
    const run = await applying(definitions, { executions }, { 'prometheus-url': prometheus.url })
    await prometheus.close()

    expect(writes(run)).toEqual(['POST ', 'POST /api/v2/analytics/actions/aggregates/query'])
    expect(run.report.applied).toMatchObject([{ id: 'mine' }])
    expect(run.outputs['verdict']).toBe('healthy')
  })

  test('none where no SLO is one: nobody signs in for that', async () => {
    const prometheus = await startFakePrometheus({ answer: () => 0.001 })
    const definitions = [{ id: 'p', sloTarget: 99, source: { type: 'prometheus', errorRatio: 'r[$window]' } }]
    const run = await applying(definitions, {}, { 'prometheus-url': prometheus.url })
    await prometheus.close()

    expect(run.genesys.requests).toEqual([])
    expect(run.outputs['verdict']).toBe('healthy')
  })

  test('none when the configuration is wrong', async () => {
    const run = await applying([RESOURCE, definitionOf('b', { sloTarget: 0 })], {})

    expect(run.outputs['verdict']).toBe('config-error')
    expect(run.genesys.requests).toEqual([])
  })
})

test('an id may have any characters', async () => {
  const ids = ['a/b', 'a b', 'ü%2F?x=1#y', '../b', '__proto__', 'constructor', '%2e%2e', '"\\']
  const definitions = ids.map(id => definitionOf(id, { burnRateAlerts: [] }))
  const slos = Object.fromEntries(ids.map(id => [id, 0.4]))
  const created = await applying(definitions, { slos })
  const before = definitions.map(definition => [definition.id, { ...definition, sloTarget: 90 }])
  const updated = await applying(definitions, { slos, sloResources: Object.fromEntries(before) })

  const paths = ids.map(id => `/${encodeURIComponent(id)}`)
  const requestsTo = (path: string, write: string) => [`GET ${path}`, write, `GET ${path}/burnRate`]
  expect(asked(created).toSorted()).toEqual(paths.flatMap(path => requestsTo(path, 'POST ')).toSorted())
  expect(asked(updated).toSorted()).toEqual(paths.flatMap(path => requestsTo(path, `PUT ${path}`)).toSorted())
  for (const run of [created, updated]) {
    expect(Object.fromEntries(run.genesys.sloResources)).toEqual(
      Object.fromEntries(definitions.map(definition => [definition.id, definition]))
    )
    expect(run.report.applied.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(run.outputs['verdict']).toBe('healthy')
  }
})

test('a run signs in once, applies everything, and only then measures; the next one changes nothing', async () => {
  const definitions = Array.from({ length: 20 }, (_, index) =>
    definitionOf(`slo-${index}`, { burnRateAlerts: [] })
  )
  const first = await applying(definitions, {})
  const second = await applying(definitions, { sloResources: Object.fromEntries(first.genesys.sloResources) })

  expect(first.genesys.tokenRequests()).toHaveLength(1)
  const order = asked(first)
  const lastWrite = order.findLastIndex(request => request.startsWith('POST'))
  expect(order).toHaveLength(60)
  expect(order.findIndex(request => request.endsWith('/burnRate'))).toBe(lastWrite + 1)
  expect(first.report.applied.map(({ id }: { id: string }) => id)).toEqual(definitions.map(({ id }) => id))
  const reported = first.report.requests.map(({ method, url }: { method: string; url: string }) =>
    [method, url.replace(first.genesys.url, '')].join(' ')
  )
  const sent = first.genesys.requests.map(({ method, path }) => `${method} ${path}`)
  expect(reported.toSorted()).toEqual(sent.toSorted())
  expect(writes(first)).toHaveLength(20)
  expect(writes(second)).toEqual([])
  expect(second.summary).toContain('- 20 unchanged')
})

/** As an organisation answers that has no Observability API. */
function missing({ path }: { path: string }): Reply | undefined {
  return path.startsWith(SLOS) ? status(404) : undefined
}
