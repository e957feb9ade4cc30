import { describe, expect, test } from '@jest/globals'
import type { World } from '../../../simulator/github/start.ts'
import { type Reply, startServer } from '../../../simulator/server.ts'
import {
  blockedRun,
  type Case,
  chatter,
  expectApproved,
  expectRefused,
  HEAD,
  instead,
  labelled,
  MERGE,
  mergedCase,
  minutesAgo
} from '../../support/approvalRun.ts'

// What cannot be read refuses: each case is approved as soon as the one answer is GitHub's own.

interface Read {
  what: string
  path: RegExp
  area: NonNullable<World['forbid']>[number]
  rule: string
  /** The line of the workflow, or the token, that the refusal has to name. */
  permission: string
  needs?: Case
}

const READS: Read[] = [
  {
    what: 'the pull request',
    path: /\/pulls\/7$/,
    area: 'pull',
    rule: 'pull-request',
    permission: 'pull-requests: read'
  },
  {
    what: 'the pull requests of the pushed commit',
    path: new RegExp(`/commits/${MERGE}/pulls`),
    area: 'commit-pulls',
    rule: 'pull-request',
    permission: 'pull-requests: read',
    needs: mergedCase()
  },
  {
    what: 'the events of the pull request',
    path: /\/issues\/7\/events/,
    area: 'events',
    rule: 'label-event',
    permission: 'issues: read` or `pull-requests: read'
  },
  {
    what: 'the role of the approver',
    path: /\/collaborators\/ada-admin\/permission/,
    area: 'permission',
    rule: 'approver',
    permission: 'token'
  },
  {
    what: 'the team of the approver',
    path: /\/orgs\/acme\/teams\/platform\/memberships\/ada-admin/,
    area: 'membership',
    rule: 'approver',
    permission: 'members: read',
    needs: {
      inputs: { 'maintenance-approvers': 'acme/platform' },
      world: { teams: { 'acme/platform': { 'ada-admin': 'active' } } }
    }
  },
  {
    what: 'the activity of the branch',
    path: /\/activity\?/,
    area: 'activity',
    rule: 'head-commit',
    permission: 'contents: read'
  }
]

const HTML = { headers: { 'content-type': 'text/html' }, body: '<html>Unicorn!</html>' }
const json = (body: string) => ({ headers: { 'content-type': 'application/json' }, body })

const FAULTS: Record<string, Reply> = {
  'is not there': { status: 404, body: { message: 'Not Found' } },
  'fails again and again': { status: 500, body: { message: 'Server Error' } },
  'conflicts with something': { status: 409, body: { message: 'Conflict' } },
  'redirects to another origin': { status: 301, headers: { location: 'http://127.0.0.1:9/' } },
  'is a page for people': HTML,
  'ends early': json('[{"id": 1, "event": "labeled", "lab'),
  'is empty': json(''),
  'is nothing at all': { status: 204 },
  'is null': json('null'),
  'is an object without fields': json('{}'),
  'is a list of null': json('[null]'),
  'is a list of objects without fields': json('[{}]'),
  'breaks off': { raw: (_, response) => response.destroy() }
}

describe.each(READS)('$what', ({ path, area, rule, permission, needs = {} }) => {
  const run = (world: World) => blockedRun({ ...needs, world: { ...needs.world, ...world } })

  test('that can be read is enough for an approval', async () => {
    const approved = await run({})
    expectApproved(approved)
    expect(approved.gitHub.requests.some(request => path.test(request.path))).toBe(true)
  })

  test('that may not be read refuses and names what grants it', async () => {
    expectRefused(await run({ forbid: [area] }), { rule, says: permission })
  })

  test.each(Object.entries(FAULTS))('that %s refuses', async (_, fault) => {
    expectRefused(await run(instead(path, fault)), { rule })
  })
})

const event = {
  id: 1,
  event: 'labeled',
  label: { name: 'maintenance-mode' },
  created_at: minutesAgo(10),
  actor: { login: 'ada-admin', type: 'User' }
}
const update = { after: HEAD, timestamp: minutesAgo(60) }
const events = (parts: object) => ({ path: /\/events/, entry: { ...event, ...parts }, rule: 'label-event' })
const updates = (parts: object) => ({
  path: /\/activity/,
  entry: { ...update, ...parts },
  rule: 'head-commit'
})

const head = (parts: object) => ({
  ref: 'feature',
  sha: HEAD,
  repo: { full_name: 'acme/crm-flows' },
  ...parts
})

describe('a pull request refuses', () => {
  const answered = (parts: object) => {
    const merge = { merged_at: null, merge_commit_sha: null }
    const labels = [{ name: 'maintenance-mode' }]
    const body = {
      number: 7,
      user: { login: 'dev-dana' },
      labels,
      head: head({}),
      base: { ref: 'main' },
      ...merge
    }
    return blockedRun({ world: instead(/\/pulls\/7$/, { body: { ...body, ...parts } }) })
  }

  test('not when it is what GitHub would answer', async () => expectApproved(await answered({})))

  const rows = [
    { title: 'when a label has no name', parts: { labels: [{}] } },
    { title: 'when its author has an empty login', parts: { user: { login: '' } } },
    { title: 'when its head is not a commit', parts: { head: head({ sha: 'main' }) } },
    { title: 'when there is more before its head', parts: { head: head({ sha: `x${HEAD}` }) } },
    { title: 'when there is more after its head', parts: { head: head({ sha: `${HEAD}\n` }) } },
    { title: 'when it was merged at no time', parts: { merged_at: 'yesterday' } },
    { title: 'when its number is a fraction', parts: { number: 7.5 } }
  ]
  test.each(rows)('$title', async ({ parts }) => {
    expectRefused(await answered(parts), { rule: 'pull-request', says: 'unexpected form' })
  })

  test('when the account of its author was deleted', async () => {
    expectRefused(await answered({ user: null }), { rule: 'author', says: 'account was deleted; open a new' })
  })
})

describe('an entry of a list refuses', () => {
  test('not when it is what GitHub would answer', async () => {
    expectApproved(await blockedRun({ world: instead(events({}).path, { body: [event] }) }))
    expectApproved(await blockedRun({ world: instead(updates({}).path, { body: [update] }) }))
  })

  const rows = [
    { title: 'when its actor is null', ...events({ actor: null }) },
    { title: 'when its actor is missing', ...events({ actor: undefined }) },
    { title: 'when its actor has no login', ...events({ actor: { type: 'User' } }) },
    { title: 'when its actor has an empty login', ...events({ actor: { login: '', type: 'User' } }) },
    { title: 'when its actor is a name', ...events({ actor: 'ada-admin' }) },
    { title: 'when nobody says what its actor is', ...events({ actor: { login: 'ada-admin' } }) },
    { title: 'when its label is null', ...events({ label: null }) },
    { title: 'when its label is a text', ...events({ label: 'maintenance-mode' }) },
    { title: 'when its time is no time', ...events({ created_at: 'yesterday' }) },
    { title: 'when its time is a number', ...events({ created_at: 1_900_000_000 }) },
    { title: 'when its id is a text', ...events({ id: '1' }) },
    { title: 'when its kind is a number', ...events({ event: 1 }) },
    { title: 'when its kind is missing', ...events({ event: undefined }) },
    { title: 'when it removes a label without a name', ...events({ event: 'unlabeled', label: {} }) },
    {
      title: 'when it changes the base at no time',
      ...events({ event: 'base_ref_changed', created_at: '' })
    },
    { title: 'when its commit is null', ...updates({ after: null }) },
    { title: 'when its commit is shortened', ...updates({ after: HEAD.slice(0, 7) }) },
    { title: 'when its push has no time', ...updates({ timestamp: null }) },
    { title: 'when its push has a time that is none', ...updates({ timestamp: '' }) }
  ]
  test.each(rows)('$title', async ({ path, entry, rule }) => {
    expectRefused(await blockedRun({ world: instead(path, { body: [entry] }) }), { rule })
  })
})

describe('the second page of events', () => {
  const events = [labelled(), ...chatter(120, minutesAgo(8))]
  const second = /\/events\?.*\bpage=2/

  test('that can be read is enough for an approval', async () => {
    const approved = await blockedRun({ pull: { events } })
    expectApproved(approved)
    expect(approved.gitHub.requests.filter(({ path }) => second.test(path))).toHaveLength(1)
  })

  test.each(Object.entries(FAULTS))('that %s refuses', async (_, fault) => {
    expectRefused(await blockedRun({ pull: { events }, world: instead(second, fault) }), {
      rule: 'label-event'
    })
  })
})

describe('a next page at another origin', () => {
  test('is neither asked nor told the token', async () => {
    const other = await startServer(() => ({ body: [] }))
    const { path, entry } = events({})
    const headers = { link: `<${other.url}/events?page=2>; rel="next"` }
    const run = await blockedRun({ world: instead(path, { headers, body: [entry] }) }).finally(other.close)
    expect(other.requests).toEqual([])
    expectRefused(run, { rule: 'label-event' })
  })
})

describe('a head branch refuses', () => {
  test('when its fork is deleted', async () => {
    const run = await blockedRun({ pull: { headRepository: null } })
    expectRefused(run, { rule: 'head-commit', says: 'fork was deleted' })
  })

  test('when its fork is private', async () => {
    const fork = 'dev-dana/crm-flows'
    const run = await blockedRun({ pull: { headRepository: fork }, world: { hidden: [fork] } })
    expectRefused(run, { rule: 'head-commit', says: 'private fork' })
  })
})

test('a token that is not valid refuses', async () => {
  const run = await blockedRun({ inputs: { 'github-token': 'ghs_expired' } })
  expectRefused(run, { rule: 'pull-request', says: '401' })
})

test.each([
  ['an error of the server', 500, 'Server Error'],
  ['a rate limit', 403, 'API rate limit exceeded']
])('%s gives no advice about permissions', async (_, status, message) => {
  const run = await blockedRun({ world: instead(/\/pulls\/7$/, { status, body: { message } }) })
  const says = new RegExp(
    `#7 could not be read: GitHub answered HTTP ${status} "${message}"(; after 3 attempts)?$`
  )
  expectRefused(run, { rule: 'pull-request', says })
})

test('an answer that repeats the token does not reveal it', async () => {
  const body = { message: 'bad ghs_simulatedtoken' }
  const run = await blockedRun({ world: instead(/\/pulls\/7$/, { status: 400, body }) })
  expectRefused(run, { rule: 'pull-request', says: '"bad ***"' })
})

test('a GitHub that does not answer refuses', async () => {
  const run = await blockedRun({ env: { GITHUB_API_URL: 'http://127.0.0.1:9' } })
  expectRefused(run, { rule: 'pull-request' })
  expect(run.gitHub.requests).toEqual([])
})
