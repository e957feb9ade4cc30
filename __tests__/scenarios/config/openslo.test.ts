import { describe, expect, test } from '@jest/globals'
import { startGenesys } from '../../../simulator/genesys/start.ts'
import type { GateRun } from '../../../simulator/harness/workspace.ts'
import {
  type FakePrometheus,
  type FakePrometheusOptions,
  startFakePrometheus
} from '../../support/fakePrometheus.ts'
import { expectRefused } from '../../support/refusal.ts'
import { annotations, definition, run, SLO } from '../../support/scenario.ts'

interface OpenSloRun extends GateRun {
  prometheus: FakePrometheus
}

/** Runs the gate on all files, against a Prometheus that knows 1000 events, 999 of them good. */
async function measured(
  files: Record<string, string>,
  inputs: Record<string, string> = {},
  answer: FakePrometheusOptions['answer'] = query => (query.startsWith('good') ? 999 : 1_000)
): Promise<OpenSloRun> {
  const prometheus = await startFakePrometheus({ answer })
  try {
    const all = { 'slo-file': 'slos/**/*.yaml', 'prometheus-url': prometheus.url, ...inputs }
    return { ...(await run({ inputs: all, files })), prometheus }
  } finally {
    await prometheus.close()
  }
}

const document = (kind: string, name: string, spec: string) =>
  `apiVersion: openslo/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`

const several = (...documents: string[]) => documents.join('---\n')

const metric = (query: string) => `{ metricSource: { type: Prometheus, spec: { query: '${query}' } } }`
const RATIO = `{ ratioMetric: { good: ${metric('good[$window]')}, total: ${metric('total[$window]')} } }`
const WINDOW = 'timeWindow: [{ duration: 30d, isRolling: true }]'
const OBJECTIVE = 'objectives: [{ target: 0.995 }]'
const INDICATOR = 'indicatorRef: lookups'

/** An SLO that refers to its indicator; a part of it may be replaced. */
const slo = (name: string, { indicator = INDICATOR, objective = OBJECTIVE, more = '' } = {}) =>
  document('SLO', name, `{ ${[indicator, WINDOW, objective, more].filter(Boolean).join(', ')} }`)

const SLI = document('SLI', 'lookups', RATIO)
const burn = (severity: string, threshold: number, lookback: string, after: string) =>
  `{ severity: ${severity}, condition: { kind: burnrate, op: gt, threshold: ${threshold}, lookbackWindow: ${lookback}, alertAfter: ${after} } }`
const CONDITION = document('AlertCondition', 'fast', burn('page', 14.4, '1h', '5m'))
const TICKET = `{ spec: ${burn('ticket', 6, '6h', '30m')} }`
const POLICY = document('AlertPolicy', 'paging', `{ conditions: [{ conditionRef: fast }, ${TICKET}] }`)

const idsOf = ({ report }: GateRun): string[] => report.slos.map(({ id }: { id: string }) => id).toSorted()

const queriesOf = ({ prometheus }: OpenSloRun) =>
  prometheus
    .queries()
    .map(({ query }) => query)
    .toSorted()

describe('an OpenSLO definition is measured', () => {
  test('as it stands in one document, with indicator and alerts inline', async () => {
    const inline = slo('crm', {
      indicator: `indicator: { spec: ${RATIO} }`,
      more: `alertPolicies: [{ spec: { conditions: [{ spec: ${burn('page', 14.4, '1h', '5m')} }] } }]`
    })
    const gated = await measured({ 'slos/crm.yaml': inline })

    expect(gated.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.2' })
    expect(gated.report.slos).toMatchObject([
      {
        id: 'crm',
        name: 'crm',
        target: 99.5,
        source: 'prometheus',
        burnRate: 0.2,
        window: { duration: 'P30D' },
        events: { good: 999, total: 1_000 },
        alerts: [
          ...[{ level: 'CRITICAL', threshold: 14.4, window: 'PT1H', shortWindow: 'PT5M', burnRate: 0.2 }]
        ]
      }
    ])
    expect(queriesOf(gated)).toEqual([
      ...['good[1h]', 'good[30d]', 'good[5m]', 'total[1h]', 'total[30d]', 'total[5m]']
    ])
    expect(annotations(gated, 'warning')).toEqual([])
  })

  test('with everything it refers to in other files, in any order, but for the address of its data source', async () => {
    const elsewhere = await startFakePrometheus({ answer: () => 1 })
    const source = `{ type: Prometheus, connectionDetails: { url: "${elsewhere.url}", token: hush-hush } }`
    const files = {
      'slos/z/sli.yaml': SLI.replaceAll('type: Prometheus', 'metricSourceRef: metrics'),
      'slos/b.yaml': slo('crm', { more: 'alertPolicies: [{ alertPolicyRef: paging }]' }),
      'slos/a/alerts.yaml': several(POLICY, CONDITION, document('DataSource', 'metrics', source))
    }
    const gated = await measured(files, {}, query => (/good\[(1h|5m)\]/.test(query) ? 900 : 1_000))
    await elsewhere.close()

    expect(elsewhere.requests).toEqual([])
    expect(gated.outputs).toMatchObject({ decision: 'block', verdict: 'burning', 'burn-rate': '0' })
    expect(gated.outputs['reason']).toContain('14.4')
    expect(gated.report.slos).toMatchObject([
      {
        id: 'crm',
        alerts: [
          { level: 'CRITICAL', threshold: 14.4, window: 'PT1H', shortWindow: 'PT5M' },
          { level: 'WARNING', threshold: 6, window: 'PT6H', shortWindow: 'PT30M' }
        ]
      }
    ])
  })

  test('of bad events, and an indicator without a series of them is no data', async () => {
    const ratio = `{ ratioMetric: { bad: ${metric('bad[$window]')}, total: ${metric('total[$window]')} } }`
    const files = { 'slos/crm.yaml': slo('crm', { indicator: `indicator: { spec: ${ratio} }` }) }
    const gated = await measured(files, {}, query => (query === '(bad[30d]) / (total[30d])' ? 0.001 : []))
    const empty = await measured(files, {}, () => [])

    expect(gated.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.2' })
    expect(empty.outputs).toMatchObject({ decision: 'block', verdict: 'no-data' })
  })

  test('next to definitions of our own form, when slo-id selects it by metadata.name', async () => {
    const genesys = await startGenesys({ slos: { [SLO]: 0.4 } })
    const files = {
      'slos/own.yaml': several(`${definition()}\n`, slo('a')),
      'slos/crm.yaml': several(slo('crm', { objective: 'objectives: [{ targetPercent: 99 }]' }), SLI)
    }
    const all = await measured(files, genesys.inputs())
    const one = await measured(files, { 'slo-id': 'crm' })
    await genesys.close()

    expect(all.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
    expect(idsOf(all)).toEqual([SLO, 'a', 'crm'].toSorted())
    expect(idsOf(one)).toEqual(['crm'])
    expect(one.prometheus.queries()).toHaveLength(2)
  })
})

test('OpenSLO documents block before any request is sent, with all that is wrong in other places too', async () => {
  const refused = await measured(
    {
      'slos/crm.yaml': several(slo('crm', { more: 'budgetingMethod: Timeslices' }), SLI),
      'slos/own.yaml': definition({ id: 'own', sloTarget: 0, source: { type: 'prometheus', sloth: 'x' } })
    },
    { 'max-burn-rate': 'abc' }
  )

  expectRefused(refused, {
    title: '',
    says: [
      'input max-burn-rate',
      'slos/crm.yaml, SLO "crm", field spec.budgetingMethod',
      'slos/own.yaml, SLO "own", field sloTarget'
    ]
  })
  expect(refused.prometheus.requests).toEqual([])
  expect(refused.report.errors).toHaveLength(3)
})
