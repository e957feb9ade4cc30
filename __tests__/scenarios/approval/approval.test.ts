import { describe, expect, test } from '@jest/globals'
import { blockedRun, type Case, expectApproved } from '../../support/approvalRun.ts'
import { definition } from '../../support/scenario.ts'

const FIRING = { level: 'CRITICAL', burnRateThreshold: 0.5, duration: 'PT5M' }

describe('a valid approval lifts', () => {
  const rows: (Case & { title: string; verdict: string })[] = [
    { title: 'the block of an exhausted budget', verdict: 'exhausted' },
    { title: 'the block of a source that cannot be read', verdict: 'source-error', burn: null },
    {
      title: 'the block of a burning budget',
      verdict: 'burning',
      burn: 0.6,
      inputs: { 'slo-file': 'slo.json' },
      files: { 'slo.json': definition({ burnRateAlerts: [FIRING] }) }
    },
    { title: 'the block that an audit would report', verdict: 'exhausted', inputs: { mode: 'audit' } }
  ]
  test.each(rows)('$title', async ({ title: _, verdict, ...different }) => {
    expectApproved(await blockedRun(different), { verdict })
  })
})

test('an approval costs four requests', async () => {
  const { gitHub } = await blockedRun()
  expect(gitHub.apiRequests()).toEqual([
    'GET /repos/acme/crm-flows/pulls/7',
    'GET /repos/acme/crm-flows/issues/7/events?per_page=100',
    'GET /repos/acme/crm-flows/collaborators/ada-admin/permission',
    'GET /repos/acme/crm-flows/activity?ref=refs%2Fheads%2Ffeature&per_page=100'
  ])
  const versions = gitHub.requests.map(({ headers }) => headers['x-github-api-version'])
  expect(new Set(versions)).toEqual(new Set(['2022-11-28']))
})

describe('GitHub is not asked, and no approval counts,', () => {
  test('when nothing is blocked', async () => {
    const run = await blockedRun({ burn: 0.4 })
    expect(run.gitHub.requests).toEqual([])
    expect(run.report.maintenance).toBeNull()
    expect(run.outputs).toMatchObject({ decision: 'allow', 'maintenance-mode': 'false', 'approved-by': '' })
    expect(run.exitCode).toBe(0)
  })

  test('when an error that on-error allows is all there is', async () => {
    const run = await blockedRun({ burn: null, inputs: { 'on-error': 'allow' } })
    expect(run.gitHub.requests).toEqual([])
    expect(run.outputs).toMatchObject({ decision: 'allow', 'maintenance-mode': 'false' })
  })

  const wrong: (Case & { title: string })[] = [
    { title: 'when an input is wrong', inputs: { 'max-burn-rate': 'high' } },
    { title: 'when the approvers are wrong', inputs: { 'maintenance-approvers': 'role:write' } },
    { title: 'when an audit is configured wrong', inputs: { mode: 'audit', timeout: 'soon' } },
    {
      title: 'when a definition is wrong',
      inputs: { 'slo-file': 'slo.json' },
      files: { 'slo.json': definition({ sloTarget: 100 }) }
    }
  ]
  test.each(wrong)('$title', async ({ title: _, ...different }) => {
    const run = await blockedRun(different)
    expect(run.gitHub.requests).toEqual([])
    expect(run.report.maintenance).toBeNull()
    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
    expect(run.outputs).toMatchObject({ 'maintenance-mode': 'false', 'approved-by': '' })
    expect(run.exitCode).toBe(1)
  })
})

test('an audit does not fail for a block that nobody has approved', async () => {
  const run = await blockedRun({ inputs: { mode: 'audit' }, pull: { events: [] } })
  expect(run.gitHub.violations).toEqual([])
  expect(run.outputs).toMatchObject({ decision: 'block', 'maintenance-mode': 'false', 'approved-by': '' })
  expect(run.report.maintenance).toMatchObject({
    approved: false,
    refusal: expect.stringMatching(/^label: /)
  })
  expect(run.exitCode).toBe(0)
})
