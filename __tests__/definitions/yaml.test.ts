import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { allowance, readYaml } from '../../src/definitions/yaml.ts'

const read = (content: string) => readYaml(content, allowance())

/** The number of runs of a property; FUZZ_RUNS asks for more. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 1_000)

describe('YAML', () => {
  it.each<[string, unknown]>([
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
    [
      '- &b { x: 1, y: 2 }\n- <<: *b\n  y: 3',
      [
        { x: 1, y: 2 },
        { x: 1, y: 3 }
      ]
    ],
    [
      '- &b { x: 1 }\n- &c { x: 2, z: 3 }\n- { x1: 0, <<: [*b, *c] }',
      [{ x: 1 }, { x: 2, z: 3 }, { x1: 0, x: 1, z: 3 }]
    ],
    ['"<<": 1', { '<<': 1 }],
    ['1: a\n1.0: b\ntrue: c', { 1: 'a', '1.0': 'b', true: 'c' }],
    ['a: |\n  sum(\n    x\n  )\n', { a: 'sum(\n  x\n)\n' }],
    ['{"a": [1e3, null, "x\\u0041"]}', { a: [1000, null, 'xA'] }]
  ])('is read: %j', (content, value) => {
    expect(read(content)).toEqual({ values: [value] })
  })

  it('may have the names of what every object has as keys', () => {
    const { values } = read('__proto__: { x: 1 }\nconstructor: 2\ntoString: 3')
    expect(Object.entries(values[0] as object)).toEqual([
      ['__proto__', { x: 1 }],
      ['constructor', 2],
      ['toString', 3]
    ])
  })

  it.each([
    ['a: 1\na: 2', 'keys must be unique, at line 2, column 1'],
    ['a: &x k\n*x : 1', 'a key must be plain text, not an alias, a list or a mapping, at line 2, column 1'],
    ['? [a]\n: 1', 'a key must be plain text, not an alias, a list or a mapping, at line 1, column 3'],
    ['a: *b', 'an alias has no anchor before it, at line 1, column 4'],
    ['a: &a [*a]', 'an alias has no anchor before it, at line 1, column 8'],
    ['<<: 1', 'a merge key takes a mapping or a list of mappings, at line 1, column 1'],
    ['%YAML 1.1\n---\na: yes', 'directives are not accepted, at line 1, column 1'],
    ['a: !secret x', 'Unresolved tag, at line 1, column 4'],
    ['a: ok\nb: @hush-hush', 'Plain value cannot start with reserved character @, at line 2, column 4'],
    [`${'- '.repeat(200)}x`, expect.stringMatching(/^it is nested too deeply, at line 1/)],
    ['['.repeat(1_000_000), expect.stringMatching(/^it is nested too deeply, at line 1/)]
  ])('is refused without quoting it: %.30s', (content, error) => {
    expect(read(content)).toEqual({ values: [], error })
  })

  const rows = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => row(index)).join('')

  // Each of these took the library many seconds.
  it.each([
    ['keys', rows(25_000, index => `k${index}: 1\n`)],
    ['anchors and aliases', rows(12_500, index => `- &a${index} x\n- *a${index}\n`)]
  ])('may have many %s', (_what, content) => {
    expect(read(content).error).toBeUndefined()
  })

  it('is not read beyond what a run may hold', () => {
    const lists = rows(
      9,
      index =>
        `- &a${index} [${
          index === 0
            ? 'x'
            : Array(9)
                .fill(`*a${index - 1}`)
                .join(', ')
        }]\n`
    )
    const long = `- &a ${'x'.repeat(50_000)}\n${rows(2_000, () => '- *a\n')}`
    for (const content of [lists, long])
      expect(read(content).error).toMatch(/^the aliases in the files expand to more/)
    expect(read(rows(200_000, () => '- x\n')).error).toMatch(
      /^the files contain more YAML than is read in one run/
    )
  })

  it('gives back any value that is written in it', () => {
    const values = fc.jsonValue({ maxDepth: 4 })
    const property = fc.property(values, value => {
      const json = JSON.parse(JSON.stringify(value))
      // The library writes it without quotes.
      fc.pre(!JSON.stringify(value).includes('<<'))
      expect(read(JSON.stringify(value))).toEqual({ values: json === null ? [] : [json] })
      expect(read(stringify(json))).toEqual({ values: json === null ? [] : [json] })
    })
    fc.assert(property, { numRuns: Math.min(numRuns, 10_000) })
  })

  it('never throws, whatever the text is', () => {
    const pieces = [
      '&a ',
      '*a',
      '<<: ',
      '- ',
      '? ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      '\n',
      '  ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!x ',
      '%',
      '---',
      '...',
      ',',
      'k',
      '1',
      '\t',
      '@',
      '`',
      '\u0000',
      '\ud800',
      '__proto__'
    ]
    const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), {
      maxLength: 30
    })
    const property = fc.property(texts, parts => {
      const { error } = read(parts.join(''))
      if (error !== undefined && error.length > 200) throw new Error(error)
    })
    fc.assert(property, { numRuns })
  })
})
