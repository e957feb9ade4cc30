// Definitions in an editor that knows schema/slo.schema.json.
import { expect, test } from '@jest/globals'
import { markedIn, offeredAfter } from '../support/editor.ts'

const SCHEMA = 'schema/slo.schema.json'
const LINE = `# yaml-language-server: $schema=${SCHEMA}\n`

const RIGHT = {
  id: 'crm-lookups',
  sloTarget: '99.5',
  timeWindow: '30d',
  minimumEvents: '100',
  burnRateAlerts: '[{ level: CRITICAL, burnRateThreshold: 14.4, duration: PT1H, shortDuration: PT5M }]',
  source: '{ type: prometheus, bad: "sum(increase(x[$window]))", total: "sum(increase(y[$window]))" }'
}

const written = (fields: Record<string, string>) =>
  LINE +
  Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')

/** One wrong field each, and the words that the editor has to mark. */
const WRONG: [what: string, fields: Record<string, string>, marked: string][] = [
  ['a share in place of a percentage', { sloTarget: '0.995' }, '0.995'],
  ['a target that leaves no budget', { sloTarget: '100' }, '100'],
  [
    'a key in the wrong case',
    { source: '{ type: genesys-data-actions, integrationID: crm }' },
    'integrationID'
  ],
  ['a key of another name', { minEvents: '100' }, 'minEvents'],
  [
    'a level that does not exist',
    { burnRateAlerts: '[{ level: PAGE, burnRateThreshold: 6, duration: PT1H }]' },
    'PAGE'
  ],
  ['an alert without its window', { burnRateAlerts: '[{ level: WARNING, burnRateThreshold: 6 }]' }, '{'],
  ['a window in words', { timeWindow: 'month' }, 'month'],
  ['a source that does not exist', { source: '{ type: promtheus, errorRatio: "x[$window]" }' }, 'promtheus'],
  ['a name in the place of an id', { source: '{ type: genesys-data-actions, integrationId: crm }' }, 'crm'],
  ['a source without its type', { source: '{ errorRatio: "x[$window]" }' }, 'source'],
  ['good events without all of them', { source: '{ type: prometheus, good: "x[$window]" }' }, 'source'],
  ['a number of events in words', { minimumEvents: 'many' }, 'many'],
  [
    'a day in full',
    { businessHours: '{ timeZone: Europe/Berlin, days: [MONDAY], from: "08:00", to: "18:00" }' },
    'MONDAY'
  ]
]

test('an editor marks nothing in a right definition', async () => {
  expect(await markedIn(written(RIGHT))).toEqual([])
})

test.each(WRONG)('an editor marks %s', async (_what, fields, marked) => {
  const found = await markedIn(written({ ...RIGHT, ...fields }))
  expect(found.map(({ words }) => words)).toContain(marked)
})

test('an editor offers the keys of a definition, and the types of a source', async () => {
  expect(await offeredAfter(`${LINE}id: crm-lookups\n`)).toEqual(
    expect.arrayContaining(['sloTarget', 'timeWindow', 'burnRateAlerts', 'source'])
  )
  expect(await offeredAfter(`${LINE}id: crm-lookups\nsource:\n  type: `)).toEqual(
    expect.arrayContaining(['prometheus', 'datadog'])
  )
  expect(await offeredAfter(`${LINE}id: crm-lookups\nsource:\n  type: prometheus\n  `)).toEqual(
    expect.arrayContaining(['good', 'total', 'errorRatio'])
  )
})
