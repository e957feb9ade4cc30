import { describe, expect, test } from '@jest/globals'
import { configured, expectRefused, type Row } from '../../support/refusal.ts'
import { definition, SLO } from '../../support/scenario.ts'

/** A file that is wrong as a whole. */
const file = (title: string, content: string, ...says: string[]) => ({
  title,
  files: { 'slo.yaml': content },
  inputs: { 'slo-file': 'slo.yaml' },
  says: ['slo.yaml', ...says]
})

const rows: Row[] = [
  {
    title: 'in several fields',
    files: { 'slo.json': definition({ sloTarget: 120, timeWindow: 'P1M', sloTraget: 99.5 }) },
    inputs: { 'slo-file': 'slo.json' },
    says: ['slo.json', `"${SLO}"`, 'field sloTarget: 120', 'field timeWindow: "P1M"', 'field sloTraget']
  },
  file('as it is a list of texts', '- hello', '"hello"', 'a mapping'),
  file('as it is broken YAML', 'id: [x\nsloTarget: 99.5', 'cannot be read', 'line'),
  file('with a key twice', 'id: x\nsloTarget: 99.5\nsloTarget: 10', 'cannot be read', 'unique', 'line 3'),
  file('in its second document', `${definition()}\n---\nid: [x`, 'cannot be read', 'line'),
  file('with an alias that grows without end', bomb(), 'cannot be read', 'alias'),
  {
    title: 'as it is a folder',
    files: { 'slos/slo.json': definition() },
    inputs: { 'slo-file': 'slos' },
    says: ['slos', 'cannot be read', 'directory']
  }
]

describe('a file of slo-file that is wrong blocks before any request is sent', () => {
  test.each(rows)('$title', async ({ inputs, ...row }) => {
    expectRefused(await configured({ ...row, inputs: { 'slo-id': '', ...inputs } }), row)
  })

  test('in an audit as well', async () => {
    const inputs = { 'slo-id': '', 'slo-file': 'slo.json', mode: 'audit' }
    const audit = await configured({ inputs, files: { 'slo.json': definition({ sloTarget: 0 }) } })

    expect(audit.report.mode).toBe('audit')
    expectRefused(audit, { title: '', says: ['slo.json', `"${SLO}"`, 'field sloTarget'] })
  })
})

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
