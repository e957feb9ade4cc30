import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { GitHubApi } from '../../src/github/api.ts'
import { GitHub } from '../../src/github/gitHub.ts'
import { DELETED, HEAD, LABEL, OTHER, pullRequestWith, second, update } from '../support/approval.ts'
import {
  type Answers,
  type Api,
  EVENTS,
  eventBody,
  MERGE,
  NOW,
  PULL,
  PULLS_OF_MERGE,
  PUSHES,
  pullBody,
  pushBody,
  ROLE,
  startApi,
  TEAM,
  TOKEN
} from '../support/gitHubApi.ts'

let api: Api

async function gitHubWith(answers: Answers | ((url: string) => Answers)): Promise<GitHub> {
  api = await startApi(answers)
  return new GitHub(new GitHubApi(api.connection, api.http))
}

afterEach(() => api.close())

/** Each question with the path it asks, what it is about in a message, and what may be missing for it. */
const QUESTIONS: [string, (gitHub: GitHub) => Promise<unknown>, string, string, string][] = [
  ['a pull request', gitHub => gitHub.pullRequest(7), PULL, 'pull request #7', 'add `pull-requests: read`'],
  [
    'the pull requests of a commit',
    gitHub => gitHub.pullRequestsOf(MERGE),
    PULLS_OF_MERGE,
    'the pull requests of commit ccccccc',
    'add `pull-requests: read`'
  ],
  [
    'the events of a pull request',
    gitHub => gitHub.history(7),
    EVENTS,
    'the events of pull request #7',
    'add `issues: read` or `pull-requests: read`'
  ],
  ['a role', gitHub => gitHub.role('ada'), ROLE, 'the role of ada', 'a personal token needs push access'],
  [
    'a membership',
    gitHub => gitHub.teamMembership('acme', 'ops', 'ada'),
    TEAM,
    'the membership of ada in acme/ops',
    '`members: read`'
  ],
  [
    'the pushes to a branch',
    gitHub => gitHub.branchUpdates(pullRequestWith()),
    PUSHES,
    'the pushes to feature',
    'add `contents: read`'
  ]
]

describe.each(QUESTIONS)('%s', (_title, ask, path, what, hint) => {
  it.each([401, 403, 404])('that may not be read (%d) says what is missing', async status => {
    const gitHub = await gitHubWith({ [path]: { status, body: { message: 'No' } } })
    expect(await ask(gitHub)).toEqual({
      kind: 'unreadable',
      reason: expect.stringContaining(`${what} could not be read: HTTP ${status} "No"; `)
    })
    expect(await ask(gitHub)).toMatchObject({ reason: expect.stringContaining(hint) })
    expect(api.asked()).toEqual([path, path])
  })

  it('that is of another form is not taken for anything', async () => {
    const gitHub = await gitHubWith({ [path]: { body: 'words' } })
    expect(await ask(gitHub)).toEqual({
      kind: 'unreadable',
      reason: expect.stringContaining(`${what} could not be read: GitHub's answer has an unexpected form (`)
    })
  })
})

describe('a question', () => {
  it('is asked with the token, in the version that is understood', async () => {
    const gitHub = await gitHubWith({})
    await gitHub.pullRequest(7)
    expect(api.server.requests).toEqual([
      expect.objectContaining({
        method: 'GET',
        path: PULL,
        headers: expect.objectContaining({
          authorization: `token ${TOKEN}`,
          'x-github-api-version': '2022-11-28'
        })
      })
    ])
  })

  it.each([422, 500])('that fails otherwise (%d) gives no advice on permissions', async status => {
    const gitHub = await gitHubWith({ [PULL]: { status, body: { message: 'No' } } })
    expect(await gitHub.pullRequest(7)).toMatchObject({
      reason: `pull request #7 could not be read: HTTP ${status} "No"`
    })
  })

  it('that comes too often gives none either', async () => {
    const gitHub = await gitHubWith({ [PULL]: { status: 403, body: { message: 'API Rate Limit exceeded' } } })
    expect(await gitHub.pullRequest(7)).toMatchObject({
      reason: 'pull request #7 could not be read: HTTP 403 "API Rate Limit exceeded"'
    })
  })

  it('that may be answered the next time is asked again', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0)
    api = await startApi({ [PULL]: { status: 500, body: { message: 'No' } } }, { maxAttempts: 2 })
    await new GitHub(new GitHubApi(api.connection, api.http)).pullRequest(7)
    jest.restoreAllMocks()
    expect(api.asked()).toEqual([PULL, PULL])
  })

  it('that nobody answers fails in the words of the network', async () => {
    const gitHub = await gitHubWith({})
    await api.server.close()
    expect(await gitHub.pullRequest(7)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringMatching(/^pull request #7 could not be read: [^"]*ECONNREFUSED/)
    })
  })

  it('that is answered with nothing is not answered', async () => {
    const gitHub = await gitHubWith({ [PULL]: { status: 204 } })
    expect(await gitHub.pullRequest(7)).toMatchObject({ reason: expect.stringContaining('unexpected form') })
  })

  it('does not give the token away when the answer repeats it', async () => {
    const gitHub = await gitHubWith({ [PULL]: { status: 400, body: { message: `bad ${TOKEN}` } } })
    expect(await gitHub.pullRequest(7)).toMatchObject({ reason: expect.stringContaining('"bad ***"') })
  })
})

describe("GitHub's clock", () => {
  it('is unknown before the first answer', async () => {
    expect((await gitHubWith({})).now.getTime()).toBeNaN()
  })

  it('is that of the latest answer, an error too', async () => {
    const gitHub = await gitHubWith({ [ROLE]: { headers: { date: second(40).toUTCString() }, body: {} } })
    await gitHub.pullRequest(7)
    expect(gitHub.now).toEqual(NOW)
    await gitHub.role('ada')
    expect(gitHub.now).toEqual(second(40))
  })

  it('is unknown when the latest answer does not say', async () => {
    const gitHub = await gitHubWith({ [ROLE]: { headers: { date: 'soon' }, body: {} } })
    await gitHub.pullRequest(7)
    await gitHub.role('ada')
    expect(gitHub.now.getTime()).toBeNaN()
  })
})

describe('an answer', () => {
  it('is a pull request as it is now', async () => {
    const merged = { merged_at: second(25).toISOString(), merge_commit_sha: MERGE }
    const gitHub = await gitHubWith({ [PULL]: { body: pullBody(merged) } })
    expect(await gitHub.pullRequest(7)).toEqual({
      kind: 'known',
      value: pullRequestWith({ mergedAt: second(25), mergeCommitSha: MERGE })
    })
  })

  it('is every pull request of a commit', async () => {
    const gitHub = await gitHubWith({ [PULLS_OF_MERGE]: { body: [pullBody(), pullBody({ number: 8 })] } })
    expect(await gitHub.pullRequestsOf(MERGE)).toEqual({
      kind: 'known',
      value: [pullRequestWith(), pullRequestWith({ number: 8 })]
    })
  })

  it('is a role by its own name, not by the one it is folded into', async () => {
    const gitHub = await gitHubWith({ [ROLE]: { body: { permission: 'write', role_name: 'maintain' } } })
    expect(await gitHub.role('ada')).toEqual({ kind: 'known', value: 'maintain' })
  })

  it('is the state of a membership', async () => {
    const gitHub = await gitHubWith({ [TEAM]: { body: { state: 'pending', role: 'member' } } })
    expect(await gitHub.teamMembership('acme', 'ops', 'ada')).toEqual({ kind: 'known', value: 'pending' })
  })

  it('is the history of labels and base branches, and nothing else of it', async () => {
    const gitHub = await gitHubWith({
      [EVENTS]: {
        body: [
          { event: 'subscribed' },
          eventBody(20),
          { event: 'base_ref_changed', created_at: second(21).toISOString() },
          eventBody(22, { event: 'unlabeled', actor: { login: 'bot', type: 'Bot' } }),
          eventBody(23, { actor: null })
        ]
      }
    })
    const event = { id: 20, kind: 'labeled', label: LABEL, actor: { login: 'ada', isPerson: true } }
    expect(await gitHub.history(7)).toEqual({
      kind: 'known',
      value: {
        labels: [
          { ...event, at: second(20) },
          {
            ...event,
            id: 22,
            kind: 'unlabeled',
            at: second(22),
            actor: { login: 'bot', isPerson: false }
          },
          { ...event, id: 23, actor: null, at: second(23) }
        ],
        baseChanges: [second(21)]
      }
    })
  })

  it.each([
    ['a label without its name', PULL, pullBody({ labels: [{}] })],
    ['an author without a login', PULL, pullBody({ user: { login: '' } })],
    ['a head that is no commit', PULL, pullBody({ head: { ref: 'feature', sha: 'main', repo: null } })],
    ['a head with more before it', PULL, pullBody({ head: { ref: 'x', sha: `x${HEAD}`, repo: null } })],
    ['a head with more than a commit', PULL, pullBody({ head: { ref: 'x', sha: `${HEAD}\n`, repo: null } })],
    ['a merge at no time', PULL, pullBody({ merged_at: 'yesterday' })],
    ['a number that is none', PULL, pullBody({ number: 1.5 })]
  ])('with %s is not relied on', async (_what, path, body) => {
    const gitHub = await gitHubWith({ [path]: { body } })
    expect(await gitHub.pullRequest(7)).toMatchObject({ kind: 'unreadable' })
  })

  it.each([
    ['nobody at all', { actor: { login: '', type: 'User' } }],
    ['no label', { label: undefined }],
    ['no label taken off', { event: 'unlabeled', label: undefined }],
    ['no time', { created_at: 'yesterday' }],
    ['a changed base at no time', { event: 'base_ref_changed', created_at: 'yesterday' }],
    ['no kind', { event: undefined }]
  ])('with an event of %s is not relied on: it may be the one that counts', async (_what, parts) => {
    const gitHub = await gitHubWith({ [EVENTS]: { body: [eventBody(20), eventBody(21, parts)] } })
    expect(await gitHub.history(7)).toMatchObject({ kind: 'unreadable' })
  })
})

/** Page after page of the path; the last has no next one. */
const pagesOf =
  (path: string, ...bodies: unknown[]) =>
  (url: string): Answers =>
    Object.fromEntries(
      bodies.map((body, index) => {
        const next = `<${url}${path}&page=${index + 2}>; rel="next"`
        const link = `<${url}/first>; rel="first", ${next}, <${url}/last>; rel="last"`
        const headers: Record<string, string> = index < bodies.length - 1 ? { link } : {}
        return [index === 0 ? path : `${path}&page=${index + 1}`, { headers, body }]
      })
    )

describe('a history of several pages', () => {
  it('is read to its end', async () => {
    const gitHub = await gitHubWith(pagesOf(EVENTS, [eventBody(1)], [], [eventBody(2)]))
    expect(await gitHub.history(7)).toMatchObject({ value: { labels: [{ id: 1 }, { id: 2 }] } })
    expect(api.asked()).toEqual([EVENTS, `${EVENTS}&page=2`, `${EVENTS}&page=3`])
  })

  it('ends where the only link is another one', async () => {
    const link = '<http://127.0.0.1:1/>; rel="prev"'
    const gitHub = await gitHubWith({ [EVENTS]: { headers: { link }, body: [eventBody(1)] } })
    expect(await gitHub.history(7)).toMatchObject({ value: { labels: [{ id: 1 }] } })
  })

  it('is unknown when a later page cannot be read', async () => {
    const gitHub = await gitHubWith(url => {
      const { [`${EVENTS}&page=2`]: _, ...answers } = pagesOf(EVENTS, [eventBody(1)], [])(url)
      return answers
    })
    expect(await gitHub.history(7)).toMatchObject({ reason: expect.stringContaining('HTTP 404') })
  })

  it('is read over thirty pages, not over more', async () => {
    const thirty = Array.from({ length: 30 }, (_, index) => [eventBody(index)])
    const gitHub = await gitHubWith(pagesOf(EVENTS, ...thirty))
    expect(await gitHub.history(7)).toMatchObject({ kind: 'known' })
    await api.close()
    const other = await gitHubWith(pagesOf(EVENTS, ...thirty, []))
    expect(await other.history(7)).toMatchObject({
      reason: 'the events of pull request #7 could not be read: it has more than 30 pages'
    })
    expect(api.asked()).toHaveLength(30)
  })

  it('is not read from anywhere else', async () => {
    const link = '<http://localhost:1/next>;rel="next"'
    const gitHub = await gitHubWith({ [EVENTS]: { headers: { link }, body: [] } })
    expect(await gitHub.history(7)).toMatchObject({
      reason: expect.stringMatching(/: the next page is at another origin, http:\/\/localhost:1$/)
    })
    expect(api.asked()).toEqual([EVENTS])
  })
})

describe('the pushes to a branch', () => {
  it('are read as far back as the one that counts', async () => {
    const pages = pagesOf(PUSHES, [pushBody(9, DELETED)], [pushBody(8, OTHER)], [pushBody(7, HEAD)])
    const gitHub = await gitHubWith(pages)
    expect(await gitHub.branchUpdates(pullRequestWith())).toEqual({
      kind: 'known',
      value: [update(9, DELETED), update(8, OTHER)]
    })
    expect(api.asked()).toHaveLength(2)
  })

  it('are read beyond those that came after the merge, up to one of its very second', async () => {
    const pages = pagesOf(PUSHES, [pushBody(9, OTHER)], [pushBody(7, HEAD)], [pushBody(5, HEAD)])
    const gitHub = await gitHubWith(pages)
    const updates = await gitHub.branchUpdates(pullRequestWith({ mergedAt: second(7) }))
    expect(updates).toMatchObject({ value: [update(9, OTHER), update(7, HEAD)] })
  })

  it('are those of the repository and the branch that the pull request comes from', async () => {
    const gitHub = await gitHubWith({})
    await gitHub.branchUpdates(pullRequestWith({ headRepository: 'fork/of-crm', headBranch: 'a/b' }))
    expect(api.asked()).toEqual(['/repos/fork/of-crm/activity?ref=refs%2Fheads%2Fa%2Fb&per_page=100'])
  })

  it('are unknown when the fork is gone, without asking', async () => {
    const gitHub = await gitHubWith({})
    expect(await gitHub.branchUpdates(pullRequestWith({ headRepository: null }))).toEqual({
      kind: 'unreadable',
      reason: 'the pushes to feature could not be read: the fork is gone, and its record of pushes with it'
    })
    expect(api.asked()).toEqual([])
  })
})
