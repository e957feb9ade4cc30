import { expect, test } from '@jest/globals'
import { type Reply, startServer } from '../../../simulator/server.ts'
import { expectBlocked, type Fault, json, status } from '../../support/faults.ts'
import { definition, run } from '../../support/scenario.ts'

const QUERY = 'ratio[$window]'
const files = { 'slo.json': definition({ source: { type: 'prometheus', errorRatio: QUERY } }) }
const refusal = (code: number, error: string): Reply =>
  status(code, {}, { status: 'error', errorType: 'bad_data', error })
const vector = (result: unknown) =>
  json(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }))
const sample = (value: unknown) => vector([{ metric: {}, value }])

/** What goes wrong, how often is asked all the same, and what the reason names. */
type Row = Pick<Fault, 'title' | 'reply' | 'timeout' | 'says'> & { asked: number }

const once: Row[] = [
  { title: '400, in its own words', reply: refusal(400, 'parse error'), says: 'HTTP 400 "parse error"' },
  { title: '401', reply: status(401, {}, 'no'), says: 'check prometheus-token' },
  { title: '403', reply: status(403, {}, 'no'), says: 'check what prometheus-token may do' },
  { title: '404', reply: status(404, {}, 'no'), says: 'check prometheus-url' },
  { title: '408', reply: status(408, {}, 'no'), says: 'HTTP 408' },
  { title: '413', reply: status(413, {}, 'no'), says: 'HTTP 413' },
  { title: '422, in its own words', reply: refusal(422, 'query timed out'), says: '"query timed out"' },
  { title: 'an error with 200', reply: refusal(200, 'out of memory'), says: '"out of memory"' },
  { title: 'a status that is none', reply: json('{"status":"partial"}'), says: 'HTTP 200' },
  {
    title: '429 that asks for an hour',
    reply: status(429, { 'retry-after': '3600' }),
    says: 'the next attempt would be in 3600 s, past the time budget of PT20S'
  },
  {
    title: 'an HTML page',
    reply: { body: '<html>', headers: { 'content-type': 'text/html' } },
    says: 'text/html'
  },
  { title: 'nothing', reply: json(''), says: 'empty' },
  { title: 'a success without data', reply: json('{"status":"success"}'), says: 'no vector' },
  { title: 'a matrix', reply: json('{"status":"success","data":{"resultType":"matrix","result":[]}}') },
  { title: 'a sample that is no pair', reply: sample(['0.001']), says: 'no value' },
  { title: 'a sample that is a number', reply: sample([1, 0.001]), says: 'no value' },
  { title: 'a negative ratio', reply: sample([1, '-0.1']), says: 'negative' },
  { title: 'a ratio above 1', reply: sample([1, '1.5']), says: 'above 1' },
  { title: 'a ratio that is a word', reply: sample([1, 'none']), says: 'none' },
  { title: 'a ratio beyond all numbers', reply: sample([1, '1e999']), says: 'Infinity' },
  {
    title: 'a list within a list within a list',
    reply: json(`{"status":"success","data":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`)
  },
  {
    title: 'a redirect in a circle',
    reply: status(307, { location: '/api/v1/query' }),
    says: 'redirects more than 5 times'
  },
  {
    title: 'silence',
    reply: { raw: () => undefined },
    timeout: 'PT2S',
    says: 'the time budget of PT2S (2 seconds) is used up'
  }
].map(row => ({ asked: row.title === 'a redirect in a circle' ? 6 : 1, ...row }) as Row)

const again: Row[] = [
  ...[429, 500, 502, 503, 504].map(code => ({
    title: `${code} that lasts`,
    reply: status(code, {}, 'no'),
    asked: 5,
    says: `HTTP ${code}`
  })),
  {
    title: '503 in its own words that lasts',
    reply: refusal(503, 'query queue is full'),
    asked: 5,
    says: '"query queue is full"'
  },
  {
    title: 'a reset connection',
    reply: { raw: request => request.socket.resetAndDestroy() },
    asked: 5,
    says: 'after 5 attempts'
  }
]

test.concurrent.each([...once, ...again])('$title of Prometheus blocks', async row => {
  const { reply, timeout = 'PT20S', asked } = row
  const prometheus = await startServer(request => (typeof reply === 'function' ? reply(request) : reply))
  const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url, timeout }
  const blocked = await run({ inputs, files })
  await prometheus.close()

  expectBlocked(blocked, row)
  expect(prometheus.requests).toHaveLength(asked)
})

test.concurrent('a redirect of Prometheus to another origin blocks, and that origin is never asked', async () => {
  const other = await startServer(() => sample([1, '0.001']))
  const prometheus = await startServer(() => status(307, { location: `${other.url}/api/v1/query` }))
  const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url, 'prometheus-token': 'a-token' }
  const blocked = await run({ inputs, files })
  await Promise.all([prometheus.close(), other.close()])

  expectBlocked(blocked, { says: other.url })
  expect(prometheus.requests).toHaveLength(1)
  expect(other.requests).toEqual([])
})

test.concurrent('a fault of Prometheus that passes is forgotten', async () => {
  const answers = [status(503), refusal(500, 'loading'), sample([1, '0.001'])]
  const prometheus = await startServer(() => answers.shift() ?? status(404))
  const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url }
  const allowed = await run({ inputs, files })
  await prometheus.close()

  expect(allowed.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.2' })
  const attempts = allowed.report.requests as { status: number; attempt: number }[]
  expect(attempts.map(({ status, attempt }) => [status, attempt])).toEqual([
    [503, 1],
    [500, 2],
    [200, 3]
  ])
})
