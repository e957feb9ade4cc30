// The statuses of all open pull requests, in a run by schedule.
import { describe, expect, test } from '@jest/globals'
import type { GitHubSimulator } from '../../../simulator/github/start.ts'
import { type PullRequest, sha, type World } from '../../../simulator/github/start.ts'
import {
  allowedAndBlocked,
  expectOneWarning,
  pull,
  type Stage,
  stageWith,
  type Telling,
  type Told,
  warningsOf
} from '../../support/announceRun.ts'
import { instead, labelled, minutesAgo } from '../../support/approvalRun.ts'
import { configured, expectRefused } from '../../support/refusal.ts'
import { annotations, readable, SLO } from '../../support/scenario.ts'

const CONTEXT = 'error budget'
const ON = { 'status-context': CONTEXT, 'refresh-open-pull-requests': 'true' }
const MAIN = sha('the head of main')
const SCHEDULED: Telling = { eventName: 'schedule', event: {}, env: { GITHUB_SHA: MAIN } }

const HEALTHY = 'Deployment allowed: the error budget is healthy'
const EXHAUSTED = `Deployment blocked: the error budget is exhausted (${SLO})`

/** An open pull request with a branch of its own, pushed an hour ago. */
const open = (number: number, parts: Partial<PullRequest> = {}): PullRequest =>
  pull({ number, headRef: `feature-${number}`, headSha: sha(`head ${number}`), ...parts })

const openAs = (...numbers: number[]) => numbers.map(number => open(number))

interface Refreshing extends Stage {
  /** A run by schedule. */
  refresh(burn: number, telling?: Telling): Promise<Told>
}

async function stage(world: World, inputs: Record<string, string> = {}): Promise<Refreshing> {
  const made = await stageWith(world, { ...ON, ...inputs })
  const refresh = (burn: number, telling: Telling = {}) => made.tell({ ...SCHEDULED, burn, ...telling })
  return { ...made, refresh }
}

/** The latest status of each pull request, by its number. */
function statesOf({ world, statuses }: GitHubSimulator): Record<number, string | undefined> {
  const latest = (headSha: string | undefined) =>
    statuses.findLast(({ sha, context }) => sha === headSha && context === CONTEXT)?.state
  return Object.fromEntries(
    (world.pullRequests ?? []).map(({ number, headSha }) => [number, latest(headSha)])
  )
}

describe('the input', () => {
  test('needs the name of the status', async () => {
    const row = { inputs: { 'refresh-open-pull-requests': 'true' } }
    const says = ['input status-context', 'refresh-open-pull-requests needs it']

    expectRefused(await configured(row), { title: '', says })
  })

  test.each(['false', ''])('%j leaves the others alone', async value => {
    const { gitHub, refresh } = await stage(
      { pullRequests: openAs(7, 8) },
      { 'refresh-open-pull-requests': value }
    )
    const run = await refresh(0.4)

    expect(run.exitCode).toBe(0)
    expect(gitHub.statuses.map(status => status.sha)).toEqual([MAIN])
  })
})

describe('the status is written on', () => {
  test('every open pull request into the default branch: drafts and forks too, and no other', async () => {
    const pullRequests = [
      open(1),
      open(2, { draft: true }),
      open(3, { headRepository: 'stranger/crm-flows', author: 'stranger' }),
      open(4, { headRepository: null }),
      open(5, { baseRef: 'release/1' }),
      open(6, { baseRef: 'trunk-2' }),
      open(7, { state: 'closed' }),
      open(8, { mergedAt: minutesAgo(5) })
    ]
    const { gitHub, refresh } = await stage({ defaultBranch: 'trunk', pullRequests })
    const run = await refresh(0.4)

    expect(warningsOf(run)).toEqual([])
    const written = { 1: 'success', 2: 'success', 3: 'success', 4: 'success' }
    expect(statesOf(gitHub)).toEqual({ ...written, 5: undefined, 6: undefined, 7: undefined, 8: undefined })
    expect(gitHub.statuses).toHaveLength(5)
    expect(new Set(gitHub.statuses.map(({ description }) => description))).toEqual(new Set([HEALTHY]))
    expect(new Set(gitHub.statuses.map(({ context }) => context))).toEqual(new Set([CONTEXT]))
  })

  test('nothing more where none is open', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: [open(1, { state: 'closed' })] })
    const run = await refresh(2)

    expect(gitHub.statuses.map(status => status.sha)).toEqual([MAIN])
    expect(warningsOf(run)).toEqual([])
  })

  test('the pull request of the event as well as the others, once', async () => {
    const { gitHub, tell } = await stage({ pullRequests: [pull(), open(8)] })
    const run = await tell({ burn: 2 })

    expect(statesOf(gitHub)).toEqual({ 7: 'failure', 8: 'failure' })
    expect(gitHub.statuses).toHaveLength(2)
    expect(run.exitCode).toBe(1)
  })

  test('all of them, with an error, when nothing could be read or the configuration is wrong', async () => {
    const { gitHub, refresh } = await stage({
      pullRequests: [open(1, { events: [labelled({ actor: 'dev-dana' })] }), open(2)]
    })
    await refresh(0.4, { genesys: { slos: { [SLO]: () => null } } })
    expect(statesOf(gitHub)).toEqual({ 1: 'error', 2: 'error' })

    await refresh(0.4)
    const wrong = await refresh(0.4, { inputs: { timeout: 'soon' } })
    expect(statesOf(gitHub)).toEqual({ 1: 'error', 2: 'error' })
    expect(wrong.asked.filter(request => /events|permission|activity/.test(request))).toEqual([])
  })
})

describe('while the budget blocks, each pull request is judged by its own approval:', () => {
  const byAdmin = { events: [labelled()] }
  const fork = 'stranger/crm-flows'
  const rows: [string, Partial<PullRequest>, 'success' | 'failure', World?][] = [
    ['labelled by an administrator', byAdmin, 'success'],
    ['labelled by its author', { events: [labelled({ actor: 'dev-dana' })] }, 'failure'],
    ['not labelled', {}, 'failure'],
    ['pushed to after the label', { ...byAdmin, pushedAt: minutesAgo(5) }, 'failure'],
    ['of a fork, labelled by an administrator', { ...byAdmin, headRepository: fork }, 'success'],
    ['of a fork that cannot be read', { ...byAdmin, headRepository: fork }, 'failure', { hidden: [fork] }],
    ['of a fork that is gone', { ...byAdmin, headRepository: null }, 'failure']
  ]
  test.each(rows)('%s', async (_title, parts, state, world = {}) => {
    const { gitHub, refresh } = await stage({ pullRequests: [open(1, parts), open(2)], ...world })
    const run = await refresh(2)

    expect(statesOf(gitHub)).toEqual({ 1: state, 2: 'failure' })
    const status = gitHub.statuses.find(({ sha: of }) => of === sha('head 1'))
    expect(status?.description).toBe(
      state === 'failure'
        ? EXHAUSTED
        : `Override: a deployment is allowed although the error budget is exhausted (${SLO}), approved by ada-admin`
    )
    // The run itself is about main, which nobody has approved.
    expect(run.outputs).toMatchObject({ decision: 'block' })
    expect(run.exitCode).toBe(1)
    expect(warningsOf(run)).toEqual([])
  })

  test('where two share a head, both have to be approved', async () => {
    const headSha = sha('shared')
    const twins = (events: PullRequest['events'] = []) => [
      open(1, { headSha, ...byAdmin }),
      open(2, { headSha, events })
    ]
    const { gitHub, refresh } = await stage({ pullRequests: twins() })
    await refresh(2)
    expect(statesOf(gitHub)).toEqual({ 1: 'failure', 2: 'failure' })

    gitHub.world.pullRequests = twins([labelled({ actor: 'dev-dana' })])
    expect((await refresh(2)).written).toEqual([])

    gitHub.world.pullRequests = twins([labelled()])
    const run = await refresh(2)
    expect(statesOf(gitHub)).toEqual({ 1: 'success', 2: 'success' })
    expect(run.written).toEqual([`POST /repos/acme/crm-flows/statuses/${headSha}`])
  })

  test('and nobody is asked about those that are not labelled', async () => {
    const { refresh } = await stage({ pullRequests: [open(1, byAdmin), ...openAs(2, 3, 4)] })
    const { asked } = await refresh(2)

    expect(asked.filter(request => /events|permission|activity/.test(request))).toHaveLength(3)
    expect(asked.filter(request => /\/issues\/1\/events|ada-admin|feature-1/.test(request))).toHaveLength(3)
  })

  test('and nobody is asked about any when nothing is blocked', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: [open(1, byAdmin), open(2, byAdmin)] })
    const { asked } = await refresh(0.4)

    expect(asked.filter(request => /events|permission|activity|pulls\/\d/.test(request))).toEqual([])
    expect(gitHub.statuses.map(({ description }) => description)).toEqual([HEALTHY, HEALTHY, HEALTHY])
  })
})

describe('the statuses never go stale', () => {
  test('they go red when the budget runs out, and green when it recovers, and only then', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(1, 2, 3) })
    const writes: number[] = []
    for (const burn of [0.4, 0.4, 2, 2, 3, 0.6, 0.4]) {
      writes.push((await refresh(burn)).written.length)
      const state = burn > 1 ? 'failure' : 'success'
      expect(statesOf(gitHub)).toEqual({ 1: state, 2: state, 3: state })
    }
    // Three pull requests, and main.
    expect(writes).toEqual([4, 0, 4, 0, 0, 4, 0])
  })

  test('a label that is added or removed is seen by the next run', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(1, 2) })
    await refresh(2)
    gitHub.world.pullRequests = [open(1, { events: [labelled()] }), open(2)]
    expect((await refresh(2)).written).toHaveLength(1)
    expect(statesOf(gitHub)).toEqual({ 1: 'success', 2: 'failure' })

    gitHub.world.pullRequests = openAs(1, 2)
    expect((await refresh(2)).written).toHaveLength(1)
    expect(statesOf(gitHub)).toEqual({ 1: 'failure', 2: 'failure' })
  })

  test('one that was opened, or pushed to, since the last run gets its status', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(1, 2) })
    await refresh(2)
    gitHub.world.pullRequests = [open(1, { headSha: sha('pushed') }), open(2), open(3)]

    expect((await refresh(2)).written).toHaveLength(2)
    expect(statesOf(gitHub)).toEqual({ 1: 'failure', 2: 'failure', 3: 'failure' })
  })

  test('a status that somebody else has changed is put right', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(1, 2) })
    await refresh(2)
    const forged = { id: 9_999, sha: sha('head 2'), state: 'success' as const, context: CONTEXT }
    gitHub.statuses.push({ ...forged, description: HEALTHY, targetUrl: null, at: minutesAgo(0) })

    expect((await refresh(2)).written).toEqual([`POST /repos/acme/crm-flows/statuses/${sha('head 2')}`])
  })
})

describe('two hundred open pull requests', () => {
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1)
  const requestsOf = (run: Told) => ({ asked: run.asked.length, written: run.written.length })

  /** As the last run left it: the statuses of these numbers and of main. */
  function remember({ statuses }: GitHubSimulator, burn: number, known = numbers): void {
    const [state, description] =
      burn > 1 ? (['failure', EXHAUSTED] as const) : (['success', HEALTHY] as const)
    for (const commit of [MAIN, ...known.map(number => sha(`head ${number}`))]) {
      const status = { id: statuses.length + 1, sha: commit, state, description, context: CONTEXT }
      statuses.push({ ...status, targetUrl: null, at: minutesAgo(15) })
    }
  }

  test('take 211 requests when nothing has changed, also while the budget blocks', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(...numbers) })
    remember(gitHub, 0.4)
    // One for main, one for the default branch, nine pages (the eighth is full), and one for each.
    expect(requestsOf(await refresh(0.4))).toEqual({ asked: 211, written: 0 })

    remember(gitHub, 2)
    // And one for the pull request that main may have been merged from.
    expect(requestsOf(await refresh(2))).toEqual({ asked: 212, written: 0 })
  })

  test('take no more than GitHub allows to write in a minute at once', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(...numbers) })
    remember(gitHub, 0.4, numbers.slice(60))

    expect(requestsOf(await refresh(0.4))).toEqual({ asked: 271, written: 60 })
  })

  test('take 413 requests when all go red, and 412 when all go green, with two waits of a minute', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(...numbers) })
    remember(gitHub, 0.4)

    const red = await refresh(2)
    expect(requestsOf(red)).toEqual({ asked: 413, written: 201 })
    expect(new Set(Object.values(statesOf(gitHub)))).toEqual(new Set(['failure']))

    const green = await refresh(0.4)
    expect(requestsOf(green)).toEqual({ asked: 412, written: 201 })
    expect(new Set(Object.values(statesOf(gitHub)))).toEqual(new Set(['success']))
    expect([...warningsOf(red), ...warningsOf(green)]).toEqual([])
  })

  test('take 813 requests when every one of them is labelled and all change, and 613 when nothing does', async () => {
    const pullRequests = numbers.map(number => open(number, { events: [labelled()] }))
    const { gitHub, refresh } = await stage({ pullRequests })
    remember(gitHub, 2)

    // What happened to each, and when its head was pushed; the role of the administrator once.
    const changed = await refresh(2)
    expect(requestsOf(changed)).toEqual({ asked: 813, written: 200 })
    expect(new Set(Object.values(statesOf(gitHub)))).toEqual(new Set(['success']))

    expect(requestsOf(await refresh(2))).toEqual({ asked: 613, written: 0 })
    expect(warningsOf(changed)).toEqual([])
  })

  test('have the standing of each person asked for once, and of each its own', async () => {
    const actors = ['ada-admin', 'mia-maintainer', 'wim-writer']
    const users = { 'ada-admin': { role: 'admin' }, 'mia-maintainer': { role: 'maintain' }, 'wim-writer': {} }
    const few = numbers.slice(0, 30)
    const pullRequests = few.map(number =>
      open(number, { events: [labelled({ actor: actors[number % 3] as string })] })
    )
    const { gitHub, refresh } = await stage(
      { users, pullRequests },
      { 'maintenance-approvers': 'role:admin,acme/ops' }
    )
    gitHub.world.teams = { 'acme/ops': { 'mia-maintainer': 'active', 'wim-writer': 'pending' } }
    const { asked } = await refresh(2)

    const states = few.map(number => [number, number % 3 === 2 ? 'failure' : 'success'])
    expect(statesOf(gitHub)).toEqual(Object.fromEntries(states))
    expect(asked.filter(request => request.includes('/permission'))).toHaveLength(3)
    // An administrator needs no team.
    expect(asked.filter(request => request.includes('/memberships/'))).toHaveLength(2)
  })
})

describe('what goes wrong with one is a warning, and the others get theirs:', () => {
  const rows: {
    title: string
    world?: World
    intercept?: World['intercept']
    says: string[]
    odd: string | undefined
  }[] = [
    {
      title: 'its status cannot be read',
      world: instead(new RegExp(`commits/${sha('head 4')}/status`), {
        status: 404,
        body: { message: 'Not Found' }
      }),
      says: [sha('head 4').slice(0, 7), '404'],
      odd: undefined
    },
    {
      title: 'its status cannot be written',
      world: instead(new RegExp(`statuses/${sha('head 4')}`), {
        status: 403,
        body: { message: 'Forbidden' }
      }),
      says: [sha('head 4').slice(0, 7), '403', '`statuses: write`'],
      odd: undefined
    },
    {
      title: 'its statuses have another form',
      world: instead(new RegExp(`commits/${sha('head 4')}/status`), { body: { statuses: [null] } }),
      says: [sha('head 4').slice(0, 7), 'unexpected form'],
      odd: undefined
    },
    {
      title: 'its events cannot be read, so nobody has approved it',
      world: instead(/issues\/4\/events/, { status: 404, body: { message: 'Not Found' } }),
      says: [],
      odd: 'failure'
    }
  ]
  test.each(rows)('$title', async ({ world, says, odd }) => {
    const pullRequests = [
      open(4, { events: [labelled()] }),
      open(5, { events: [labelled()] }),
      ...openAs(1, 2, 3, 6)
    ]
    const { gitHub, refresh } = await stage({ pullRequests, ...world })
    const run = await refresh(2)

    const others = { 1: 'failure', 2: 'failure', 3: 'failure', 5: 'success', 6: 'failure' }
    expect(statesOf(gitHub)).toEqual({ ...others, 4: odd })
    const warnings = warningsOf(run)
    expect(warnings).toHaveLength(says.length > 0 ? 1 : 0)
    for (const part of says) expect(warnings[0]).toContain(part)
    expect(run.exitCode).toBe(1)
  })

  test.each([
    ['has no head', (one: Body) => ({ ...one, head: null })],
    [
      'has a head without a commit',
      (one: Body) => ({ ...one, head: { ...(one['head'] as Body), sha: 'x' } })
    ],
    ['is none at all', () => null],
    ['has labels without names', (one: Body) => ({ ...one, labels: [{}] })]
  ])('it %s in the list', async (_title, spoil) => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(1, 2, 3, 4, 5) })
    gitHub.world.intercept = spoiled(gitHub, list =>
      list.map(one => (one['number'] === 4 ? spoil(one) : one))
    )
    const run = await refresh(0.4)

    const states = { 1: 'success', 2: 'success', 3: 'success', 5: 'success' }
    expect(statesOf(gitHub)).toEqual({ ...states, 4: undefined })
    expect(warningsOf(run)).toEqual([expect.stringContaining('unexpected form')])
    expect(run.exitCode).toBe(0)
  })

  test('all of their statuses are refused: the decision stands, and the warnings are shortened', async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1)
    const { gitHub, refresh } = await stage({ pullRequests: openAs(...numbers), forbid: ['statuses:write'] })
    const run = await refresh(0.4)

    expect(gitHub.statuses).toEqual([])
    expect(run.outputs).toMatchObject({ decision: 'allow' })
    expect(run.exitCode).toBe(0)
    // And that none was written, which is an error.
    expect(warningsOf(run)).toHaveLength(32)
    expect(annotations(run, 'error')).toEqual([
      'none of the 30 statuses of open pull requests could be checked or written'
    ])
    expect(annotations(run, 'warning').length).toBeLessThanOrEqual(10)
  })
})

describe('where they cannot be listed, that is an error, and the decision stands:', () => {
  const rows: { title: string; world: World; says: RegExp }[] = [
    {
      title: 'the repository is refused',
      world: { forbid: ['repository'] },
      says: /open pull requests could not be listed: .*403/
    },
    {
      title: 'the list is refused',
      world: { forbid: ['pulls'] },
      says: /could not be listed: .*403.*`pull-requests: read`/
    },
    {
      title: 'the second page is refused',
      world: instead(/\/pulls\?.*page=2/, { status: 403, body: { message: 'no' } }),
      says: /could not be listed: .*403/
    },
    {
      title: 'the list is not a list',
      world: instead(/\/pulls\?/, { body: { message: 'not a list' } }),
      says: /could not be listed: .*unexpected form/
    },
    {
      title: 'the repository has no default branch',
      world: instead(/\/repos\/acme\/crm-flows$/, { body: {} }),
      says: /could not be listed: .*unexpected form/
    }
  ]
  const pullRequests = openAs(...Array.from({ length: 120 }, (_, index) => index + 1))
  test.each(allowedAndBlocked(rows))('$title, with a burn rate of $burn', async ({ world, says, burn }) => {
    const problem = { ...SCHEDULED, world: { pullRequests, ...world }, says, burn }
    const gitHub = await expectOneWarning(problem, ON, 'error')
    // The status of the run's own commit is written all the same.
    expect(gitHub.statuses.map(status => status.sha)).toEqual([MAIN])
  })
})

describe('many open pull requests', () => {
  test('with long descriptions are read in pages that fit', async () => {
    const pullRequests = openAs(...Array.from({ length: 55 }, (_, index) => index + 1))
    const { gitHub, refresh } = await stage({ pullRequests })
    const body = 'ü'.repeat(100_000)
    gitHub.world.intercept = spoiled(gitHub, list => list.map(one => ({ ...one, body })))
    const run = await refresh(2)

    expect(warningsOf(run)).toEqual([])
    expect(new Set(Object.values(statesOf(gitHub)))).toEqual(new Set(['failure']))
  })

  test('are refreshed as far as ten minutes go, the latest first, and by the next run from there', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(1, 2, 3, 4, 5, 6) })
    let writes = 0
    // The first is that of main, the third takes nearly all of the time.
    gitHub.world.intercept = ({ method }) =>
      method === 'POST' && ++writes === 3
        ? { status: 429, headers: { 'retry-after': '590' }, body: { message: 'Too many requests' } }
        : undefined
    const first = await refresh(2)

    expect(first.asked).toContainEqual(expect.stringContaining('sort=updated&direction=desc'))
    expect(gitHub.statuses).toHaveLength(3)
    const says =
      'there was no time for 4 of 6 statuses of open pull requests; the next run continues with them'
    expect(warningsOf(first)).toEqual([says])
    expect(annotations(first, 'error')).toContain(says)
    expect(readable(first.summary)).toContain(says)

    const second = await refresh(2)
    expect(second.written).toHaveLength(4)
    expect(warningsOf(second)).toEqual([])
    expect(new Set(Object.values(statesOf(gitHub)))).toEqual(new Set(['failure']))
  })
})

describe('a rate limit is waited for', () => {
  const limited = (status: number, headers: Record<string, string>) => ({
    status,
    headers,
    body: {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
    }
  })

  test.each([
    ['403 for a write', 403, 'POST'],
    ['429 for a write', 429, 'POST'],
    ['403 for a read', 403, 'GET']
  ])('%s', async (_title, status, method) => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(1, 2, 3) })
    let refused = 0
    gitHub.world.intercept = request => {
      if (request.method !== method || !request.path.includes(sha('head 2')) || refused >= 2) return undefined
      refused += 1
      return limited(status, { 'retry-after': '1' })
    }
    const run = await refresh(0.4)

    expect(refused).toBe(2)
    expect(run.durationMs).toBeGreaterThan(2_000)
    expect(statesOf(gitHub)).toEqual({ 1: 'success', 2: 'success', 3: 'success' })
    expect(gitHub.statuses).toHaveLength(4)
    expect(warningsOf(run)).toEqual([])
  })

  test('but not for longer than the run has', async () => {
    const { gitHub, refresh } = await stage({ pullRequests: openAs(1, 2) })
    gitHub.world.intercept = request =>
      request.path.includes(`statuses/${sha('head 2')}`) ? limited(403, { 'retry-after': '3600' }) : undefined
    const run = await refresh(0.4)

    expect(statesOf(gitHub)).toEqual({ 1: 'success', 2: undefined })
    expect(warningsOf(run)).toEqual([expect.stringContaining('rate limit')])
    // Permissions are not the matter.
    expect(warningsOf(run)[0]).not.toContain('statuses: write')
    expect(run.exitCode).toBe(0)
  })
})

type Body = Record<string, unknown>

/** The list of pull requests as the simulator itself gives it, changed on its way. */
function spoiled(
  gitHub: GitHubSimulator,
  change: (list: Body[]) => unknown
): NonNullable<World['intercept']> {
  return async ({ path, headers }) => {
    if (!path.includes('/pulls?') || headers['x-as-it-is']) return undefined
    const { authorization = '' } = headers
    const own = { authorization, 'user-agent': 'a test', 'x-as-it-is': 'yes' }
    const answer = await fetch(new URL(path, gitHub.url), { headers: own })
    return { body: change((await answer.json()) as Body[]) }
  }
}
