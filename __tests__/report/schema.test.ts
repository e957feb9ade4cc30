import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { reportSchema, sloSchema } from '../../src/report/schema.ts'

const [, fields = ''] = readFileSync('docs/report.md', 'utf8').split('## Fields')
const [ofReport = '', ofSlo = ''] = fields.split('Each SLO:')

/** The fields that the first column of a table names. */
const documented = (text: string) =>
  [...text.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)(?:\[\])?`/g)].map(([, name]) => name)
  )

it.each([
  ['the report', ofReport, { ...reportSchema.entries, version: undefined }],
  ['each SLO', ofSlo.split('\n## ')[0] ?? '', sloSchema.entries]
])('docs/report.md names every field of %s, and no other', (_of, text, entries) => {
  const names = Object.keys(entries).filter(name => name !== 'version')
  expect(documented(text).toSorted()).toEqual(names.toSorted())
})

it.each(['applied', 'publications', 'requests'] as const)('docs/report.md names every field of %s', name => {
  const line = ofReport.split('\n').find(text => text.startsWith(`| \`${name}[]\``)) ?? ''
  const missing = Object.keys(reportSchema.entries[name].item.entries).filter(
    field => !line.includes(`\`${field}\``)
  )
  expect(missing).toEqual([])
})
