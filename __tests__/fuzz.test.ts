import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { judge } from '../src/budget/judge.ts'
import { type Observation, readingOf } from '../src/budget/reading.ts'
import { windowEnding } from '../src/budget/window.ts'
import type { HttpClient } from '../src/http/client.ts'
import { Secrets } from '../src/http/secrets.ts'
import { Genesys } from '../src/sources/genesys/connection.ts'
import { GenesysObservability } from '../src/sources/genesys-observability/source.ts'
import { Prometheus } from '../src/sources/prometheus/source.ts'
import { recentEvidence } from '../src/state/memory.ts'
import { parseState } from '../src/state/stateFile.ts'
import { alertWith, lasting, POLICY, sloWith } from './support/builders.ts'
import { ago, NOW, ORIGIN } from './support/memory.ts'

const RUNS = { seed: 20_261_123, numRuns: 100_000 }
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
function contextFor(answer: (body: string) => Answer) {
  const send: HttpClient['send'] = async ({ body }) => ({
    ...answer(body ?? ''),
    redact: text => text,
    request: 1
  })
  return { http: { send } as HttpClient, secrets: new Secrets(() => undefined), session: {} }
}

const slo = sloWith({ target: TARGET })
const window = windowEnding(NOW, slo.window)

describe('a random answer never fails the gate, and never passes unless it is well formed and below the limit:', () => {
  const rates = fc.oneof(
    fc.double({ min: 0, max: 2 }),
    fc.double(),
    fc.constantFrom(1, 1 + 1e-8, -1e-300, 1e308)
  )

  it('of Genesys', async () => {
    let passed = 0
    const texts = fc.oneof(
      damaged({ burnRate: 0.4 }),
      rates.map(burnRate => JSON.stringify({ burnRate }))
    )
    const connection = { apiUrl: 'https://api.test', credentials: { accessToken: 'token' } }
    const property = fc.asyncProperty(answers(texts), async answer => {
      const source = new GenesysObservability(
        new Genesys(
          connection,
          contextFor(() => answer)
        )
      )
      const spec = { type: 'genesys-observability' } as const
      const verdict = verdictOf(await source.read([{ slo, spec, window }]))
      const burnRate = at(parsed(answer.text), 'burnRate')
      const isGood =
        isWellFormed(answer) && typeof burnRate === 'number' && burnRate >= 0 && burnRate <= 1 + 1e-9
      if (PASSING.includes(verdict) !== isGood)
        throw new Error(`${verdict}, although: ${JSON.stringify(answer)}`)
      passed += Number(isGood)
    })
    await fc.assert(property, RUNS)
    expect(passed).toBeGreaterThan(5_000)
  })

  const vector = (value: string) => ({
    status: 'success',
    data: { resultType: 'vector', result: [{ metric: {}, value: [1_700_000_000, value] }] }
  })
  const scalar = { status: 'success', data: { resultType: 'scalar', result: [1_700_000_000, '0.001'] } }
  const empty = { status: 'success', data: { resultType: 'vector', result: [] } }

  /** What a well-formed answer says; undefined for any other. */
  function sampleOf(answer: Answer): number | undefined {
    const body = parsed(answer.text)
    if (!isWellFormed(answer) || at(body, 'status') !== 'success') return undefined
    const result = at(body, 'data', 'result')
    const isVector = at(body, 'data', 'resultType') === 'vector'
    if (isVector && (!Array.isArray(result) || result.length !== 1)) return undefined
    if (!isVector && at(body, 'data', 'resultType') !== 'scalar') return undefined
    const pair = isVector ? at(result, 0, 'value') : result
    const text = Array.isArray(pair) && pair.length === 2 ? pair[1] : undefined
    return typeof text === 'string' && /^[-\d.e+]+$/i.test(text) ? Number(text) : undefined
  }

  async function readPrometheus(
    spec: Parameters<Prometheus['read']>[0][0]['spec'],
    answer: (body: string) => Answer
  ) {
    const source = new Prometheus({ apiUrl: 'https://prometheus.test', token: undefined }, contextFor(answer))
    return verdictOf(await source.read([{ slo, spec, window }]))
  }

  it('of Prometheus, with an error ratio', async () => {
    let passed = 0
    const texts = fc.oneof(
      damaged(vector('0.001')),
      damaged(scalar),
      fc.double({ min: 0, max: 0.01 }).map(ratio => JSON.stringify(vector(String(ratio)))),
      fc
        .oneof(rates.map(String), fc.constantFrom('NaN', '+Inf', '', '0x0'))
        .map(ratio => JSON.stringify(vector(ratio)))
    )
    const property = fc.asyncProperty(answers(texts), async answer => {
      const verdict = await readPrometheus({ type: 'prometheus', errorRatio: 'ratio' }, () => answer)
      if (!PASSING.includes(verdict)) return
      passed += 1
      const ratio = sampleOf(answer) ?? Number.NaN
      if (!(ratio >= -1e-9 && (100 * ratio) / (100 - TARGET) <= 1 + 1e-9))
        throw new Error(`${verdict}, although: ${JSON.stringify(answer)}`)
    })
    await fc.assert(property, RUNS)
    expect(passed).toBeGreaterThan(5_000)
  })

  it('of Prometheus, with good and total events', async () => {
    let passed = 0
    const texts = fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .constantFrom('0', '990', '999', '1000', '1001')
          .map(count => JSON.stringify(vector(count)))
      },
      fc.constant(JSON.stringify(empty)),
      damaged(vector('1000'))
    )
    const property = fc.asyncProperty(answers(texts), answers(texts), async (good, total) => {
      const spec = { type: 'prometheus', good: 'good', total: 'total' } as const
      const verdict = await readPrometheus(spec, body => (body.startsWith('query=good') ? good : total))
      if (!PASSING.includes(verdict)) return
      passed += 1
      const [goodCount = Number.NaN, totalCount = Number.NaN] = [sampleOf(good), sampleOf(total)]
      const ratio = (totalCount - goodCount) / totalCount
      if (!(totalCount > 0 && goodCount >= 0 && (100 * ratio) / (100 - TARGET) <= 1 + 1e-9))
        throw new Error(`${verdict}, although: ${JSON.stringify([good, total])}`)
    })
    await fc.assert(property, RUNS)
    expect(passed).toBeGreaterThan(1_000)
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
    expect(passed).toBeGreaterThan(5_000)
  })
})
