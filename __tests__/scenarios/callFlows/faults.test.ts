// What goes wrong with publishing is a warning: it never changes the decision.
import { describe, expect, test } from '@jest/globals'
import {
  BUDGET_COLUMNS,
  type DataTableOptions,
  type GenesysOptions,
  type Row
} from '../../../simulator/genesys/start.ts'
import type { RecordedRequest, Reply } from '../../../simulator/server.ts'
import { type Published, publish as publishRow, rowOf, TABLE, TABLES } from '../../support/dataTable.ts'
import { status } from '../../support/faults.ts'
import { annotations, type GenesysRun, readable, SIGN_IN, SLO } from '../../support/scenario.ts'

const SCHEMA = `${TABLES}${TABLE}?expand=schema`
const CORRELATION = /\(ININ-Correlation-Id 00000000-0000-4000-8000-\d{12}\)/
const BEFORE: Row = { burn_rate: 0.1, verdict: 'healthy', updated_at: '2026-01-01T00:00:00.000Z' }
const { run_url: _, ...WITHOUT_RUN_URL } = BUDGET_COLUMNS

type Columns = DataTableOptions['columns']

const publish = (burn: unknown, published: Published = {}) =>
  publishRow(burn, { rows: { [SLO]: BEFORE }, ...published })

const asked = ({ genesys }: GenesysRun, method: string, path = TABLES) =>
  genesys.requests.filter(request => request.method === method && request.path.startsWith(path))

/** Answers the requests of a method to the data tables, each in turn; afterwards, or with one reply for all, as told. */
const on = (method: string, reply: Reply | Reply[]) => (request: RecordedRequest) => {
  if (request.method !== method || !request.path.startsWith(TABLES)) return undefined
  return Array.isArray(reply) ? reply.shift() : reply
}

/** Wrong with the publication alone, and said wherever somebody may look. */
function expectOnlyWarned(run: GenesysRun, ...says: (string | RegExp)[]): void {
  const [warning = '', ...others] = run.report.warnings
  expect(others).toEqual([])
  expect(run.report.publications).toEqual([{ id: SLO, outcome: 'failed', problems: [warning] }])
  expect(annotations(run, 'warning')).toContain(warning)
  for (const text of [warning, readable(run.summary)]) {
    expect(text).toContain(`the row of SLO "${SLO}" in the data table could not be written`)
    for (const words of says) expect(text).toMatch(words)
  }
  expect(run.log).not.toContain('{"event"')
  expect(run.log).not.toContain('defect')
}

const ALLOWED = { decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4', 'budget-health': '1' }

const no = (code: number, headers = {}) => status(code, headers, { message: 'not today' })
const broken = { intercept: (_request: RecordedRequest): Reply | undefined => undefined }
const fault = (method: string, reply: Reply): GenesysOptions => ({ ...broken, intercept: on(method, reply) })

describe('only a warning, with everything that is needed to fix it:', () => {
  const html = { body: '<html>hello</html>', headers: { 'content-type': 'text/html' } }
  const away = { status: 307, headers: { location: 'https://example.com/' } }
  const cut: Reply = { raw: request => request.socket.resetAndDestroy() }
  const taken = { dataTables: {}, intercept: on('GET', { body: { key: SLO } }) }
  const may = (what: string) => ['HTTP 403 "not today"', CORRELATION, `architect:${what}`]
  /** How often rows are read, created and updated. */
  type Requests = [get: number, post: number, put: number]
  const faults: [title: string, GenesysOptions, Requests, says: (string | RegExp)[]][] = [
    ['rows may not be read', fault('GET', no(403)), [1, 0, 0], may('datatable:view')],
    ['rows may not be changed', fault('PUT', no(403)), [1, 0, 1], may('datatableRow:edit')],
    ['rows may not be added', fault('POST', no(403)), [1, 1, 0], may('datatableRow:add')],
    ['a busy table', fault('GET', no(503)), [3, 0, 0], ['HTTP 503', 'after 3 attempts', CORRELATION]],
    ['a busy write', fault('PUT', no(503)), [1, 0, 3], ['HTTP 503', 'after 3 attempts', CORRELATION]],
    ['a write with an unknown result', fault('PUT', no(500)), [1, 0, 1], ['HTTP 500', CORRELATION]],
    ['a limit that lasts', fault('PUT', no(429)), [1, 0, 3], ['HTTP 429', 'after 3 attempts', CORRELATION]],
    [
      'a limit that lasts longer than the gate waits',
      fault('PUT', no(429, { 'retry-after': '3600' })),
      [1, 0, 1],
      ['HTTP 429', /in 360[01] s/, 'time budget', CORRELATION]
    ],
    [
      'no such table',
      { dataTables: {} },
      [1, 1, 0],
      [`HTTP 404 "The data table '${TABLE}' was not found"`, CORRELATION, 'genesys-data-table']
    ],
    [
      'a table that was deleted in between',
      taken,
      [1, 1, 1],
      ['HTTP 404', CORRELATION, 'genesys-data-table']
    ],
    ['a key that is taken and free again', fault('POST', no(409)), [1, 1, 1], ['HTTP 409', CORRELATION]],
    ['an answer that is not JSON', fault('GET', html), [1, 0, 0], ['text/html, not JSON', CORRELATION]],
    ['an empty answer', fault('GET', { status: 200 }), [1, 0, 0], ['the answer is empty', CORRELATION]],
    ['a redirect', fault('PUT', away), [1, 0, 1], ['another origin, https://example.com', CORRELATION]],
    ['a cut connection', fault('PUT', cut), [1, 0, 3], ['could not be reached', 'after 3 attempts']]
  ]
  test.each(faults)('%s', async (_title, genesys, requests, says) => {
    const run = await publish(0.4, { genesys, ...(requests[1] > 0 && { rows: {} }) })

    expect(['GET', 'POST', 'PUT'].map(method => asked(run, method).length)).toEqual(requests)
    expectOnlyWarned(run, ...says)
    expect(run.outputs).toMatchObject(ALLOWED)
    expect(run.exitCode).toBe(0)
    if (rowOf(run)) expect(rowOf(run)).toMatchObject(BEFORE)
  })

  test('a block stays what it is', async () => {
    const run = await publish(2, { genesys: { slos: { [SLO]: 2 }, ...fault('GET', no(403)) } })

    expectOnlyWarned(run, CORRELATION)
    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '2' })
    expect(run.exitCode).toBe(1)
    expect(annotations(run, 'error')).toEqual([expect.stringContaining('burn rate 2 ')])
  })

  test('an audit stays what it is', async () => {
    const inputs = { mode: 'audit' }
    const run = await publish(2, { genesys: { slos: { [SLO]: 2 }, ...fault('PUT', no(403)) }, inputs })

    expectOnlyWarned(run, CORRELATION)
    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    expect(run.exitCode).toBe(0)
  })

  test('outside GitHub it is in the log', async () => {
    const env = { GITHUB_ACTIONS: undefined, GITHUB_OUTPUT: undefined }
    const run = await publish(0.4, { genesys: fault('PUT', no(403)), env })

    expect(run.exitCode).toBe(0)
    expect(run.log).toMatch(/^WARNING: the row of SLO .*HTTP 403.*ININ-Correlation-Id/m)
  })

  test('one row that cannot be written leaves the others alone', async () => {
    const intercept = ({ method, path }: RecordedRequest) =>
      method === 'PUT' && path.endsWith('/two') ? no(403) : undefined
    const ids = ['one', 'two', 'three']
    const slos = Object.fromEntries(ids.map(id => [id, 0.4]))
    const rows = Object.fromEntries(ids.map(id => [id, BEFORE]))
    const inputs = { 'slo-id': ids.join(',') }
    const run = await publish(0, { genesys: { slos, intercept }, rows, inputs })

    expect(ids.map(id => rowOf(run, id)?.['burn_rate'])).toEqual([0.4, 0.1, 0.4])
    expect(run.report.warnings).toEqual([expect.stringContaining('"two"')])
    const outcomes = run.report.publications.map(({ id, outcome }: Publication) => [id, outcome])
    expect(Object.fromEntries(outcomes)).toEqual({ one: 'written', two: 'failed', three: 'written' })
    expect(run.exitCode).toBe(0)
  })

  test('twenty rows that cannot be written are in the summary, and the annotations say how many', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `slo-${index}`)
    const slos = Object.fromEntries(ids.map(id => [id, 0.4]))
    const genesys = { ...fault('GET', no(403)), slos }
    const run = await publish(0, { genesys, inputs: { 'slo-id': ids.join(',') } })

    expect(run.report.warnings).toHaveLength(20)
    expect(annotations(run, 'warning')).toHaveLength(10)
    expect(annotations(run, 'warning').at(-1)).toMatch(/^11 more warnings/)
    for (const id of ids) expect(readable(run.summary)).toContain(`the row of SLO "${id}"`)
    expect(run.exitCode).toBe(0)
  })

  test('a key that is too long for the table', async () => {
    const id = 'k'.repeat(257)
    const run = await publish(0, { genesys: { slos: { [id]: 0.4 } }, inputs: { 'slo-id': id } })

    expect(run.report.warnings).toEqual([expect.stringContaining('is longer than 256 characters')])
    expect(run.exitCode).toBe(0)
  })
})

interface Publication {
  id: string
  outcome: string
}

describe('a fault that passes is not a warning:', () => {
  const RESET: Reply = { raw: request => request.socket.resetAndDestroy() }
  test.each<[string, string, Reply[]]>([
    ['a read that is too much for now', 'GET', [no(429, { 'retry-after': '0' }), no(503)]],
    ['a failed read', 'GET', [no(500), RESET]],
    ['a write that is too much for now', 'PUT', [no(503), no(504)]],
    ['a connection that is cut', 'PUT', [RESET]]
  ])('%s', async (_title, method, faults) => {
    const count = faults.length
    const run = await publish(0.4, { genesys: { intercept: on(method, faults) } })

    expect(run.report.warnings).toEqual([])
    expect(asked(run, method)).toHaveLength(count + 1)
    expect(rowOf(run)).toMatchObject({ burn_rate: 0.4 })
  })

  test.each<[string, number, Record<string, Row>]>([
    ['PUT', 3, { [SLO]: BEFORE }],
    ['POST', 1, {}],
    ['GET', 1, {}]
  ])('the wait that a limit asks for is waited at a %s, %i times', async (method, times, rows) => {
    const intercept = on(
      method,
      Array.from({ length: times }, () => no(429, { 'retry-after': '1' }))
    )
    const run = await publish(0.4, { rows, genesys: { slos: { [SLO]: 0.4 }, intercept } })

    expect(run.report.warnings).toEqual([])
    expect(asked(run, method)).toHaveLength(times + 1)
    expect(run.durationMs).toBeGreaterThan(times * 1_000)
    expect(rowOf(run)).toMatchObject({ burn_rate: 0.4 })
  })

  test('a row whose creation was answered by nothing is found to be there', async () => {
    let created: Row | undefined
    const intercept = (request: RecordedRequest): Reply | undefined => {
      if (request.method !== 'POST' || !request.path.endsWith('/rows')) return undefined
      if (created) return no(409)
      created = JSON.parse(request.body)
      return RESET
    }
    const run = await publish(0.4, { rows: {}, genesys: { intercept } })

    expect(['GET', 'POST', 'PUT'].map(method => asked(run, method).length)).toEqual([1, 2, 1])
    expect(JSON.parse(asked(run, 'PUT')[0]?.body ?? '')).toEqual(created)
  })

  test.each([
    ['201', { status: 201, body: {} }],
    ['204', { status: 204 }],
    ['200 without anything', { status: 200 }],
    ['200 with a page', { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }]
  ])('a write that is answered %s is done', async (_title, reply) => {
    const run = await publish(0.4, { genesys: { intercept: on('PUT', reply) } })

    expect(run.report.warnings).toEqual([])
    expect(run.report.publications).toMatchObject([{ outcome: 'written' }])
  })
})

describe('a table with other columns is a warning that names them:', () => {
  const missing = 'in the data table, column run_url (string) is missing'
  const { degraded: _d, verdict: _v, ...withoutTwo } = BUDGET_COLUMNS
  const other = (parts: Columns): Columns => ({ ...BUDGET_COLUMNS, ...parts })
  const tables: [title: string, Columns, says: string, rows?: Record<string, Row>][] = [
    ['one is missing', WITHOUT_RUN_URL, missing],
    ['one is missing, for a row that is there', WITHOUT_RUN_URL, missing, { [SLO]: BEFORE }],
    [
      'two are missing',
      withoutTwo,
      'column degraded (boolean) is missing, column verdict (string) is missing'
    ],
    ['all are missing', {}, 'column current_budget_health (number) is missing'],
    [
      'one is a text',
      other({ degraded: 'string' }),
      'in the data table, column degraded has the type "string" instead of boolean'
    ],
    [
      'one is whole',
      other({ burn_rate: 'integer' }),
      'in the data table, column burn_rate has the type "integer" instead of number'
    ]
  ]
  test.each(tables)('%s', async (_title, columns, says, rows = {}) => {
    const run = await publish(0.4, { columns, rows })

    expectOnlyWarned(run, CORRELATION, 'HTTP 400')
    expect(run.report.warnings[0]).toContain(says)
    expect(readable(run.summary)).toContain(says)
    expect(run.outputs).toMatchObject(ALLOWED)
    expect(run.exitCode).toBe(0)
    expect(run.genesys.requests.filter(({ path }) => path === SCHEMA)).toHaveLength(1)
  })

  test('the table is looked at once for all rows', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `slo-${index}`)
    const slos = Object.fromEntries(ids.map(id => [id, 0.4]))
    const inputs = { 'slo-id': ids.join(',') }
    const run = await publish(0, { genesys: { slos }, columns: WITHOUT_RUN_URL, rows: {}, inputs })

    expect(run.report.warnings).toHaveLength(12)
    for (const warning of run.report.warnings) expect(warning).toContain(missing)
    expect(run.genesys.requests.filter(({ path }) => path === SCHEMA)).toHaveLength(1)
  })

  test('it is not looked at while nothing is wrong with it', async () => {
    const run = await publish(0.4, { columns: other({ more: 'string' }), rows: {} })

    expect(run.report.warnings).toEqual([])
    expect(run.genesys.requests.filter(({ path }) => path === SCHEMA)).toEqual([])
  })

  test('without the permission to look at it, the refusal stands as it is', async () => {
    const intercept = ({ path }: RecordedRequest) => (path === SCHEMA ? no(403) : undefined)
    const run = await publish(0.4, { columns: WITHOUT_RUN_URL, genesys: { intercept } })

    expectOnlyWarned(run, 'HTTP 400 "The field \'run_url\': is not in the schema"', CORRELATION)
    expect(run.report.warnings[0]).not.toContain('HTTP 403')
    expect(run.report.warnings[0]).toContain('check the columns of the data table')
  })

  test.each<[string, unknown]>([
    ['has no schema', { id: TABLE, name: 'Budgets' }],
    ['has an empty schema', { id: TABLE, schema: {} }],
    ['is a list', []]
  ])('a description of the table that %s blames no column', async (_title, body) => {
    const intercept = ({ path }: RecordedRequest) => (path === SCHEMA ? { body } : undefined)
    const run = await publish(0.4, { columns: WITHOUT_RUN_URL, genesys: { intercept } })

    expectOnlyWarned(run, 'HTTP 400', CORRELATION)
    expect(run.report.warnings[0]).not.toContain('is missing')
  })
})

describe('the sign-in', () => {
  test('is one for measuring and publishing together', async () => {
    const run = await publish(0.4)

    expect(run.genesys.tokenRequests()).toHaveLength(1)
    expect(run.genesys.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)).toEqual([
      'POST /oauth/token',
      `GET /api/v2/observability/slos/${SLO}/burnRate`,
      `GET ${TABLES}${TABLE}/rows/${SLO}`,
      `PUT ${TABLES}${TABLE}/rows/${SLO}`
    ])
    for (const { path, headers } of run.genesys.requests) {
      if (path.startsWith('/api/')) expect(headers.authorization).toBe(`Bearer ${run.genesys.issuedToken}`)
    }
  })

  test('is done once more when the token was revoked in between', async () => {
    const intercept = on('GET', [no(401)])
    const run = await publish(0.4, { genesys: { intercept } })

    expect(run.report.warnings).toEqual([])
    expect(run.genesys.tokenRequests()).toHaveLength(2)
    expect(rowOf(run)).toMatchObject({ burn_rate: 0.4 })
  })

  test('is shared by all rows that find it so', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `slo-${index}`)
    const slos = Object.fromEntries(ids.map(id => [id, 0.4]))
    let signIns = 0
    const intercept = ({ path }: RecordedRequest) => {
      if (path === SIGN_IN) signIns += 1
      return path.startsWith(TABLES) && signIns < 2 ? no(401) : undefined
    }
    const run = await publish(0, { genesys: { slos, intercept }, inputs: { 'slo-id': ids.join(',') } })

    expect(run.report.warnings).toEqual([])
    expect(run.genesys.tokenRequests()).toHaveLength(2)
  })

  test('is not done over and over: a token that is never accepted is a warning', async () => {
    const run = await publish(0.4, { genesys: { intercept: on('PUT', no(401)) } })

    expectOnlyWarned(run, 'HTTP 401 "not today"', CORRELATION, 'check that the token is valid')
    expect(run.genesys.tokenRequests()).toHaveLength(2)
    expect(run.exitCode).toBe(0)
  })

  test('is not done at all with a token that was given, accepted or not', async () => {
    const inputs = { 'genesys-access-token': 'access-token-value' }
    const refused = await publish(0.4, { inputs, genesys: { intercept: on('PUT', no(401)) } })
    const accepted = await publish(0.4, { inputs })

    expectOnlyWarned(refused, 'HTTP 401', CORRELATION)
    expect(accepted.report.warnings).toEqual([])
    expect(rowOf(accepted)).toMatchObject({ burn_rate: 0.4 })
    for (const { genesys } of [refused, accepted]) expect(genesys.tokenRequests()).toEqual([])
  })
})
