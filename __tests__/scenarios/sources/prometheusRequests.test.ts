import { describe, expect, test } from '@jest/globals'
import { type RecordedRequest, type Reply, startServer } from '../../../simulator/server.ts'
import { run } from '../../support/scenario.ts'

type Labels = Record<string, string>
/** A series of a rule, with its value. */
type Series = readonly [labels: Labels, value: number]

const AWS = {
  AWS_ACCESS_KEY_ID: 'AKID',
  AWS_SECRET_ACCESS_KEY: 'aws-secret',
  AWS_SESSION_TOKEN: 'aws-session'
}

const PAIRS = [
  ['PT1H', 'PT5M'],
  ['PT6H', 'PT30M'],
  ['P1D', 'PT2H'],
  ['P3D', 'PT6H']
].map(([duration, shortDuration]) => ({
  level: 'CRITICAL',
  burnRateThreshold: 14.4,
  duration,
  shortDuration
}))

const formOf = ({ body, path }: RecordedRequest) => new URLSearchParams(body || path.split('?')[1])
const queryOf = (request: RecordedRequest) => formOf(request).get('query') ?? ''

/** Answers a selector with the series whose labels fit all its matchers. */
function select(all: readonly Series[], query: string) {
  const matchers = [...query.matchAll(/(\w+)(=~?)("(?:[^"\\]|\\.)*")/g)].map(
    ([, label = '', operator, text = '']) => {
      const value: string = JSON.parse(text)
      const pattern = operator === '=' ? undefined : new RegExp(`^(?:${value})$`)
      const fits = (found: string) => pattern?.test(found) ?? found === value
      return [label, fits] as const
    }
  )
  const [, name] = /^([\w:]+)\{/.exec(query) ?? []
  return all.filter(([labels]) => {
    if (name !== undefined && labels['__name__'] !== name) return false
    return matchers.every(([label, fits]) => fits(labels[label] ?? ''))
  })
}

interface Options {
  slos: object[]
  series?: readonly Series[]
  inputs?: Record<string, string>
  intercept?: (request: RecordedRequest) => Reply | undefined
}

async function measured({ slos, series = [], inputs = {}, intercept }: Options) {
  const server = await startServer(request => {
    const time = Number(formOf(request).get('time'))
    const result = select(series, queryOf(request)).map(([metric, value]) => ({
      metric,
      value: [time, String(value)]
    }))
    return intercept?.(request) ?? { body: { status: 'success', data: { resultType: 'vector', result } } }
  })
  try {
    const files = { 'slos.json': JSON.stringify(slos) }
    const ran = await run({
      env: AWS,
      inputs: { 'slo-file': 'slos.json', 'prometheus-url': server.url, summary: 'false', ...inputs },
      files
    })
    return { ...ran, sent: server.requests }
  } finally {
    await server.close()
  }
}

const slo = (id: string, source: object, fields: object = {}) => ({
  id,
  sloTarget: 99.5,
  source: { type: 'prometheus', ...source },
  ...fields
})

const sloth = (id: string, window: string, value: number, labels: Labels = {}): Series => [
  { __name__: `slo:sli_error:ratio_rate${window}`, sloth_id: id, ...labels },
  value
]

const burnRates = ({
  report
}: {
  report: { slos: { id: string; burnRate: number | null; verdict: string }[] }
}) => Object.fromEntries(report.slos.map(({ id, burnRate, verdict }) => [id, burnRate ?? verdict]))

const reasonOf = ({ report }: { report: { slos: { id: string; reason: string }[] } }, id: string) =>
  report.slos.find(found => found.id === id)?.reason

describe('recorded rules', () => {
  test('of a thousand SLOs of Sloth with four pairs of alerts are read with at most ten requests', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `contact-centre-crm-${index}`)
    const windows = ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d']
    const series = ids.flatMap((id, index) => windows.map(window => sloth(id, window, index / 1e6)))
    const all = await measured({
      slos: ids.map(id => slo(id, { sloth: id }, { burnRateAlerts: PAIRS })),
      series
    })

    expect(all.sent.length).toBeLessThanOrEqual(10)
    expect(burnRates(all)['contact-centre-crm-500']).toBeCloseTo(0.1)
  })

  test('share a request a window, of both tools and with any labels, and keep their own numbers', async () => {
    const pyrra = (name: string, value: number, labels: Labels = {}): Series => [
      { __name__: name, slo: 'p.1', ...labels },
      value
    ]
    const all = await measured({
      slos: [
        slo('a', { sloth: 'a' }),
        slo('east', { sloth: 'both', labels: { cluster: 'east' } }),
        slo('west', { sloth: 'both', labels: { cluster: 'west' } }),
        slo('unclear', { sloth: 'both' }),
        slo('nowhere', { sloth: 'nowhere' }),
        slo('pyrra', { pyrra: 'p.1', metric: 'm_total' }),
        slo('other-window', { pyrra: 'p.2' })
      ],
      series: [
        sloth('a', '30d', 0.001),
        sloth('both', '30d', 0.002, { cluster: 'east' }),
        sloth('both', '30d', 0.003, { cluster: 'west' }),
        pyrra('pyrra_availability', 0.998),
        pyrra('pyrra_window', 2592000),
        [{ __name__: 'pyrra_availability', slo: 'p.2' }, 0.998],
        [{ __name__: 'pyrra_window', slo: 'p.2' }, 86400],
        [{ __name__: 'pyrra_availability', slo: 'px1' }, 0]
      ]
    })

    expect(all.sent).toHaveLength(1)
    expect(burnRates(all)).toEqual({
      a: expect.closeTo(0.2),
      east: expect.closeTo(0.4),
      west: expect.closeTo(0.6),
      unclear: 'source-error',
      nowhere: 'no-data',
      pyrra: expect.closeTo(0.4),
      'other-window': 'no-data'
    })
    expect(reasonOf(all, 'unclear')).toContain('2 series')
    expect(reasonOf(all, 'nowhere')).toContain('check the sloth_id')
  })

  test('are asked for in halves where the answer to all is too large', async () => {
    const ids = ['a', 'b', 'c', 'd']
    const all = await measured({
      slos: ids.map(id => slo(id, { sloth: id })),
      series: ids.map(id => sloth(id, '30d', 0.001)),
      intercept: request =>
        queryOf(request).includes('a|b|c') ? { body: `"${'x'.repeat(1_100_000)}"` } : undefined
    })

    expect(Object.values(burnRates(all))).toEqual(ids.map(() => expect.closeTo(0.2)))
    expect(all.sent).toHaveLength(3)
  })

  test('are all unreadable where their request is refused', async () => {
    const all = await measured({
      slos: ['a', 'b'].map(id => slo(id, { sloth: id })),
      intercept: () => ({ status: 422, body: { status: 'error', error: 'too many samples' } })
    })

    expect(burnRates(all)).toEqual({ a: 'source-error', b: 'source-error' })
    expect(reasonOf(all, 'b')).toContain(
      '"too many samples" to the query slo:sli_error:ratio_rate30d{sloth_id="b"}'
    )
  })
})

test('equal queries are asked once', async () => {
  const source = { errorRatio: 'bad[$window] / all[$window]' }
  const all = await measured({
    slos: [slo('a', source), slo('b', source), slo('c', { bad: 'x', total: 'bad[30d] / all[30d]' })],
    series: []
  })

  expect(all.sent.map(queryOf).toSorted()).toEqual(['bad[30d] / all[30d]', 'x'])
})

describe('a server that answers POST with 405', () => {
  const intercept = ({ method }: RecordedRequest): Reply | undefined =>
    method === 'POST' ? { status: 405, body: 'Method Not Allowed' } : undefined
  const source = { sloth: 'a' }

  test('is asked by GET, the next time at once; parameters are not in the report', async () => {
    const all = await measured({
      slos: [slo('a', source, { burnRateAlerts: PAIRS })],
      series: ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'].map(window => sloth('a', window, 0.001)),
      intercept,
      inputs: { 'prometheus-parameters': 'tenant=hush-hush' }
    })

    expect(all.outputs['verdict']).toBe('healthy')
    expect(all.sent.filter(({ method }) => method === 'GET')).toHaveLength(8)
    expect(formOf(all.sent.find(({ method }) => method === 'GET') as RecordedRequest).get('tenant')).toBe(
      'hush-hush'
    )
    expect(JSON.stringify(all.report)).not.toContain('hush-hush')
  })

  test('and an address with 414 cannot be read, and the reason says what to do', async () => {
    const all = await measured({
      slos: [slo('a', source)],
      intercept: request => intercept(request) ?? { status: 414, body: '' }
    })

    expect(all.outputs['verdict']).toBe('source-error')
    expect(all.outputs['reason']).toContain('allow POST, or shorten the query')
  })
})

describe('every request', () => {
  test('has the sign-in, the headers and the parameters of the inputs, and no secret is printed', async () => {
    const all = await measured({
      slos: [slo('a', { sloth: 'a' })],
      series: [sloth('a', '30d', 0.001)],
      inputs: {
        'prometheus-username': '12345',
        'prometheus-password': 'glc_hush',
        'prometheus-headers': 'X-Scope-OrgID: team-blue',
        'prometheus-parameters': 'dedup=true\npartial_response=false'
      }
    })

    const [request] = all.sent
    const basic = Buffer.from('12345:glc_hush').toString('base64')
    expect(request?.headers).toMatchObject({ authorization: `Basic ${basic}`, 'x-scope-orgid': 'team-blue' })
    const form = formOf(request as RecordedRequest)
    expect([form.get('dedup'), form.get('partial_response')]).toEqual(['true', 'false'])
    const written = JSON.stringify(all.report) + all.log.replace(/::add-mask::.*/g, '') + all.summary
    for (const secret of ['glc_hush', basic, 'team-blue']) expect(written).not.toContain(secret)
  })

  test('is signed for Amazon, each attempt anew', async () => {
    let count = 0
    const all = await measured({
      slos: [slo('a', { sloth: 'a' })],
      series: [sloth('a', '30d', 0.001)],
      inputs: { 'prometheus-sigv4-region': 'eu-west-1' },
      intercept: () =>
        ++count === 1 ? { status: 503, body: '', headers: { 'retry-after': '5' } } : undefined
    })

    expect(all.outputs['verdict']).toBe('healthy')
    const headers = all.sent.map(({ headers }) => headers)
    expect(headers).toHaveLength(2)
    for (const header of headers) {
      expect(header['authorization']).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-west-1\/aps\/aws4_request, SignedHeaders=\S*host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/
      )
    }
    expect(new Set(headers.map(header => header['x-amz-date'])).size).toBe(2)
  })

  test.each([
    [
      401,
      { 'prometheus-username': 'u', 'prometheus-password': 'p' },
      'check prometheus-username and prometheus-password'
    ],
    [
      403,
      { 'prometheus-username': 'u', 'prometheus-password': 'p' },
      'check what prometheus-username may do'
    ],
    [403, { 'prometheus-sigv4-region': 'eu-west-1' }, 'aps:QueryMetrics']
  ])('that is refused with %i says what to check: %j', async (status, inputs, says) => {
    const all = await measured({
      slos: [slo('a', { sloth: 'a' })],
      inputs,
      intercept: () => ({ status, body: '' })
    })

    expect(all.outputs['reason']).toContain(says)
  })
})
