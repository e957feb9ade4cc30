import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runGate } from '../../../simulator/harness/inProcess.ts'
import { definitionParser } from '../../../src/definitions/definition.ts'
import { fromOpenSlo } from '../../../src/definitions/openslo/documents.ts'
import { allowance, readYaml } from '../../../src/definitions/yaml.ts'
import { Problems } from '../../../src/problems.ts'
import { SOURCE_TYPES } from '../../../src/sources/catalog.ts'
import type { SloDefinition } from '../../../src/sources/sloDefinition.ts'

/** FUZZ_RUNS asks for more runs of what reads definitions. */
const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 1_000)

const HOURS = { timeZone: 'UTC', days: ['MON'], from: '08:00', to: '18:00' }
const ALERT = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT1H', shortDuration: 'PT5M' }
const common = { id: 'crm', name: 'CRM', sloTarget: 99.5, timeWindow: 'P30D', minimumEvents: 5 }
const own = [
  { type: 'genesys-observability' },
  {
    type: 'genesys-data-actions',
    actionIds: ['a'],
    ignoreResponseStatuses: [404],
    slowerThan: 'PT2S',
    delay: 'PT5M'
  },
  { type: 'prometheus', good: 'g[$window]', total: 't[$window]' },
  { type: 'prometheus', pyrra: 'crm', metric: 'm' },
  { type: 'datadog', sloId: 'x' }
].map(source => ({
  ...common,
  burnRateAlerts: [ALERT],
  businessHours: HOURS,
  metric: { resourceType: 'x' },
  source
}))

const query = { metricSource: { type: 'prometheus', spec: { query: 'x[$window]' } } }
const condition = { kind: 'burnrate', op: 'gt', threshold: 2, lookbackWindow: '1h', alertAfter: '5m' }
const openSlo = {
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: { name: 'crm' },
  spec: {
    indicator: { spec: { ratioMetric: { counter: true, good: query, total: query } } },
    timeWindow: [{ duration: '30d', isRolling: true }],
    objectives: [{ target: 0.99 }],
    alertPolicies: [{ spec: { conditions: [{ spec: { severity: 'page', condition } }] } }]
  }
}

type Path = readonly (string | number)[]

function placesIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([key, part]) => placesIn(part).map(path => [key, ...path]))]
}

function replaced(value: unknown, [key, ...path]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const part = replaced((value as Record<string, unknown>)[key], path, by)
  return Array.isArray(value) ? value.with(Number(key), part) : { ...(value as object), [key]: part }
}

const keys = [
  'toString',
  '__proto__',
  'constructor',
  'valueOf',
  'toJSON',
  'id',
  'type',
  'slos',
  '1',
  '<<',
  ''
]
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 1 })),
  fc.constantFrom<unknown>(
    -1,
    0,
    0.995,
    1e308,
    2 ** 53,
    '',
    ' ',
    'PT0S',
    'P0D',
    '30d',
    '\ud800',
    '\u0000',
    null,
    [],
    {}
  ),
  fc.constantFrom<unknown>('x'.repeat(5_000), '##[stop-commands]x\n::error::y', '0'.repeat(5_000))
)

/** Definitions of every form, with any value at any place. */
const definitions: fc.Arbitrary<unknown> = fc
  .constantFrom<unknown>(...own, openSlo)
  .chain(valid =>
    fc.tuple(fc.constantFrom(...placesIn(valid)), odd).map(([path, by]) => replaced(valid, path, by))
  )

describe('a definition of any shape', () => {
  test('ends in outputs, a report and a summary', async () => {
    const property = fc.asyncProperty(fc.array(definitions, { maxLength: 3 }), async values => {
      const files = { 'slo.yaml': values.map(value => `--- ${JSON.stringify(value)}\n`).join('') }
      // No source can be reached, so even a valid definition blocks.
      const inputs = { 'slo-file': 'slo.yaml', 'github-token': '', timeout: 'PT1S' }
      const run = await runGate({ inputs, files })
      expect(run.exitCode).toBe(1)
      expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
      expect(Object.keys(run.outputs)).toHaveLength(9)
      expect(run.report.errors.length).toBeGreaterThan(0)
      expect(run.summary).not.toBe('')
      expect(run.stdout).not.toMatch(/defect|##\[stop|^::error::y/m)
      expect(run.stdout.length).toBeLessThan(50_000)
    })
    await fc.assert(property, { numRuns: 300 })
  }, 120_000)

  test('of which there are thousands makes no long log', async () => {
    const long = `- &long "${'x'.repeat(400)}"\n`
    const wrong = Array.from(
      { length: 2_000 },
      (_, index) => `- { id: *long, sloTarget: 0, name: *long, x${index}: *long }\n`
    )
    const run = await runGate({
      inputs: { 'slo-file': 'slo.yaml' },
      files: { 'slo.yaml': long + wrong.join('') }
    })
    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
    expect(run.report.errors.at(-1)).toMatch(/^slo.yaml: has \d+ more$/)
    expect(run.stdout.length + run.summary.length).toBeLessThan(400_000)
  })

  test('is either read or refused, never an exception, and what is read can block', async () => {
    const parse = await definitionParser(SOURCE_TYPES)
    let taken = 0
    const property = fc.property(definitions, value => {
      const problems = new Problems()
      const { values, error } = readYaml(JSON.stringify(value), allowance())
      expect(error).toBeUndefined()
      const raws = values.map(read => ({ file: 'slo.yaml', value: read }))
      const slos = [...raws, ...fromOpenSlo(raws, problems)].flatMap(raw => parse(raw, problems) ?? [])
      for (const slo of slos) mustBeUsable(slo)
      taken += slos.length
    })
    fc.assert(property, { numRuns: FUZZ_RUNS })
    expect(taken).toBeGreaterThan(FUZZ_RUNS / 100)
  }, 600_000)
})

function mustBeUsable({ id, target, window, alerts, minimumEvents }: SloDefinition): void {
  const highest = 100 / (100 - Number(target))
  const isUsable = [
    id.trim() !== '' && id.length <= 2_000,
    Number(target) > 1 && Number(target) < 100,
    window.ms > 0 && Number.isSafeInteger(window.ms),
    alerts.every(({ burnRateThreshold }) => burnRateThreshold > 0 && burnRateThreshold < highest),
    minimumEvents <= 1_000_000
  ].every(Boolean)
  if (!isUsable) throw new Error(JSON.stringify({ id, target, window, alerts, minimumEvents }))
}
