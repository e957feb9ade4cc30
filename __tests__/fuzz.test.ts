import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { judge } from '../src/budget/judge.ts'
import { type Observation, readingOf } from '../src/budget/reading.ts'
import { windowEnding } from '../src/budget/window.ts'
import type { HttpRequest } from '../src/http/message.ts'
import { Secrets } from '../src/http/secrets.ts'
import { Datadog } from '../src/sources/datadog/source.ts'
import { Genesys } from '../src/sources/genesys/connection.ts'
import { readDataActionHistory } from '../src/sources/genesys-data-actions/history.ts'
import { GenesysDataActions } from '../src/sources/genesys-data-actions/source.ts'
import { GenesysObservability } from '../src/sources/genesys-observability/source.ts'
import { readPrometheusHistory } from '../src/sources/prometheus/history.ts'
import { Prometheus } from '../src/sources/prometheus/source.ts'
import type { SourceContext } from '../src/sources/source.ts'
import { recentEvidence } from '../src/state/memory.ts'
import { parseState } from '../src/state/stateFile.ts'
import { alertWith, lasting, POLICY, sloWith } from './support/builders.ts'
import { ago, NOW, ORIGIN } from './support/memory.ts'

/** A few by default; `FUZZ_RUNS=100000` by hand. */
const RUNS = { seed: 20_261_123, numRuns: Number(process.env['FUZZ_RUNS'] ?? 5_000) }
/** So many have to pass at least, so that a property is about something. */
const share = (percent: number) => (RUNS.numRuns * percent) / 100
const TARGET = 99.5
const PASSING = ['healthy', 'warning']

interface Answer {
  status: number
  headers: Record<string, string>
  text: string
}

/** The JSON value at a path, where there is one. */
function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (Object.hasOwn(Object(found), key) ? (found as Record<string, unknown>)[key] : undefined),
    value
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isWellFormed = ({ status, headers }: Answer) =>
  status === 200 && /^[^;]*json(;|$)(?!.*(utf-16|latin))/i.test(headers['content-type'] ?? 'application/json')

/** Every place in a value, the whole of it included. */
function placesIn(value: unknown): (string | number)[][] {
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(Object(value))
  const below = typeof value === 'object' ? keys : []
  return [[], ...below.flatMap(key => placesIn(at(value, key)).map(path => [key, ...path]))]
}

function replaced(value: unknown, [key, ...path]: (string | number)[], by: unknown): unknown {
  if (key === undefined) return by
  const changed = replaced(at(value, key), path, by)
  if (Array.isArray(value)) return value.with(Number(key), changed)
  return { ...(value as object), [key]: changed }
}

/** The value itself, with one place replaced or taken away, or its text with a piece of it replaced. */
function damaged(value: unknown): fc.Arbitrary<string> {
  const places = placesIn(value)
  const text = JSON.stringify(value)
  const other = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(undefined, -1, 0, 1e308, '0.4', 'NaN')
  )
  return fc.oneof(
    fc.constant(text),
    fc
      .tuple(fc.constantFrom(...places), other)
      .map(([path, by]) => JSON.stringify(replaced(value, path, by)) ?? ''),
    fc
      .tuple(fc.nat(text.length), fc.nat(20), fc.oneof(fc.string({ maxLength: 5 }), fc.constant('e9')))
      .map(([start, length, by]) => text.slice(0, start) + by + text.slice(start + length))
  )
}

const anything: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes).toString('utf8'))
)

const types = ['application/json', 'application/json; charset=utf-8', 'application/problem+json', 'TEXT/JSON']
const wrongTypes = [
  'text/html',
  'application/json; charset=utf-16',
  'application/json;charset=latin1',
  'json/html',
  ''
]

/** Answers around those that a source gives when it is well. */
function answers(texts: fc.Arbitrary<string>): fc.Arbitrary<Answer> {
  const type = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...types) }, fc.constantFrom(...wrongTypes))
  const odd = fc.dictionary(fc.constantFrom('inin-correlation-id', '__proto__', 'retry-after'), fc.string())
  return fc.record({
    status: fc.oneof({ weight: 4, arbitrary: fc.constant(200) }, fc.constantFrom(0, 201, 204, 400, 404, 503)),
    headers: fc.oneof(
      type.map(value => ({ 'content-type': value })),
      odd
    ),
    text: fc.oneof({ weight: 3, arbitrary: texts }, anything)
  })
}

/** The same verdict as a run would give, were the answers these. */
function verdictOf([observation]: readonly Observation[]): string {
  const reading = readingOf(observation ?? { kind: 'unreadable', reason: '' }, TARGET)
  return judge({ slo: sloWith({ target: TARGET }), readings: () => reading }, POLICY).verdict
}

/** A double of the transport: whatever is asked is answered by this. */
function contextFor(answer: (request: HttpRequest) => Answer): SourceContext {
  const send = async (request: HttpRequest) => ({
    ...answer(request),
    redact: (text: string) => text,
    request: 1
  })
  return { http: { send }, secrets: new Secrets(() => undefined), session: {} }
}

const slo = sloWith({ target: TARGET })
const window = windowEnding(NOW, slo.window)
const [start, end] = [window.start.toISOString(), window.end.toISOString()]
const seconds = (instant: string | number) => new Date(instant).getTime() / 1_000

const rates = fc.oneof(
  fc.double({ min: 0, max: 2 }),
  fc.double(),
  fc.constantFrom(1, 1 + 1e-8, -1e-300, 1e308)
)
const json = (value: unknown) => JSON.stringify(value)
/** Below the limit, from a ratio of failures. */
const isBelow = (ratio: number) => ratio >= -0.001_001 && (100 * ratio) / (100 - TARGET) <= 1 + 1e-9
const isNear = (one: unknown, other: number) => typeof one === 'number' && Math.abs(one - other) <= 60
const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)
const isWhole = (body: unknown) =>
  ['warnings', 'errors', 'error', 'isPartial', 'partial', 'cursor', 'nextUri'].every(name =>
    isNothing(at(body, name))
  )

interface Case {
  name: string
  texts: fc.Arbitrary<string>
  read(answer: Answer): Promise<readonly Observation[]>
  /** Whether a body says, in so many words, that the window is below the limit. */
  isGood(body: unknown): boolean
}

const genesys = (answer: Answer) =>
  new Genesys(
    { apiUrl: 'https://api.test', credentials: { accessToken: 'token' } },
    contextFor(() => answer)
  )

const prometheusOf = (answer: (request: HttpRequest) => Answer) =>
  new Prometheus({ apiUrl: 'https://prometheus.test', signIn: { kind: 'none' } }, contextFor(answer))

const vector = (value: string) => ({
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: {}, value: [seconds(end), value] }] }
})
const scalar = { status: 'success', data: { resultType: 'scalar', result: [seconds(end), '0.001'] } }
const empty = { status: 'success', data: { resultType: 'vector', result: [] } }

/** What a well-formed body of Prometheus says; NaN for any other. */
function sampleOf(body: unknown): number {
  if (at(body, 'status') !== 'success' || !isWhole(body)) return Number.NaN
  const result = at(body, 'data', 'result')
  const isVector = at(body, 'data', 'resultType') === 'vector'
  if (isVector && (!Array.isArray(result) || result.length !== 1)) return Number.NaN
  if (!isVector && at(body, 'data', 'resultType') !== 'scalar') return Number.NaN
  const pair = isVector ? at(result, 0, 'value') : result
  const [time, text] = Array.isArray(pair) && pair.length === 2 ? pair : []
  const isOfTime = isNear(time, seconds(end))
  return isOfTime && typeof text === 'string' && /^[-\d.e+]+$/i.test(text) ? Number(text) : Number.NaN
}

const actionRow = (errorType: string, count: unknown) => ({
  group: { errorType },
  data: [{ interval: `${start}/${end}`, metrics: [{ metric: 'tTotalExecution', stats: { count } }] }]
})
const actions = (good: unknown, bad: unknown) => ({
  results: [actionRow('NONE', good), actionRow('TIMEOUT', bad)]
})

/** The sums of a body of data actions; NaN where a row is not a sound one or is there twice. */
function actionSums(body: unknown): readonly [good: number, total: number] {
  let [good, total] = [0, 0]
  const seen = new Set<unknown>()
  const results = at(body, 'results')
  for (const result of isWhole(body) && Array.isArray(results) ? results : []) {
    const rows = at(result, 'data')
    for (const row of Array.isArray(rows) ? rows : []) {
      const count = at(row, 'metrics', 0, 'stats', 'count')
      const [from = Number.NaN, to = Number.NaN] = String(at(row, 'interval')).split('/').map(seconds)
      const isOfTime = from >= seconds(start) - 60 && to <= seconds(end) + 60 && from < to
      const key = JSON.stringify(at(result, 'group'))
      if (!isOfTime || seen.has(key) || !Number.isSafeInteger(count)) return [Number.NaN, Number.NaN]
      seen.add(key)
      total += count as number
      if (at(result, 'group', 'errorType') === 'NONE') good += count as number
    }
  }
  return [good, total]
}

const span = { from_ts: seconds(start), to_ts: seconds(end) }
const metricSlo = (good: unknown, total: unknown) => ({
  data: {
    ...span,
    overall: { sli_value: 99, errors: [] },
    series: { message: '', numerator: { sum: good }, denominator: { sum: total } }
  },
  errors: null
})
const uptime = (value: unknown) => ({
  data: { ...span, overall: { sli_value: value, errors: [] } },
  errors: null
})

/** The share of failures in a body of Datadog; NaN where it has none. */
function datadogRatio(body: unknown): number {
  const data = at(body, 'data')
  const spans = [at(data, 'from_ts'), at(data, 'to_ts')]
  const isOfTime = [span.from_ts, span.to_ts].every(
    (asked, index) => spans[index] === undefined || spans[index] === null || isNear(spans[index], asked)
  )
  const isSound = isOfTime && isWhole(body) && isWhole(data) && isNothing(at(data, 'overall', 'errors'))
  const series = at(data, 'series')
  const [good, total] = [at(series, 'numerator', 'sum'), at(series, 'denominator', 'sum')]
  const sli = at(data, 'overall', 'sli_value')
  if (!isSound) return Number.NaN
  if (series === undefined || series === null) return typeof sli === 'number' ? (100 - sli) / 100 : Number.NaN
  const areCounts = typeof good === 'number' && typeof total === 'number' && good >= 0 && total > 0
  return areCounts && isNothing(at(series, 'message')) ? (total - good) / total : Number.NaN
}

const CASES: Case[] = [
  {
    name: 'of Genesys',
    texts: fc.oneof(
      damaged({ burnRate: 0.4, startTime: start, endTime: end }),
      rates.map(burnRate => json({ burnRate }))
    ),
    read: answer =>
      new GenesysObservability(genesys(answer)).read([
        { slo, spec: { type: 'genesys-observability' }, window }
      ]),
    isGood: body => {
      const burnRate = at(body, 'burnRate')
      const isOf = (name: string, asked: string) => {
        const value = at(body, name)
        return value === undefined || value === null || isNear(seconds(String(value)), seconds(asked))
      }
      const isSound = isWhole(body) && isOf('startTime', start) && isOf('endTime', end)
      return isSound && typeof burnRate === 'number' && burnRate >= 0 && burnRate <= 1 + 1e-9
    }
  },
  {
    name: 'of data actions',
    texts: fc.oneof(
      damaged(actions(999, 1)),
      fc
        .tuple(fc.constantFrom(0, 990, 999, -1, '999', 1e308), fc.constantFrom(0, 1, 5, null))
        .map(([good, bad]) => json(actions(good, bad))),
      fc.constant(
        json({ results: [...actions(9_999, 1).results, actionRow('NONE', 1), actionRow('TIMEOUT', 40)] })
      )
    ),
    read: answer => {
      const spec = { type: 'genesys-data-actions', ignoreErrorTypes: [], ignoreResponseStatuses: [] } as const
      return new GenesysDataActions(genesys(answer)).read([{ slo, spec, window }])
    },
    isGood: body => {
      const [good, total] = actionSums(body)
      return total > 0 && isBelow((total - good) / total)
    }
  },
  {
    name: 'of Prometheus, with an error ratio',
    texts: fc.oneof(
      damaged(vector('0.001')),
      damaged(scalar),
      fc.double({ min: 0, max: 0.01 }).map(ratio => json(vector(String(ratio)))),
      fc.oneof(rates.map(String), fc.constantFrom('NaN', '+Inf', '', '0x0')).map(ratio => json(vector(ratio)))
    ),
    read: answer =>
      prometheusOf(() => answer).read([{ slo, spec: { type: 'prometheus', errorRatio: 'ratio' }, window }]),
    isGood: body => isBelow(sampleOf(body))
  },
  {
    name: 'of Datadog',
    texts: fc.oneof(
      damaged(metricSlo(999, 1_000)),
      damaged(uptime(99.9)),
      fc.tuple(rates, rates).map(([good, total]) => json(metricSlo(good, total))),
      fc.double({ min: 99, max: 101 }).map(value => json(uptime(value)))
    ),
    read: answer => {
      const keys = { apiUrl: 'https://api.test', apiKey: 'key', appKey: 'app-key' }
      const source = new Datadog(
        keys,
        contextFor(() => answer)
      )
      return source.read([{ slo, spec: { type: 'datadog', sloId: 'crm' }, window }])
    },
    isGood: body => isBelow(datadogRatio(body))
  }
]

describe('a random answer never fails the gate, and never passes unless it is well formed and below the limit:', () => {
  it.each(CASES)('$name', async ({ texts, read, isGood }) => {
    let passed = 0
    const property = fc.asyncProperty(answers(texts), async answer => {
      const verdict = verdictOf(await read(answer))
      if (!PASSING.includes(verdict)) return
      passed += 1
      if (!(isWellFormed(answer) && isGood(parsed(answer.text))))
        throw new Error(`${verdict}, although: ${JSON.stringify(answer)}`)
    })
    await fc.assert(property, RUNS)
    expect(passed).toBeGreaterThan(share(3))
  })

  it('of Prometheus, with good and total events', async () => {
    let passed = 0
    const texts = fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .constantFrom('0', '990', '999', '1000', '1000.5', '1002')
          .map(count => json(vector(count)))
      },
      fc.constant(json(empty)),
      damaged(vector('1000'))
    )
    const property = fc.asyncProperty(answers(texts), answers(texts), async (good, total) => {
      const source = prometheusOf(({ body }) => (body?.startsWith('query=good') ? good : total))
      const spec = { type: 'prometheus', good: 'good', total: 'total' } as const
      const verdict = verdictOf(await source.read([{ slo, spec, window }]))
      if (!PASSING.includes(verdict)) return
      passed += 1
      const [goodCount = Number.NaN, totalCount = Number.NaN] = [good, total].map(answer =>
        isWellFormed(answer) ? sampleOf(parsed(answer.text)) : Number.NaN
      )
      const isSound = totalCount > 0 && goodCount >= 0 && isBelow((totalCount - goodCount) / totalCount)
      if (!isSound) throw new Error(`${verdict}, although: ${JSON.stringify([good, total])}`)
    })
    await fc.assert(property, RUNS)
    expect(passed).toBeGreaterThan(share(1))
  })
})

describe('a random answer about the past draws no chart that is not there:', () => {
  const step = 24 * 3_600
  const range = {
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [
        {
          metric: {},
          values: Array.from({ length: 30 }, (_, day) => [seconds(start) + (day + 1) * step, '10'])
        }
      ]
    }
  }
  const day = (index: number) => new Date(window.start.getTime() + index * step * 1_000).toISOString()
  const buckets = {
    results: [
      {
        group: { errorType: 'NONE' },
        data: Array.from({ length: 30 }, (_, index) => ({
          interval: `${day(index)}/${day(index + 1)}`,
          metrics: [{ metric: 'tTotalExecution', stats: { count: 10 } }]
        }))
      }
    ]
  }
  const histories = {
    'of Prometheus': [
      range,
      (answer: Answer) => {
        const spec = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' } as const
        const connection = { apiUrl: 'https://prometheus.test', signIn: { kind: 'none' } } as const
        return readPrometheusHistory([{ slo, spec }], {
          connection,
          context: contextFor(() => answer),
          at: NOW
        })
      }
    ],
    'of data actions': [
      buckets,
      (answer: Answer) => {
        const spec = {
          type: 'genesys-data-actions',
          ignoreErrorTypes: [],
          ignoreResponseStatuses: []
        } as const
        return readDataActionHistory([{ slo, spec }], { genesys: genesys(answer), at: NOW })
      }
    ]
  } as const

  it.each(Object.entries(histories))('%s', async (_name, [sound, read]) => {
    let drawn = 0
    const property = fc.asyncProperty(answers(damaged(sound)), async answer => {
      for (const parts of (await read(answer)).values()) {
        drawn += 1
        expect(isWellFormed(answer) && isWhole(parsed(answer.text))).toBe(true)
        expect(parts).toHaveLength(30)
        for (const { good, total } of parts) expect(good >= 0 && total >= 0).toBe(true)
      }
    })
    await fc.assert(property, RUNS)
    expect(drawn).toBeGreaterThan(share(3))
  })
})

describe('a random state file never fails the gate, and never passes', () => {
  const MAX_AGE = lasting('PT15M')
  const watched = sloWith({ alerts: [alertWith({ duration: lasting('PT5M') })] })
  const windows = [watched.window.ms, lasting('PT5M').ms]
  const reading = { kind: 'rate', burnRate: 0.4, events: null }
  const entry = {
    at: ago(5).toISOString(),
    origin: ORIGIN,
    isUnresolved: false,
    readings: windows.map(windowMs => ({ windowMs, ...reading }))
  }
  const states = fc.oneof({ weight: 4, arbitrary: damaged({ version: 1, slos: { crm: entry } }) }, anything)

  /** Whether the text says, in so many words, that a young reading is below the limit. */
  function isGood(text: string): boolean {
    const state = parsed(text)
    const memory = at(state, 'slos', 'crm')
    const age = NOW.getTime() - Date.parse(String(at(memory, 'at')))
    const found = at(memory, 'readings')
    const last = (ms: number) =>
      (Array.isArray(found) ? found : []).findLast(one => at(one, 'windowMs') === ms)
    const [whole, alert] = windows.map(last)
    const burnRate = at(whole, 'burnRate')
    return [
      at(state, 'version') === 1 && at(memory, 'origin') === ORIGIN,
      age >= 0 && age <= MAX_AGE.ms,
      at(memory, 'isUnresolved') === false,
      at(whole, 'kind') === 'rate' && typeof burnRate === 'number' && burnRate >= 0 && burnRate <= 1 + 1e-9,
      at(alert, 'kind') === 'no-data' || (at(alert, 'burnRate') as number) <= 14.6
    ].every(Boolean)
  }

  /** The only exceptions are ours: that the text as a whole is no state file. */
  function verdictFrom(text: string): string {
    try {
      const memory = parseState(text, { now: NOW, warn: () => undefined }).get('crm')
      const young = recentEvidence({ slo: watched, origin: ORIGIN, memory, now: NOW }, MAX_AGE)
      return young === undefined ? 'asked again' : judge(young, POLICY).verdict
    } catch (error) {
      const isOurs = /not a state file|not valid JSON/.test(String(error))
      if (!isOurs) throw error
      return 'ignored'
    }
  }

  it('unless it says of this SLO that a young reading is below the limit', () => {
    let passed = 0
    const property = fc.property(states, text => {
      const verdict = verdictFrom(text)
      if (!PASSING.includes(verdict)) return
      passed += 1
      if (!isGood(text)) throw new Error(`${verdict}, although: ${text}`)
    })
    fc.assert(property, RUNS)
    expect(passed).toBeGreaterThan(share(5))
  })
})
