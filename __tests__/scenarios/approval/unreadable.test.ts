import { describe, expect, test } from '@jest/globals'
import { sha, type World } from '../../../simulator/github/start.ts'
import { type Reply, startServer } from '../../../simulator/server.ts'
import {
  blockedRun,
  type Case,
  chatter,
  expectApproved,
  expectRefused,
  HEAD,
  instead,
  LABEL,
  labelled,
  MERGE,
  mergedCase,
  minutesAgo,
  REPOSITORY,
  unlabelled
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

const GHOST = { login: 'Ghost', type: 'User' }

const event = {
  id: 1,
  event: 'labeled',
  label: { name: 'maintenance-mode' },
  created_at: minutesAgo(10),
  actor: { login: 'ada-admin', type: 'User' }
}
const update = { after: HEAD, timestamp: minutesAgo(60), actor: { login: 'dev-dana' } }
const events = (parts: object) => ({ path: /\/events/, entry: { ...event, ...parts }, rule: 'label-event' })
const updates = (parts: object, rule = 'head-commit') => ({
  path: /\/activity/,
  entry: { ...update, ...parts },
  rule
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
    const says = 'account was deleted; open a new'
    for (const user of [null, GHOST]) expectRefused(await answered({ user }), { rule: 'author', says })
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
    { title: 'when its actor is the account in place of deleted ones', ...events({ actor: GHOST }) },
    { title: 'when its push is by nobody', ...updates({ actor: null }, 'last-pusher') },
    { title: 'when its push does not say by whom', ...updates({ actor: undefined }, 'last-pusher') },
    { title: 'when its push is by a deleted account', ...updates({ actor: GHOST }, 'last-pusher') },
    { title: 'when its push is by a name', ...updates({ actor: 'dev-dana' }) },
    { title: 'when its push is to another branch', ...updates({ ref: 'refs/heads/feature-2' }) },
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

describe('a full page that names no next one', () => {
  const withoutLink = (page: RegExp): World => ({
    intercept: async request => {
      if (!page.test(request.path) || request.headers['x-as-it-is']) return undefined
      const { authorization = '', host } = request.headers
      const own = { authorization, 'user-agent': 'a test', 'x-as-it-is': 'yes' }
      const answer = await fetch(`http://${host}${request.path}`, { headers: own })
      return { headers: { date: answer.headers.get('date') ?? '' }, body: await answer.json() }
    }
  })

  test('of events is not the last one: the label may have been removed on the next', async () => {
    const events = [labelled(), ...chatter(99, minutesAgo(8)), unlabelled()]
    const run = await blockedRun({ pull: { events, labels: [LABEL] }, world: withoutLink(/\/events/) })
    expectRefused(run, { rule: 'label-event' })
    expect(run.gitHub.apiRequests()).toContain(
      'GET /repos/acme/crm-flows/issues/7/events?per_page=100&page=2'
    )
  })

  test('of events is followed by an empty one when it is the last', async () => {
    const events = [labelled(), ...chatter(99, minutesAgo(8))]
    expectApproved(await blockedRun({ pull: { events }, world: withoutLink(/\/events/) }))
  })

  test('of pull requests is not the last one: another one may have been merged as the same commit', async () => {
    const merged = { mergedAt: minutesAgo(2), mergeCommitSha: MERGE }
    const others = Array.from({ length: 24 }, (_, i) => ({ number: 100 + i, commits: [MERGE] }))
    const case_ = mergedCase({ others: [...others, { number: 200, ...merged }] })
    expectRefused(await blockedRun({ ...case_, world: withoutLink(/\/commits\//) }), {
      rule: 'pull-request',
      says: '2 pull requests were merged as'
    })
  })

  test('of pushes refuses, because its pages have no numbers', async () => {
    const branch = { ref: 'feature', at: minutesAgo(1), type: 'push' as const }
    const later = Array.from({ length: 120 }, (_, i) => ({ ...branch, after: sha(`later ${i}`) }))
    const activity = { [REPOSITORY]: [{ ...branch, after: HEAD, at: minutesAgo(60) }, ...later] }
    const world = { activity, ...withoutLink(/\/activity/) }
    expectRefused(await blockedRun(mergedCase({ world })), {
      rule: 'head-commit',
      says: 'a full page of the record has no link to the next page'
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

describe('a refusal names the real cause', () => {
  const denied = (message: string, headers = {}) => ({ status: 403, headers, body: { message } })
  const rows: [string, Reply, RegExp][] = [
    [
      'the single sign-on of the organization',
      denied('Resource protected by organization SAML enforcement. You must grant your token access.'),
      /; authorize github-token for the single sign-on of the organization$/
    ],
    [
      'an account that is suspended',
      denied('Sorry. Your account was suspended.'),
      /; the account .* is suspended$/
    ],
    [
      'a runner with the wrong address',
      denied(
        'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled'
      ),
      /; use a runner whose address is on the IP allow list of the organization$/
    ],
    [
      'a kind of token that is not accepted',
      denied('`acme` forbids access via a personal access token (classic).'),
      /does not accept this kind of token/
    ],
    [
      'a personal token without the permission',
      denied('Resource not accessible by personal access token', {
        'x-accepted-github-permissions': 'pull_requests=read'
      }),
      /; the personal access token needs the permission pull_requests=read$/
    ],
    [
      'a pull request that does not exist',
      { status: 404, body: { message: 'Not Found' } },
      /; it does not exist, or github-token may not read this repository$/
    ]
  ]
  test.each(rows)('%s', async (_, reply, says) => {
    expectRefused(await blockedRun({ world: instead(/\/pulls\/7$/, reply) }), { rule: 'pull-request', says })
  })

  test('a token that has expired', async () => {
    const run = await blockedRun({ inputs: { 'github-token': 'ghs_expired' } })
    const says = /401 "Bad credentials"; github-token has expired, was revoked, or belongs to another server$/
    expectRefused(run, { rule: 'pull-request', says })
  })

  test('a person who is not in the team, or a server without a record of pushes', async () => {
    const inputs = { 'maintenance-approvers': 'acme/platform' }
    expectRefused(await blockedRun({ inputs }), {
      rule: 'approver',
      says: /404 .*; this person is not a member, the team does not exist, or github-token cannot see it$/
    })
    const missing = { status: 404, body: { message: 'Not Found' } }
    expectRefused(await blockedRun({ world: instead(/\/activity/, missing) }), {
      rule: 'head-commit',
      says: /; a private fork cannot be read, and an old GitHub Enterprise Server keeps no record of pushes$/
    })
  })

  test('in the words of GitHub alone, never of a page or of another field', async () => {
    const body = { error: 'a detail', message: ['odd'] }
    expectRefused(await blockedRun({ world: instead(/\/pulls\/7$/, { status: 400, body }) }), {
      rule: 'pull-request',
      says: /GitHub answered HTTP 400$/
    })
    const page = { ...HTML, status: 400 }
    expectRefused(await blockedRun({ world: instead(/\/pulls\/7$/, page) }), {
      rule: 'pull-request',
      says: /GitHub answered HTTP 400$/
    })
  })
})

describe('an answer is judged as it came, whatever word is a secret:', () => {
  const withSecret = (secret: string) => ({ 'genesys-client-secret': secret })

  test.each(['unlabeled', 'labeled', 'ada-admin', 'admin', 'maintenance-mode', 'unlabeled-2'])(
    '%s',
    async secret => {
      const removed = { events: [labelled(), unlabelled()], labels: [LABEL] }
      const inputs = withSecret(secret)
      expect((await blockedRun({ inputs, pull: removed })).outputs['decision']).toBe('block')
      expect((await blockedRun({ inputs })).outputs['decision']).toBe('override')
    }
  )

  test('but it is not printed', async () => {
    const inputs = withSecret('my-secret-role')
    const users = { 'wim-writer': { role: 'my-secret-role' } }
    const run = await blockedRun({
      inputs,
      world: { users },
      pull: { events: [labelled({ actor: 'wim-writer' })] }
    })
    expectRefused(run, { rule: 'approver', says: 'the role is ***' })
    const said =
      run.log.replaceAll(/^::add-mask::.*$/gm, '') + run.summary + JSON.stringify([run.report, run.outputs])
    expect(said).not.toContain('my-secret-role')
  })

  test('nor in an error of its form', async () => {
    const body = { number: 'my-secret-number' }
    const run = await blockedRun({
      inputs: withSecret('my-secret-number'),
      world: instead(/\/pulls\/7$/, { body })
    })
    expectRefused(run, { rule: 'pull-request', says: /unexpected form \(.*\*\*\*/ })
  })
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
