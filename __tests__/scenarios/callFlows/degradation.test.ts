// The event that tells of flows that begin or cease to degrade: in the log, and to a webhook.
import { afterEach, describe, expect, test } from '@jest/globals'
import type { GenesysOptions } from '../../../simulator/genesys/start.ts'
import { formatLog } from '../../../simulator/harness/log.ts'
import type { GateOptions, GateRun } from '../../../simulator/harness/workspace.ts'
import { type Handler, type PlainReply, type Server, startServer } from '../../../simulator/server.ts'
import { type Published, publish as publishRow, type Rows, rowsOf } from '../../support/dataTable.ts'
import { status } from '../../support/faults.ts'
import { annotations, type GenesysRun, readable, SLO } from '../../support/scenario.ts'

const WHEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** The secret part of a webhook's address. */
const SECRETS = ['hook-path-value', 'hook-query-value', 'hook-fragment-value']
const HOOK = '/services/hook-path-value?token=hook-query-value'

const publish = (burn: unknown, { inputs, ...published }: Published = {}) =>
  publishRow(burn, { ...published, inputs: { 'flow-id': 'flow-1', ...inputs } })

/** A row that flows were left with. */
const left = (degraded: boolean): Rows => ({
  [SLO]: { degraded, verdict: degraded ? 'exhausted' : 'healthy' }
})

/** The events of the log, as a program finds them: each a line of JSON. */
const eventLines = ({ stdout }: GateRun) =>
  formatLog(stdout)
    .split('\n')
    .filter(line => line.startsWith('{'))
const eventsOf = (run: GateRun) => eventLines(run).map(line => JSON.parse(line))

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function hook(answer: Handler = () => ({ status: 204 })): Promise<Server> {
  const server = await startServer(answer)
  servers.push(server)
  return server
}

const EXCEEDED = {
  event: 'budget_exceeded',
  flowId: 'flow-1',
  timestamp: expect.stringMatching(WHEN),
  action: 'DEGRADE_TO_AGENT_ONLY',
  reason: expect.stringContaining(SLO)
}
const RECOVERED = { ...EXCEEDED, event: 'budget_recovered', action: 'RESTORE_NORMAL_ROUTING' }

describe('the event', () => {
  test('is one line of JSON with exactly the documented keys, and the same to the webhook', async () => {
    const webhook = await hook()
    const run = await publish(2, { inputs: { 'event-webhook-url': webhook.url + HOOK } })

    const [line = '', ...others] = eventLines(run)
    expect(others).toEqual([])
    expect(JSON.parse(line)).toStrictEqual({
      event: 'budget_exceeded',
      flowId: 'flow-1',
      timestamp: run.report.generatedAt,
      action: 'DEGRADE_TO_AGENT_ONLY',
      reason: run.report.slos[0].reason
    })
    expect(Object.keys(JSON.parse(line))).toEqual(['event', 'flowId', 'timestamp', 'action', 'reason'])
    expect(run.report.generatedAt).toMatch(WHEN)
    expect(run.report.slos[0].reason).toContain('burn rate 2 ')
    const [{ method, path, headers, body } = { headers: {} }, ...again] = webhook.requests
    expect(again).toEqual([])
    expect({ method, path, body }).toEqual({ method: 'POST', path: HOOK, body: line })
    expect(headers['content-type']).toBe('application/json')
    expect(headers['user-agent']).toMatch(/^error-budget-gate\//)
    expect(headers.authorization).toBeUndefined()
    expect(run.report.publications[0].event).toEqual(JSON.parse(line))
    expect(run.report.warnings).toEqual([])
  })

  test('comes once when flows begin to degrade, and once when they cease', async () => {
    const webhook = await hook()
    const inputs = { 'event-webhook-url': webhook.url }
    let rows: Rows = {}
    const events = []
    for (const burn of [0.4, 2, 3, 1.5, 1.25, 0.4, 0.9, 2]) {
      const run = await publish(burn, { rows, inputs })
      rows = rowsOf(run)
      events.push(eventsOf(run))
    }

    expect(events).toEqual([[], [EXCEEDED], [], [], [RECOVERED], [], [], [EXCEEDED]])
    expect(webhook.requests.map(({ body }) => JSON.parse(body))).toEqual(events.flat())
  })

  test('has the flow null where none is named', async () => {
    const [event] = eventsOf(await publish(2, { inputs: { 'flow-id': '' } }))

    expect(event).toStrictEqual({ ...EXCEEDED, flowId: null })
  })

  test('does not come for a row that could not be written: the next run tells of it', async () => {
    const webhook = await hook()
    const intercept: GenesysOptions['intercept'] = ({ method }) =>
      method === 'PUT' ? status(403) : undefined
    const inputs = { 'event-webhook-url': webhook.url }
    const refused = await publish(2, {
      rows: left(false),
      inputs,
      genesys: { slos: { [SLO]: 2 }, intercept }
    })

    expect(eventsOf(refused)).toEqual([])
    expect(webhook.requests).toEqual([])
    const next = await publish(2, { rows: rowsOf(refused), inputs })
    expect(eventsOf(next)).toEqual([EXCEEDED])
    expect(webhook.requests).toHaveLength(1)
  })

  test('does not come for an SLO that was not measured', async () => {
    const slos = { [SLO]: () => null }
    const inputs = { 'on-error': 'allow' }

    expect(eventsOf(await publish(0, { rows: left(true), genesys: { slos }, inputs }))).toEqual([])
  })

  test('comes for each SLO on its own', async () => {
    const webhook = await hook()
    const slos = { up: 0.4, down: 2, same: 0.4 }
    const rows = { up: { degraded: true }, down: { degraded: false }, same: { degraded: false } }
    const inputs = { 'slo-id': 'up,down,same', 'event-webhook-url': webhook.url }
    const run = await publish(0, { rows, genesys: { slos }, inputs })

    const events = [
      { ...EXCEEDED, reason: expect.stringContaining('"down"') },
      { ...RECOVERED, reason: expect.stringContaining('"up"') }
    ]
    expect(eventsOf(run)).toEqual(events)
    const received = webhook.requests.map(({ body }) => JSON.parse(body))
    expect(received).toHaveLength(2)
    expect(received).toEqual(expect.arrayContaining(events))
  })

  test('is a line of JSON outside GitHub, too', async () => {
    const run = await publish(2, { env: { GITHUB_ACTIONS: undefined, GITHUB_OUTPUT: undefined } })

    expect(
      run.stdout
        .split('\n')
        .filter(line => line.startsWith('{'))
        .map(line => JSON.parse(line))
    ).toEqual([EXCEEDED])
  })

  test.each([
    ['quotes and a backslash', 'say "hi" \\o/'],
    ['a workflow command', '::error::x'],
    ['another workflow command', '##[error]x'],
    ['line breaks and characters of other alphabets', 'a\u0085b\u2028c\u2029d 漢字 🚦']
  ])('is JSON and no command with %s in the name of the flow', async (_title, flowId) => {
    const webhook = await hook()
    const run = await publish(2, { inputs: { 'flow-id': flowId, 'event-webhook-url': webhook.url } })

    expect(eventsOf(run)).toEqual([{ ...EXCEEDED, flowId: expect.any(String) }])
    expect(annotations(run, 'error')).toEqual([expect.stringContaining(SLO)])
    expect(run.stdout).not.toContain('##[')
    expect(JSON.parse(webhook.requests[0]?.body ?? '').flowId).toBe(flowId)
  })
})

test('a row does not wait for a webhook that is slow, however many SLOs degrade at once', async () => {
  const ids = Array.from({ length: 12 }, (_, index) => `slo-${index}`)
  const slos = Object.fromEntries(ids.map(id => [id, 2]))
  let written = 0
  const intercept: GenesysOptions['intercept'] = async ({ method, path }) => {
    if (method === 'POST' && path.endsWith('/rows')) written += 1
    // The others are done by then, and their events wait for the webhook.
    if (method === 'GET' && path.includes('/rows/slo-0')) await pause(300)
    return undefined
  }
  const missing: number[] = []
  const webhook = await hook(async () => {
    for (let patience = 20; patience > 0 && written < ids.length; patience--) await pause(100)
    missing.push(ids.length - written)
    return { status: 204 }
  })
  const inputs = { 'slo-id': ids.join(','), 'event-webhook-url': webhook.url }
  const run = await publish(0, { genesys: { slos, intercept }, inputs })

  expect(Object.keys(rowsOf(run))).toHaveLength(ids.length)
  expect(missing).toEqual(ids.map(() => 0))
})

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

describe('a webhook that does not take the event is a warning, and the event is in the log:', () => {
  const redirect = (status: number, location: string) => ({ status, headers: { location } })
  const faults: [string, PlainReply, requests: number, says: string][] = [
    ['500', { status: 500 }, 1, 'HTTP 500'],
    ['503', { status: 503 }, 3, 'HTTP 503'],
    ['429', { status: 429 }, 3, 'HTTP 429'],
    ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' } }, 1, 'HTTP 429'],
    ['404 that repeats the address', { status: 404, body: HOOK }, 1, 'HTTP 404'],
    [
      'a redirect to nowhere',
      redirect(302, `http://[${SECRETS[0]}`),
      1,
      'redirects to something that is not an address'
    ],
    ['a redirect in a circle', redirect(307, HOOK), 6, 'redirects more than 5 times']
  ]
  test.each(faults)('%s', async (_title, reply, requests, says) => {
    const webhook = await hook(() => reply)
    const run = await publish(2, { inputs: { 'event-webhook-url': webhook.url + HOOK } })

    expect(webhook.requests).toHaveLength(requests)
    expectUndelivered(run, says)
  })

  test('a redirect to another origin, which hears nothing', async () => {
    const other = await hook()
    const location = `${other.url}/hook-path-value?hook-query-value`
    const webhook = await hook(() => ({ status: 307, headers: { location } }))
    const run = await publish(2, { inputs: { 'event-webhook-url': webhook.url + HOOK } })

    expect(other.requests).toEqual([])
    expectUndelivered(run, `redirects to another origin, ${other.url}, which is not followed`)
  })

  test('a closed port', async () => {
    const gone = await startServer(() => ({}))
    await gone.close()
    const run = await publish(2, { inputs: { 'event-webhook-url': gone.url + HOOK } })

    expectUndelivered(run, 'ECONNREFUSED')
  })

  test('and what was allowed stays allowed', async () => {
    const webhook = await hook(() => ({ status: 500 }))
    const inputs = { 'event-webhook-url': webhook.url + HOOK }
    const run = await publish(0.4, { rows: left(true), inputs })

    expect(eventsOf(run)).toEqual([RECOVERED])
    expect([run.outputs['decision'], run.exitCode]).toEqual(['allow', 0])
    expect(annotations(run, 'warning')).toEqual([expect.stringContaining('budget_recovered')])
  })

  function expectUndelivered(run: GenesysRun, says: string): void {
    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '2' })
    expect(run.exitCode).toBe(1)
    expect(eventsOf(run)).toEqual([EXCEEDED])
    expect(rowsOf(run)[SLO]).toMatchObject({ degraded: true })
    const warned = [expect.stringMatching(/budget_exceeded.*event-webhook-url.*in the log/)]
    expect(run.report.warnings).toEqual(warned)
    expect(run.report.publications).toEqual([
      expect.objectContaining({ id: SLO, outcome: 'written', problems: run.report.warnings })
    ])
    expect(annotations(run, 'warning')).toEqual(warned)
    for (const text of [run.report.warnings[0], readable(run.summary)]) expect(text).toContain(says)
    expectHidden(run)
  }
})

describe('the path and the query of the webhook are nowhere', () => {
  const outside = { GITHUB_ACTIONS: undefined, GITHUB_OUTPUT: undefined }
  test.each<[string, GateOptions]>([
    ['on GitHub', {}],
    ['outside GitHub', { env: outside }],
    ['with debug output', { env: { RUNNER_DEBUG: '1' } }]
  ])('%s', async (_title, options) => {
    const webhook = await hook()
    const url = `${webhook.url}${HOOK}#hook-fragment-value`
    const run = await publish(2, { ...options, inputs: { 'event-webhook-url': url } })

    expect(webhook.requests.map(({ path }) => path)).toEqual([HOOK])
    expect(eventsOf(run)).toEqual([EXCEEDED])
    expect(run.report.requests.at(-1)).toMatchObject({
      method: 'POST',
      url: `${webhook.url}/***`,
      status: 204
    })
    expectHidden(run)
  })

  test('and the runner is told to mask the whole', async () => {
    const webhook = await hook()
    const run = await publish(0.4, { inputs: { 'event-webhook-url': webhook.url + HOOK } })

    expect(run.stdout.split('\n')).toContain(`::add-mask::${webhook.url}${HOOK}`)
    expect(webhook.requests).toEqual([])
  })

  test.each([
    [
      'where it does nothing',
      { 'genesys-data-table': '', 'event-webhook-url': `https://hooks.example${HOOK}` }
    ],
    ['where it is refused', { 'event-webhook-url': `http://hooks.example${HOOK}` }],
    ['where another input is refused', { 'event-webhook-url': `https://hooks.example${HOOK}`, mode: 'x' }]
  ])('%s', async (_title, inputs) => {
    expectHidden(await publish(2, { inputs }))
  })
})

function expectHidden(run: GateRun): void {
  const printed = run.log.replaceAll(/^::add-mask::.*$/gm, '')
  const places = {
    printed,
    summary: run.summary,
    rendered: readable(run.summary),
    report: JSON.stringify(run.report),
    outputs: JSON.stringify(run.outputs)
  }
  expect(places.report).toContain('"version":1')
  for (const [place, text] of Object.entries(places)) {
    for (const secret of SECRETS)
      expect({ place, found: text.includes(secret) && secret }).toEqual({ place, found: false })
  }
}
