// Well-formed answers to another question than the one that was asked: a part of it, or one about another time.
import { describe, expect, test } from '@jest/globals'
import type { RecordedRequest, Reply } from '../../../simulator/server.ts'
import { ASKED, expectBlocked } from '../../support/faults.ts'

const asked = (name: string) => ASKED.find(one => one.name === name) as (typeof ASKED)[number]
const minutes = (count: number) => count * 60

/** The span that a request asks about, in seconds since 1970, moved by so many seconds. */
function spanOf({ path, body }: RecordedRequest, later: number) {
  const query = new URL(path, 'http://host').searchParams
  const [start, end] = body.startsWith('{') ? JSON.parse(body).interval.split('/') : []
  const seconds = (name: string, other: string) =>
    Number(query.get(name) ?? Date.parse(query.get(other) ?? '') / 1_000)
  return {
    from: (start ? Date.parse(start) / 1_000 : seconds('from_ts', 'startTime')) + later,
    to: (end ? Date.parse(end) / 1_000 : seconds('to_ts', 'endTime')) + later
  }
}

const iso = (seconds: number) => new Date(seconds * 1_000).toISOString()

/** Answers below the limit, about a time that is so many seconds later, with more at the top. */
const SOUND: Record<string, (request: RecordedRequest, later: number, more: object) => object> = {
  'an SLO of Genesys Cloud': (request, later, more) => {
    const { from, to } = spanOf(request, later)
    return { burnRate: 0.4, startTime: iso(from), endTime: iso(to), ...more }
  },
  'data actions of Genesys Cloud': (request, later, more) => {
    const { from, to } = spanOf(request, later)
    const metrics = [{ metric: 'tTotalExecution', stats: { count: 100 } }]
    const data = [{ interval: `${iso(from)}/${iso(to)}`, metrics }]
    return { results: [{ group: { errorType: 'NONE' }, data }], ...more }
  },
  Prometheus: ({ body }, later, more) => {
    const time = Number(new URLSearchParams(body).get('time')) + later
    const result = [{ metric: {}, value: [time, '0.001'] }]
    return { status: 'success', data: { resultType: 'vector', result }, ...more }
  },
  Datadog: (request, later, more) => {
    const { from, to } = spanOf(request, later)
    const overall = { sli_value: 99.9, errors: [] }
    return { data: { from_ts: from, to_ts: to, overall }, errors: null, ...more }
  }
}

describe.each(Object.entries(SOUND))('%s', (name, sound) => {
  const runWith = (later: number, more: object = {}) =>
    asked(name).run(request => ({ body: sound(request, later, more) }) satisfies Reply)

  test.each([
    ['whole', 0, {}],
    ['of half a minute later', 30, {}],
    ['with infos', 0, { infos: ['this metric may not be a counter'], warnings: [], isPartial: false }],
    [
      'without warnings, errors and further pages',
      0,
      { warnings: null, errors: [], cursor: '', nextUri: null }
    ]
  ])('that is %s is read', async (_title, later, more) => {
    expect((await runWith(later, more)).outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  })

  test.each([
    [
      { warnings: ['No StoreAPIs matched for this query'] },
      'warnings: "No StoreAPIs matched for this query"'
    ],
    [{ warnings: {} }, 'warnings'],
    [{ isPartial: true }, 'isPartial'],
    [{ error: 'a shard failed' }, 'a shard failed'],
    [{ errors: [{ error_type: 'SHARD_FAILED' }] }, 'SHARD_FAILED'],
    [{ cursor: 'the-next-page' }, 'cursor'],
    [{ nextUri: '/next' }, 'nextUri']
  ])('that says that it is not whole blocks: %j', async (more, says) => {
    expectBlocked(await runWith(0, more), says)
  })

  test.each([
    ['two minutes earlier', minutes(-2)],
    ['two minutes later', minutes(2)],
    ['years ago', minutes(-60 * 24 * 365 * 27)]
  ])('about another time, %s, blocks', async (_title, later) => {
    expectBlocked(await runWith(later), 'another time')
  })
})

describe.each(['an SLO of Genesys Cloud', 'data actions of Genesys Cloud'])('%s', name => {
  test.each([
    [{ status: 503, message: 'down for maintenance' }, 'down for maintenance'],
    [{ code: 'not.authorized', message: 'you may not' }, 'you may not'],
    [{ status: 500 }, 'its answer is an error']
  ])('with an error in place of an answer, although with 200, blocks: %j', async (error, says) => {
    const sound = SOUND[name] as (typeof SOUND)[string]
    const body = (request: RecordedRequest) => ({ ...sound(request, 0, {}), ...error })
    expectBlocked(await asked(name).run(request => ({ body: body(request) })), says)
  })
})

test('data actions without results are no data only when the answer says nothing else', async () => {
  const { run } = asked('data actions of Genesys Cloud')
  expectBlocked(await run(() => ({ body: { queryStatus: 'Running' } })), 'without results')
  const empty = await run(() => ({ body: { systemToOrganizationMappings: {} } }))
  expect(empty.outputs['verdict']).toBe('no-data')
})

test('an SLO of Genesys Cloud that is another one than was asked for blocks', async () => {
  const { run } = asked('an SLO of Genesys Cloud')
  expectBlocked(await run(() => ({ body: { sloId: 'another', burnRate: 0 } })), '"another"')
})

/** Each has one more way to say it. */
test.each<[string, string, object]>([
  ['Datadog', 'no span', { overall: { from_ts: 1, sli_value: 100, errors: [] } }],
  ['Datadog', 'a span that is a text', { from_ts: 'now', overall: { sli_value: 100, errors: [] } }],
  [
    'Datadog',
    'what is wrong with its query',
    { series: { message: 'query timed out', numerator: { sum: 1 }, denominator: { sum: 1 } } }
  ],
  ['Datadog', 'warnings below data', { warnings: ['late'], overall: { sli_value: 100, errors: [] } }]
])('%s with %s blocks', async (name, _title, data) => {
  expectBlocked(await asked(name).run(() => ({ body: { data, errors: null } })))
})

test.each([
  [['plain words'], 'plain words'],
  [[{ error: 'in error' }], 'in error'],
  [[{ error_message: 'in error_message', error_type: 'TYPE' }], 'in error_message'],
  [[{ error_type: 'ONLY_A_TYPE' }], 'ONLY_A_TYPE'],
  [{ error: 'not in a list' }, 'not in a list'],
  [[5], 'an error without words']
])('the words of Datadog are shown wherever they stand: %j', async (errors, says) => {
  const overall = { sli_value: 100, errors }
  expectBlocked(
    await asked('Datadog').run(() => ({ body: { data: { overall }, errors: null } })),
    `"${says}"`
  )
  expectBlocked(await asked('Datadog').run(() => ({ body: { errors } })), `"${says}"`)
})

test.each(ASKED.map(({ name, run }) => [name, run] as const))(
  '%s: a page in place of a refusal is not quoted, and its origin is named',
  async (_name, run) => {
    const body = '<p>blocked; your token is s3cr3t-in-a-page</p>'
    const blocked = await run(() => ({ status: 403, headers: { 'content-type': 'text/html' }, body }))
    expectBlocked(blocked, 'a proxy or a sign-in page may have answered instead')
    expect(blocked.log + blocked.summary + JSON.stringify(blocked.report)).not.toContain('s3cr3t')
  }
)
