import { describe, expect, test } from '@jest/globals'
import { startGenesys } from '../../../simulator/genesys/start.ts'
import type { GateRun } from '../../../simulator/harness/workspace.ts'
import {
  type FakePrometheus,
  type FakePrometheusOptions,
  startFakePrometheus
} from '../../support/fakePrometheus.ts'
import { expectRefused, type Row } from '../../support/refusal.ts'
import { annotations, definition, run, SLO } from '../../support/scenario.ts'

interface OpenSloRun extends GateRun {
  prometheus: FakePrometheus
}

/** Runs the bundle on all files, against a Prometheus that knows 1000 events, 999 of them good. */
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

  test('with everything it refers to in other files, in whichever order they come', async () => {
    const files = {
      'slos/z/sli.yaml': SLI,
      'slos/b.yaml': slo('crm', { more: 'alertPolicies: [{ alertPolicyRef: paging }]' }),
      'slos/a/alerts.yaml': several(POLICY, CONDITION)
    }
    const gated = await measured(files)

    expect(gated.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.2' })
    expect(gated.report.slos).toMatchObject([
      {
        id: 'crm',
        alerts: [
          { level: 'CRITICAL', threshold: 14.4, window: 'PT1H', shortWindow: 'PT5M' },
          { level: 'WARNING', threshold: 6, window: 'PT6H', shortWindow: 'PT30M' }
        ]
      }
    ])
    expect(gated.prometheus.queries()).toHaveLength(10)
  })

  test('and burns when its alert does', async () => {
    const files = {
      'slos/all.yaml': several(slo('crm', { more: 'alertPolicies: [paging]' }), SLI, POLICY, CONDITION)
    }
    const gated = await measured(files, {}, query => (/good\[(1h|5m)\]/.test(query) ? 900 : 1_000))

    expect(gated.outputs).toMatchObject({ decision: 'block', verdict: 'burning', 'burn-rate': '0' })
    expect(gated.outputs['reason']).toContain('14.4')
  })

  test('with several SLOs, and what they share, in one file', async () => {
    const files = {
      'slos/all.yaml': several(slo('a'), SLI, slo('b', { objective: 'objectives: [{ targetPercent: 99 }]' }))
    }
    const gated = await measured(files)

    expect(idsOf(gated)).toEqual(['a', 'b'])
    expect(gated.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.2' })
  })

  test('from JSON as well', async () => {
    const indicator = {
      spec: {
        ratioMetric: Object.fromEntries(
          ['good', 'total'].map(name => [
            name,
            { metricSource: { type: 'Prometheus', spec: { query: `${name}[$window]` } } }
          ])
        )
      }
    }
    const value = {
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'crm', displayName: 'CRM lookups' },
      spec: {
        indicator,
        timeWindow: [{ duration: '4w', isRolling: true }],
        objectives: [{ target: 0.995 }]
      }
    }
    const gated = await measured({ 'slo.json': JSON.stringify([value]) }, { 'slo-file': 'slo.json' })

    expect(gated.report.slos).toMatchObject([
      { id: 'crm', name: 'CRM lookups', window: { duration: 'P4W' }, burnRate: 0.2 }
    ])
    expect(queriesOf(gated)).toEqual(['good[28d]', 'total[28d]'])
  })

  test('of bad events, and an indicator without a series of them is no data', async () => {
    const ratio = `{ ratioMetric: { bad: ${metric('bad[$window]')}, total: ${metric('total[$window]')} } }`
    const files = { 'slos/crm.yaml': slo('crm', { indicator: `indicator: { spec: ${ratio} }` }) }
    const gated = await measured(files, {}, query => (query === '(bad[30d]) / (total[30d])' ? 0.001 : []))
    const empty = await measured(files, {}, () => [])

    expect(gated.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.2' })
    expect(empty.outputs).toMatchObject({ decision: 'block', verdict: 'no-data' })
  })

  test('beside definitions of our own form, of whichever source', async () => {
    const genesys = await startGenesys({ slos: { [SLO]: 0.4 } })
    const files = {
      'slos/crm.yaml': several(slo('crm'), SLI),
      'slos/own.yaml': several(
        `${definition()}\n`,
        `${definition({ id: 'own', source: { type: 'prometheus', errorRatio: 'ratio[$window]' } })}\n`,
        slo('third')
      )
    }
    const gated = await measured(files, genesys.inputs(), query =>
      query.startsWith('ratio') ? 0.001 : query.startsWith('good') ? 999 : 1_000
    )
    await genesys.close()

    expect(gated.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
    expect(idsOf(gated)).toEqual([SLO, 'crm', 'own', 'third'].toSorted())
    expect(genesys.burnRateRequests()).toHaveLength(1)
  })
})

describe('slo-id selects by metadata.name', () => {
  const files = {
    'slos/all.yaml': several(slo('a'), SLI, slo('b'), slo('c')),
    'slos/own.yaml': definition({ id: 'own' })
  }

  test('and only the sources of the selected ones are needed', async () => {
    const gated = await measured(files, { 'slo-id': 'c,a' })

    expect(gated.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(idsOf(gated)).toEqual(['a', 'c'])
    expect(gated.prometheus.queries()).toHaveLength(4)
  })

  test('and one of our own form among them', async () => {
    const genesys = await startGenesys({ slos: { own: 0.4 } })
    const gated = await measured(files, { ...genesys.inputs(), 'slo-id': 'own' })
    await genesys.close()

    expect(idsOf(gated)).toEqual(['own'])
    expect(gated.prometheus.queries()).toEqual([])
  })

  test.each(['lookups', 'd'])('and what is no SLO is not among them: %s', async id => {
    const row: Row = {
      title: '',
      says: ['input slo-id', `"${id}" is defined in no file`, '"own", "a", "b", "c"']
    }
    const refused = await measured(files, { 'slo-id': id })

    expectRefused(refused, row)
    expect(refused.prometheus.requests).toEqual([])
  })
})

describe('an OpenSLO document blocks before any request is sent', () => {
  const crm = 'SLO "crm"'
  const rows: (Row & { files: Record<string, string>; problems?: number })[] = [
    {
      title: 'with a window of the calendar',
      files: {
        'slos/crm.yaml': several(
          slo('crm').replace(
            'isRolling: true',
            'isRolling: false, calendar: { startTime: "2026-01-01 12:00:00", timeZone: UTC }'
          ),
          SLI
        )
      },
      says: ['slos/crm.yaml', crm, 'field spec.timeWindow[0].isRolling', 'spec.timeWindow[0].calendar'],
      problems: 2
    },
    {
      title: 'with time slices',
      files: { 'slos/crm.yaml': several(slo('crm', { more: 'budgetingMethod: Timeslices' }), SLI) },
      says: ['slos/crm.yaml', crm, 'field spec.budgetingMethod', '"Timeslices"', 'Occurrences']
    },
    {
      title: 'with two objectives',
      files: {
        'slos/crm.yaml': several(
          slo('crm', { objective: 'objectives: [{ target: 0.99 }, { target: 0.9 }]' }),
          SLI
        )
      },
      says: ['slos/crm.yaml', crm, 'field spec.objectives', 'holds 2 entries', 'exactly one']
    },
    {
      title: 'with a threshold metric',
      files: {
        'slos/crm.yaml': slo('crm'),
        'slos/sli.yaml': document('SLI', 'lookups', `{ thresholdMetric: ${metric('latency')} }`)
      },
      says: ['slos/sli.yaml', 'SLI "lookups"', 'field spec.thresholdMetric', 'cannot be mapped'],
      problems: 2
    },
    {
      title: 'whose indicator is of another system',
      files: {
        'slos/crm.yaml': several(slo('crm'), SLI.replaceAll('Prometheus', 'Datadog'))
      },
      says: [
        ...['slos/crm.yaml', 'SLI "lookups"', 'field spec.ratioMetric.good.metricSource.type'],
        ...['field spec.ratioMetric.total.metricSource.type', '"Datadog" cannot be mapped']
      ],
      problems: 2
    },
    {
      title: 'whose query has no window',
      files: { 'slos/crm.yaml': several(slo('crm'), SLI.replace('good[$window]', 'good[5m]')) },
      says: ['field spec.ratioMetric.good.metricSource.spec.query', '"good[5m]"', '$window']
    },
    {
      title: 'that refers to nothing',
      files: { 'slos/crm.yaml': slo('crm', { more: 'alertPolicies: [{ alertPolicyRef: paging }]' }) },
      says: [
        ...['slos/crm.yaml', crm, 'field spec.indicatorRef', '"lookups" names no SLI document'],
        ...['field spec.alertPolicies[0].alertPolicyRef', '"paging" names no AlertPolicy document']
      ],
      problems: 2
    },
    {
      title: 'with an alert of an unknown severity, in another file',
      files: {
        'slos/crm.yaml': several(slo('crm', { more: 'alertPolicies: [paging]' }), SLI),
        'slos/alerts.yaml': several(POLICY, CONDITION.replace('severity: page', 'severity: sev1'))
      },
      says: ['slos/alerts.yaml', 'AlertCondition "fast"', 'field spec.severity', '"sev1"', 'page or critical']
    },
    {
      title: 'with a threshold that can never be reached',
      files: {
        'slos/crm.yaml': several(
          slo('crm', { more: `alertPolicies: [paging]` }),
          SLI,
          POLICY,
          CONDITION.replace('14.4', '201')
        )
      },
      says: ['slos/crm.yaml', crm, '201 can never be reached', 'burn rate of 200 ']
    },
    {
      title: 'of another version',
      files: { 'slos/crm.yaml': several(slo('crm').replace('openslo/v1', 'openslo/v2alpha'), SLI) },
      says: ['slos/crm.yaml', crm, 'field apiVersion', '"openslo/v2alpha"', 'it takes openslo/v1']
    },
    {
      title: 'of an unknown kind',
      files: { 'slos/crm.yaml': several(slo('crm'), SLI, document('Slo', 'x', '{}')) },
      says: ['slos/crm.yaml', 'document "x"', 'field kind', '"Slo"', 'SLO, SLI']
    },
    {
      title: 'with an unknown key',
      files: { 'slos/crm.yaml': several(slo('crm', { more: 'budgetMethod: x' }), SLI) },
      says: ['slos/crm.yaml', crm, 'field spec.budgetMethod', 'not a known key of OpenSLO v1']
    },
    {
      title: 'that are only indicators',
      files: { 'slos/sli.yaml': SLI, 'slos/alerts.yaml': several(POLICY, CONDITION) },
      says: ['input slo-file', 'its files define no SLO']
    },
    {
      title: 'that defines an SLO of ours again',
      files: {
        'slos/crm.yaml': several(slo(SLO), SLI),
        'slos/own.yaml': definition({ source: { type: 'prometheus', sloth: 'x' } })
      },
      says: ['slos/crm.yaml', `"${SLO}"`, 'is a duplicate', 'slos/own.yaml defines it too']
    },
    {
      title: 'that defines an SLO twice',
      files: { 'slos/a.yaml': several(slo('crm'), SLI), 'slos/b.yaml': slo('crm') },
      says: ['slos/b.yaml', crm, 'field metadata.name', 'is a duplicate', 'slos/a.yaml defines it too']
    },
    {
      title: 'that defines an indicator twice',
      files: { 'slos/a.yaml': several(slo('crm'), SLI), 'slos/b.yaml': SLI },
      says: ['slos/b.yaml', 'SLI "lookups"', 'field metadata.name', 'slos/a.yaml defines it too']
    }
  ]
  test.each(rows)('$title', async ({ files, problems = 1, ...row }) => {
    const refused = await measured(files)

    expectRefused(refused, row)
    expect(refused.prometheus.requests).toEqual([])
    expect(refused.report.errors).toHaveLength(problems)
    for (const word of row.says) expect(refused.report.errors.join('\n')).toContain(word)
  })

  test.each(rows)('in an audit: $title', async ({ files, ...row }) => {
    const audit = await measured(files, { mode: 'audit' })

    expect(audit.report.mode).toBe('audit')
    expectRefused(audit, row)
  })

  test('with all that is wrong, in OpenSLO, in our own form and among the inputs', async () => {
    const row: Row = {
      title: '',
      says: [
        'input max-burn-rate',
        'slos/crm.yaml, SLO "crm", field spec.budgetingMethod',
        'slos/own.yaml, SLO "own", field sloTarget'
      ]
    }
    const files = {
      'slos/crm.yaml': several(slo('crm', { more: 'budgetingMethod: Timeslices' }), SLI),
      'slos/own.yaml': definition({ id: 'own', sloTarget: 0, source: { type: 'prometheus', sloth: 'x' } })
    }
    const refused = await measured(files, { 'max-burn-rate': 'abc' })

    expectRefused(refused, row)
    expect(refused.report.errors).toHaveLength(3)
  })

  test('and an address in a data source is never asked', async () => {
    const elsewhere = await startFakePrometheus({ answer: () => 1 })
    const source = document(
      'DataSource',
      'metrics',
      `{ type: Prometheus, connectionDetails: { url: "${elsewhere.url}", token: hush-hush } }`
    )
    const sli = SLI.replaceAll('type: Prometheus', 'metricSourceRef: metrics')
    const gated = await measured({ 'slos/crm.yaml': several(slo('crm'), sli, source) })
    await elsewhere.close()

    expect(gated.outputs).toMatchObject({ decision: 'allow', 'burn-rate': '0.2' })
    expect(elsewhere.requests).toEqual([])
    expect(gated.prometheus.queries()).toHaveLength(2)
  })
})
