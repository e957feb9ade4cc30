import { describe, expect, test } from '@jest/globals'
import {
  type DatadogOptions,
  type DatadogSimulator,
  type DatadogSlo,
  startDatadog
} from '../../../simulator/datadog/start.ts'
import type { GateOptions, GateRun } from '../../../simulator/harness/workspace.ts'
import type { PlainReply, Reply } from '../../../simulator/server.ts'
import { annotations, definition, run, SLO } from '../../support/scenario.ts'

const ID = '627a3ccd24af50beb8eacbd36c5962f9'
const SOURCE = { type: 'datadog', sloId: ID }
const API_KEY = 'dd-api-key-value'
const APP_KEY = 'dd-app-key-value'
const DAY = 86_400

interface DatadogRun extends GateRun {
  datadog: DatadogSimulator
}

/** Good events of 100 000, by the days of the window; the same for any other one. */
const metric = (good: number, total = 100_000): DatadogSlo => ({
  type: 'metric',
  events: () => ({ good, total })
})
const uptime = (sliValue: DatadogSlo['sliValue'], type: 'monitor' | 'time_slice' = 'monitor'): DatadogSlo => {
  return { type, ...(sliValue && { sliValue }) }
}
const says = (status: number, body: unknown, headers = {}): PlainReply => ({ status, body, headers })
const daysIn = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000 / DAY

describe('the burn rate is made', () => {
  const rows: [string, DatadogSlo, string, object | null, string][] = [
    ['of the events of a metric SLO', metric(99_900), '0.2', { good: 99_900, total: 100_000 }, 'healthy'],
    ['of a metric SLO without failures', metric(100_000), '0', { good: 100_000, total: 100_000 }, 'healthy'],
    ['of a metric SLO that only fails', metric(0), '200', { good: 0, total: 100_000 }, 'exhausted'],
    ['of fractions of events', metric(0.999, 1), '0.2', { good: 0.999, total: 1 }, 'healthy'],
    ['of the SLI of a monitor', uptime(() => 99.9), '0.2', null, 'healthy'],
    ['of the SLI of time slices', uptime(() => 99.9, 'time_slice'), '0.2', null, 'healthy'],
    ['of an SLI of 100', uptime(() => 100), '0', null, 'healthy'],
    ['of an SLI of 0', uptime(() => 0), '200', null, 'exhausted'],
    ['of an SLI just at the target', uptime(() => 99.5), '1', null, 'warning'],
    ['of an SLI below the target', uptime(() => 99), '2', null, 'exhausted']
  ]
  test.each(rows)('%s', async (_title, slo, burnRate, events, verdict) => {
    const measured = await gateOn({ slos: { [ID]: slo } })

    expect(measured.outputs).toMatchObject({ verdict, 'burn-rate': burnRate })
    expect(measured.exitCode).toBe(verdict === 'exhausted' ? 1 : 0)
    expect(measured.report.slos[0]).toMatchObject({ source: 'datadog', events })
  })

  test('and of nothing that Datadog has computed by a target of its own', async () => {
    const slo = { ...metric(99_900), thresholds: [{ timeframe: '7d' as const, target: 99.99 }] }
    const measured = await gateOn({ slos: { [ID]: slo } })

    expect(measured.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.2' })
  })
})

describe('a request', () => {
  const burnRateAlerts = [
    { level: 'CRITICAL', burnRateThreshold: 14, duration: 'PT1H', shortDuration: 'PT5M' },
    { level: 'WARNING', burnRateThreshold: 3, duration: 'P1D', shortDuration: 'PT2H' }
  ]

  test('is a GET for each window, in whole seconds, with the target', async () => {
    const measured = await gateOn({ slos: { [ID]: metric(99_900) } }, { burnRateAlerts })

    const end = Date.parse(measured.report.generatedAt)
    const to = Math.floor(end / 1000)
    const asked = measured.datadog.requests.map(({ method, path }) => `${method} ${path}`)
    const paths = [30 * DAY, DAY, 7200, 3600, 300].map(seconds => {
      const from = Math.floor((end - seconds * 1000) / 1000)
      return `GET /api/v1/slo/${ID}/history?from_ts=${from}&to_ts=${to}&target=99.5`
    })
    expect(asked.toSorted()).toEqual(paths.toSorted())
    expect(measured.datadog.historyRequests()).toHaveLength(5)
  })

  test.each([
    ['99.95', 99.95],
    ['7', 7],
    ['1.1', 1.1]
  ])('has the target %s', async (target, sloTarget) => {
    const measured = await gateOn({ slos: { [ID]: metric(100_000) } }, { sloTarget })

    const [request] = measured.datadog.requests
    expect(new URL(request?.path ?? '', 'http://x').searchParams.get('target')).toBe(target)
    expect(measured.outputs['verdict']).toBe('healthy')
  })

  test('has the keys in its headers, and nowhere else', async () => {
    const { datadog } = await gateOn({ slos: { [ID]: metric(99_900) } })

    const [request] = datadog.requests
    expect(request?.headers).toMatchObject({
      'dd-api-key': API_KEY,
      'dd-application-key': APP_KEY,
      accept: 'application/json',
      'user-agent': expect.stringMatching(/^error-budget-gate\/\d/)
    })
    expect(request?.headers).not.toHaveProperty('authorization')
    expect(request?.path).not.toMatch(/key/)
    expect(request?.body).toBe('')
  })

  test.each(['a/b', 'a b', 'a?from_ts=1#', '../../v2/users', 'größe', '%2e%2e'])(
    'is for the SLO %s and nothing else',
    async sloId => {
      const slos = { [sloId]: metric(99_900) }
      const measured = await gateOn({ slos }, { source: { type: 'datadog', sloId } })

      expect(measured.outputs['verdict']).toBe('healthy')
      expect(measured.datadog.requests[0]?.path).toMatch(/^\/api\/v1\/slo\/[^/?]+\/history\?from_ts=\d+&/)
    }
  )

  test('is behind every number of the report', async () => {
    const { datadog, report } = await gateOn({ slos: { [ID]: metric(99_900) } }, { burnRateAlerts })

    const lengths = { PT720H: 30 * DAY, PT1H: 3600, PT5M: 300, P1D: DAY, PT2H: 7200 }
    const { readings } = report.slos[0]
    expect(readings.map(({ window }: { window: string }) => window)).toEqual(Object.keys(lengths))
    for (const { window, start, requests, ...reading } of readings) {
      const seconds = lengths[window as keyof typeof lengths]
      expect(Date.parse(report.generatedAt) - Date.parse(start)).toBe(seconds * 1000)
      expect(reading).toMatchObject({
        kind: 'rate',
        end: report.generatedAt,
        events: { good: 99_900, total: 100_000 }
      })
      expect(reading.burnRate).toBeCloseTo(0.2, 9)
      expect(requests).toHaveLength(1)
      const { id, url, status } = report.requests[requests[0] - 1]
      expect([id, status]).toEqual([requests[0], 200])
      expect(datadog.requests.map(({ path }) => datadog.url + path)).toContain(url)
      const asked = new URL(url).searchParams
      expect(Number(asked.get('to_ts')) - Number(asked.get('from_ts'))).toBe(seconds)
    }
  })
})

describe('an alert', () => {
  const burnRateAlerts = [
    { level: 'CRITICAL', burnRateThreshold: 10, duration: 'PT1H', shortDuration: 'PT5M' }
  ]
  const short = (from: Date, to: Date) => daysIn(from, to) < 1

  test.each([
    [
      'the events of a metric SLO',
      { type: 'metric', events: (...w) => (short(...w) ? { good: 93, total: 100 } : GOOD) }
    ],
    ['the SLI of a monitor', uptime((...window) => (short(...window) ? 93 : 99.9))]
  ] satisfies [string, DatadogSlo][])('fires by %s', async (_title, slo) => {
    const measured = await gateOn({ slos: { [ID]: slo } }, { burnRateAlerts })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'burning', 'burn-rate': '0.2' })
    expect(measured.report.slos[0].alerts).toEqual([
      expect.objectContaining({
        burnRate: expect.closeTo(14),
        shortBurnRate: expect.closeTo(14),
        firing: true
      })
    ])
  })

  test.each([
    ['events', { type: 'metric', events: (...w) => (short(...w) ? { good: 0, total: 0 } : GOOD) }],
    ['an SLI', uptime((...window) => (short(...window) ? null : 99.9))]
  ] satisfies [string, DatadogSlo][])('is quiet without %s in its windows', async (_title, slo) => {
    const measured = await gateOn({ slos: { [ID]: slo } }, { burnRateAlerts })

    expect(measured.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(measured.report.slos[0].alerts).toEqual([
      expect.objectContaining({ burnRate: null, shortBurnRate: null, firing: false })
    ])
  })

  test('that cannot be read is not taken for a quiet one', async () => {
    const intercept: DatadogOptions['intercept'] = ({ path }) => {
      const { searchParams } = new URL(path, 'http://x')
      const seconds = Number(searchParams.get('to_ts')) - Number(searchParams.get('from_ts'))
      return seconds === 300 ? says(403, { errors: ['Forbidden'] }) : undefined
    }
    const measured = await gateOn({ slos: { [ID]: metric(99_900) }, intercept }, { burnRateAlerts })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '0.2' })
    expect(measured.outputs['reason']).toContain('over 5 minutes')
  })
})

const GOOD = { good: 99_900, total: 100_000 }

describe('where there is nothing to measure', () => {
  const rows: [string, DatadogSlo, string][] = [
    ['a metric SLO without events, whose denominator is zero', { type: 'metric' }, 'no events'],
    ['a metric SLO with 0 of 0', metric(0, 0), 'no events'],
    ['a monitor without an SLI', { type: 'monitor' }, 'no data'],
    ['time slices without an SLI', uptime(() => null, 'time_slice'), 'no data']
  ]
  test.each(rows)('%s blocks as no-data, and not as source-error', async (_title, slo, words) => {
    const measured = await gateOn({ slos: { [ID]: slo } })

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'no-data', 'burn-rate': '' })
    expect(measured.outputs['reason']).toContain(words)
    expect(measured.exitCode).toBe(1)
    expect(measured.report.slos[0]).toMatchObject({ burnRate: null, events: null })
  })

  test.each(rows)('%s is let pass by on-no-data: allow', async (_title, slo) => {
    const inputs = { 'on-no-data': 'allow', 'on-error': 'block' }
    const measured = await gateOn({ slos: { [ID]: slo } }, {}, { inputs })

    expect(measured.outputs).toMatchObject({ decision: 'allow', verdict: 'no-data' })
    expect(measured.exitCode).toBe(0)
    expect(annotations(measured, 'warning')).toEqual([expect.stringContaining(SLO)])
  })
})

/** An answer as the simulator would give it, with parts of its data replaced. */
const answer = (data: object, top: object = {}): PlainReply =>
  says(200, {
    data: { type: 'monitor', overall: { sli_value: 99.9, errors: [] }, ...data },
    errors: null,
    ...top
  })
const series = (good: unknown, total: unknown) => ({
  series: { numerator: { sum: good }, denominator: { sum: total } }
})
const overall = (sli_value: unknown, errors: unknown = []) => ({ overall: { sli_value, errors } })

describe('what Datadog refuses blocks as source-error, in its own words', () => {
  const failed = { error_type: 'QUERY_TIMEOUT', error_message: 'The query took too long' }
  const rows: [string, DatadogOptions, string[]][] = [
    ['keys', { apiKey: 'another', appKey: 'another' }, ['HTTP 403', '"Forbidden"', 'datadog-api-key']],
    ['an SLO it does not know', { slos: {} }, ['HTTP 404', `"SLO not found: ${ID} not found"`, 'sloId']],
    ['a question', refusing(says(400, { errors: ['Invalid SLO id'] })), ['HTTP 400', '"Invalid SLO id"']],
    ['who is not known', refusing(says(401, { errors: ['Unauthorized'] })), ['HTTP 401', '"Unauthorized"']],
    ['with errors in an answer of 200', refusing(answer({}, { errors: ['out of order'] })), ['out of order']],
    [
      'with errors that have a type, in an answer of 200',
      refusing(answer({}, { errors: [failed] })),
      ['The query took too long']
    ],
    ['with a text', refusing(answer({}, { errors: 'out of order' })), ['out of order']],
    ['with an error of another form', refusing(answer({}, { errors: [7] })), ['without words']],
    ['to compute the SLI', refusing(answer(overall(null, [failed]))), ['The query took too long']],
    ['to compute all of the SLI', refusing(answer(overall(99.9, [failed]))), ['The query took too long']],
    ['with words alone', refusing(says(403, 'Forbidden')), ['HTTP 403', 'not valid JSON', 'slos_read']],
    [
      'with an HTML page',
      refusing(says(403, '<html>no</html>', { 'content-type': 'text/html' })),
      ['HTTP 403', 'text/html', 'a proxy or a sign-in page']
    ],
    ['without a word', refusing(says(404, '')), ['HTTP 404', 'check the sloId', 'datadog-site']]
  ]
  test.each(rows)('%s', async (_title, options, words) => {
    const measured = await gateOn({ slos: { [ID]: metric(99_900) }, ...options }, {}, asKnown())

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
    expect(measured.exitCode).toBe(1)
    for (const word of [SLO, 'Datadog', ...words]) expect(measured.outputs['reason']).toContain(word)
    expect(measured.datadog.requests).toHaveLength(1)
  })

  test('to compute all of the counts of a metric SLO: sums that stand beside an error are none', async () => {
    const reply = answer({ type: 'metric', ...series(100, 100), ...overall(100, [failed]) })
    const measured = await gateOn(refusing(reply))

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(measured.outputs['reason']).toContain('The query took too long')
  })
})

describe('what is no number blocks as source-error', () => {
  const rows: [string, object, string[]][] = [
    ['an SLI above 100', overall(101), ['101', '0 to 100']],
    ['an SLI below 0', overall(-1), ['-1', '0 to 100']],
    ['an SLI that is a text', overall('99.9'), ['"99.9"', '0 to 100']],
    ['an SLI that is a list', overall([99.9]), ['a list']],
    ['an SLI that is true', overall(true), ['true']],
    ['no SLI', { overall: { errors: [] } }, ['undefined']],
    ['no overall', { overall: undefined }, ['undefined']],
    ['overall of null', { overall: null }, ['undefined']],
    ['good events that are negative', series(-1, 10), ['-1']],
    ['events that are negative', series(0, -10), ['-10']],
    ['good events that are a text', series('9', 10), ['"9"']],
    ['events that are a text', series(9, '10'), ['"10"']],
    ['good events of null', series(null, 10), ['null']],
    ['events of null', series(0, null), ['null']],
    ['events of null, all of them', series(null, null), ['null']],
    ['no good events', series(undefined, 10), ['undefined']],
    ['no sums', { series: {} }, ['undefined']],
    ['series that are a list', { series: [] }, ['undefined']],
    ['more good events than events', series(11, 10), ['11', '10']],
    ['good events where there are none', series(1, 0), ['1', '0']]
  ]
  test.each(rows)('%s', async (_title, data, words) => {
    const measured = await gateOn(refusing(answer(data)))

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
    expect(measured.exitCode).toBe(1)
    for (const word of [SLO, ...words]) expect(measured.outputs['reason']).toContain(word)
    expect(measured.outputs['reason']).not.toContain('defect')
  })

  const bodies: [string, PlainReply, string][] = [
    ['null', says(200, 'null'), 'sli_value'],
    ['a list', says(200, '[]'), 'sli_value'],
    ['no data', says(200, { errors: null }), 'sli_value'],
    ['an infinite SLI', says(200, '{"data":{"overall":{"sli_value":1e999}}}'), 'Infinity'],
    [
      'infinite events',
      says(200, '{"data":{"series":{"numerator":{"sum":1},"denominator":{"sum":1e999}}}}'),
      'Infinity'
    ]
  ]
  test.each(bodies)('%s', async (_title, reply, words) => {
    const measured = await gateOn(refusing(reply))

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
    expect(measured.outputs['reason']).toContain(words)
  })

  test.each([
    ['good events that pass all of them', answer(series(100 + 1e-12, 100))],
    ['an SLI above 100', answer(overall(100.000_000_000_000_01))]
  ])('but float noise is none: %s', async (_title, reply) => {
    const measured = await gateOn(refusing(reply))

    expect(measured.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0' })
  })
})

describe('the keys', () => {
  const slos = { [ID]: metric(99_900) }
  const fields = { burnRateAlerts: [{ level: 'CRITICAL', burnRateThreshold: 9, duration: 'PT1H' }] }
  const echo: DatadogOptions['intercept'] = ({ headers, path }) => {
    const keys = `${headers['dd-api-key']} ${headers['dd-application-key']} ${path}`
    return says(403, { errors: [keys] }, { 'x-keys': keys })
  }
  const paths: [string, DatadogOptions, Record<string, string>?][] = [
    ['healthy', { slos }],
    ['exhausted', { slos: { [ID]: metric(0) } }],
    ['refused', { slos, apiKey: API_KEY, appKey: APP_KEY, intercept: echo }],
    ['in an answer that is no JSON', refusing(says(200, `<b>${API_KEY}${APP_KEY}</b>`))],
    ['as a number', refusing(answer(overall(`${API_KEY} ${APP_KEY}`)))],
    ['as counts', refusing(answer(series(API_KEY, APP_KEY)))],
    ['as words', refusing(answer(overall(null, [{ error_message: `${API_KEY} ${APP_KEY}` }])))],
    ['redirected', refusing(says(302, '', { location: `https://x.example/${API_KEY}/${APP_KEY}` }))],
    ['a wrong configuration', { slos }, { timeout: API_KEY, mode: APP_KEY }]
  ]
  test.each(paths)('are masked, and nowhere in log, report, outputs and summary: %s', async (...row) => {
    const [title, options, inputs] = row
    const measured = await gateOn(options, fields, { inputs: { ...asKnown().inputs, ...inputs } })

    const masks = measured.stdout.split('\n').filter(line => line.startsWith('::add-mask::'))
    for (const key of [API_KEY, APP_KEY]) expect(masks).toContain(`::add-mask::${key}`)
    const visible = [
      ...[measured.log.replaceAll(/^::add-mask::.*$/gm, ''), measured.summary],
      ...[JSON.stringify(measured.outputs), JSON.stringify(measured.report)]
    ].join('\n')
    expect([title, measured.report.version]).toEqual([title, 1])
    for (const key of [API_KEY, APP_KEY]) expect(visible).not.toContain(key)
  })

  test.each([
    ['the environment', { DD_API_KEY: API_KEY, DD_APP_KEY: APP_KEY }, {}],
    [
      'the inputs, before the environment',
      { DD_API_KEY: 'wrong-key', DD_APP_KEY: 'wrong-key' },
      { 'datadog-api-key': API_KEY, 'datadog-app-key': APP_KEY }
    ],
    ['both', { DD_API_KEY: API_KEY }, { 'datadog-app-key': APP_KEY }]
  ])('come from %s', async (_where, env, keys) => {
    const inputs = { 'datadog-api-key': '', 'datadog-app-key': '', ...keys }
    const measured = await gateOn({ slos }, {}, { inputs, env })

    expect(measured.outputs['verdict']).toBe('healthy')
    expect(measured.stdout).toContain(`::add-mask::${APP_KEY}`)
    expect(measured.stdout).toContain(`::add-mask::${API_KEY}`)
  })

  test('are both asked for when both are missing, before any request', async () => {
    const refused = await gateOn({ slos }, {}, { inputs: { 'datadog-api-key': '', 'datadog-app-key': '' } })

    expectRefused(refused, [
      ...['input datadog-api-key', 'DD_API_KEY', 'input datadog-app-key', 'DD_APP_KEY', SLO]
    ])
  })

  test.each([
    ['datadog-api-key', 'datadog-app-key'],
    ['datadog-app-key', 'datadog-api-key']
  ])('%s alone is asked for when it is missing', async (missing, present) => {
    const refused = await gateOn({ slos }, {}, { inputs: { [missing]: '' } })

    expectRefused(refused, [`input ${missing}`])
    expect(refused.outputs['reason']).not.toContain(present)
  })

  test('on several lines are refused, unread', async () => {
    const value = 'one-line-key\nanother-line-key'
    const refused = await gateOn({ slos }, {}, { inputs: { 'datadog-api-key': value } })

    expectRefused(refused, ['input datadog-api-key', 'one line'])
    expect(refused.outputs['reason']).not.toContain('line-key')
  })
})

describe('the site', () => {
  const slos = { [ID]: metric(99_900) }

  test('is accepted as input and as DD_SITE', async () => {
    const asInput = await gateOn({ slos }, {}, { inputs: { 'datadog-site': 'us5.datadoghq.com' } })
    const asVariable = await gateOn({ slos }, {}, { env: { DD_SITE: 'datadoghq.eu' } })

    for (const measured of [asInput, asVariable]) expect(measured.outputs['verdict']).toBe('healthy')
  })

  test('that is not one of Datadog is refused, as input and as DD_SITE', async () => {
    const site = 'datadoghq.com.evil.example'
    const asInput = await gateOn({ slos }, {}, { inputs: { 'datadog-site': site, 'datadog-api-url': '' } })
    const asVariable = await gateOn({ slos }, {}, { env: { DD_SITE: site } })

    expectRefused(asInput, ['input datadog-site', 'a Datadog site', 'us5.datadoghq.com'])
    expectRefused(asVariable, ['input datadog-site', 'DD_SITE', 'a Datadog site'])
  })

  test.each(['http://api.datadoghq.com', 'api.datadoghq.com', 'https://key@api.datadoghq.com'])(
    'is overridden by a safe address only: %s is refused',
    async url => {
      const refused = await gateOn({ slos }, {}, { inputs: { 'datadog-api-url': url } })

      expectRefused(refused, ['input datadog-api-url', 'an https:// address'])
    }
  )
})

describe('a definition', () => {
  test.each<[string, object, string[]]>([
    ['without an id', { type: 'datadog' }, ['field source.sloId', 'missing']],
    ['with an empty id', { type: 'datadog', sloId: ' ' }, ['field source.sloId']],
    ['with a number as the id', { type: 'datadog', sloId: 7 }, ['field source.sloId', '7']],
    ['with a site', { ...SOURCE, site: 'evil.example' }, ['field source.site', 'not a known key']],
    ['with an address', { ...SOURCE, apiUrl: 'https://evil.example' }, ['field source.apiUrl']]
  ])('%s is refused', async (_title, source, words) => {
    const refused = await gateOn({}, { source })

    expectRefused(refused, ['slo.json', SLO, ...words])
  })
})

describe('when Datadog is asked too often', () => {
  const limits = {
    'x-ratelimit-limit': '100',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': '30',
    'x-ratelimit-period': '60',
    'x-ratelimit-name': 'slo_history'
  }
  /** Refused once, then let in. */
  const once = (headers: Record<string, string>): DatadogOptions => {
    const replies: Reply[] = [says(429, { errors: ['Rate limit exceeded'] }, headers)]
    return { slos: { [ID]: metric(99_900) }, intercept: () => replies.shift() }
  }

  test('it is asked again after as long as Retry-After says', async () => {
    const measured = await gateOn(once({ ...limits, 'retry-after': '2' }))

    expect(measured.outputs['verdict']).toBe('healthy')
    expect(waitBetween(measured)).toBeGreaterThanOrEqual(2_000)
    expect(waitBetween(measured)).toBeLessThan(5_000)
    expect(measured.report.requests.map(({ status }: { status: number }) => status)).toEqual([429, 200])
  })

  test('it is asked again when its own headers say that the limit begins anew', async () => {
    const measured = await gateOn(once(limits))

    expect(measured.outputs['verdict']).toBe('healthy')
    expect(waitBetween(measured)).toBeGreaterThanOrEqual(30_000)
  })

  test.each([{ 'retry-after': '90' }, { 'x-ratelimit-reset': '90' }])(
    'and asks for more time than there is, the reason says so: %p',
    async asked => {
      const measured = await gateOn(once({ ...limits, ...asked }))

      expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
      for (const word of ['HTTP 429', 'Rate limit exceeded', 'PT1M'])
        expect(measured.outputs['reason']).toContain(word)
      expect(measured.outputs['reason']).toMatch(/in 9[01] s/)
      expect(measured.datadog.requests).toHaveLength(1)
    }
  )

  const waitBetween = ({ report }: GateRun) => {
    const [first, second] = report.requests.map(({ startedAt }: { startedAt: string }) =>
      Date.parse(startedAt)
    )
    return second - first
  }
})

describe('minimumEvents', () => {
  test.each([
    ['fewer events than needed, all failed', 99, 0, 'low-traffic'],
    ['exactly as many as needed, all failed', 100, 0, 'exhausted']
  ])('counts those of a metric SLO: %s', async (_title, total, good, verdict) => {
    const measured = await gateOn({ slos: { [ID]: metric(good, total) } }, { minimumEvents: 100 })

    expect(measured.outputs['verdict']).toBe(verdict)
    expect(measured.exitCode).toBe(verdict === 'exhausted' ? 1 : 0)
    const warnings = verdict === 'low-traffic' ? [expect.stringMatching(/\b99\b.*\b100\b/)] : []
    expect(annotations(measured, 'warning')).toEqual(warnings)
  })

  test('cannot be checked for a monitor, and somebody says so', async () => {
    const measured = await gateOn({ slos: { [ID]: uptime(() => 99.9) } }, { minimumEvents: 100 })

    expect(measured.outputs['verdict']).toBe('healthy')
    const told = [...annotations(measured, 'warning'), JSON.stringify(measured.report.slos[0])]
    expect(told.join('\n').replace('"minimumEvents":100', '')).toMatch(/minimumEvents|no counts/)
  })
})

describe('business hours', () => {
  const timeZone = 'America/New_York'
  const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
  const fields = { businessHours: { timeZone, days, from: '08:00', to: '18:00' }, timeWindow: 'P8D' }
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23'
  })
  const clock = (time: Date) => {
    const parts = format.formatToParts(time)
    const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
    return { weekday: part('weekday'), time: ['hour', 'minute', 'second'].map(part).join(':') }
  }
  const isBad = (from: Date) => clock(from).weekday === 'Wed'

  /** The spans that were asked for: each from eight to six in New York, but for the ends of the window. */
  function spansIn({ datadog, report }: DatadogRun) {
    const end = Math.floor(Date.parse(report.generatedAt) / 1000)
    const spans = datadog.requests.map(({ path }) => {
      const asked = new URL(path, 'http://x').searchParams
      return { from: Number(asked.get('from_ts')), to: Number(asked.get('to_ts')) }
    })
    expect(spans.length).toBeGreaterThanOrEqual(8)
    expect(spans.length).toBeLessThanOrEqual(9)
    for (const { from, to } of spans) {
      if (from !== end - 8 * DAY) expect(clock(new Date(from * 1000)).time).toBe('08:00:00')
      if (to !== end) expect(clock(new Date(to * 1000)).time).toBe('18:00:00')
      expect(from).toBeGreaterThanOrEqual(end - 8 * DAY)
      expect(to).toBeLessThanOrEqual(end)
      expect(to - from).toBeLessThanOrEqual(36_000)
    }
    return spans.map(({ from, to }) => ({ seconds: to - from, bad: isBad(new Date(from * 1000)) }))
  }

  test('add the events of a metric SLO', async () => {
    const slo: DatadogSlo = {
      type: 'metric',
      events: (from, to) => {
        const total = (to.getTime() - from.getTime()) / 1000
        return { good: isBad(from) ? total * 0.99 : total, total }
      }
    }
    const measured = await gateOn({ slos: { [ID]: slo } }, { ...fields, minimumEvents: 1000 })

    const spans = spansIn(measured)
    const total = spans.reduce((sum, { seconds }) => sum + seconds, 0)
    const failed = spans.reduce((sum, { seconds, bad }) => sum + (bad ? seconds / 100 : 0), 0)
    const { events, burnRate, readings } = measured.report.slos[0]
    expect(failed).toBeGreaterThan(0)
    expect(events.total).toBeCloseTo(total, 6)
    expect(events.total - events.good).toBeCloseTo(failed, 6)
    expect(burnRate).toBeCloseTo(failed / total / 0.005, 9)
    expect(readings[0].requests).toHaveLength(spans.length)
    expect(readings[0]).not.toHaveProperty('note')
  })

  test('weight the SLI of a monitor by time, and the report says so', async () => {
    const slo = uptime(from => (isBad(from) ? 99 : 99.9))
    const measured = await gateOn({ slos: { [ID]: slo } }, fields)

    const spans = spansIn(measured)
    const time = spans.reduce((sum, { seconds }) => sum + seconds, 0)
    const ratio = spans.reduce((sum, { seconds, bad }) => sum + (seconds / time) * (bad ? 0.01 : 0.001), 0)
    const { events, burnRate, readings } = measured.report.slos[0]
    // The first and the last span are cut to whole seconds.
    expect(burnRate).toBeCloseTo(ratio / 0.005, 4)
    expect(events).toBeNull()
    expect(readings[0]).toMatchObject({
      kind: 'rate',
      end: measured.report.generatedAt,
      note: expect.stringContaining('weighted by time')
    })
    expect(readings[0].requests).toHaveLength(spans.length)
  })

  test.each([
    ['a metric SLO', { type: 'metric', events: from => (isBad(from) ? GOOD : { good: 0, total: 0 }) }],
    ['a monitor', uptime(from => (isBad(from) ? 99.9 : null))]
  ] satisfies [string, DatadogSlo][])('without data for %s count for nothing', async (_title, slo) => {
    const measured = await gateOn({ slos: { [ID]: slo } }, fields)

    expect(measured.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.2' })
  })

  test.each<[string, DatadogSlo]>([
    ['a metric SLO', { type: 'metric' }],
    ['a monitor', { type: 'monitor' }]
  ])('all without data for %s are no-data', async (_title, slo) => {
    const measured = await gateOn({ slos: { [ID]: slo } }, fields)

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'no-data' })
  })

  test('of which one cannot be read block', async () => {
    const intercept: DatadogOptions['intercept'] = ({ path }) => {
      const from = Number(new URL(path, 'http://x').searchParams.get('from_ts'))
      return isBad(new Date(from * 1000)) ? says(403, { errors: ['Forbidden'] }) : undefined
    }
    const measured = await gateOn({ slos: { [ID]: metric(99_900) }, intercept }, fields)

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(measured.outputs['reason']).toContain('Forbidden')
  })

  test.each([
    ['more good events than events', { good: 2, total: 1 }],
    ['negative events', { good: 0, total: -100 }],
    ['negative good events', { good: -1, total: 100 }]
  ])('of which one has %s block: the sum over all of them does not hide it', async (_what, broken) => {
    const slo: DatadogSlo = { type: 'metric', events: from => (isBad(from) ? broken : GOOD) }
    const measured = await gateOn({ slos: { [ID]: slo } }, fields)

    expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
  })
})

test('SLOs of several types are judged together, and the worst one decides', async () => {
  const slos = { good: metric(99_900), bad: uptime(() => 98) }
  const datadog = await startDatadog({ slos })
  const files = {
    'slos.json': JSON.stringify(
      Object.keys(slos).map(id => ({ id, sloTarget: 99.5, source: { type: 'datadog', sloId: id } }))
    )
  }
  const measured = await run({ inputs: { 'slo-file': 'slos.json', ...datadog.inputs() }, files })
  await datadog.close()

  expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '4' })
  const rates = measured.report.slos.map(({ burnRate }: { burnRate: number }) => burnRate)
  expect(rates.toSorted()).toEqual([expect.closeTo(0.2), expect.closeTo(4)])
  expect(datadog.requests).toHaveLength(2)
})

function refusing(reply: Reply): DatadogOptions {
  return { intercept: () => reply }
}

/** The keys that the gate is given, whatever the simulator wants. */
function asKnown(): { inputs: Record<string, string> } {
  return { inputs: { 'datadog-api-key': API_KEY, 'datadog-app-key': APP_KEY } }
}

function expectRefused(refused: DatadogRun, words: readonly string[]): void {
  expect(refused.outputs).toMatchObject({ decision: 'block', verdict: 'config-error', 'burn-rate': '' })
  expect(refused.exitCode).toBe(1)
  for (const word of words) expect(refused.outputs['reason']).toContain(word)
  expect(refused.datadog.requests).toEqual([])
}

/** Runs the bundle on one SLO of a Datadog of its own. */
async function gateOn(
  options: DatadogOptions,
  fields: Record<string, unknown> = {},
  { inputs, ...others }: GateOptions = {}
): Promise<DatadogRun> {
  const datadog = await startDatadog(options)
  const files = { 'slo.json': definition({ source: SOURCE, ...fields }) }
  const all = { 'slo-file': 'slo.json', ...datadog.inputs(), ...inputs }
  try {
    return { ...(await run({ ...others, inputs: all, files })), datadog }
  } finally {
    await datadog.close()
  }
}
