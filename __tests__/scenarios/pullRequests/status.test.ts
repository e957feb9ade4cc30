// The commit status: on which commit, and what it says.
import { describe, expect, test } from '@jest/globals'
import { sha } from '../../../simulator/github/start.ts'
import {
  ABOUT_NOTHING,
  allowedAndBlocked,
  expectOneWarning,
  type Problem,
  pull,
  RUN_URL,
  stageWith,
  type Telling,
  warningsOf
} from '../../support/announceRun.ts'
import { HEAD, instead, labelled, minutesAgo, pullRequestEvent, pushOf } from '../../support/approvalRun.ts'
import { API, answering, burnRates, definition, readable, SLO } from '../../support/scenario.ts'

const CONTEXT = 'error budget'
const ON = { 'status-context': CONTEXT }
/** What GITHUB_SHA is in a pull request: the commit that GitHub makes to test the merge. */
const TEST_MERGE = sha('test merge')
const ANOTHER = sha('another commit')

describe('the status is written on', () => {
  const queue = { head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${sha('base')}`, head_sha: ANOTHER }
  const rows: (Telling & { title: string; on: string; asks?: number })[] = [
    {
      title: 'the head of the pull request of the event, not on the test merge',
      on: HEAD,
      env: { GITHUB_SHA: TEST_MERGE }
    },
    {
      title: 'the head of a pull_request_target event, not on the base',
      ...pullRequestEvent({ eventName: 'pull_request_target' }),
      on: HEAD,
      env: { GITHUB_SHA: sha('base') }
    },
    {
      title: 'the head that the event was about, when another one was pushed since',
      ...pullRequestEvent(),
      event: { pull_request: { number: 7, head: { sha: ANOTHER } } },
      on: ANOTHER
    },
    {
      title: 'the commit of the merge group, for which the queue waits',
      eventName: 'merge_group',
      event: { merge_group: queue },
      env: { GITHUB_SHA: TEST_MERGE },
      on: ANOTHER
    },
    {
      title: 'the commit of the merge group, although a pull request is named',
      eventName: 'merge_group',
      event: { merge_group: queue },
      inputs: { 'pull-request': '7' },
      on: ANOTHER
    },
    { title: 'the pushed commit', ...pushOf(ANOTHER), event: {}, on: ANOTHER },
    {
      title: 'the head, as GitHub knows it, of the pull request that the input names',
      eventName: 'workflow_dispatch',
      event: {},
      inputs: { 'pull-request': '7' },
      env: { GITHUB_SHA: ANOTHER },
      on: HEAD,
      asks: 3
    }
  ]
  test.each(rows)('$title', async ({ title: _, on, asks = 2, ...telling }) => {
    const { gitHub, tell } = await stageWith({}, ON)
    const run = await tell(telling)

    expect(gitHub.statuses).toEqual([
      expect.objectContaining({ sha: on, context: CONTEXT, state: 'success' })
    ])
    expect(run.asked).toHaveLength(asks)
    expect(warningsOf(run)).toEqual([])
  })
})

const CRITICAL = { level: 'CRITICAL', burnRateThreshold: 0.5, duration: 'PT5M' }

interface Said extends Telling {
  title: string
  says: [state: string, description: string]
  /** What the job does. */
  exits: 0 | 1
  labelledBy?: string
}

describe('the status says', () => {
  const refused = answering(API, { status: 403, body: { message: 'no' } })
  const empty = { slos: {}, executions: [] }
  const dataActions = {
    inputs: { 'slo-file': 'slo.json' },
    files: { 'slo.json': definition({ source: { type: 'genesys-data-actions' } }) }
  }
  const audit = { mode: 'audit' }
  const exhausted = `Deployment blocked: the error budget is exhausted (${SLO})`
  const unread = `Deployment blocked: the burn rate could not be read (${SLO})`
  const rows: Said[] = [
    {
      title: 'success when all is well',
      burn: 0.4,
      exits: 0,
      says: ['success', 'Deployment allowed: the error budget is healthy']
    },
    {
      title: 'success when little is left',
      burn: 0.9,
      exits: 0,
      says: ['success', 'Deployment allowed: the error budget is running low']
    },
    { title: 'failure when the budget is exhausted', burn: 2, exits: 1, says: ['failure', exhausted] },
    {
      title: 'failure when it burns too fast',
      inputs: { 'slo-file': 'slo.json' },
      exits: 1,
      files: { 'slo.json': definition({ burnRateAlerts: [CRITICAL] }) },
      genesys: { slos: { [SLO]: burnRates({ PT43200M: 0.1, PT5M: 20 }) } },
      says: ['failure', `Deployment blocked: the error budget is burning too fast (${SLO})`]
    },
    {
      title: 'failure without anything to measure',
      ...dataActions,
      genesys: empty,
      exits: 1,
      says: ['failure', `Deployment blocked: there is nothing to measure (${SLO})`]
    },
    {
      title: 'success without anything to measure, where that is allowed',
      ...dataActions,
      inputs: { ...dataActions.inputs, 'on-no-data': 'allow' },
      genesys: empty,
      exits: 0,
      says: ['success', 'Deployment allowed: there is nothing to measure']
    },
    {
      title: 'error when nothing can be read',
      genesys: { intercept: refused },
      exits: 1,
      says: ['error', unread]
    },
    {
      title: 'success when nothing can be read, where that is allowed',
      genesys: { intercept: refused },
      inputs: { 'on-error': 'allow' },
      exits: 0,
      says: ['success', 'Deployment allowed: the burn rate could not be read']
    },
    {
      title: 'error when the configuration is wrong',
      inputs: { timeout: 'soon' },
      exits: 1,
      says: ['error', 'Deployment blocked: the configuration is wrong']
    },
    {
      title: 'success when an administrator has approved',
      burn: 2,
      labelledBy: 'ada-admin',
      exits: 0,
      says: [
        'success',
        `Override: a deployment is allowed although the error budget is exhausted (${SLO}), approved by ada-admin`
      ]
    },
    {
      title: 'failure when somebody has approved who may not',
      burn: 2,
      labelledBy: 'dev-dana',
      exits: 1,
      says: ['failure', exhausted]
    },
    {
      title: 'error when somebody approves a wrong configuration',
      inputs: { timeout: 'soon' },
      labelledBy: 'ada-admin',
      exits: 1,
      says: ['error', 'Deployment blocked: the configuration is wrong']
    },
    {
      title: 'failure in an audit, whose job passes all the same',
      burn: 2,
      inputs: audit,
      exits: 0,
      says: ['failure', exhausted]
    },
    {
      title: 'error in an audit that could read nothing',
      genesys: { intercept: refused },
      inputs: audit,
      exits: 0,
      says: ['error', unread]
    },
    {
      title: 'error in an audit that is configured wrong',
      inputs: { ...audit, timeout: 'soon' },
      exits: 1,
      says: ['error', 'Deployment blocked: the configuration is wrong']
    },
    {
      title: 'success in an audit when all is well',
      inputs: audit,
      exits: 0,
      says: ['success', 'Deployment allowed: the error budget is healthy']
    }
  ]
  test.each(rows)('$title', async ({ title: _, says, exits, labelledBy, ...telling }) => {
    const events = labelledBy === undefined ? [] : [labelled({ actor: labelledBy })]
    const { gitHub, tell } = await stageWith({ pullRequests: [pull({ events })] }, ON)
    const run = await tell(telling)

    const [state, description] = says
    expect(gitHub.statuses).toEqual([
      expect.objectContaining({ sha: HEAD, context: CONTEXT, state, description, targetUrl: RUN_URL })
    ])
    expect(run.exitCode).toBe(exits)
    expect(warningsOf(run)).toEqual([])
  })
})

describe('the description is short enough for GitHub', () => {
  const ids: [string, string][] = [
    ['a long id', 'crm-'.repeat(60)],
    ['an id that just fits', 'x'.repeat(140 - 'Deployment blocked: the error budget is exhausted ()'.length)],
    ['one character more', 'x'.repeat(141 - 'Deployment blocked: the error budget is exhausted ()'.length)],
    ['letters of two and three bytes', 'größenprüfung-日本語-'.repeat(10)],
    ['combining marks', 'e\u0301'.repeat(100)],
    // GitHub: "description doesn't accept 4-byte Unicode".
    ['an emoji', 'crm-🔥'],
    ['many emoji', '🔥'.repeat(100)]
  ]
  test.each(ids)('with %s', async (_title, id) => {
    const { gitHub, tell } = await stageWith({}, ON)
    const run = await tell({ genesys: { slos: { [id]: 2 } }, inputs: { 'slo-id': id } })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: expect.any(String) })
    // Looked at here, so that the message says what is wrong.
    expect(gitHub.violations.splice(0)).toEqual([])
    const [{ description } = { description: null }] = gitHub.statuses
    expect(description?.length).toBeLessThanOrEqual(140)
    expect(description).toMatch(/^Deployment blocked: /)
    expect(description?.isWellFormed()).toBe(true)
    expect(warningsOf(run)).toEqual([])
  })

  test('on one line and from left to right, whatever the id has', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    const id = 'crm\u2028::error::\u202egnp.lo'
    const run = await tell({ genesys: { slos: { [id]: 2 } }, inputs: { 'slo-id': id } })

    expect(run.outputs['verdict']).toBe('exhausted')
    const [{ description } = { description: null }] = gitHub.statuses
    expect(description).toMatch(/^Deployment blocked: /)
    expect(description).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
  })

  test('with a long id and a long name of the approver', async () => {
    const approver = `a${'-long'.repeat(7)}`
    const world = {
      users: { [approver]: { role: 'admin' } },
      pullRequests: [pull({ events: [labelled({ actor: approver })] })]
    }
    const { gitHub, tell } = await stageWith(world, ON)
    const id = 'crm-'.repeat(30)
    await tell({ genesys: { slos: { [id]: 2 } }, inputs: { 'slo-id': id } })

    const [status] = gitHub.statuses
    expect(status).toMatchObject({ state: 'success' })
    expect(status?.description).toHaveLength(140)
    expect(status?.description).toMatch(/^Override: a deployment is allowed although .*…$/)
  })
})

describe('the status is written anew', () => {
  test('only when it says something else', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    const writes: number[] = []
    for (const burn of [0.4, 0.5, 0.9, 0.9, 2, 3, 0.4]) writes.push((await tell({ burn })).written.length)

    expect(writes).toEqual([1, 0, 1, 0, 1, 0, 1])
    expect(gitHub.statuses.map(({ state }) => state)).toEqual(['success', 'success', 'failure', 'success'])
  })

  test.each([100, 130])('only when it says something else, also beside %d of other checks', async count => {
    const { gitHub, tell } = await stageWith({}, ON)
    await tell()
    for (let index = 0; index < count; index++) {
      const status = { id: 9_000 + index, sha: HEAD, state: 'success' as const, context: `check ${index}` }
      gitHub.statuses.push({ ...status, description: null, targetUrl: null, at: minutesAgo(0) })
    }
    expect((await tell()).written).toEqual([])
  })

  test('only when it says something else, also when it is written in another case', async () => {
    const { tell } = await stageWith({}, ON)
    await tell()
    expect((await tell({ inputs: { 'status-context': 'Error Budget' } })).written).toEqual([])
  })

  test('whatever other contexts on the commit say, and those on other commits', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    const description = 'Deployment allowed: the error budget is healthy'
    for (const [context, commit] of [
      ['another gate', HEAD],
      [CONTEXT, ANOTHER]
    ] as const) {
      const status = { id: 1, sha: commit, state: 'success' as const, context, description }
      gitHub.statuses.push({ ...status, targetUrl: null, at: minutesAgo(1) })
    }

    expect((await tell()).written).toHaveLength(1)
    expect(gitHub.statuses).toHaveLength(3)
  })
})

describe('the status leads', () => {
  const jenkins = 'https://jenkins.example.com/job/deploy/7/'
  const gitLab = 'https://gitlab.example.com/acme/crm/-/jobs/7'
  const rows: [string, Record<string, string | undefined>, string | null][] = [
    ['to the run', {}, RUN_URL],
    [
      'to the run on another server',
      { GITHUB_SERVER_URL: 'https://ghes.example.com' },
      RUN_URL.replace('github.com', 'ghes.example.com')
    ],
    ['to the build of Jenkins', { GITHUB_RUN_ID: undefined, BUILD_URL: jenkins }, jenkins],
    ['to the job of GitLab', { GITHUB_RUN_ID: undefined, CI_JOB_URL: gitLab }, gitLab],
    ['nowhere, where there is no such page', { GITHUB_RUN_ID: undefined }, null]
  ]
  test.each(rows)('%s', async (_title, env, targetUrl) => {
    const { gitHub, tell } = await stageWith({}, ON)
    await tell({ env })

    expect(gitHub.statuses).toEqual([expect.objectContaining({ targetUrl, state: 'success' })])
  })
})

describe('what goes wrong is a warning, and the decision stands:', () => {
  const noAnswer = { status: 404, body: { message: 'Not Found' } }
  const rows: (Problem & { title: string })[] = [
    {
      title: 'a token that may only read',
      world: { forbid: ['statuses:write'] },
      says: /"error budget" of \w{7} .*403.*`statuses: write`/
    },
    {
      title: 'a token that may not even read',
      world: { forbid: ['statuses'] },
      says: /403.*`statuses: write`/
    },
    { title: 'an event about nothing', ...ABOUT_NOTHING, says: /there is no commit/ },
    { title: 'a push without a commit', ...pushOf(''), env: { GITHUB_SHA: undefined }, says: /no commit/ },
    {
      title: 'statuses of an unexpected form',
      world: instead(/\/status\?/, { body: { statuses: 'none' } }),
      says: /unexpected form/
    },
    {
      title: 'a commit with as many statuses as GitHub keeps',
      world: instead(/\/statuses\//, {
        status: 422,
        body: {
          message: 'Validation Failed: This SHA and context has reached the maximum number of statuses.'
        }
      }),
      says: /422.*maximum number/
    },
    {
      title: 'a pull request that cannot be read, and why',
      eventName: 'workflow_dispatch',
      event: {},
      inputs: { 'pull-request': '7' },
      world: instead(/\/pulls\/7/, noAnswer),
      says: /404/
    }
  ]
  test.each(allowedAndBlocked(rows))(
    '$title, with a burn rate of $burn',
    async ({ title: _, ...problem }) => {
      const gitHub = await expectOneWarning(problem, ON)
      expect(gitHub.statuses).toEqual([])
    }
  )
})

describe('no secret is in the status or in the comment', () => {
  const SECRET = 'client-secret-value'
  const both = { ...ON, comment: 'true' }

  test.each([
    ['as an id', SECRET],
    ['within an id', `crm-${SECRET}-slo`],
    ['as the token of GitHub', 'ghs_simulatedtoken'],
    // 89 characters of the id are shown.
    ['where the id is cut', `${'x'.repeat(80)}${SECRET}`]
  ])('%s', async (_title, id) => {
    const { gitHub, tell } = await stageWith({}, both)
    await tell({ genesys: { slos: { [id]: 2 } }, inputs: { 'slo-id': id } })

    const said = JSON.stringify([gitHub.comments, gitHub.statuses])
    expect(gitHub.statuses).toHaveLength(1)
    for (const secret of ['client-s', 'ghs_sim']) expect(said).not.toContain(secret)
  })

  test.each([
    ['client-secret-value', 'client-s'],
    ['se_cr*et<va>lu~e', 'lu~e']
  ])('as a value that is not accepted: %s', async (secret, part) => {
    const { gitHub, tell } = await stageWith({}, both)
    await tell({ inputs: { mode: secret, 'genesys-client-secret': secret } })

    const said = gitHub.comments.map(({ body }) => readable(body)).join()
    expect(said).toContain('input mode: "***"')
    expect(said).not.toContain(part)
  })
})
