import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { eventsSchema } from '../../src/github/schemas.ts'

test.each([
  ['User', { login: 'ada-admin', isPerson: true }],
  ['Bot', { login: 'ada-admin', isPerson: false }],
  ['Mannequin', null],
  ['Organization', null]
])('a label that an account of the type %s added is by %j', (type, actor) => {
  const event = {
    id: 1,
    event: 'labeled',
    label: { name: 'maintenance-mode' },
    actor: { login: 'ada-admin', type },
    created_at: '2026-11-25T12:00:00Z'
  }
  expect(v.parse(eventsSchema, [event]).labels).toEqual([expect.objectContaining({ actor })])
})
