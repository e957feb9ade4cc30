import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { foreignText } from '../../src/definitions/recognise.ts'
import { selectSlos } from '../../src/definitions/select.ts'
import { Problems } from '../../src/problems.ts'
import type { SloDefinition } from '../../src/sources/sloDefinition.ts'

/** Reads files as a run does. */
async function read(files: Record<string, string>) {
  const { path: folder } = temporaryFolder('foreign-')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const problems = new Problems()
  const patterns = Object.keys(files)
  const { slos, users } = await selectSlos({ ids: undefined, patterns, folder, maxBurnRate: 1, problems })
  return { slos, users: [...users.keys()], errors: problems.errors, warnings: problems.warnings }
}

const alertsOf = ({ alerts }: SloDefinition) =>
  alerts.map(({ level, burnRateThreshold, duration, shortDuration }) =>
    [level, burnRateThreshold, duration.iso, shortDuration?.iso].filter(Boolean).join(' ')
  )

/** What is asserted of an accepted SLO. */
const shortForm = (slo: SloDefinition) => ({
  id: slo.id,
  target: slo.target,
  window: slo.window.iso,
  source: slo.source,
  alerts: alertsOf(slo)
})

const indented = (text: string, spaces: number) => text.trim().replace(/^/gm, ' '.repeat(spaces))

const PAGE = ['CRITICAL 14.4 PT1H PT5M', 'CRITICAL 6 PT6H PT30M']
const TICKET = ['WARNING 3 P1D PT2H', 'WARNING 1 P3D PT6H']

const BAD = 'sum(rate(calls_total{code=~"5.."}[$window]))'
const TOTAL = 'sum(rate(calls_total[$window]))'
const EVENTS = `
events:
  error_query: sum(rate(calls_total{code=~"5.."}[{{.window}}]))
  total_query: sum(rate(calls_total[{{.window}}]))
`
const BAD_TOTAL = { type: 'prometheus', bad: BAD, total: TOTAL }

interface SlothParts {
  objective?: string
  sli?: string
  alerting?: string
  more?: string
  head?: string
}

const sloth = ({
  objective = '99.9',
  sli = EVENTS,
  alerting = '{}',
  more = '',
  head = ''
}: SlothParts = {}) => `
version: prometheus/v1
service: voice
${head}
slos:
  - name: lookups
    objective: ${objective}
    ${more}
    sli:
${indented(sli, 6)}
    alerting: ${alerting}
`

const SLO = {
  id: 'voice-lookups',
  target: 99.9,
  window: 'PT720H',
  source: BAD_TOTAL,
  alerts: [...PAGE, ...TICKET]
}

const objectOf = (apiVersion: string, kind: string, spec: string, metadata = '{ name: calls }') => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: ${metadata}
spec:
${indented(spec, 2)}
`

const SLOTH_OBJECT = `
service: voice
labels: { team: crm }
slos:
  - name: lookups
    objective: 99.9
    sli:
      events:
        errorQuery: sum(rate(calls_total{code=~"5.."}[{{.window}}]))
        totalQuery: sum(rate(calls_total[{{.window}}]))
    alerting:
      name: CallsFail
      pageAlert: { labels: { severity: page } }
      ticketAlert: { disable: true }
`
const slothObject = (spec = SLOTH_OBJECT) => objectOf('sloth.slok.dev/v1', 'PrometheusServiceLevel', spec)

const RATIO = `
ratio:
  errors: { metric: 'calls_total{code=~"5.."}' }
  total: { metric: calls_total }
`

const pyrra = (indicator = RATIO, head = 'target: "99.5"\nwindow: 4w', metadata?: string) =>
  objectOf(
    'pyrra.dev/v1alpha1',
    'ServiceLevelObjective',
    `${head}\nindicator:\n${indented(indicator, 2)}`,
    metadata
  )

const increase = (metric: string) => `sum(increase(${metric}[$window]))`
const PYRRA_RATIO = {
  type: 'prometheus',
  bad: increase('calls_total{code=~"5.."}'),
  total: increase('calls_total')
}
const PYRRA_ALERTS = [
  'CRITICAL 14 PT1H PT5M',
  'CRITICAL 7 PT6H PT30M',
  'WARNING 2 P1D PT2H',
  'WARNING 1 P4D PT6H'
]
const PYRRA = { id: 'calls', target: 99.5, window: 'P4W', source: PYRRA_RATIO, alerts: PYRRA_ALERTS }

const openSlo = (query: string, more = '') =>
  objectOf(
    'openslo/v1',
    'SLO',
    `
service: voice
budgetingMethod: Occurrences
timeWindow: [{ duration: 30d, isRolling: true }]
objectives: [{ target: 0.99 }]
${more}
indicator:
  metadata: { name: ok }
  spec:
    ratioMetric:
      counter: true
      good: { metricSource: { type: Prometheus, spec: { query: '${query.replace('calls', 'good')}' } } }
      total: { metricSource: { type: Prometheus, spec: { query: '${query}' } } }
`
  )

const OPENSLO = {
  id: 'calls',
  target: 99,
  window: 'P30D',
  source: {
    type: 'prometheus',
    good: 'sum(rate(good_total[$window]))',
    total: 'sum(rate(calls_total[$window]))'
  },
  alerts: [] as string[]
}

const conditions = (severity: string, breaching = true) => `
alertPolicies:
  - kind: AlertPolicy
    metadata: { name: fast }
    spec:
      alertWhenBreaching: ${breaching}
      conditions:
        - kind: AlertCondition
          metadata: { name: burn }
          spec:
            severity: ${severity}
            condition: { kind: burnrate, op: gt, threshold: 14.4, lookbackWindow: 1h, alertAfter: 5m }
      notificationTargets: [{ targetRef: on-call }]
`

const OWN = `
id: calls
sloTarget: 99.5
source: { type: prometheus, good: 'sum(increase(good[$window]))', total: 'sum(increase(all[$window]))' }
`
const OWN_SOURCE = { type: 'prometheus', good: increase('good'), total: increase('all') }
const OWN_SLO = { id: 'calls', target: 99.5, window: 'PT720H', source: OWN_SOURCE, alerts: [] as string[] }

describe('a document is read as it is:', () => {
  it.each<[string, string, object]>([
    ['a Sloth spec', sloth(), SLO],
    [
      'a Sloth spec with labels, annotations and names of alerts',
      sloth({
        head: 'labels: { team: crm }',
        more: 'labels: { tier: "1" }',
        alerting:
          '{ name: CallsFail, labels: { a: b }, annotations: { summary: "{{ $labels.x }}" }, page_alert: { labels: { severity: page }, annotations: { c: d } } }'
      }),
      SLO
    ],
    [
      'a Sloth spec without page alerts',
      sloth({ alerting: '{ page_alert: { disable: true } }' }),
      { ...SLO, alerts: TICKET }
    ],
    [
      'a Sloth spec without alerts',
      sloth({ alerting: '{ page_alert: { disable: true }, ticket_alert: { disable: true } }' }),
      { ...SLO, alerts: [] }
    ],
    ['a Sloth spec with empty keys', sloth({ alerting: '\n      page_alert:\n      ticket_alert:' }), SLO],
    [
      'a Sloth spec with a low objective, without the alerts that it cannot reach',
      sloth({ objective: '90' }),
      { ...SLO, target: 90, alerts: [PAGE[1], ...TICKET] }
    ],
    [
      'a Sloth spec with blanks in its template',
      sloth({ sli: EVENTS.replaceAll('{{.window}}', '{{ .window }}') }),
      SLO
    ],
    [
      'a Sloth spec with queries over lines',
      sloth({
        sli: `
events:
  error_query: |
    (
      sum(rate(calls_count[{{.window}}])) # all
      -
      sum(rate(calls_bucket{le="0.4"}[{{.window}}]))
    )
  total_query: sum(rate(calls_count[{{.window}}]))`
      }),
      {
        ...SLO,
        source: {
          type: 'prometheus',
          bad: '( sum(rate(calls_count[$window])) - sum(rate(calls_bucket{le="0.4"}[$window])) )',
          total: 'sum(rate(calls_count[$window]))'
        }
      }
    ],
    [
      'a Sloth spec with a ratio',
      sloth({ sli: 'raw: { error_ratio_query: "job:errors:ratio_rate{{.window}}" }' }),
      { ...SLO, source: { type: 'prometheus', errorRatio: 'job:errors:ratio_rate$window' } }
    ],
    ['a PrometheusServiceLevel', slothObject(), { ...SLO, alerts: PAGE }],
    ['a Pyrra manifest', pyrra(), PYRRA],
    ['a Pyrra manifest with a number as target', pyrra(RATIO, 'target: 99.5\nwindow: 4w'), PYRRA],
    [
      'a Pyrra manifest of two weeks',
      pyrra(RATIO, 'target: "99.5"\nwindow: 2w'),
      {
        ...PYRRA,
        window: 'P2W',
        alerts: [
          'CRITICAL 14 PT30M PT3M',
          'CRITICAL 7 PT3H PT15M',
          'WARNING 2 PT12H PT1H',
          'WARNING 1 P2D PT3H'
        ]
      }
    ],
    [
      'a Pyrra manifest with a low target',
      pyrra(RATIO, 'target: "90"\nwindow: 4w'),
      { ...PYRRA, target: 90, alerts: PYRRA_ALERTS.slice(1) }
    ],
    [
      'a Pyrra manifest without alerts',
      pyrra(RATIO, 'target: "99.5"\nwindow: 4w\nalerting: { disabled: true }'),
      { ...PYRRA, alerts: [] }
    ],
    [
      'a Pyrra manifest without burn rates',
      pyrra(
        RATIO,
        'target: "99.5"\nwindow: 4w\nalerting: { burnrates: false, absent: true, severities: { x: y } }'
      ),
      { ...PYRRA, alerts: [] }
    ],
    ['a Pyrra manifest with an empty grouping', pyrra(`${RATIO}  grouping: []`), PYRRA],
    [
      'a Pyrra manifest with a description, and labels of Kubernetes',
      pyrra(
        RATIO,
        'target: "99.5"\nwindow: 4w\ndescription: |\n  Calls\n  work',
        '{ name: calls, namespace: voice, uid: x, labels: { pyrra.dev/team: crm } }'
      ),
      PYRRA
    ],
    [
      'a Pyrra manifest of latency, with either way to store its bound',
      pyrra(`
latency:
  success: { metric: 'calls_bucket{job="x",le="5"}' }
  total: { metric: 'calls_count{job="x"}' }`),
      {
        ...PYRRA,
        source: {
          type: 'prometheus',
          good: increase('calls_bucket{job="x",le=~"5([.]0)?"}'),
          total: increase('calls_count{job="x"}')
        }
      }
    ],
    [
      'a Pyrra manifest of latency below a second',
      pyrra(`latency: { success: { metric: 'c_bucket{le="0.5"}' }, total: { metric: c_count } }`),
      {
        ...PYRRA,
        source: { type: 'prometheus', good: increase('c_bucket{le="0.5"}'), total: increase('c_count') }
      }
    ],
    [
      'a Pyrra manifest of latency in a native histogram',
      pyrra('latencyNative: { latency: 1s500ms, total: { metric: calls_seconds } }'),
      {
        ...PYRRA,
        source: {
          type: 'prometheus',
          good: `histogram_fraction(0, 1.5, ${increase('calls_seconds')}) * histogram_count(${increase('calls_seconds')})`,
          total: `histogram_count(${increase('calls_seconds')})`
        }
      }
    ],
    [
      'a Pyrra manifest of a gauge',
      pyrra(`bool_gauge: { metric: 'up{job="x"}' }`),
      {
        ...PYRRA,
        source: {
          type: 'prometheus',
          good: 'sum(sum_over_time(up{job="x"}[$window]))',
          total: 'sum(count_over_time(up{job="x"}[$window]))'
        }
      }
    ],
    ['OpenSLO with a fixed range', openSlo('sum(rate(calls_total[5m]))'), OPENSLO],
    ['OpenSLO with the template of Sloth', openSlo('sum(rate(calls_total[{{ .Window }}]))'), OPENSLO],
    [
      'OpenSLO of an operator',
      openSlo('sum(rate(calls_total[5m]))')
        .replace('openslo/v1', 'openslo.com/v1')
        .replace('{ name: calls }', '{ name: calls, namespace: voice }'),
      OPENSLO
    ],
    [
      'OpenSLO with any word as severity',
      openSlo('sum(rate(calls_total[1h]))', conditions('sev1')),
      { ...OPENSLO, alerts: ['WARNING 14.4 PT1H PT5M'] }
    ],
    [
      'OpenSLO that pages',
      openSlo('sum(rate(calls_total[1h]))', conditions('page')),
      { ...OPENSLO, alerts: ['CRITICAL 14.4 PT1H PT5M'] }
    ],
    [
      'OpenSLO without alert on breach',
      openSlo('sum(rate(calls_total[1h]))', conditions('page', false)),
      OPENSLO
    ],
    ['our own form', OWN, OWN_SLO],
    [
      'our own form in a list',
      `slos:\n${indented(OWN, 4).replace('    id', '  - id')}\n$schema: ./x.json`,
      OWN_SLO
    ],
    ['our own form with the durations of others', `${OWN}timeWindow: 4w`, { ...OWN_SLO, window: 'P4W' }],
    [
      'our own form with a query over lines',
      `${OWN.replace(/source:.*/, '')}
source:
  type: prometheus
  good: sum(increase(good[$window]))
  total: |
    sum(
      increase(all[$window])
    )`,
      { ...OWN_SLO, source: { ...OWN_SOURCE, total: 'sum( increase(all[$window]) )' } }
    ],
    [
      'our own form with bad events',
      OWN.replace('good:', 'bad:'),
      { ...OWN_SLO, source: { type: 'prometheus', bad: increase('good'), total: increase('all') } }
    ],
    [
      'a list of Kubernetes',
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [] }).replace(
        '[]',
        `[{"apiVersion":"pyrra.dev/v1alpha1","kind":"ServiceLevelObjective","metadata":{"name":"calls"},"spec":{"target":"99.5","window":"4w","indicator":{"ratio":{"errors":{"metric":"calls_total{code=~\\"5..\\"}"},"total":{"metric":"calls_total"}}}}}]`
      ),
      PYRRA
    ]
  ])('%s', async (_title, content, expected) => {
    const { slos, errors, users } = await read({ 'slo.yaml': content })
    expect(errors).toEqual([])
    expect(slos.map(shortForm)).toEqual([expected])
    expect(users).toEqual(['prometheus'])
  })
})

const OWN_WAY = "write the SLO in the gate's own form"

describe('a document is refused in one sentence:', () => {
  it.each<[string, string, string]>([
    [
      'Sloth with events and a ratio',
      sloth({ sli: `${EVENTS.trim()}\nraw: { error_ratio_query: "r[{{.window}}]" }` }),
      'it takes either events or raw'
    ],
    [
      'of another kind of Sloth',
      objectOf('sloth.slok.dev/v1', 'Other', SLOTH_OBJECT),
      'field kind: "Other" is not accepted; it takes PrometheusServiceLevel'
    ],
    [
      'Sloth with a spec that is none',
      'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel\nmetadata: { name: x }\nspec: 5',
      'slo.yaml, field spec: 5 is not accepted'
    ],
    [
      'Sloth with an SLO that is none',
      'version: prometheus/v1\nservice: voice\nslos: [5]',
      'slo.yaml, field slos[0]: 5 is not accepted'
    ],
    [
      'of another version of Sloth',
      objectOf('sloth.slok.dev/v2', 'PrometheusServiceLevel', SLOTH_OBJECT),
      'field apiVersion: "sloth.slok.dev/v2" is not accepted; it takes sloth.slok.dev/v1'
    ],
    [
      'Pyrra with two indicators',
      pyrra(`${RATIO.trim()}\nbool_gauge: { metric: up }`),
      'it takes one of ratio, latency, latencyNative and bool_gauge'
    ],
    ...['0s', `${'1'.repeat(60)}s`, 'soon'].map((latency): [string, string, string] => [
      `Pyrra with the latency ${latency}`,
      pyrra(`latencyNative: { latency: "${latency}", total: { metric: calls } }`),
      'is not accepted; it takes a duration such as 500ms, 1s or 2m'
    ]),
    [
      'Pyrra without a name',
      pyrra(RATIO, undefined, '{ name: 5 }'),
      'slo.yaml, field metadata.name: 5 is not accepted'
    ],
    [
      'Pyrra with a window without a unit',
      pyrra(RATIO, 'target: "99.5"\nwindow: 28'),
      'field spec.window: 28 is not accepted'
    ],
    [
      'of Nobl9',
      objectOf('n9/v1alpha', 'SLO', 'service: voice'),
      'slo.yaml: is a document of Nobl9; write the SLO'
    ],
    [
      'of Keptn',
      'spec_version: "1.0"\nobjectives: [{ sli: x, pass: [{ criteria: ["<5"] }] }]',
      'slo.yaml: is a document of Keptn'
    ],
    [
      'of Keptn in Kubernetes',
      objectOf('lifecycle.keptn.sh/v1', 'AnalysisDefinition', 'x: 1'),
      'slo.yaml: is a document of Keptn'
    ],
    [
      'of Datadog',
      '{"id":"abc","name":"x","type":"metric","query":{"numerator":"a","denominator":"b"},"thresholds":[{"timeframe":"30d","target":99.5}]}',
      "slo.yaml: is an SLO in Datadog's own JSON; write a definition with its id: source: { type: datadog, sloId: … }"
    ],
    [
      'of the API of Datadog',
      '{"data":{"type":"monitor","thresholds":[]}}',
      "slo.yaml: is an SLO in Datadog's own JSON"
    ],
    [
      'of Google',
      '{"serviceLevelIndicator":{},"goal":0.99,"rollingPeriod":"2592000s"}',
      'slo.yaml: is an SLO of Google Cloud'
    ],
    [
      'of slo-generator',
      objectOf('sre.google.com/v2', 'ServiceLevelObjective', 'goal: 0.9'),
      'slo.yaml: is a document of slo-generator'
    ],
    [
      'of Prometheus',
      'groups:\n  - name: x\n    rules: [{ record: "a:b", expr: vector(1) }]',
      'slo.yaml: is a file of Prometheus rules'
    ],
    [
      'of the Prometheus operator',
      objectOf('monitoring.coreos.com/v1', 'PrometheusRule', 'groups: []'),
      'slo.yaml: is a file of Prometheus rules'
    ],
    [
      'of Grafana',
      '{"uuid":"x","name":"y","objectives":[{"value":0.99,"window":"30d"}]}',
      'slo.yaml: is an SLO of Grafana Cloud'
    ],
    [
      'of Terraform',
      'resource "datadog_service_level_objective" "x" {\n  name = "a: b"\n}\n',
      `slo.yaml: is a Terraform file, which is not an SLO definition; ${OWN_WAY}`
    ],
    ['of Terraform that is YAML by chance', 'locals {\n  a = 1\n}\n', 'slo.yaml: is a Terraform file'],
    ['of Helm', '{{- if .Values.slo }}\nid: x\n{{- end }}\n', 'slo.yaml: contains a Helm template'],
    ['of Helm, in a value', 'id: x\nsloTarget: {{ .Values.target }}\n', 'slo.yaml: contains a Helm template'],
    [
      'of Helm, in a text',
      slothObject(SLOTH_OBJECT.replace('service: voice', "service: '{{ .Values.name }}'")),
      'slo.yaml: contains a Helm template'
    ],
    [
      'of early OpenSLO',
      objectOf('openslo/v1alpha', 'SLO', 'service: voice'),
      'slo.yaml: is a document in an early version of OpenSLO'
    ],
    [
      'of another kind of Kubernetes',
      objectOf('v1', 'ConfigMap', 'a: 1'),
      'slo.yaml: is a ConfigMap of v1, which is not an SLO'
    ],
    [
      'Sloth with all of the events',
      sloth({ objective: '100' }),
      'slo.yaml, field slos[0].objective: is 100, which leaves no error budget'
    ],
    [
      'Sloth with a fraction',
      sloth({ objective: '0.999' }),
      'slo.yaml, field slos[0].objective: 0.999 is a fraction; write 99.9'
    ],
    [
      'Sloth with a plugin',
      sloth({ sli: 'plugin: { id: x, options: {} }' }),
      'slo.yaml, field slos[0].sli.plugin: is a Sloth plugin'
    ],
    [
      'Sloth without a window',
      sloth({ sli: EVENTS.replace('{{.window}}', '5m') }),
      'slo.yaml, field slos[0].sli.events.error_query: "sum(rate('
    ],
    [
      'Sloth with another template',
      sloth({ sli: EVENTS.replace('5..', '{{ $x }}') }),
      'slo.yaml, field slos[0].sli.events.error_query: "sum(rate('
    ],
    [
      'Sloth with a typing error',
      sloth({ more: 'objectve: 99' }),
      'slo.yaml, field slos[0].objectve: is not a known key of Sloth; did you mean objective?'
    ],
    [
      'Sloth of another version',
      sloth().replace('/v1', '/v2'),
      'slo.yaml, field version: "prometheus/v2" is not accepted; it takes prometheus/v1'
    ],
    [
      'a PrometheusServiceLevel without a query',
      slothObject(SLOTH_OBJECT.replace(/ +totalQuery.*\n/, '')),
      'slo.yaml, field spec.slos[0].sli.events.totalQuery: is missing'
    ],
    [
      'Pyrra with groups',
      pyrra(`${RATIO}  grouping: [route]`),
      'slo.yaml, ServiceLevelObjective "calls", field spec.indicator.ratio.grouping: is not accepted, because Pyrra evaluates each group separately'
    ],
    [
      'Pyrra without a window',
      pyrra(RATIO, 'target: "99.5"'),
      'slo.yaml, ServiceLevelObjective "calls", field spec.window: is missing'
    ],
    [
      'Pyrra with all of the events',
      pyrra(RATIO, 'target: "100"\nwindow: 4w'),
      'slo.yaml, ServiceLevelObjective "calls", field spec.target: is 100'
    ],
    [
      'Pyrra with a query',
      pyrra(RATIO.replace('metric: calls_total }', 'metric: sum(calls_total) }')),
      'slo.yaml, ServiceLevelObjective "calls", field spec.indicator.ratio.total.metric: "sum(calls_total)"'
    ],
    [
      'Pyrra with no indicator',
      pyrra('{}'),
      'slo.yaml, ServiceLevelObjective "calls", field spec.indicator: {} is not accepted; it takes one of ratio'
    ],
    [
      'our own form without a source',
      OWN.replace(/source:.*/, ''),
      'slo.yaml, SLO "calls", field source: is missing; it takes a source with the type genesys-observability'
    ]
  ])('%s', async (_title, content, sentence) => {
    const { slos, errors, users } = await read({ 'slo.yaml': content })
    expect(errors).toEqual([expect.stringContaining(sentence)])
    expect(slos).toEqual([])
    // Nobody is told of settings of a source that no document names.
    expect(users).toEqual([])
  })
})

describe('documents of other tools', () => {
  it('say once that Sloth has no period', async () => {
    const { warnings } = await read({ 'slo.yaml': sloth() })
    expect(warnings).toEqual([expect.stringContaining('slo.yaml: is a Sloth spec, which has no period')])
  })

  it('have the namespace in front where there is one, and another manifest of the name has none', async () => {
    const named = pyrra(RATIO, undefined, '{ name: calls, namespace: voice }')
    const { slos, errors } = await read({ 'a.yaml': named, 'b.yaml': pyrra() })
    expect(errors).toEqual([])
    expect(slos.map(({ id }) => id)).toEqual(['voice/calls', 'calls'])
  })

  it('have the namespace in front where two have one name', async () => {
    const of = (namespace: string) => pyrra(RATIO, undefined, `{ name: calls, namespace: ${namespace} }`)
    const other = pyrra(RATIO, undefined, '{ name: chats, namespace: voice }')
    const { slos, errors } = await read({ 'a.yaml': of('voice'), 'b.yaml': of('sales'), 'c.yaml': other })
    expect(errors).toEqual([])
    expect(slos.map(({ id }) => id)).toEqual(['voice/calls', 'sales/calls', 'chats'])
  })

  it('that are wrong do not hide others', async () => {
    const [first, second] = ['lookups', 'chats'].map(name => sloth().replace('lookups', name))
    const { errors } = await read({
      'a.yaml': `${first}---${second}---\nid: 5\n`,
      'b.yaml': sloth({ objective: '100' })
    })
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.stringContaining('b.yaml, field slos[0].objective'),
        expect.stringContaining('a.yaml, field id')
      ])
    )
  })

  it('defined twice are an error', async () => {
    const { errors } = await read({ 'a.yaml': sloth(), 'b.yaml': slothObject() })
    expect(errors).toEqual([expect.stringContaining('is a duplicate: a.yaml defines it too')])
  })
})

it('is told from YAML in no time that grows with the square of its blank lines', () => {
  expect(foreignText(`${'\n'.repeat(1_000_000)}a: [`)).toBeUndefined()
})

it('a definition of ours may have a key of Terraform, which is then the problem', async () => {
  const { errors } = await read({ 'slo.yaml': 'id: crm\nresource: x\nsloTarget: 99\nmetric: {}' })
  expect(errors).toEqual([expect.stringContaining('slo.yaml, SLO "crm", field resource: is not a known key')])
})

it('what a Sloth spec says of an SLO is kept as its description', async () => {
  const said = EVENTS.trim().replace(/^/gm, '      ')
  const spec = `version: prometheus/v1\nservice: voice\nslos:\n  - name: lookups\n    objective: 99\n    description: Lookups work\n    sli:\n${said}\n`
  const { slos, errors } = await read({ 'slo.yaml': spec })
  expect(errors).toEqual([])
  expect(slos[0]).toMatchObject({ id: 'voice-lookups', description: 'Lookups work' })
})
