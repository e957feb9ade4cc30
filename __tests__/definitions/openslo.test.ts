import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse, parseAllDocuments } from 'yaml'
import { fromOpenSlo } from '../../src/definitions/openslo/documents.ts'
import { Problems } from '../../src/problems.ts'
import { parseDefinition } from '../support/definitions.ts'

/** Maps YAML by file; a file can hold several documents. */
function mapped(files: Readonly<Record<string, string>>) {
  const raws = Object.entries(files).flatMap(([file, content]) =>
    parseAllDocuments(content).map(document => ({ file, value: document.toJS() as unknown }))
  )
  return mappedValues(raws)
}

function mappedValues(raws: readonly { file: string; value: unknown }[]) {
  const problems = new Problems()
  const definitions = fromOpenSlo(raws, problems)
  return { definitions, errors: problems.errors, warnings: problems.warnings }
}

/** What the real check makes of the only definition. */
function checked(files: Readonly<Record<string, string>>) {
  const { definitions, errors } = mapped(files)
  expect(errors).toEqual([])
  expect(definitions).toHaveLength(1)
  const problems = new Problems()
  const slo = definitions[0] && parseDefinition(definitions[0], problems)
  expect(problems.errors).toEqual([])
  return { slo, warnings: problems.warnings, value: definitions[0]?.value, file: definitions[0]?.file }
}

const INLINE = `
apiVersion: openslo/v1
kind: SLO
metadata:
  name: crm
  displayName: CRM lookups
  labels: { team: [voice, crm] }
  annotations: { example.com/owner: crm }
spec:
  description: |
    Lookups that agents
    do not wait for
  service: contact-centre
  indicator:
    metadata: { name: crm-sli, displayName: CRM, labels: {}, annotations: {} }
    spec:
      description: ignored
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: 'crm_total{result="ok"}' } } }
        total: { metricSource: { type: prometheus, spec: { query: sum(crm_total) } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ displayName: Most, target: 0.9995 }]
  alertPolicies:
    - kind: AlertPolicy
      metadata: { name: fast }
      spec:
        description: ignored
        alertWhenNoData: true
        alertWhenResolved: false
        alertWhenBreaching: true
        notificationTargets: [{ targetRef: nobody }]
        conditions:
          - kind: AlertCondition
            metadata: { name: fast-burn }
            spec:
              description: ignored
              severity: page
              condition: { kind: burnrate, op: gt, threshold: 14.4, lookbackWindow: 1h, alertAfter: 5m }
`

const SLO = parse(INLINE) as object

type Path = readonly (string | number)[]

/** A copy of a value with one place replaced, or taken away by undefined. */
function changed(value: unknown, [key, ...path]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = changed(copy[key], path, by)
  if (copy[key] === undefined) delete copy[key]
  return copy
}

const pathOf = (path: string): Path =>
  path.split(/[.[\]]+/).flatMap(key => (key === '' ? [] : /^\d+$/.test(key) ? Number(key) : key))

/** The errors about the complete SLO with one place changed. */
const errorsWith = (path: string, by: unknown) =>
  mappedValues([{ file: 'crm.yaml', value: changed(SLO, pathOf(path), by) }]).errors

/** The definition of the complete SLO with one place changed. */
const definitionWith = (path: string, by: unknown) => {
  const { definitions, errors } = mappedValues([{ file: 'f', value: changed(SLO, pathOf(path), by) }])
  expect(errors).toEqual([])
  return definitions[0]?.value as Record<string, unknown>
}

const METRIC = 'spec.indicator.spec.ratioMetric'
const WINDOW = 'spec.timeWindow[0]'
const OBJECTIVE = 'spec.objectives[0]'
const POLICY = 'spec.alertPolicies[0]'
const CONDITION = `${POLICY}.spec.conditions[0]`
const BURN = `${CONDITION}.spec.condition`

const SHORTHAND = 'a duration such as 5m, 6h, 30d or 4w; M, Q and Y have no fixed length'

const prometheus = (query: string) => ({ metricSource: { type: 'prometheus', spec: { query } } })

describe('an OpenSLO document', () => {
  it('becomes a definition', () => {
    const { slo, warnings, value, file } = checked({ 'slos/crm.yaml': INLINE })
    expect(warnings).toEqual([])
    expect(file).toBe('slos/crm.yaml')
    expect(value).toEqual({
      id: 'crm',
      name: 'CRM lookups',
      description: 'Lookups that agents do not wait for',
      sloTarget: 99.95,
      timeWindow: 'P30D',
      burnRateAlerts: [
        { level: 'CRITICAL', burnRateThreshold: 14.4, duration: 'PT1H', shortDuration: 'PT5M' }
      ],
      source: {
        type: 'prometheus',
        good: 'sum(increase(crm_total{result="ok"}[$window]))',
        total: 'sum(increase(crm_total[$window]))'
      }
    })
    expect(slo).toMatchObject({ id: 'crm', target: 99.95, window: { iso: 'P30D' } })
  })

  it('may be as short as the specification has it', () => {
    const { slo, value } = checked({
      'crm.yaml': `
apiVersion: openslo/v1
kind: SLO
metadata: { name: crm }
spec:
  description:
  indicator:
    spec:
      ratioMetric:
        good: { metricSource: { type: PROMETHEUS, spec: { query: "sum(rate(ok[$window]))" } } }
        total: { metricSource: { type: Prometheus, spec: { query: "sum(rate(all[$window]))" } } }
  timeWindow: [{ duration: 4w, isRolling: true }]
  objectives: [{ targetPercent: 99.5 }]
  alertPolicies: # empty, as in the examples of OpenSLO
`
    })
    expect(value).toEqual({
      id: 'crm',
      sloTarget: 99.5,
      timeWindow: 'P4W',
      burnRateAlerts: [],
      source: { type: 'prometheus', good: 'sum(rate(ok[$window]))', total: 'sum(rate(all[$window]))' }
    })
    expect(slo).toMatchObject({ name: 'crm', alerts: [] })
  })
})

const CRITICAL = { burnRateAlerts: [{ level: 'CRITICAL' }] }
const WARNING = { burnRateAlerts: [{ level: 'WARNING' }] }
const SAME = { sloTarget: 99.95, timeWindow: 'P30D' }

describe('what the specification allows in several ways', () => {
  it.each<[path: string, value: unknown, gives: object]>([
    ['apiVersion', 'openslo.com/v1', { id: 'crm' }],
    [`${CONDITION}.spec.severity`, 'page', CRITICAL],
    [`${CONDITION}.spec.severity`, 'Critical', CRITICAL],
    [`${CONDITION}.spec.severity`, 'ticket', WARNING],
    [`${CONDITION}.spec.severity`, 'sev1', WARNING],
    [`${POLICY}.spec.alertWhenBreaching`, false, { burnRateAlerts: [] }],
    ...['Prometheus', 'mimir', 'Thanos', 'Cortex', 'VictoriaMetrics'].map(
      (type): [string, string, object] => [
        ...([`${METRIC}.good.metricSource.type`, type, { source: { type: 'prometheus' } }] as const)
      ]
    ),
    [`${OBJECTIVE}.op`, 'lte', SAME],
    [`${OBJECTIVE}.target`, '0.9995', SAME],
    [OBJECTIVE, { targetPercent: '99.95' }, SAME],
    [`${WINDOW}.isRolling`, undefined, SAME],
    ...Object.entries({ '30d': 'P30D', '4w': 'P4W', '720h': 'PT720H', '90m': 'PT90M', '007d': 'P7D' }).map(
      ([value, timeWindow]): [string, string, object] => [`${WINDOW}.duration`, value, { timeWindow }]
    ),
    [`${OBJECTIVE}.target`, 0.07, { sloTarget: 7 }],
    [`${OBJECTIVE}.target`, 0.29, { sloTarget: 29 }],
    [`${OBJECTIVE}.target`, 0.999999, { sloTarget: 99.9999 }],
    [`${OBJECTIVE}.target`, 0.5, { sloTarget: 50 }]
  ])('has %s as %p', (path, value, gives) => {
    expect(definitionWith(path, value)).toMatchObject(gives)
  })
})

const REFERRING = `
apiVersion: openslo/v1
kind: SLO
metadata: { name: crm }
spec:
  indicatorRef: crm-sli
  timeWindow: [{ duration: 720h, isRolling: true }]
  objectives: [{ target: 0.99 }]
  alertPolicies: [{ alertPolicyRef: paging }, tickets]
`

const part = (kind: string, name: string, spec: string) =>
  `apiVersion: openslo/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`

const METRICS = `{ ratioMetric: {
    bad: { metricSource: { metricSourceRef: metrics, spec: { query: "sum(increase(bad[$window]))" } } },
    total: { metricSource: { metricSourceRef: metrics, type: prometheus, spec: { query: "sum(increase(all[$window]))" } } }
  } }`
const DETAILS = '{ url: "https://elsewhere.example", token: x }'
const INLINE_CONDITION =
  '{ spec: { severity: WARN, condition: { op: gt, threshold: 1, lookbackWindow: 3d, alertAfter: 0m } } }'
const FAST = '{ kind: BurnRate, op: gte, threshold: 10, lookbackWindow: 60m, alertAfter: 0 }'
const SLOW = '{ op: gt, threshold: 6, lookbackWindow: 6h, alertAfter: 30m }'

const PARTS = [
  part('SLI', 'crm-sli', METRICS),
  part('DataSource', 'metrics', `{ description: ours, type: Prometheus, connectionDetails: ${DETAILS} }`),
  part('AlertPolicy', 'paging', '{ conditions: [{ conditionRef: fast }] }'),
  part('AlertPolicy', 'tickets', `{ conditions: [{ conditionRef: slow }, ${INLINE_CONDITION}] }`),
  part('AlertCondition', 'fast', `{ severity: Critical, condition: ${FAST} }`),
  part('AlertCondition', 'slow', `{ severity: ticket, condition: ${SLOW} }`),
  part('Service', 'contact-centre', '{}\nwhatever: is not looked at'),
  part('AlertNotificationTarget', 'contact-centre', '{ target: email }')
].join('---\n')

/** The documents that refer to each other, with words in them replaced. */
const referring = (...replacements: readonly (readonly [string, string])[]) => {
  const files = { 'slos/crm.yaml': REFERRING, 'parts.yaml': PARTS }
  return mapped(
    Object.fromEntries(
      Object.entries(files).map(([file, content]) => [
        file,
        replacements.reduce((text, [what, by]) => text.replaceAll(what, by), content)
      ])
    )
  )
}

describe('references', () => {
  it('go across files, in any order', () => {
    const { value } = checked({ 'slos/crm.yaml': REFERRING, 'parts.yaml': PARTS })
    expect(checked({ 'parts.yaml': PARTS, 'slos/crm.yaml': REFERRING }).value).toEqual(value)
    expect(value).toEqual({
      id: 'crm',
      sloTarget: 99,
      timeWindow: 'PT720H',
      burnRateAlerts: [
        { level: 'CRITICAL', burnRateThreshold: 10, duration: 'PT60M' },
        { level: 'WARNING', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' },
        { level: 'WARNING', burnRateThreshold: 1, duration: 'P3D' }
      ],
      source: {
        type: 'prometheus',
        errorRatio: '(sum(increase(bad[$window]))) / (sum(increase(all[$window])))'
      }
    })
  })

  it('to an indicator that no file has are refused', () => {
    expect(referring(['indicatorRef: crm-sli', 'indicatorRef: other'])).toEqual({
      definitions: [],
      errors: [
        'slos/crm.yaml, SLO "crm", field spec.indicatorRef: "other" names no SLI document in the files of slo-file'
      ],
      warnings: []
    })
  })

  it.each([
    { what: 'alertPolicyRef: paging', by: 'alertPolicyRef: other', path: 'alertPolicies[0].alertPolicyRef' },
    { what: ', tickets]', by: ', other]', path: 'alertPolicies[1]' }
  ])('to a policy that no file has leave the SLO without its alerts: $path', ({ what, by, path }) => {
    const { definitions, errors, warnings } = referring([what, by])
    expect(errors).toEqual([])
    expect(definitions).toHaveLength(1)
    expect(Object(definitions[0]?.value).burnRateAlerts).toHaveLength(path.endsWith('Ref') ? 2 : 1)
    expect(warnings).toEqual([
      `slos/crm.yaml, SLO "crm", field spec.${path}: "other" names no AlertPolicy document in the files of slo-file, so the SLO is measured without its alerts`
    ])
  })

  it('in a part to a document that no file has are refused', () => {
    const { definitions, errors } = referring(
      ['conditionRef: fast', 'conditionRef: toString'],
      ['metricSourceRef: metrics, spec', 'metricSourceRef: __proto__, spec']
    )
    expect(definitions).toEqual([])
    expect(errors.toSorted().reverse()).toEqual([
      'parts.yaml, SLI "crm-sli", field spec.ratioMetric.bad.metricSource.metricSourceRef: "__proto__" names no DataSource document in the files of slo-file',
      'parts.yaml, AlertPolicy "paging", field spec.conditions[0].conditionRef: "toString" names no AlertCondition document in the files of slo-file'
    ])
  })

  it.each([
    {
      title: 'need no data source where the type is given',
      what: 'metricSourceRef: metrics, spec',
      by: 'type: prometheus, metricSourceRef: other, spec'
    },
    { title: 'find a Datasource', what: 'kind: DataSource', by: 'kind: Datasource' }
  ])('$title', ({ what, by }) => {
    expect(referring([what, by])).toMatchObject({ definitions: [{ file: 'slos/crm.yaml' }], errors: [] })
  })

  it.each(['SLI', 'DataSource', 'AlertPolicy', 'AlertCondition'])('cannot mean one of two: %s', kind => {
    const [, name] = new RegExp(`kind: ${kind}\nmetadata: { name: ([\\w-]+)`).exec(PARTS) ?? []
    const second = `apiVersion: openslo/v1\nkind: ${kind}\nmetadata: { name: ${name} }\n`
    const { definitions, errors } = mapped({ 'a.yaml': REFERRING, 'b.yaml': PARTS, 'c.yaml': second })
    expect(definitions).toEqual([])
    expect(errors).toEqual([
      `c.yaml, ${kind} "${name}", field metadata.name: is a duplicate: b.yaml defines it too`
    ])
  })

  it('leave two SLOs of one name without a definition', () => {
    const { definitions, errors } = mapped({ 'a.yaml': INLINE, 'b.yaml': INLINE })
    expect(definitions).toEqual([])
    expect(errors).toEqual(['b.yaml, SLO "crm", field metadata.name: is a duplicate: a.yaml defines it too'])
  })

  it('report what is wrong with a part once, and at the part', () => {
    const { definitions, errors } = mapped({
      'a.yaml': REFERRING,
      'b.yaml': REFERRING.replace('name: crm', 'name: other').replace('target: 0.99', 'target: 1'),
      'parts.yaml': PARTS.replace('threshold: 10', 'threshold: 0')
    })
    expect(definitions).toEqual([])
    expect(errors).toEqual([
      'parts.yaml, AlertCondition "fast", field spec.condition.threshold: 0 is not accepted; it takes a number above 0',
      'b.yaml, SLO "other", field spec.objectives[0].target: 1 is not accepted; it takes a fraction above 0.01 and below 1, such as 0.995'
    ])
  })

  it('decide which parts are read: a part that no SLO uses may be anything', () => {
    const unused = [
      part('SLI', 'unused', '{ thresholdMetric: {} }'),
      part('AlertCondition', 'unused', '{ severity: 3 }'),
      part('AlertPolicy', 'unused', '{ conditions: [] }'),
      part('DataSource', 'unused', '{ type: Datadog }')
    ]
    expect(checked({ 'a.yaml': [INLINE, ...unused].join('---\n') }).slo?.id).toBe('crm')
  })

  it('say which type a data source has that cannot be mapped', () => {
    const { errors } = referring(['type: Prometheus', 'type: CloudWatch'])
    expect(errors).toEqual(
      ['bad', 'total'].map(key =>
        expect.stringContaining(
          `parts.yaml, SLI "crm-sli", field spec.ratioMetric.${key}.metricSource.metricSourceRef: "CloudWatch" is not supported`
        )
      )
    )
  })

  it.each([
    ['openslo/v1\nkind: SLI', 'openslo/v1alpha\nkind: SLI', 'SLI "crm-sli", field apiVersion'],
    ['description: ours', 'describtion: ours', 'DataSource "metrics", field spec.describtion'],
    ['name: slow }', 'name: slow, nome: x }', 'AlertCondition "slow", field metadata.nome']
  ])('have nothing to add about a part that is refused: %j', (what, by, place) => {
    const { definitions, errors } = referring([what, by])
    expect(definitions).toEqual([])
    expect(errors).toEqual([expect.stringContaining(`parts.yaml, ${place}: `)])
  })
})

const KINDS = 'SLO, SLI, AlertPolicy, AlertCondition, DataSource, Service, AlertNotificationTarget'
const VERSIONS = 'openslo/v1 or openslo.com/v1'

describe('a document is refused', () => {
  it.each<{ value: unknown; says: string }>([
    {
      value: { apiVersion: 'openslo/v1alpha', kind: 'SLO', metadata: { name: 'old' } },
      says: `, SLO "old", field apiVersion: "openslo/v1alpha" is not accepted; it takes ${VERSIONS}`
    },
    { value: 'text', says: `, field apiVersion: undefined is not accepted; it takes ${VERSIONS}` },
    { value: { apiVersion: 'openslo/v1' }, says: `, field kind: is missing; it takes ${KINDS}` },
    {
      value: { apiVersion: 'openslo/v1', kind: 'Slo', metadata: { name: 'crm' } },
      says: `, document "crm", field kind: "Slo" is not accepted; it takes ${KINDS}`
    },
    { value: { apiVersion: 'openslo/v1', kind: 'SLI' }, says: ', field metadata: is missing' },
    {
      value: { apiVersion: 'openslo/v1', kind: 'DataSource', metadata: { name: 5 } },
      says: ', field metadata.name: 5 is not accepted; it takes text on one line'
    }
  ])('for its version, kind or name: $value', ({ value, says }) => {
    expect(mappedValues([{ file: 'f', value }])).toEqual({
      definitions: [],
      errors: [`f${says}`],
      warnings: []
    })
  })
})

describe('a query', () => {
  const queried = (query: string, counter?: unknown) => {
    const ratioMetric = { counter, good: prometheus(query), total: prometheus('t[$window]') }
    const spec = changed({ ratioMetric }, ['ratioMetric', 'counter'], counter)
    return mappedValues([{ file: 'f', value: changed(SLO, pathOf('spec.indicator.spec'), spec) }])
  }
  const goodOf = ({ definitions: [definition], errors }: ReturnType<typeof queried>) => {
    expect(errors).toEqual([])
    return Object(definition?.value).source.good as string
  }

  it.each([
    ['x_total', 'x_total'],
    ['sum(x_total)', 'x_total'],
    ['sum ( job:x_total {} )', 'job:x_total {}'],
    [
      'x_total{ code =~ "2..|3..", path!="/a\\"}#b", method!~\'P.*\', host=`a` , }',
      'x_total{ code =~ "2..|3..", path!="/a\\"}#b", method!~\'P.*\', host=`a` , }'
    ],
    ['sum(\n  x_total{a="b"} # the good ones )\n)', 'x_total{a="b"}']
  ])('of a counter gets its window: %s', (query, selector) => {
    expect(goodOf(queried(query, true))).toBe(`sum(increase(${selector}[$window]))`)
  })

  it.each([
    { query: 'increase(x[$window])', expected: 'increase(x[$window])' },
    { query: ' sum(\n\tincrease(x[$window])\n) # all\n', expected: 'sum( increase(x[$window]) )' },
    { query: 'x[$window] or y{a="b # \\" c"}', expected: 'x[$window] or y{a="b # \\" c"}' },
    { query: 'x[{{.window}}] or y[{{ .window }}]', expected: 'x[$window] or y[$window]' },
    { query: 'sum(rate(x_total[5m]))', expected: 'sum(rate(x_total[$window]))' },
    {
      query: 'sum(rate(x{a="[1h] @"}[5m])) + sum by (b) (increase (y:z [ 5m ]))',
      expected: 'sum(rate(x{a="[1h] @"}[$window])) + sum by (b) (increase (y:z [$window]))'
    },
    { query: 'avg_over_time({__name__="x"}[1h30m])', expected: 'avg_over_time({__name__="x"}[$window])' }
  ])('measures any window, on one line: $query', ({ query, expected }) => {
    expect(goodOf(queried(query, true))).toBe(expected)
    expect(goodOf(queried(query))).toBe(expected)
  })

  it.each([
    { query: 'x_total', counter: undefined },
    { query: 'x_total', counter: false },
    { query: 'x_total[5m]', counter: true },
    { query: 'sum by (job) (x_total)', counter: true },
    { query: 'x_total{a="b"} + y_total', counter: true },
    { query: 'x_total{a="b"', counter: true },
    { query: 'x_total{a=b}', counter: true },
    { query: 'sum(x_total', counter: true },
    { query: 'x_total # $window', counter: false },
    { query: 'rate(x[5m]) / rate(y[1h])', counter: false },
    { query: 'rate(x[5m]) + irate(y[5m])', counter: false },
    { query: 'sum_over_time(rate(x[5m])[1h:5m])', counter: false },
    { query: 'increase(x[5m] offset 1d)', counter: false },
    { query: 'increase(x[5m] @ 1700000000)', counter: false },
    { query: 'last_over_time(x[5m])', counter: false },
    { query: '"rate(x[5m])"', counter: false }
  ])('that measures no window is refused: $query (counter: $counter)', ({ query, counter }) => {
    const { errors } = queried(query, counter)
    expect(errors).toEqual([
      expect.stringContaining(`SLO "crm", field ${METRIC}.good.metricSource.spec.query: "`)
    ])
    expect(errors[0]).toMatch(/it must contain \$window, such as sum\(increase\(x_total\[\$window\]\)\)$/)
  })

  it.each(['', ' # only a comment', '`a\nb`[$window]'])('has to say something, on one line: %j', query => {
    expect(queried(query).errors).toEqual([expect.stringContaining('it takes text on one line')])
  })

  // A search that takes quadratic time would run into the time limit of the test.
  it.each([
    { title: 'an open string of quotes', query: `"${'\\"'.repeat(500_000)}` },
    { title: 'an open label', query: `x{a="${'\\"'.repeat(500_000)}` },
    { title: 'strings in strings', query: `'${'"\\\''.repeat(300_000)}` },
    { title: 'an open list of labels', query: `x{${'a="b", '.repeat(140_000)}` },
    { title: 'open ranges', query: 'rate(x{'.repeat(100_000) + 'rate(x['.repeat(100_000) },
    { title: 'comments', query: `x${' #'.repeat(300_000)}\n${'# \n'.repeat(100_000)}+` }
  ])('is refused quickly, however long it is: $title', ({ query }) => {
    expect(queried(query, true).errors).toHaveLength(1)
  })

  it('may be long', () => {
    expect(queried(`x{a="${'\\"'.repeat(500_000)}"}`, true).errors).toEqual([])
  })
})

describe('a ratio', () => {
  const RATIO = 'sum(bad[$window]) / sum(all[$window])'

  it.each([
    ['failure', RATIO],
    ['success', `1 - (${RATIO})`]
  ])('of %s becomes the error ratio', (rawType, errorRatio) => {
    const { source } = definitionWith(METRIC, { raw: prometheus(RATIO), rawType })
    expect(source).toEqual({ type: 'prometheus', errorRatio })
  })

  it('that is stored has no window, even of a counter', () => {
    const ratioMetric = { counter: true, raw: prometheus('slo:ratio'), rawType: 'failure' }
    expect(errorsWith(METRIC, ratioMetric)).toEqual([
      expect.stringMatching(/raw\.metricSource\.spec\.query: .*such as sum\(.*\) \/ sum\(.*\)$/)
    ])
  })
})

it.each(['1M', '1Q', '1Y', '0d', '5s', 'P30D', '1.5h', '-5m', '30 d', '30', 30, `${'9'.repeat(99)}d`, {}])(
  'the duration %p cannot be mapped',
  duration => {
    expect(errorsWith(`${WINDOW}.duration`, duration)).toEqual([
      expect.stringMatching(/field spec\.timeWindow\[0\]\.duration: .* M, Q and Y have no fixed length$/)
    ])
  }
)

const sayingAt = (path: string) => (what: string) => `crm.yaml, SLO "crm", field ${path}: ${what}`

const WITH_METRIC_SOURCE = `${METRIC}.good.metricSource`
const TEXT = 'text on one line'
const MAPPING = 'a mapping of keys to values'
const OCCURRENCES = 'Occurrences, because events are counted, not time slices'
const SLICES = 'cannot be mapped: events are counted, not time slices'
const COMPOSITE = 'cannot be mapped: an SLO has one indicator; write one SLO for each'

describe('an SLO is refused', () => {
  it.each([
    ...['spec', 'spec.indicator', 'spec.indicator.spec', 'spec.timeWindow', 'spec.objectives'],
    ...[METRIC, `${METRIC}.good`, `${METRIC}.total`, WITH_METRIC_SOURCE, `${WITH_METRIC_SOURCE}.type`],
    ...[`${WITH_METRIC_SOURCE}.spec`, `${WITH_METRIC_SOURCE}.spec.query`],
    ...[`${OBJECTIVE}.target`, `${POLICY}.spec.conditions`, `${BURN}.op`, `${BURN}.lookbackWindow`]
  ])('without %s', path => {
    expect(errorsWith(path, undefined)).toEqual([sayingAt(path)('is missing')])
  })

  it.each([
    ...['metadata.owner', 'spec.constructor', 'spec.indicator.metadata.owner'],
    ...[`${WITH_METRIC_SOURCE}.spec.url`, `${CONDITION}.spec.condition.for`]
  ])('with the unknown key %s', path => {
    expect(errorsWith(path, 'x')).toEqual([
      expect.stringContaining(sayingAt(path)('is not a known key of OpenSLO v1; '))
    ])
  })

  it.each<{ path: string; value: unknown; takes: string }>([
    { path: 'metadata.displayName', value: '', takes: TEXT },
    { path: 'spec', value: [], takes: MAPPING },
    { path: 'spec.description', value: 5, takes: 'text' },
    { path: 'spec.indicator.kind', value: 'SLO', takes: 'SLI' },
    { path: `${METRIC}.counter`, value: 'yes', takes: 'true or false' },
    { path: `${WITH_METRIC_SOURCE}.type`, value: 5, takes: TEXT },
    { path: `${WITH_METRIC_SOURCE}.metricSourceRef`, value: 5, takes: TEXT },
    { path: `${WITH_METRIC_SOURCE}.spec.query`, value: 5, takes: 'a query in PromQL' },
    { path: 'spec.timeWindow', value: [], takes: 'a list of exactly one rolling window' },
    { path: 'spec.timeWindow', value: '30d', takes: 'a list of exactly one rolling window' },
    { path: `${WINDOW}.isRolling`, value: false, takes: 'true, because calendar windows cannot be mapped' },
    { path: 'spec.budgetingMethod', value: 'Timeslices', takes: OCCURRENCES },
    { path: 'spec.budgetingMethod', value: 'RatioTimeslices', takes: OCCURRENCES },
    { path: 'spec.objectives', value: [{}, {}], takes: 'a list of exactly one objective' },
    { path: `${OBJECTIVE}.target`, value: 99.5, takes: 'a fraction above 0.01 and below 1, such as 0.995' },
    { path: 'spec.alertPolicies', value: {}, takes: 'a list of alert policies' },
    { path: POLICY, value: 5, takes: MAPPING },
    { path: POLICY, value: null, takes: MAPPING },
    { path: POLICY, value: '', takes: TEXT },
    { path: `${POLICY}.kind`, value: 'SLO', takes: 'AlertPolicy' },
    { path: `${POLICY}.spec.conditions`, value: [], takes: 'a list with at least one alert condition' },
    { path: `${POLICY}.spec.conditions`, value: 5, takes: 'a list of alert conditions' },
    { path: `${CONDITION}.spec.severity`, value: 1, takes: TEXT },
    { path: `${POLICY}.spec.alertWhenBreaching`, value: 'no', takes: 'true or false' },
    ...['99.5%', '1', '0', '-0.5', '0x1', '', '.'].map(value => ({
      path: `${OBJECTIVE}.target`,
      value,
      takes: 'a fraction above 0.01 and below 1, such as 0.995'
    })),
    { path: `${BURN}.kind`, value: 'budget', takes: 'burnrate' },
    { path: `${BURN}.kind`, value: 5, takes: 'burnrate' },
    { path: `${BURN}.op`, value: 'lte', takes: 'gt or gte' },
    { path: `${BURN}.threshold`, value: 0, takes: 'a number above 0' },
    { path: `${BURN}.threshold`, value: '2', takes: 'a number above 0' },
    { path: `${BURN}.alertAfter`, value: '1M', takes: SHORTHAND }
  ])('with $path as $value', ({ path, value, takes }) => {
    const what = `${JSON.stringify(value)} is not accepted; it takes ${takes}`
    expect(errorsWith(path, value)).toEqual([sayingAt(path)(what)])
  })

  it.each<{ path: string; value?: unknown; says: string }>([
    {
      path: 'spec.indicator.spec.thresholdMetric',
      says: 'cannot be mapped: an error budget needs counts of events, from a ratioMetric'
    },
    { path: `${METRIC}.rawType`, says: 'cannot be combined with good' },
    {
      path: `${WITH_METRIC_SOURCE}.type`,
      value: 'Datadog',
      says: '"Datadog" is not supported, only Prometheus, Mimir, Thanos, Cortex and VictoriaMetrics are; for another source, write a definition in the gate\'s own form'
    },
    {
      path: `${WINDOW}.calendar`,
      says: 'cannot be mapped, only rolling windows can; remove it'
    },
    { path: `${OBJECTIVE}.value`, says: 'is for a thresholdMetric, which cannot be mapped' },
    { path: `${OBJECTIVE}.timeSliceTarget`, says: SLICES },
    { path: `${OBJECTIVE}.timeSliceWindow`, says: SLICES },
    { path: `${OBJECTIVE}.compositeWeight`, says: COMPOSITE },
    { path: `${OBJECTIVE}.indicator`, says: COMPOSITE },
    { path: `${OBJECTIVE}.indicatorRef`, says: COMPOSITE },
    { path: `${BURN}.alertAfter`, value: '60m', says: 'must be shorter than lookbackWindow' }
  ])('for what cannot be mapped: $path', ({ path, value = {}, says }) => {
    expect(errorsWith(path, value)).toEqual([sayingAt(path)(says)])
  })

  it.each([
    { value: { target: 0.9, targetPercent: 90 }, says: 'target: cannot be combined with targetPercent' },
    {
      value: { targetPercent: 100 },
      says: 'targetPercent: 100 is not accepted; it takes a percentage above 1 and below 100, such as 99.5'
    }
  ])('with the objective $value', ({ value, says }) => {
    expect(errorsWith(OBJECTIVE, value)).toEqual([`crm.yaml, SLO "crm", field ${OBJECTIVE}.${says}`])
  })

  it('with a name that cannot be an id', () => {
    expect(errorsWith('metadata.name', undefined)).toEqual(['crm.yaml, field metadata.name: is missing'])
    expect(errorsWith('metadata.name', '..')).toEqual([
      'crm.yaml, SLO "..", field metadata.name: ".." is not accepted; it takes an id of at most 2000 characters, without spaces around it, other than . and ..'
    ])
  })
})

describe('a document with many problems', () => {
  it('has all of them reported', () => {
    const { definitions, errors } = mapped({
      'crm.yaml': `
apiVersion: openslo/v1
kind: SLO
metadata: { name: crm, nome: x, noem: y }
spec:
  indicatorRef: gone
  indicator: {}
  timeWindow: [{ duration: 1M, calendar: { timeZone: UTC } }]
  budgetingMethod: Timeslices
  objectives: [{ target: 2, timeSliceTarget: 0.9 }]
  alertPolicies:
    - { alertPolicyRef: gone, spec: {} }
    - spec: { conditions: [{ spec: { condition: { op: lt, threshold: -1, lookbackWindow: 5m, alertAfter: 5m } } }] }
`
    })
    const condition = 'spec.alertPolicies[1].spec.conditions[0].spec'
    expect(definitions).toEqual([])
    expect(errors.map(error => /^crm\.yaml, SLO "crm", field (.*?): /.exec(error)?.[1])).toEqual([
      'metadata.nome',
      'metadata.noem',
      'spec.timeWindow[0].duration',
      'spec.timeWindow[0].calendar',
      'spec.budgetingMethod',
      'spec.objectives[0].target',
      'spec.objectives[0].timeSliceTarget',
      'spec.indicator',
      'spec.indicatorRef',
      'spec.alertPolicies[0].spec',
      `${condition}.severity`,
      `${condition}.condition.op`,
      `${condition}.condition.threshold`
    ])
  })

  it.each([
    { ratio: { good: {}, bad: prometheus('b[$window]'), total: prometheus('t[$window]') }, wrong: ['good'] },
    {
      ratio: { good: {}, bad: {}, total: {}, raw: prometheus('r[$window]'), rawType: 'success' },
      wrong: ['good', 'bad', 'total']
    },
    { ratio: { raw: prometheus('r[$window]') }, wrong: ['rawType'] },
    { ratio: { raw: prometheus('r[$window]'), rawType: 'good' }, wrong: ['rawType'] },
    { ratio: { bad: prometheus('b[$window]') }, wrong: ['total'] },
    { ratio: {}, wrong: ['good', 'total'] }
  ])('has one of the forms of a ratio: $ratio', ({ ratio, wrong }) => {
    expect(errorsWith(METRIC, ratio).map(error => error.split(': ')[0])).toEqual(
      wrong.map(key => `crm.yaml, SLO "crm", field ${METRIC}.${key}`)
    )
  })
})

/** Every place in a value, the whole of it included. */
function placesIn(value: unknown): Path[] {
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(Object(value))
  const below = typeof value === 'object' ? keys : []
  return [[], ...below.flatMap(key => placesIn(Object(value)[key]).map(path => [key, ...path]))]
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(undefined, null, '', '..', 0, -1, 2, 1e308, '1M', '0m', '99999999d', 'x[$window]'),
  fc.constantFrom<unknown>({}, [], [null], { toString: 1, valueOf: 1 }, JSON.parse('{"__proto__":1}'))
)

/** A document with up to two of its places replaced. */
function damaged(document: unknown): fc.Arbitrary<unknown> {
  const change = (by: fc.Arbitrary<unknown>) => fc.tuple(fc.constantFrom(...placesIn(document)), by)
  return fc.array(change(odd), { maxLength: 2 }).map(changes =>
    changes.reduce<unknown>((value, [path, by]) => {
      const isThere = placesIn(value).some(place => String(place) === String(path))
      return isThere ? changed(value, path, by) : value
    }, document)
  )
}

const SECOND = REFERRING.replace('name: crm', 'name: other')
const ALL = [INLINE, SECOND, ...PARTS.split('---')].map(content => parse(content) as unknown)

describe('whatever stands in a file', () => {
  it('gives definitions that hold, or problems', () => {
    let count = 0
    fc.assert(
      fc.property(fc.tuple(...ALL.map(damaged)), values => {
        const raws = values.map((value, index) => ({ file: `${index}.yaml`, value }))
        const { definitions, errors } = mappedValues(raws)
        const slos = values.slice(0, 2).filter(value => Object(value).kind === 'SLO')
        if (definitions.length < slos.length) expect(errors).not.toEqual([])
        const problems = new Problems()
        for (const definition of definitions) parseDefinition(definition, problems)
        // Only a whole definition tells whether its target allows a threshold, and its windows are not too long.
        const others = problems.errors.filter(error => !/can never be reached|an ISO 8601/.test(error))
        expect(others).toEqual([])
        count += definitions.length
      }),
      { seed: 20_261_123, numRuns: 400 }
    )
    expect(count).toBeGreaterThan(50)
  })

  it('is never an exception', () => {
    const idle = ['Service', 'SLI', 'AlertPolicy']
    const documents = fc.record(
      {
        apiVersion: fc.oneof(fc.constant('openslo/v1'), odd),
        kind: fc.oneof(fc.constantFrom('SLO', ...idle), odd),
        metadata: fc.oneof(fc.record({ name: fc.oneof(fc.string(), odd) }), odd),
        spec: odd
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, documents), { maxLength: 4 }), values => {
        const { definitions, errors } = mappedValues(values.map(value => ({ file: 'f', value })))
        expect(definitions).toEqual([])
        if (values.some(value => !idle.includes(Object(value).kind))) expect(errors).not.toEqual([])
      }),
      { seed: 20_261_123, numRuns: 400 }
    )
  })

  it('may refer to itself, nest deeply, or be no plain mapping', () => {
    const loop: Record<string, unknown> = {
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'loop' }
    }
    loop['spec'] = loop
    let deep: unknown = 1
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    const list = Object.assign([], { apiVersion: 'openslo/v1', kind: 'SLO' })
    expect(mappedValues([{ file: 'f', value: loop }]).errors).not.toEqual([])
    expect(errorsWith('spec.timeWindow', deep)).not.toEqual([])
    expect(errorsWith(`${OBJECTIVE}.target`, deep)).toEqual([expect.stringContaining('cannot be shown')])
    expect(mappedValues([{ file: 'f', value: list }]).errors).toEqual([
      'f: [] is not accepted; it takes a mapping of keys to values'
    ])
  })
})
