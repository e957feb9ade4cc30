// Whatever the gate has to ask, a fault of it blocks, in its time and after so many questions.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { type Reply, startServer } from '../../../simulator/server.ts'
import {
  ASKED,
  dripping,
  expectBlocked,
  inTurn,
  JSON_TYPE,
  json,
  status,
  waitOut
} from '../../support/faults.ts'
import { annotations, SLO } from '../../support/scenario.ts'

interface Fault {
  title: string
  /** Made of an answer that would not block. */
  reply: (good: string) => Reply
  says?: string
}

const typed = (body: string | Buffer, type: string, headers = {}): Reply => ({
  body,
  headers: { 'content-type': type, ...headers }
})
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

const statuses: Fault[] = [201, 202, 204, 206, 304, 400, 401, 403, 404, 408, 409, 413, 418, 501].map(
  code => ({
    title: String(code),
    reply: good => (code === 204 || code === 304 ? { status: code } : status(code, JSON_TYPE, good)),
    says: `HTTP ${code}`
  })
)

const bodies: Fault[] = [
  { title: 'an HTML page', reply: () => typed('<html>Sign in</html>', 'text/html'), says: 'text/html' },
  { title: 'JSON declared as HTML', reply: good => typed(good, 'text/html'), says: 'not JSON' },
  { title: 'JSON declared as text', reply: good => typed(good, 'text/plain'), says: 'not JSON' },
  {
    title: 'JSON declared as bytes',
    reply: good => typed(good, 'application/octet-stream'),
    says: 'not JSON'
  },
  {
    title: 'JSON declared as UTF-16',
    reply: good => typed(good, 'application/json; charset=utf-16'),
    says: 'utf-16'
  },
  {
    title: 'JSON declared as Latin-1',
    reply: good => typed(good, 'application/json;charset="iso-8859-1"'),
    says: '8859'
  },
  {
    title: 'JSON in UTF-16 that is not declared',
    reply: good => typed(Buffer.from(good, 'utf16le'), 'application/json'),
    says: 'not valid JSON'
  },
  {
    title: 'compressed JSON, which was not asked for',
    reply: good => typed(gzipSync(good), 'application/json', { 'content-encoding': 'gzip' }),
    says: 'is encoded (gzip)'
  },
  { title: 'an empty body', reply: () => json(''), says: 'empty' },
  { title: 'a body of spaces', reply: () => json('  \n') },
  { title: 'JSON that is cut off', reply: good => json(good.slice(0, -1)), says: 'not valid JSON' },
  { title: 'JSON twice', reply: good => json(good + good), says: 'not valid JSON' },
  { title: 'JSON in a list', reply: good => json(`[${good}]`) },
  { title: 'a number', reply: () => json('0.4') },
  { title: 'a text', reply: () => json('"0.4"') },
  { title: 'null', reply: () => json('null') },
  { title: 'a million lists in each other', reply: () => json(nested(1_000_000)) },
  // Just below what is read at all.
  { title: 'half a million lists in each other', reply: () => json(nested(500_000)) },
  {
    title: 'a million lists that are never closed',
    reply: () => json('['.repeat(1_000_000)),
    says: 'not valid'
  },
  { title: 'a third of a million small lists', reply: () => json(`[${'[],'.repeat(340_000)}[]]`) },
  { title: 'a long text without JSON', reply: () => json(' x'.repeat(500_000)), says: 'not valid JSON' }
]

/** Silence of 15 seconds is given up; a second attempt has only what is left of the time. */
const TOO_LATE = /sent nothing for 15 seconds|the time budget of PT20S \(20 seconds\) is used up/
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
const late: Fault[] = [
  { title: 'silence', reply: () => ({ raw: waitOut }) },
  {
    title: 'silence after half a body',
    reply: good => ({
      raw: (_request, response) => {
        response.writeHead(200, { ...JSON_TYPE, 'content-length': '999' })
        response.write(good, waitOut)
      }
    })
  },
  { title: 'a body that drips', reply: good => dripping(`${HEAD}content-length: 99999\r\n\r\n${good}`, ' ') },
  { title: 'a header that drips', reply: () => dripping(`${HEAD}x-padding: `, 'x') },
  { title: 'interim answers without end', reply: () => dripping('', 'HTTP/1.1 102 Processing\r\n\r\n') }
]

const other: Fault[] = [
  { title: 'a redirect to an address that is none', reply: () => status(302, { location: 'http://[' }) },
  { title: 'a redirect without an address', reply: () => status(302), says: 'HTTP 302' },
  {
    title: '429 that asks for an hour',
    reply: () => status(429, { 'retry-after': '3600' }),
    says: 'past the time budget of PT20S'
  },
  {
    title: '503 that asks for an hour, as a date',
    reply: () => status(503, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }),
    says: 'past the time budget of PT20S'
  }
]

/** What may have passed by the next attempt. */
const passing: Fault[] = [
  ...[429, 500, 502, 503, 504].map(code => ({
    title: String(code),
    reply: () => status(code),
    says: `HTTP ${code}`
  })),
  {
    title: '429 that asks for something that is no time',
    reply: () => status(429, { 'retry-after': 'soon' })
  },
  { title: 'a reset connection', reply: () => ({ raw: ({ socket }) => socket.resetAndDestroy() }) },
  { title: 'a closed connection', reply: () => ({ raw: ({ socket }) => socket.destroy() }) },
  {
    title: 'something that is not HTTP',
    reply: () => ({ raw: ({ socket }) => socket.end('220 ESMTP\r\n') })
  },
  {
    title: 'half a body',
    reply: good => ({
      raw: ({ socket }, response) => {
        response.writeHead(200, { ...JSON_TYPE, 'content-length': '999' })
        response.write(good, () => socket.destroy())
      }
    })
  }
]

describe.each(ASKED)('$name', ({ good, asks, mostBytes, run }) => {
  test('is fine with the answer that the faults are made of', async () => {
    const { outputs } = await run(() => json(good))

    expect(outputs['verdict']).not.toBe('source-error')
  })

  test.each([...statuses, ...bodies, ...other])(
    'that answers with $title blocks and is not asked again',
    async ({ title, reply, says }) => {
      const blocked = await run(() => reply(good))

      expectBlocked(blocked, says)
      expect(blocked.asked).toHaveLength(asks[title] ?? 1)
      expect(annotations(blocked, 'error')).toEqual([
        expect.stringContaining(blocked.outputs['reason'] ?? 'no reason')
      ])
    }
  )

  test.each(late)('that answers with $title blocks within its time', async ({ reply }) => {
    const blocked = await run(() => reply(good))

    expectBlocked(blocked, TOO_LATE)
    expect(blocked.asked.length).toBeLessThanOrEqual(2)
  })

  test.each(passing)('that lasts in answering with $title blocks after five attempts', async fault => {
    const blocked = await run(() => fault.reply(good))

    expectBlocked(blocked, fault.says)
    expectBlocked(blocked, 'after 5 attempts')
    expect(blocked.asked).toHaveLength(asks[fault.title] ?? 5)
  })

  test.each(passing)('that answers with $title once is asked again, and read', async fault => {
    const allowed = await run(inTurn(fault.reply(good)))

    expect(allowed.outputs['verdict']).not.toBe('source-error')
    const attempts = allowed.report.requests.map(({ attempt }: { attempt: number }) => attempt)
    expect(attempts.filter((attempt: number) => attempt > 1)).toEqual(fault.title in asks ? [] : [2])
  })

  test('that answers with more than is read blocks', async () => {
    const blocked = await run(() => json(good + ' '.repeat(mostBytes)))

    expectBlocked(blocked, 'larger than')
    expect(blocked.asked).toHaveLength(1)
  })

  test('that redirects in a circle blocks', async () => {
    const blocked = await run(({ path }) => status(307, { location: path }))

    expectBlocked(blocked, 'redirects more than 5 times')
    expect(blocked.asked).toHaveLength(6)
  })

  test.each([301, 302, 303, 307, 308])('that redirects to another origin with %i blocks', async code => {
    const elsewhere = await startServer(() => json(good))
    const blocked = await run(() => status(code, { location: `${elsewhere.url}/api/v2/` }))
    await elsewhere.close()

    expectBlocked(blocked, elsewhere.url)
    expect(blocked.asked).toHaveLength(1)
    expect(elsewhere.requests).toEqual([])
  })

  test('that refuses is allowed by on-error: allow, but is called a source error', async () => {
    const allowed = await run(() => status(403), { 'on-error': 'allow' })

    expect(allowed.outputs).toMatchObject({ decision: 'allow', verdict: 'source-error', 'burn-rate': '' })
    expect(allowed.exitCode).toBe(0)
    expect(annotations(allowed, 'warning')).toEqual([expect.stringContaining(SLO)])
    expect(annotations(allowed, 'error')).toEqual([])
  })
})
