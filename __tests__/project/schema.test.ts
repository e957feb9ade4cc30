import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import { parseAllDocuments } from 'yaml'
import { definitionSchema } from '../../scripts/schema.ts'
import { Problems } from '../../src/problems.ts'
import { parseDefinition } from '../support/definitions.ts'
import { documentedYaml } from '../support/documentedWorkflows.ts'

const committed = readFileSync('schema/slo.schema.json', 'utf8')
// Editors know words, such as patternErrorMessage, that are not in the standard.
const fits = new Ajv({ strict: false }).compile(JSON.parse(committed))

describe('schema/slo.schema.json', () => {
  it('is what `npm run schema` makes of the code that reads definitions', async () => {
    expect(await definitionSchema()).toBe(committed)
  })

  it('takes one definition, a list of them, and slos', () => {
    const slo = { id: 'a', sloTarget: 99, metric: {} }
    const documents = [slo, [slo, slo], { slos: [slo] }, { $schema: 'x', slos: [slo] }]
    expect(documents.map(document => fits(document))).toEqual([true, true, true, true])
    const wrong = [{ ...slo, source: {} }, [slo, {}], { slos: [slo, 5] }, { slos: [slo], more: 1 }, 'text']
    expect(wrong.map(document => fits(document))).toEqual(wrong.map(() => false))
  })
})

const ADDRESS =
  'https://raw.githubusercontent.com/error-budget-gate/error-budget-gate/v1/schema/slo.schema.json'
const LINE = `# yaml-language-server: $schema=${ADDRESS}\n`

describe('every definition in the documents and the examples', () => {
  const files = globSync('examples/**/slos/*.yaml').map(where => ({
    where,
    text: readFileSync(where, 'utf8')
  }))
  const blocks = documentedYaml.filter(({ text }) => /^(- )?id:/m.test(text) && text.includes('sloTarget:'))
  const definitions = [...files, ...blocks]

  it.each(definitions)('$where begins with the line for editors and fits the schema', ({ text }) => {
    expect(text.slice(0, LINE.length)).toBe(LINE)
    for (const document of parseAllDocuments(text)) {
      fits(document.toJS())
      expect(fits.errors).toBeNull()
    }
  })

  it('is found', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(blocks.map(({ where }) => where.replace(/:.*/, ''))).toEqual(
      expect.arrayContaining(['README.md', 'docs/definitions.md'])
    )
  })
})

describe('the schema and the code that reads definitions', () => {
  const common = {
    id: 'crm',
    name: 'CRM',
    description: 'Lookups',
    metric: { resourceType: 'a', filterExpression: 'b' },
    sloTarget: 99.5,
    timeWindow: 'P30D',
    minimumEvents: 10,
    burnRateAlerts: [{ level: 'CRITICAL', burnRateThreshold: 6, duration: 'PT1H', shortDuration: 'PT5M' }],
    businessHours: { timeZone: 'UTC', days: ['MON'], from: '08:00', to: '18:00' }
  }
  const sources: readonly object[] = [
    { type: 'genesys-observability' },
    {
      type: 'genesys-data-actions',
      integrationId: '0a1b2c3d-1111-4222-8333-444455556666',
      actionIds: ['custom_-_1'],
      ignoreErrorTypes: ['TIMEOUT'],
      ignoreResponseStatuses: [404],
      slowerThan: 'PT2S',
      delay: 'PT5M'
    },
    { type: 'prometheus', good: 'g[$window]', total: 't[$window]' },
    { type: 'prometheus', bad: 'b[$window]', total: 't[$window]' },
    { type: 'prometheus', errorRatio: 'r[$window]' },
    { type: 'prometheus', sloth: 'service-crm', labels: { cluster: 'east' } },
    { type: 'prometheus', pyrra: 'crm', metric: 'calls_total' },
    { type: 'datadog', sloId: 'abc' }
  ]
  const bases = [common, ...sources.map(source => ({ id: 'crm', sloTarget: 99.5, source }))]

  type Path = readonly (string | number)[]
  const pathsIn = (value: unknown): readonly Path[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, part]) => [[key], ...pathsIn(part).map(rest => [key, ...rest])])

  /** A copy with another value at a path; undefined takes the key away. */
  function withValue(base: unknown, [key = '', ...rest]: Path, value: unknown): unknown {
    const copy = Object.assign(Array.isArray(base) ? [] : {}, base) as Record<string, unknown>
    if (rest.length > 0) copy[key] = withValue(copy[key], rest, value)
    else if (value === undefined) delete copy[key]
    else copy[key] = value
    return copy
  }

  const VALUES: readonly unknown[] = [
    ...[undefined, null, true, 0, -1, 0.995, 1, 1.5, 2, 50, 404, 1_000_000, 1_000_001, 3_600_000, 3_600_001],
    ...['', ' ', 'x', 'x ', ' x', 'a b', 'a\nb', 'a\n', '\u0007', '.', '..', '99.5', '404', '600', 'NONE'],
    ...[
      '30d',
      '4w',
      '1h30m',
      '90s',
      'P4W',
      'PT0.5H',
      'PT1,5H',
      '10d1w',
      'P1M',
      'P1Y',
      '1M',
      'month',
      'P',
      'PT'
    ],
    ...['0d', 'PT0S', 'P0D', '08:00', '8:00', '24:00', '25:00', 'MON', 'MONDAY', 'WARNING', 'PAGE'],
    ...['UTC', '+01:00', '0A1B2C3D-1111-4222-8333-444455556666', 'datadog', 'promtheus', 'prometheus'],
    ...[[], ['x'], ['TUE'], [5], [{}], {}, { x: 1 }, { type: 'datadog' }, { type: 'x' }]
  ]

  const CASES = bases.flatMap(base => [
    ...pathsIn(base).flatMap(path => VALUES.map(value => withValue(base, path, value))),
    ...[
      'minEvents',
      'source.url',
      'source.integrationID',
      'source.good',
      'source.total',
      'businessHours.day'
    ].map(path => withValue(base, path.split('.'), 'x'))
  ])

  const FORM = /not accepted; it takes|is missing|is not a known key|is a fraction|it takes at most/
  /** What no pattern can tell: names of time zones, and how long a duration is. */
  const ONLY_READ = /field (businessHours\.timeZone|source\.slowerThan|source\.delay): /

  function compared(value: unknown) {
    const problems = new Problems()
    parseDefinition({ file: 'slo.yaml', value }, problems)
    const errors = problems.errors.filter(error => FORM.test(error))
    return {
      isOpen: errors.length > 0 && errors.every(error => ONLY_READ.test(error)),
      errors,
      fits: fits(value)
    }
  }

  it('agree on every key with every kind of value', () => {
    const different = CASES.map(value => ({ value: JSON.stringify(value), ...compared(value) })).filter(
      ({ isOpen, errors, fits }) => !isOpen && fits === errors.length > 0
    )
    // The code takes an empty list for a mapping that may be empty.
    expect(different.filter(({ value }) => !/"(metric|labels)":\[\]/.test(value))).toEqual([])
  })

  it('agree that anything else in the place of a key is wrong', () => {
    const paths = bases.flatMap(base => pathsIn(base).map(path => ({ base, path })))
    // A query that is nothing but a comment is empty, which no pattern can tell.
    const values = fc.jsonValue().filter(part => !(typeof part === 'string' && part.trim().startsWith('#')))
    const any = fc.tuple(fc.constantFrom(...paths), values)
    fc.assert(
      fc.property(any, ([{ base, path }, part]) => {
        const { isOpen, fits, errors } = compared(withValue(base, path, part))
        if (fits && !isOpen) expect(errors).toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})
