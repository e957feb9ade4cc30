// What the rows say of a maintenance: that of this run, or one that an earlier run wrote.
import { describe, expect, test } from '@jest/globals'
import { BUDGET_COLUMNS, type Row, startGenesys } from '../../../simulator/genesys/start.ts'
import { blockedRun, type Case, expectApproved, minutesAgo } from '../../support/approvalRun.ts'
import { publish, type Rows, rowOf, rowsOf, TABLE } from '../../support/dataTable.ts'
import { json } from '../../support/faults.ts'
import { SLO } from '../../support/scenario.ts'

const LATER = '2999-12-31T23:59:59.000Z'
const NONE = { maintenance_mode: false, maintenance_until: '' }

/** A run without an approval, with one row beforehand. */
async function rowAfter(burn: number, row: Row): Promise<Row | undefined> {
  const run = await publish(burn, { rows: { [SLO]: row } })
  expect(run.report.warnings).toEqual([])
  return rowOf(run)
}

describe('a maintenance that an earlier run wrote', () => {
  test.each([0.4, 1.5, 2])('is kept while it lasts, at a burn rate of %d', async burn => {
    const row = await rowAfter(burn, { maintenance_mode: true, maintenance_until: LATER })

    expect(row).toMatchObject({ burn_rate: burn, maintenance_mode: true, maintenance_until: LATER })
  })

  test.each([
    ['2999-12-31T23:59:59Z', 'without milliseconds'],
    ['2999-12-31T23:59:59.000Z', 'with them'],
    ['2999-12-31T23:59:59.0Z', 'with some'],
    ['3000-01-01T01:59:59+02:00', 'in another time zone']
  ])('is kept as %s, which is %s', async until => {
    const row = await rowAfter(0.4, { maintenance_mode: true, maintenance_until: until })

    expect(row).toMatchObject({ maintenance_mode: true, maintenance_until: LATER })
  })

  test.each<[string, Row]>([
    ['has passed', { maintenance_mode: true, maintenance_until: '2026-01-01T00:00:00.000Z' }],
    ['passed a moment ago', { maintenance_mode: true, maintenance_until: new Date().toISOString() }],
    ['has no end', { maintenance_mode: true, maintenance_until: '' }],
    [
      'ends on a day that does not exist',
      { maintenance_mode: true, maintenance_until: '2999-13-45T00:00:00Z' }
    ],
    ['ends at words with a number', { maintenance_mode: true, maintenance_until: 'maintenance CHG-2999' }],
    ['was over already', { maintenance_mode: false, maintenance_until: LATER }]
  ])('ends when it %s', async (_title, row) => {
    expect(await rowAfter(0.4, row)).toMatchObject(NONE)
  })

  test.each([2999, [LATER]])('ends when its end is not even a text: %j', async until => {
    const intercept = ({ method, path }: { method: string; path: string }) =>
      method === 'GET' && path.includes('/rows/')
        ? json(JSON.stringify({ maintenance_mode: true, maintenance_until: until }))
        : undefined
    const run = await publish(0.4, { rows: { [SLO]: {} }, genesys: { intercept } })

    expect(rowOf(run)).toMatchObject({ burn_rate: 0.4, ...NONE })
  })
})

interface Approving extends Case {
  rows?: Rows
  slos?: Record<string, unknown>
}

/** A blocked run for which #7 may carry an approval, and the rows after it. */
async function approving({ rows = {}, slos = { [SLO]: 2 }, ...different }: Approving = {}) {
  const genesys = await startGenesys({
    slos: Object.fromEntries(Object.entries(slos).map(([id, burn]) => [id, () => burn])),
    dataTables: { [TABLE]: { columns: BUDGET_COLUMNS, rows } }
  })
  const inputs = {
    ...genesys.inputs(),
    'slo-id': Object.keys(slos).join(','),
    'genesys-data-table': TABLE,
    ...different.inputs
  }
  try {
    return { run: await blockedRun({ ...different, inputs }), rows: rowsOf({ genesys }) }
  } finally {
    await genesys.close()
  }
}

/** Ten minutes after the label was added, and four hours after that. */
const UNTIL = new Date(minutesAgo(10).getTime() + 4 * 3_600_000).toISOString()
const RUNNING = { maintenance_mode: true, maintenance_until: UNTIL }
const refused = { pull: { events: [] } }

describe('an approved maintenance', () => {
  test('is in the row until the approval expires, and flows are degraded and told so all the same', async () => {
    const { run, rows } = await approving()

    expectApproved(run)
    expect(run.report.maintenance.expiresAt).toBe(UNTIL)
    expect(rows[SLO]).toMatchObject({ ...RUNNING, degraded: true, burn_rate: 2, verdict: 'exhausted' })
    expect(run.log).toContain('{"event":"budget_exceeded"')
  })

  test('lasts as long as maintenance-max-age says', async () => {
    const { rows } = await approving({ inputs: { 'maintenance-max-age': 'PT30M' } })

    expect(rows[SLO]).toMatchObject({ maintenance_until: minutesAgo(-20).toISOString() })
  })

  test('is in the row of every SLO of the run that was measured', async () => {
    const slos = { down: 2, fine: 0.4, broken: null }
    const before = { broken: { verdict: 'healthy', run_url: 'https://example.com/earlier' }, other: {} }
    const { run, rows } = await approving({ slos, rows: before, inputs: { 'on-error': 'allow' } })

    expectApproved(run)
    expect(rows).toMatchObject({ down: RUNNING, fine: { ...RUNNING, degraded: false } })
    expect(rows).toMatchObject({ broken: { ...before.broken, ...NONE }, other: NONE })
  })

  test('is not in the row of an SLO that could not be measured, although it lifted that block', async () => {
    const { run, rows } = await approving({ slos: { [SLO]: null }, rows: { [SLO]: { burn_rate: 3 } } })

    expectApproved(run, { verdict: 'source-error' })
    expect(rows[SLO]).toMatchObject({ burn_rate: 3, updated_at: '', ...NONE })
  })

  test('is in the row after an audit as well', async () => {
    const { run, rows } = await approving({ inputs: { mode: 'audit' } })

    expectApproved(run)
    expect(rows[SLO]).toMatchObject(RUNNING)
  })

  test('replaces one that would have ended before', async () => {
    const before = { maintenance_mode: true, maintenance_until: minutesAgo(0).toISOString() }
    const { rows } = await approving({ rows: { [SLO]: before } })

    expect(rows[SLO]).toMatchObject(RUNNING)
  })

  test('stays in the row when later runs have no approval: blocked ones, and ones that need none', async () => {
    const first = await approving()
    const strip = ({ key: _, ...row }: Row = {}) => ({ [SLO]: row })
    const second = await approving({ rows: strip(first.rows[SLO]), ...refused })
    expect(second.run.outputs).toMatchObject({ decision: 'block', 'maintenance-mode': 'false' })
    expect(second.rows[SLO]).toMatchObject(RUNNING)

    const third = await approving({ rows: strip(second.rows[SLO]), slos: { [SLO]: 0.4 } })
    expect(third.run.gitHub.requests).toEqual([])
    expect(third.rows[SLO]).toMatchObject({ ...RUNNING, degraded: false, burn_rate: 0.4 })
  })
})

describe('without an approval', () => {
  test.each<[string, Approving]>([
    ['the label was not added', refused],
    ['the approval has expired', { inputs: { 'maintenance-max-age': 'PT5M' } }],
    ['there is no token to ask with', { inputs: { 'github-token': '' } }]
  ])('there is no maintenance in the row: %s', async (_title, different) => {
    const { run, rows } = await approving(different)

    expect(run.outputs).toMatchObject({ decision: 'block', 'maintenance-mode': 'false' })
    expect(rows[SLO]).toMatchObject({ degraded: true, ...NONE })
  })
})
