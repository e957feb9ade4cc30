// What an audit reports: everything, without failing for it and without changing anything.
import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Execution, type GenesysOptions, startGenesys } from '../../../simulator/genesys/start.ts'
import type { GateOptions } from '../../../simulator/harness/workspace.ts'
import { blockedRun } from '../../support/approvalRun.ts'
import { expectInert } from '../../support/inert.ts'
import { annotations, type GenesysRun, gate, readable, run } from '../../support/scenario.ts'

const DAY = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY - DAY / 2)

const executed = (actionId: string, good: number, bad: number): Execution[] => {
  const common = { actionId, integrationId: 'crm', durationMs: 300 }
  return [
    { ...common, at: daysAgo(2), errorType: 'NONE', responseStatus: '200', count: good },
    { ...common, at: daysAgo(12), errorType: 'REMOTE_ERROR', responseStatus: '503', count: bad }
  ]
}

const ofAction = (id: string, fields: object = {}) => ({
  id,
  name: `Lookups of ${id}`,
  sloTarget: 99.5,
  source: { type: 'genesys-data-actions', actionIds: [id] },
  ...fields
})

/** Two that would block, one that is low, one that is well, one without events, and one that knows rates alone. */
const SLOS = ['orders', 'billing', 'crm', 'mail', 'fax'].map(id => ofAction(id))
const EXECUTIONS = [
  ...executed('orders', 990, 10),
  ...executed('billing', 980, 20),
  ...executed('crm', 9_955, 45),
  ...executed('mail', 9_999, 1)
]

function audit(
  definitions: readonly object[],
  genesys: GenesysOptions = {},
  { inputs, ...options }: GateOptions = {}
): Promise<GenesysRun> {
  return gate(
    { executions: EXECUTIONS, ...genesys },
    {
      ...options,
      inputs: { mode: 'audit', 'slo-file': 'slos.json', ...inputs },
      files: { 'slos.json': JSON.stringify(definitions) }
    }
  )
}

describe('an audit', () => {
  test('says first what would have happened, and does not fail for it', async () => {
    const audited = await audit(SLOS, {}, { inputs: { 'on-no-data': 'allow' } })

    expect(audited.exitCode).toBe(0)
    expect(audited.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    expect(audited.report).toMatchObject({
      version: 1,
      mode: 'audit',
      decision: 'block',
      verdict: 'exhausted'
    })
    expect(audited.summary).toMatch(/^## ⛔ Audit: would be blocked: the error budget is exhausted\n/)
    expect(annotations(audited, 'error')).toEqual([])
    expect(annotations(audited, 'warning')[0]).toContain('SLO "billing": burn rate 4')
  })

  test('lists every SLO, the worst first, and draws each whose source can tell', async () => {
    const audited = await audit(
      [...SLOS, { id: 'rates', sloTarget: 99.5, source: { type: 'genesys-observability' } }],
      { slos: { rates: 0.1 } },
      { inputs: { 'on-no-data': 'allow' } }
    )

    const ids = ['billing', 'orders', 'fax', 'crm', 'mail', 'rates']
    expect(audited.report.slos.map(({ id }: { id: string }) => id)).toEqual(
      ids.toSorted((a, b) => audited.summary.indexOf(`\`${a}\` |`) - audited.summary.indexOf(`\`${b}\` |`))
    )
    expect(audited.report.slos.map(({ id }: { id: string }) => id).slice(0, 3)).toEqual(ids.slice(0, 3))
    const drawn = [...audited.summary.matchAll(/^### Budget of .*`(\w+)`$/gm)].map(([, id]) => id)
    expect(drawn).toEqual(['billing', 'orders', 'crm', 'mail'])
    expect(Object.keys(audited.report.histories).toSorted()).toEqual(drawn.toSorted())
    for (const { id, budgetRemaining } of audited.report.slos) {
      const [, section] = audited.summary.split(new RegExp(`^### Budget of .*\`${id}\`$`, 'm'))
      if (section === undefined) continue
      const line = JSON.parse(/line (\[.*\])/.exec(section)?.[1] ?? '[]')
      expect(line).toHaveLength(30)
      expect(line.at(-1)).toBe(Math.round(budgetRemaining * 10) / 10)
    }
    expectInert(audited.summary)
  })

  test('when all is well says so, and draws it', async () => {
    const audited = await audit([ofAction('mail')])

    expect(audited.summary).toMatch(/^## ✅ Deployment allowed: the error budget is healthy\n/)
    expect(audited.summary).toContain('### Budget of Lookups of mail `mail`')
    expect(audited.exitCode).toBe(0)
  })

  test('that could read nothing reports that', async () => {
    const audited = await audit([{ id: 'rates', sloTarget: 99.5, source: { type: 'genesys-observability' } }])

    expect(audited.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(audited.summary).toContain('Audit: would be blocked: the burn rate could not be read')
    expect(audited.exitCode).toBe(0)
  })

  test('that is configured wrong has nothing to report, and fails', async () => {
    const audited = await audit([{ id: 'rates', sloTarget: 100, source: { type: 'genesys-observability' } }])

    expect(audited.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
    expect(audited.summary).toMatch(/^## ⛔ Deployment blocked: the configuration is wrong\n/)
    expect(audited.exitCode).toBe(1)
  })
})

describe('which overrides would have been needed', () => {
  test('is said, for each SLO that would have blocked', async () => {
    const audited = await audit(SLOS, {}, { inputs: { 'on-no-data': 'allow' } })

    const said = readable(audited.summary)
      .split('\n')
      .filter(line => /overrid/i.test(line) && !line.startsWith('|'))
      .join('\n')
    for (const id of ['orders', 'billing']) expect(said).toContain(id)
    for (const id of ['crm', 'mail', 'fax']) expect(said).not.toContain(id)
  })

  test('and one that was given is shown as such', async () => {
    const audited = await blockedRun({ inputs: { mode: 'audit' } })

    expect(audited.gitHub.violations).toEqual([])
    expect(audited.outputs).toMatchObject({ decision: 'override', 'approved-by': 'ada-admin' })
    expect(audited.summary).toMatch(/^## 🔶 Override: a deployment is allowed although/)
    expect(readable(audited.summary)).toContain('Approved by ada-admin')
    expect(audited.exitCode).toBe(0)
  })
})

describe('what apply-slos would change', () => {
  const resource = (id: string, fields: object = {}) => ({
    id,
    name: id,
    description: 'as it was',
    sloTarget: 99,
    timeWindow: 'PT720H',
    metric: { resourceType: 'API', filterExpression: 'api.success_rate > 0' },
    ...fields
  })
  const wanted = [
    resource('same'),
    resource('changed', { sloTarget: 99.5, description: 'as it should be' }),
    resource('new')
  ]
  const genesys = () => ({
    slos: { same: 0.1, changed: 0.2, new: 0.3 },
    sloResources: { same: resource('same'), changed: resource('changed') }
  })

  test('is said field by field, and nothing is written', async () => {
    const audited = await audit(wanted, genesys(), { inputs: { 'apply-slos': 'true' } })

    const [, section = ''] = readable(audited.summary).split('### Definitions at Genesys Cloud')
    const lines = section.split('\n').filter(line => line.startsWith('- '))
    expect(lines).toEqual([
      '- `changed`: would update: description: "as it was" → "as it should be"; sloTarget: 99 → 99.5',
      '- `new`: would create',
      '- 1 unchanged'
    ])
    expect(audited.report.applied).toEqual([
      expect.objectContaining({ id: 'same', outcome: 'unchanged' }),
      expect.objectContaining({ id: 'changed', outcome: 'would update' }),
      expect.objectContaining({ id: 'new', outcome: 'would create' })
    ])
    const writes = audited.genesys.requests.filter(
      ({ method, path }) => method !== 'GET' && path !== '/oauth/token'
    )
    expect(writes).toEqual([])
    expect([...audited.genesys.sloResources.keys()]).toEqual(['same', 'changed'])
  })

  test('is what a run that enforces then changes', async () => {
    const applied = await audit(wanted, genesys(), { inputs: { 'apply-slos': 'true', mode: 'enforce' } })

    const [, section = ''] = readable(applied.summary).split('### Definitions at Genesys Cloud')
    expect(section.split('\n').filter(line => line.startsWith('- '))).toEqual([
      '- `changed`: updated: description: "as it was" → "as it should be"; sloTarget: 99 → 99.5',
      '- `new`: created',
      '- 1 unchanged'
    ])
  })
})

describe('the report of an audit', () => {
  test('is where the input says, ready to be uploaded', async () => {
    const audited = await audit(SLOS, {}, { inputs: { 'report-file': 'reports/audit/budget.json' } })

    expect(audited.outputs['report-file']).toMatch(/budget\.json$/)
    const path = audited.outputs['report-file'] ?? ''
    const text = readFileSync(isAbsolute(path) ? path : join(audited.workspace, path), 'utf8')
    expect(text.endsWith('}\n')).toBe(true)
    expect(JSON.parse(text)).toMatchObject({ version: 1, mode: 'audit', slos: { length: 5 } })
  })

  test('is in the temporary folder otherwise, where the next step finds it', async () => {
    const audited = await audit(SLOS)

    const report = JSON.parse(readFileSync(audited.outputs['report-file'] ?? '', 'utf8'))
    expect(report).toMatchObject({ version: 1, mode: 'audit', slos: { length: 5 } })
  })

  test('has the history of each SLO that is drawn, which adds up to its events', async () => {
    const { report } = await audit(SLOS, {}, { inputs: { 'on-no-data': 'allow' } })

    for (const { id, events, window } of report.slos) {
      const history = report.histories[id] as { end: string; good: number; total: number }[] | undefined
      if (events === null) expect(history).toBeUndefined()
      else {
        const sum = (name: 'good' | 'total') => history?.reduce((all, bucket) => all + bucket[name], 0)
        expect({ good: sum('good'), total: sum('total') }).toEqual(events)
        expect(history?.at(-1)?.end).toBe(window.end)
        const [first] = history ?? []
        expect(Date.parse(String(first?.end)) - Date.parse(window.start)).toBe(DAY)
      }
    }
    expect(Object.keys(report.histories)).toHaveLength(4)
  })

  test('is written by an audit outside GitHub as well', async () => {
    const genesys = await startGenesys({ executions: EXECUTIONS })
    try {
      const audited = await run({
        inputs: { ...genesys.inputs(), mode: 'audit', 'slo-file': 'slos.json', 'report-file': 'budget.json' },
        files: { 'slos.json': JSON.stringify(SLOS) },
        env: { GITHUB_ACTIONS: undefined, GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined }
      })
      expect(audited.exitCode).toBe(0)
      expect(audited.report).toMatchObject({ mode: 'audit', decision: 'block' })
    } finally {
      await genesys.close()
    }
  })
})
