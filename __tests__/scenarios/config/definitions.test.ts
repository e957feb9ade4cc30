import { describe, expect, test } from '@jest/globals'
import { configured, DURATION, expectRefused, type Row } from '../../support/refusal.ts'
import { definition, SLO } from '../../support/scenario.ts'

/** One file with one definition that is wrong in one field. */
const field = (title: string, fields: Record<string, unknown>, ...says: string[]): Row => ({
  title,
  files: { 'slo.json': definition(fields) },
  says: ['slo.json', `"${SLO}"`, ...says]
})

/** One file that is wrong as a whole. */
const file = (title: string, content: string, ...says: string[]): Row => ({
  title,
  files: { 'slo.yaml': content },
  inputs: { 'slo-file': 'slo.yaml' },
  says: ['slo.yaml', ...says]
})

const CRITICAL = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' }
/** The second of two alerts, with some fields replaced. */
const alert = (fields: object) => ({ burnRateAlerts: [CRITICAL, { ...CRITICAL, ...fields }] })
const second = (name: string) => `burnRateAlerts[1].${name}`

const badFields: Row[] = [
  ...[0, 100, 120, -1, '99.5', null, true].map(value =>
    field(
      `sloTarget: ${JSON.stringify(value)}`,
      { sloTarget: value },
      ...['field sloTarget', JSON.stringify(value), 'above 0 and below 100']
    )
  ),
  field('no sloTarget', { sloTarget: undefined }, 'field sloTarget', 'missing'),
  ...[0, 720, '0', 'month', 'P1M', 'PT0S', '-PT1H', 'P9999999D'].map(value =>
    field(
      `timeWindow: ${JSON.stringify(value)}`,
      { timeWindow: value },
      ...['field timeWindow', JSON.stringify(value), DURATION]
    )
  ),
  field('an unknown key', { sloTraget: 99.5 }, 'field sloTraget', 'not a known key'),
  field('an empty name', { name: ' ' }, 'field name', '" "'),
  field('a name on two lines', { name: 'a\nb' }, 'field name', '"a\\nb"', 'on one line'),
  field('alerts that are no list', { burnRateAlerts: CRITICAL }, 'field burnRateAlerts', 'a list'),
  field('an alert that is no mapping', { burnRateAlerts: ['CRITICAL'] }, 'burnRateAlerts[0]', '"CRITICAL"'),
  field('an alert level', alert({ level: 'FATAL' }), second('level'), '"FATAL"', 'CRITICAL or WARNING'),
  field('an alert without a level', alert({ level: undefined }), second('level'), 'missing'),
  field('an alert window', alert({ duration: '5m' }), second('duration'), '"5m"', DURATION),
  field('a short alert window', alert({ shortDuration: 'P1Y' }), second('shortDuration'), '"P1Y"', DURATION),
  field('an unknown key of an alert', alert({ for: '5m' }), second('for'), 'not a known key'),
  ...[0, -1, '6', null].map(value =>
    field(
      `an alert threshold of ${JSON.stringify(value)}`,
      alert({ burnRateThreshold: value }),
      ...[second('burnRateThreshold'), JSON.stringify(value), 'a number above 0']
    )
  ),
  field(
    'an alert threshold that can never be reached',
    alert({ burnRateThreshold: 200.1 }),
    ...[second('burnRateThreshold'), '200.1', 'never be reached', '99.5 %', 'burn rate of 200 ']
  ),
  ...[-1, 1.5, '100'].map(value =>
    field(
      `minimumEvents: ${JSON.stringify(value)}`,
      { minimumEvents: value },
      ...['field minimumEvents', JSON.stringify(value), 'a whole number of 0 or more']
    )
  ),
  field(
    'a Prometheus source with good but no total',
    { source: { type: 'prometheus', good: 'x' } },
    'field source',
    'good and total, or errorRatio'
  ),
  field(
    'a Prometheus source with everything at once',
    { source: { type: 'prometheus', good: 'x', total: 'y', errorRatio: 'z' } },
    'field source',
    'good and total, or errorRatio'
  ),
  field(
    'a source with an address, which a pull request could change',
    { source: { type: 'prometheus', errorRatio: 'x', url: 'https://example.com' } },
    ...['field source.url', 'not a known key']
  ),
  field(
    'a source of an unknown type',
    { source: { type: 'newrelic' } },
    ...['field source.type', '"newrelic"', 'genesys-observability', 'prometheus']
  ),
  field('a source that is a text', { source: 'prometheus' }, 'field source', '"prometheus"')
]

const badFiles: Row[] = [
  file('a definition without an id', 'sloTarget: 99.5', 'field id', 'missing'),
  file('an id that is a number', 'id: 5\nsloTarget: 99.5', 'field id', '5', 'text'),
  file('an empty id', 'id: ""\nsloTarget: 99.5', 'field id', '""', 'text'),
  file('an empty file', '', 'no SLO definition'),
  file('a file of comments', '# id: x\n', 'no SLO definition'),
  file('an empty list', '[]', 'no SLO definition'),
  file('an empty list of slos', 'slos: []', 'no SLO definition'),
  file('a file that is a text', 'hello', '"hello"', 'a mapping'),
  file('a list of texts', '- hello', '"hello"', 'a mapping'),
  file('broken YAML', 'id: [x\nsloTarget: 99.5', 'cannot be read', 'line'),
  file('truncated JSON', '{"id": "x", "sloTarget": 99.5', 'cannot be read', 'line'),
  file('a key twice', 'id: x\nsloTarget: 99.5\nsloTarget: 10', 'cannot be read', 'unique', 'line 3'),
  file('a second document that is broken', `${definition()}\n---\nid: [x`, 'cannot be read', 'line'),
  file('an alias that grows without end', bomb(), 'cannot be read', 'alias'),
  file(
    'a file that is too large',
    `# ${'x'.repeat(1024 ** 2)}\n${definition()}`,
    'cannot be read',
    '1048576'
  ),
  {
    title: 'the same id in two files',
    files: { 'a.json': definition(), 'b.json': definition() },
    inputs: { 'slo-file': 'a.json\nb.json' },
    says: ['b.json', `"${SLO}"`, 'field id', 'duplicate', 'a.json']
  },
  file(
    'the same id twice in a file',
    `[${definition()}, ${definition()}]`,
    `"${SLO}"`,
    'field id',
    'duplicate'
  ),
  { title: 'a file that is not there', says: ['input slo-file', '"slo.json"', 'no file'] },
  {
    title: 'a glob without a match',
    inputs: { 'slo-file': 'slos/*.yaml' },
    files: { 'slos/slo.json': definition() },
    says: ['input slo-file', '"slos/*.yaml"', 'no file']
  },
  {
    title: 'a folder',
    inputs: { 'slo-file': 'slos' },
    files: { 'slos/slo.json': definition() },
    says: ['slos', 'cannot be read', 'directory']
  },
  {
    title: 'a slo-id that is in no file',
    inputs: { 'slo-id': 'another' },
    files: { 'slo.json': definition() },
    says: ['input slo-id', '"another"', 'slo-file', `"${SLO}"`]
  }
]

describe('a definition that is wrong blocks before any request is sent', () => {
  describe.each([
    ['a field', badFields],
    ['a file', badFiles]
  ])('%s', (_what, rows) => {
    test.each(rows)('$title', async row => {
      expectRefused(await defined(row), row)
    })

    test.each(rows)('in an audit: $title', async row => {
      const audit = await defined({ ...row, inputs: { ...row.inputs, mode: 'audit' } })

      expect(audit.report.mode).toBe('audit')
      expectRefused(audit, row)
    })
  })
})

/** All SLOs of slo.json, where the row has nothing else. */
function defined(row: Row) {
  return configured({ ...row, inputs: { 'slo-id': '', 'slo-file': 'slo.json', ...row.inputs } })
}

/** A short file that stands for a very long one. */
function bomb(): string {
  const lists = Array.from({ length: 9 }, (_, index) =>
    index === 0
      ? '&a0 [x, x, x, x, x]'
      : `&a${index} [${Array(5)
          .fill(`*a${index - 1}`)
          .join(', ')}]`
  )
  return lists.map(list => `- ${list}`).join('\n')
}
