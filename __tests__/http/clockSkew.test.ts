import { expect, it } from '@jest/globals'
import { clockSkew } from '../../src/http/clockSkew.ts'

const MINUTE = 60_000
const RECEIVED = Date.parse('2026-11-23T18:00:00Z')
const at = (minutes: number) => new Date(RECEIVED + minutes * MINUTE)

it.each([
  ['no date', {}, undefined],
  ['a date that is none', { date: 'today' }, undefined],
  ['a date in another form', { date: '2026-11-23T18:00:00Z' }, undefined],
  ['a date between request and answer', { date: at(-1).toUTCString() }, 0],
  ['a date after the answer', { date: at(7).toUTCString() }, 7],
  ['a date before the request', { date: at(-9).toUTCString() }, -7],
  ['an old date from a cache', { date: at(-60).toUTCString(), age: '3600' }, 0],
  ['a date that a cache does not explain', { date: at(-60).toUTCString(), age: '600' }, -48],
  ['an age that is none', { date: at(0).toUTCString(), age: '1, 2' }, 0]
])('an answer with %s', (_title, headers, minutes) => {
  const skew = clockSkew({ headers }, { sentAt: at(-2), receivedAt: at(0) })
  expect(skew === undefined ? skew : skew / MINUTE).toBe(minutes)
})
