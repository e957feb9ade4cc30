import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import type { Reply } from '../../../simulator/server.ts'
import { expectBlocked, expectHeld, type Fault, JSON_TYPE, json } from '../../support/faults.ts'
import { API, answering, gate, SIGN_IN } from '../../support/scenario.ts'

const MIB = 1024 ** 2
const RATE = '{"burnRate":0.4,"access_token":"a-token"}'
const typed = (type: string): Reply => ({ body: RATE, headers: { 'content-type': type } })

/** That many bytes, sent as fast as they are taken. */
function large(bytes: number, headers: Record<string, string> = {}): Reply {
  const piece = Buffer.alloc(MIB, ' ')
  return {
    raw: (_request, response) => {
      response.writeHead(200, { ...JSON_TYPE, ...headers })
      response.write(RATE)
      let left = bytes - RATE.length
      const more = () => {
        if (left <= 0) return response.end()
        const next = piece.subarray(0, Math.min(left, MIB))
        left -= next.length
        return response.write(next, error => error ?? more())
      }
      more()
    }
  }
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

const faults: Omit<Fault, 'requests'>[] = [
  {
    title: 'an HTML page',
    reply: { body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }
  },
  { title: 'JSON declared as HTML', reply: typed('text/html'), says: 'not JSON' },
  { title: 'JSON declared as bytes', reply: typed('application/octet-stream'), says: 'not JSON' },
  { title: 'JSON in UTF-16, as declared', reply: typed('application/json; charset=utf-16'), says: 'utf-16' },
  { title: 'JSON declared as Latin-1', reply: typed('application/json;charset="iso-8859-1"'), says: '8859' },
  {
    title: 'JSON in UTF-16, not declared',
    reply: { body: Buffer.from(RATE, 'utf16le'), headers: JSON_TYPE },
    says: 'not valid JSON'
  },
  {
    title: 'compressed JSON, which nobody asked for',
    reply: { body: gzipSync(RATE), headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } },
    says: 'not valid JSON'
  },
  { title: 'nothing', reply: json(''), says: 'empty' },
  { title: 'a million lists in each other', reply: json(nested(1_000_000)), says: 'larger than' },
  // Just below what is read at all.
  { title: 'half a million lists in each other', reply: json(nested(500_000)) },
  { title: 'half a million lists as the value', reply: json(`{"burnRate":${nested(500_000)}}`) },
  { title: 'a million lists that are never closed', reply: json('['.repeat(1_000_000)), says: 'not valid' },
  { title: 'a third of a million small lists', reply: json(`[${'[],'.repeat(340_000)}[]]`) },
  { title: 'a long text without JSON', reply: json(' x'.repeat(500_000)), says: 'not valid JSON' },
  { title: '200 MiB', reply: large(200 * MIB), says: 'larger than' },
  {
    title: '200 MiB, as declared',
    reply: large(200 * MIB, { 'content-length': String(200 * MIB) }),
    says: 'larger than'
  }
]

test.concurrent.each(faults)('$title as an answer of the API blocks after one question', fault =>
  expectHeld(API, { ...fault, requests: [1, 1] })
)

test.concurrent.each(faults)('$title as an answer of the sign-in blocks after one question', fault =>
  expectHeld(SIGN_IN, { ...fault, requests: [1, 0] })
)

test('200 MiB from each of 30 SLOs at once block in no more memory than one', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `slo-${index}`)
  const run = await gate(
    { intercept: answering(API, large(200 * MIB)) },
    { inputs: { 'slo-id': ids.join(), timeout: 'PT20S' } }
  )

  expectBlocked(run, { says: 'larger than' })
  expect(run.genesys.burnRateRequests()).toHaveLength(30)
})
