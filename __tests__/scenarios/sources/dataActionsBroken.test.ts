// What cannot be read is never healthy, and says so; what can be read beside it still is.
import { describe, expect, test } from '@jest/globals'
import type { GenesysOptions } from '../../../simulator/genesys/start.ts'
import type { RecordedRequest, Reply } from '../../../simulator/server.ts'
import { QUERY, STANDARD } from '../../support/dataActionsRun.ts'
import { answering, type GenesysRun, gate, SLO } from '../../support/scenario.ts'

const [DAY, WEEK, MONTH] = [1, 7, 30].map(days => days * 86_400_000) as [number, number, number]

type Slo = { id?: string; source?: object; burnRateAlerts?: object[]; minimumEvents?: number }

/** Runs the gate on SLOs of data actions, all of whose questions get the same answer. */
function measure(
  slos: readonly Slo[],
  reply: Reply | ((request: RecordedRequest) => Reply),
  genesys: GenesysOptions = {}
): Promise<GenesysRun> {
  const definitions = slos.map(({ source, ...fields }) => ({
    id: SLO,
    sloTarget: 99.5,
    source: { type: 'genesys-data-actions', ...source },
    ...fields
  }))
  const files = { 'slos.json': JSON.stringify(definitions) }
  const intercept = answering(QUERY, reply)
  return gate({ intercept, ...genesys }, { files, inputs: { 'slo-file': 'slos.json', timeout: 'PT20S' } })
}

// biome-ignore lint/suspicious/noExplicitAny: what it is, is what the tests are about
const queryOf = ({ body }: RecordedRequest): any => JSON.parse(body)

/** The answer with these entries of `results`. */
const results = (list: (request: RecordedRequest) => unknown[]) => (request: RecordedRequest) => ({
  body: { results: list(request) }
})

const GROUP = { errorType: 'NONE', responseStatus: '200' }
const GOOD_COUNT = 100_000

function entry(request: RecordedRequest, stats: object | undefined, more: object = {}) {
  return { interval: queryOf(request).interval, metrics: [{ metric: 'tTotalExecution', stats }], ...more }
}

/** A group as it should be. */
const sound = (request: RecordedRequest, group: object = GROUP) => ({
  group,
  data: [entry(request, { count: GOOD_COUNT, max: 100 })]
})

function expectUnread(run: GenesysRun, says: string[] = []): void {
  expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
  expect(run.exitCode).toBe(1)
  expect(run.report.slos[0]).toMatchObject({ events: null, burnRate: null })
  expect(run.outputs['reason']).not.toContain('defect')
  for (const word of [SLO, ...says]) expect(run.outputs['reason']).toContain(word)
}

test('an answer as it should be is healthy, so what follows is about what is broken in it', async () => {
  const run = await measure(
    [{}],
    results(request => [sound(request)])
  )

  expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0' })
})

// Every form of a row is in sources/genesys-data-actions/counts.test.ts.
describe('beside a sound group, a group of failures', () => {
  const failures = { errorType: 'REMOTE_ERROR', responseStatus: '503' }
  const groups: [string, (request: RecordedRequest) => unknown][] = [
    ['with a count that is none', request => ({ group: failures, data: [entry(request, { count: -1 })] })],
    ['with a count that is missing', request => ({ group: failures, data: [entry(request, {})] })],
    ['with nothing for an entry', () => ({ group: failures, data: [null] })],
    ['without any data', () => ({ group: failures })],
    ['without a group', request => ({ ...sound(request), group: undefined })],
    ['without an errorType', request => sound(request, { responseStatus: '200' })]
  ]
  test.each(groups)('%s makes it unreadable', async (_title, broken) => {
    const run = await measure(
      [{}],
      results(request => [sound(request), broken(request)])
    )

    expectUnread(run)
  })

  test('with an errorType of nothing is one of failures', async () => {
    const group = { ...GROUP, errorType: '' }
    const run = await measure(
      [{}],
      results(request => [sound(request), sound(request, group)])
    )

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
  })
})

describe('an answer', () => {
  const bodies: [string, string][] = [
    ['with a text for results', '{"results":"none"}'],
    ['with nothing in its results', '{"results":[null]}'],
    [
      'with more executions than there are numbers',
      '{"results":[{"group":{"errorType":"NONE"},"data":[{"metrics":[{"metric":"tTotalExecution","stats":{"count":1e400}}]}]}]}'
    ]
  ]
  test.each(bodies)('that is %s is unreadable', async (_title, body) => {
    const run = await measure([{}], { body, headers: { 'content-type': 'application/json' } })

    expectUnread(run, ['Genesys Cloud', 'ININ-Correlation-Id'].slice(body.includes('1e400') ? 2 : 0))
    expect(run.genesys.analyticsRequests()).toHaveLength(1)
  })

  test('in the buckets of an alert that is unreadable leaves no alert quiet', async () => {
    const run = await measure([{ burnRateAlerts: STANDARD.slice(0, 1) }], request => {
      const stats = queryOf(request).granularity ? { count: null } : { count: GOOD_COUNT }
      const [start = '', end = ''] = queryOf(request).interval.split('/')
      const last = new Date(Date.parse(end) - 5 * 60_000).toISOString()
      const interval = queryOf(request).granularity ? `${last}/${end}` : `${start}/${end}`
      return { body: { results: [{ group: GROUP, data: [{ ...entry(request, stats), interval }] }] } }
    })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '0' })
    expect(run.report.slos[0].alerts).toEqual([expect.objectContaining({ burnRate: null, firing: false })])
  })

  test.each([
    ['overlap', [10, 7.5]],
    ['begin before the window', [120, 115]],
    ['end after the window', [2.5, -2.5]]
  ])('in buckets that %s is none: the windows are asked for one by one', async (_title, minutes) => {
    const run = await measure([{ burnRateAlerts: STANDARD.slice(0, 1) }], request => {
      const { interval, granularity } = queryOf(request)
      if (granularity === undefined) return { body: { results: [sound(request)] } }
      const end = Date.parse(interval.split('/')[1])
      const place = minutes.map(ago => new Date(end - ago * 60_000).toISOString()).join('/')
      const data = [{ ...entry(request, { count: 1 }), interval: place }]
      return { body: { results: [{ group: { errorType: 'REMOTE_ERROR' }, data }] } }
    })

    expect(run.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(run.genesys.analyticsRequests()).toHaveLength(1 + 1 + 2)
    expect(run.report.slos[0].alerts).toEqual([expect.objectContaining({ burnRate: 0, shortBurnRate: 0 })])
  })
})

describe('what an answer says of itself', () => {
  const token = 'issued-token-value'

  test('is written without secrets', async () => {
    const group = { errorType: token, responseStatus: `of ${token}` }
    const run = await measure(
      [{}],
      results(request => [sound(request), sound(request, group)])
    )

    expect(run.report.slos[0].outcomes).toHaveLength(2)
    expect(JSON.stringify(run.report)).not.toContain(token)
  })

  test.each([105, 110, 115])(
    'is cut without the beginning of a secret, after %i (as in secrets.test.ts)',
    async length => {
      const count = 'x'.repeat(length) + token
      const broken = (request: RecordedRequest) => ({ group: GROUP, data: [entry(request, { count })] })
      const run = await measure(
        [{}],
        results(request => [broken(request)])
      )

      expectUnread(run)
      expect(run.outputs['reason']).not.toContain(token.slice(0, 5))
    }
  )
})

describe('a group that nobody can tell whose it is', () => {
  const own = { actionIds: ['lookup'] }
  const rows: [string, object, object][] = [
    ['without an actionId', own, GROUP],
    [
      'without an actionId of its own integration',
      { ...own, integrationId: '5f6b40a1-9d2c-4d1e-8f00-00000000c001' },
      { ...GROUP, integrationId: '5f6b40a1-9d2c-4d1e-8f00-00000000c001' }
    ]
  ]
  test.each(rows)('%s makes it unreadable', async (_title, source, group) => {
    const whole = { ...GROUP, actionId: 'lookup', integrationId: '5f6b40a1-9d2c-4d1e-8f00-00000000c001' }
    const run = await measure(
      [{ source }],
      results(request => [sound(request, whole), sound(request, group)])
    )

    expectUnread(run, ['group without'])
  })
})

describe('views', () => {
  const source = { slowerThan: 'PT2S' }
  const NAME = (request: RecordedRequest) => queryOf(request).views[0].name
  type Views = (request: RecordedRequest) => unknown
  const seen =
    (stats: unknown): Views =>
    request => [{ name: NAME(request), stats }]
  const unread: [string, object, Views][] = [
    ['missing, with one that took longer', { count: 10, max: 2_500 }, () => undefined],
    ['above the count', { count: 10, max: 2_500 }, seen({ count: 11 })]
  ]
  test.each(unread)('that are %s make it unreadable', async (_title, stats, views) => {
    const group = (request: RecordedRequest) => ({
      group: GROUP,
      data: [entry(request, stats, { views: views(request) })]
    })
    const run = await measure(
      [{ source }],
      results(request => [group(request)])
    )

    expectUnread(run, ['2000 ms or longer'])
  })

  test('of failures and of what is ignored need not be readable', async () => {
    const broken = (request: RecordedRequest, group: object) => ({
      group: { ...GROUP, ...group },
      data: [entry(request, { count: 5, max: 9_000 })]
    })
    const run = await measure(
      [{ source: { ...source, ignoreResponseStatuses: [404] } }],
      results(request => [
        sound(request),
        broken(request, { errorType: 'REMOTE_ERROR' }),
        broken(request, { responseStatus: '404' })
      ])
    )

    expect(run.report.slos[0].events).toEqual({ good: GOOD_COUNT, total: GOOD_COUNT + 5 })
  })

  test('that are broken concern only the SLOs with that limit', async () => {
    const group = (request: RecordedRequest) => ({
      group: GROUP,
      data: [entry(request, { count: 10 })]
    })
    const run = await measure(
      [{ id: 'plain' }, { id: 'fast', source }],
      results(request => [group(request)])
    )

    expect(verdicts(run)).toEqual({ plain: 'healthy', fast: 'source-error' })
  })
})

describe('what is broken for one SLO does not hide the others', () => {
  const slos = ['one', 'two', 'three'].map(id => ({ id, source: { actionIds: [id] } }))
  const broken: [string, (request: RecordedRequest) => unknown][] = [
    ['a count', request => ({ group: { ...GROUP, actionId: 'two' }, data: [entry(request, { count: -1 })] })],
    ['an errorType', request => sound(request, { actionId: 'two' })],
    ['metrics', () => ({ group: { ...GROUP, actionId: 'two' }, data: [{}] })]
  ]
  test.each(broken)('%s', async (_title, row) => {
    const answer = results(request => [
      ...['one', 'two', 'three'].map(actionId => sound(request, { ...GROUP, actionId })),
      row(request)
    ])
    const run = await measure(slos, answer)

    expect(verdicts(run)).toEqual({ one: 'healthy', two: 'source-error', three: 'healthy' })
    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(run.outputs['reason']).toContain('two')
    expect(run.report.slos.find(({ id }: { id: string }) => id === 'three').events.good).toBe(GOOD_COUNT)
  })

  test('and a block of another SLO stays one', async () => {
    const answer = results(request => [
      sound(request, { actionId: 'one', errorType: 'REMOTE_ERROR' }),
      { group: { ...GROUP, actionId: 'two' }, data: [entry(request, { count: null })] },
      sound(request, { ...GROUP, actionId: 'three' })
    ])
    const run = await measure(slos, answer)

    expect(verdicts(run)).toEqual({ one: 'exhausted', two: 'source-error', three: 'healthy' })
  })
})

describe('a query that is refused for good', () => {
  const words = 'The filter names an action that does not exist'
  const refusal = (status: number): Reply => ({
    status,
    headers: { 'ININ-Correlation-Id': 'the-correlation-id' },
    body: { message: words, code: 'bad.request', status, contextId: 'the-correlation-id' }
  })

  test.each([400, 413])(
    'with %i tells the reason after asking for the window, a week and a day',
    async status => {
      const run = await measure([{}], refusal(status))

      expectUnread(run, [`HTTP ${status}`, words, 'ININ-Correlation-Id the-correlation-id'])
      expect(lengths(run)).toEqual([MONTH, WEEK, DAY])
    }
  )

  test('with 400 says what to check', async () => {
    expect((await measure([{}], refusal(400))).outputs['reason']).toContain('check the ids of the definition')
  })

  test.each([1, 60])('takes thirteen requests for %i SLOs with the standard alerts', async count => {
    const slos = Array.from({ length: count }, (_, index) => ({
      id: index === 0 ? SLO : `slo-${index}`,
      source: { actionIds: [`action-${index}`] },
      burnRateAlerts: STANDARD
    }))
    const run = await measure(slos, refusal(400))

    expectUnread(run)
    expect(run.report.slos).toHaveLength(count)
    expect(new Set(Object.values(verdicts(run)))).toEqual(new Set(['source-error']))
    // Three for the month; two in buckets; then the seven windows, and a day of the three.
    expect(run.genesys.analyticsRequests()).toHaveLength(3 + 2 + 7 + 1)
  })

  test.each([
    [401, 'genesys-', 2],
    [403, 'integrations:action:view', 1],
    [404, 'HTTP 404', 1],
    [409, 'HTTP 409', 1]
  ])('with %i is not asked again in parts', async (status, says, most) => {
    const run = await measure([{}], refusal(status))

    expectUnread(run, [`HTTP ${status}`, words, 'the-correlation-id', status === 401 ? 'check' : says])
    // With 401, once more with a new token.
    expect(run.genesys.analyticsRequests()).toHaveLength(most)
  })

  test('with 504 is asked for in parts at once; a day is asked for again', async () => {
    const run = await measure([{}], refusal(504))

    expectUnread(run, ['HTTP 504', words, 'the-correlation-id', 'after 5 attempts'])
    expect(lengths(run)).toEqual([MONTH, WEEK, DAY, DAY, DAY, DAY, DAY])
  })

  test('once, with 503, is asked for again', async () => {
    const replies = [refusal(503)]
    const run = await measure([{}], request => replies.pop() ?? { body: { results: [sound(request)] } })

    expect(run.outputs['verdict']).toBe('healthy')
    expect(lengths(run)).toEqual([MONTH, MONTH])
  })

  test('in one of its parts is unreadable as a whole', async () => {
    const run = await measure([{}], request => {
      const [start, end] = queryOf(request).interval.split('/').map(Date.parse)
      if (end - start > WEEK) return refusal(400)
      return end < Date.now() - 20 * DAY ? refusal(403) : { body: { results: [sound(request)] } }
    })

    expectUnread(run, ['HTTP 403'])
  })

  test('only for the windows of alerts leaves the window of the SLO as it is', async () => {
    const run = await measure([{ burnRateAlerts: STANDARD }], request => {
      const [start, end] = queryOf(request).interval.split('/').map(Date.parse)
      return end - start === MONTH ? { body: { results: [sound(request)] } } : refusal(400)
    })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '0' })
    for (const word of ['HTTP 400', words, '1 hour']) expect(run.outputs['reason']).toContain(word)
  })
})

function lengths({ genesys }: GenesysRun): number[] {
  return genesys.analyticsRequests().map(request => {
    const [start, end] = queryOf(request).interval.split('/').map(Date.parse)
    return end - start
  })
}

function verdicts({ report }: GenesysRun): Record<string, string> {
  const slos: { id: string; verdict: string }[] = report.slos
  return Object.fromEntries(slos.map(({ id, verdict }) => [id, verdict]))
}
