// The one comment that a pull request gets.
import { describe, expect, test } from '@jest/globals'
import { type Comment, sha } from '../../../simulator/github/start.ts'
import {
  ABOUT_NOTHING,
  allowedAndBlocked,
  expectOneWarning,
  type Problem,
  pull,
  RUN_URL,
  stageWith,
  warningsOf
} from '../../support/announceRun.ts'
import { instead, labelled, minutesAgo, pullRequestEvent, pushOf } from '../../support/approvalRun.ts'
import { expectInert, PAYLOADS } from '../../support/inert.ts'
import { API, answering, definition, readable, SLO } from '../../support/scenario.ts'

const MARKER = '<!-- error-budget-gate -->'
const OWN = 'github-actions[bot]'
const ON = { comment: 'true' }

/** That many comments by people, the oldest first. */
const talk = (count: number, body = 'looks good'): Comment[] =>
  Array.from({ length: count }, (_, index) => ({
    id: 100 + index,
    author: 'wim-writer',
    body: `${body} ${index}`,
    at: minutesAgo(600 - index)
  }))

const written = (id: number, author: string, text = 'the comment of last week'): Comment => ({
  id,
  author,
  body: `${MARKER}\n${text}`,
  at: minutesAgo(300)
})

describe('the comment', () => {
  test('says what was decided, why, what now, and where the rest is', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    const run = await tell({ burn: 2 })

    expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    expect(gitHub.comments).toEqual([expect.objectContaining({ issue: 7, author: OWN })])
    const [{ body } = { body: '' }] = gitHub.comments
    expect(body.split('\n').slice(0, 2)).toEqual([
      MARKER,
      '## ⛔ Deployment blocked: the error budget is exhausted'
    ])
    for (const part of [
      'burn rate 2 over 30 days is above the limit of 1',
      '**What now?**',
      'If nothing more fails',
      'No maintenance approval by the label "maintenance-mode"',
      `| \`${SLO}\` | ⛔ exhausted |`,
      `[The whole report](${RUN_URL})`
    ])
      expect(readable(body)).toContain(part)
    expect(warningsOf(run)).toEqual([])
  })

  test('is written once, left as it is while it is right, and updated in place when it is not', async () => {
    const { gitHub, tell } = await stageWith({ pullRequests: [pull({ comments: talk(3) })] }, ON)

    expect((await tell()).written).toEqual(['POST /repos/acme/crm-flows/issues/7/comments'])
    const [own] = gitHub.comments.filter(({ author }) => author === OWN)
    const id = Number(own?.id)
    expect((await tell()).written).toEqual([])
    expect((await tell({ burn: 2 })).written).toEqual([`PATCH /repos/acme/crm-flows/issues/comments/${id}`])
    expect((await tell({ burn: 0.4 })).written).toEqual([`PATCH /repos/acme/crm-flows/issues/comments/${id}`])
    expect((await tell({ burn: 0.4 })).written).toEqual([])

    expect(gitHub.comments).toHaveLength(4)
    expect(own?.body).toContain('Deployment allowed')
  })

  test('is still right when GitHub keeps other line breaks', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    await tell()
    for (const comment of gitHub.comments) comment.body = comment.body.replaceAll('\n', '\r\n')

    expect((await tell()).written).toEqual([])
  })

  test('is found on page two, and on the last page of many', async () => {
    const comments = [...talk(130), written(777, OWN), ...talk(350, 'and more')].map((comment, index) => ({
      ...comment,
      id: index === 130 ? 777 : index + 1
    }))
    const { gitHub, tell } = await stageWith({ pullRequests: [pull({ comments })] }, ON)
    const run = await tell()

    const first = 'GET /repos/acme/crm-flows/issues/7/comments?per_page=25'
    expect(run.asked).toEqual([
      first,
      ...Array.from({ length: 19 }, (_, index) => `${first}&page=${index + 2}`),
      'PATCH /repos/acme/crm-flows/issues/comments/777'
    ])
    expect(gitHub.comments).toHaveLength(481)

    const moved = gitHub.comments.splice(130, 1)
    gitHub.comments.push(...moved)
    expect((await tell({ burn: 2 })).written).toEqual(['PATCH /repos/acme/crm-flows/issues/comments/777'])
  })

  test('is the only one after two runs wrote one each at the same time', async () => {
    const twins = [
      written(50, OWN),
      ...talk(40),
      written(60, OWN),
      written(70, OWN),
      written(80, 'wim-writer')
    ]
    const { gitHub, tell } = await stageWith({ pullRequests: [pull({ comments: twins })] }, ON)
    const run = await tell()

    expect(run.written).toEqual([
      'PATCH /repos/acme/crm-flows/issues/comments/50',
      'DELETE /repos/acme/crm-flows/issues/comments/60',
      'DELETE /repos/acme/crm-flows/issues/comments/70'
    ])
    const marked = gitHub.comments.filter(({ body }) => body.startsWith(MARKER))
    expect(marked.map(({ id }) => id)).toEqual([50, 80])
    expect(marked[0]?.body).toContain('Deployment allowed')
    expect(warningsOf(run)).toEqual([])
    expect((await tell()).written).toEqual([])
  })

  test('is the only one, too, when another run deletes the second at the same time', async () => {
    const twins = [written(50, OWN), written(60, OWN)]
    const { gitHub, tell } = await stageWith({ pullRequests: [pull({ comments: twins })] }, ON)
    gitHub.world.intercept = ({ method }) =>
      method === 'DELETE' ? { status: 404, body: { message: 'Not Found' } } : undefined
    expect(warningsOf(await tell())).toEqual([])
  })

  test('is found among comments that are longer together than any answer may be', async () => {
    const long = 'ü'.repeat(65_000)
    const comments = [
      ...Array.from({ length: 90 }, (_, index) => ({ id: index + 1, author: 'wim-writer', body: long })),
      written(777, OWN)
    ]
    const { tell } = await stageWith({ pullRequests: [pull({ comments })] }, ON)
    expect((await tell()).written).toEqual(['PATCH /repos/acme/crm-flows/issues/comments/777'])
  })

  test('is not written a second time when the page it may be on cannot be read', async () => {
    const comments = [...talk(130), written(777, OWN)]
    const world = {
      pullRequests: [pull({ comments })],
      ...instead(/comments\?.*page=2/, { status: 404, body: { message: 'Not Found' } })
    }
    const { gitHub, tell } = await stageWith(world, ON)
    const run = await tell()

    expect(run.written).toEqual([])
    expect(gitHub.comments).toHaveLength(131)
    expect(warningsOf(run)).toEqual([expect.stringContaining('comment on pull request #7')])
  })

  test('is not written a second time when the answer to the first one was lost', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    gitHub.world.intercept = ({ method, body }) => {
      if (method !== 'POST' || gitHub.comments.length > 0) return undefined
      const at = minutesAgo(0)
      gitHub.comments.push({ id: 1, issue: 7, author: OWN, body: JSON.parse(body).body, at, updatedAt: at })
      return { status: 502, body: { message: 'Bad Gateway' } }
    }
    await tell()

    expect(gitHub.comments).toHaveLength(1)
  })

  test('is left alone where it is not asked for', async () => {
    const { tell } = await stageWith({}, {})

    expect((await tell()).asked).toEqual([])
  })
})

describe('a comment with the same marker is not touched when it is', () => {
  const foreign: [string, Comment][] = [
    ['by a person', written(50, 'wim-writer')],
    ['by an administrator', written(50, 'ada-admin')],
    ['by the author of the pull request', written(50, 'dev-dana')],
    ['by the bot, but quotes the marker', { ...written(50, OWN), body: `> ${MARKER}\n\nwhy is this red?` }],
    ['by another bot', written(50, 'release-notes[bot]')]
  ]
  test.each(foreign)('%s', async (_title, comment) => {
    const { gitHub, tell } = await stageWith({ pullRequests: [pull({ comments: [comment] })] }, ON)
    await tell({ burn: 2 })
    await tell()

    expect(gitHub.comments).toHaveLength(2)
    expect(gitHub.comments[0]).toMatchObject({ id: 50, body: comment.body, author: comment.author })
    expect(gitHub.comments[1]?.body).toContain('Deployment allowed')
  })

  test('by a bot, and the token is that of a person', async () => {
    const comments = [written(50, OWN), written(51, 'ada-admin'), written(52, 'rita-robot')]
    const world = {
      token: 'ghp_tokenofaperson',
      tokenUser: 'rita-robot',
      pullRequests: [pull({ comments })]
    }
    const { gitHub, tell } = await stageWith(world, ON)
    const run = await tell()

    expect(run.asked).toEqual([
      'GET /user',
      'GET /repos/acme/crm-flows/issues/7/comments?per_page=25',
      'PATCH /repos/acme/crm-flows/issues/comments/52'
    ])
    expect(gitHub.comments.map(({ body }) => body.includes('last week'))).toEqual([true, true, false])
  })
})

describe('an App other than GitHub Actions', () => {
  const APP = 'gate-app[bot]'
  const world = { token: 'ghs_tokenofanapp', tokenUser: APP }

  test('has one comment as well, and leaves those of others alone', async () => {
    const comments = [written(51, 'release-notes[bot]'), written(52, 'ada-admin')]
    const { gitHub, tell } = await stageWith({ ...world, pullRequests: [pull({ comments })] }, ON)
    await tell()
    expect((await tell()).written).toEqual([])
    const own = gitHub.comments.filter(({ author }) => author === APP)
    expect(own).toHaveLength(1)

    expect((await tell({ burn: 2 })).written).toEqual([
      `PATCH /repos/acme/crm-flows/issues/comments/${own[0]?.id}`
    ])
    expect(own[0]?.body).toContain('Deployment blocked')
    expect(gitHub.comments).toHaveLength(3)
    expect(gitHub.comments.slice(0, 2).every(({ body }) => body.includes('last week'))).toBe(true)
  })
})

test('the pull request is the one that was merged as the pushed commit, and is asked for once', async () => {
  const merge = sha('merge')
  const merged = pull({ mergedAt: minutesAgo(2), mergeCommitSha: merge })
  const { gitHub, tell } = await stageWith(
    { pullRequests: [pull({ number: 8, headSha: sha('8') }), merged] },
    ON
  )
  const run = await tell({ ...pushOf(merge), event: {}, burn: 2 })

  expect(gitHub.comments).toEqual([expect.objectContaining({ issue: 7 })])
  expect(run.asked.filter(request => request.includes('/pulls'))).toHaveLength(1)
})

describe('what goes wrong is a warning, and the decision stands:', () => {
  const rows: (Problem & { title: string })[] = [
    {
      title: 'a token that may only read',
      world: { forbid: ['comments:write'] },
      says: /403.*`pull-requests: write`/
    },
    {
      title: 'a token that may not even read',
      world: { forbid: ['comments'] },
      says: /403.*`pull-requests: write`/
    },
    {
      title: 'a conversation that is locked',
      world: {
        intercept: ({ method }) =>
          method === 'POST'
            ? { status: 403, body: { message: 'Unable to create comment because issue is locked.' } }
            : undefined
      },
      says: /403.*locked\."; unlock the conversation of the pull request/
    },
    {
      title: 'a repository that is archived',
      world: instead(/comments/, {
        status: 403,
        body: { message: 'Repository was archived so is read-only.' }
      }),
      says: /; the repository is archived, so it can only be read/
    },
    { title: 'a token that is not valid', inputs: { 'github-token': 'ghs_other' }, says: /401.*Bad cred/ },
    { title: 'no token', inputs: { 'github-token': '' }, says: /need github-token/ },
    { title: 'no repository', env: { GITHUB_REPOSITORY: undefined }, says: /GITHUB_REPOSITORY/ },
    { title: 'no server', env: { GITHUB_API_URL: 'http://127.0.0.1:9' }, says: /ECONNREFUSED/ },
    {
      title: 'a commit that no pull request was merged as',
      ...pushOf(sha('direct')),
      event: {},
      says: /no pull request to comment on: no pull request was merged as/
    },
    { title: 'an event about nothing', ...ABOUT_NOTHING, says: /no pull request to comment on/ },
    { title: 'a number that does not exist', ...pullRequestEvent({ number: 9 }), says: /#9.*404/ }
  ]
  test.each(allowedAndBlocked(rows))(
    '$title, with a burn rate of $burn',
    async ({ title: _, ...problem }) => {
      const gitHub = await expectOneWarning(problem, ON)
      expect(gitHub.comments).toEqual([])
    }
  )

  test('a person whose name the token may not ask for', async () => {
    const { gitHub, tell } = await stageWith({ token: 'github_pat_x', forbid: ['user'] }, ON)
    const run = await tell()

    expect(run.exitCode).toBe(0)
    expect(gitHub.comments).toEqual([])
    expect(warningsOf(run)).toEqual([expect.stringContaining('403')])
  })
})

describe('text from outside is only text in the comment', () => {
  test.each(PAYLOADS)('as name and id of an SLO, and in a message of the server: %s', async payload => {
    const { gitHub, tell } = await stageWith({}, ON)
    const message = `first ${payload}\n${payload}\r\n# heading\u2028${payload}\u202e`
    const run = await tell({
      genesys: { intercept: answering(API, { status: 403, body: { message } }) },
      inputs: { 'slo-file': 'slo.json' },
      files: { 'slo.json': definition({ id: `id ${payload}`, name: payload }) }
    })

    expect(run.outputs['verdict']).toBe('source-error')
    const [{ body } = { body: '' }] = gitHub.comments
    expect(body.startsWith(`${MARKER}\n## `)).toBe(true)
    expect(readable(body)).toContain('first ')
    expect(readable(body)).toContain(`| ${payload}`)
    expectInert(body)
  })

  test.each(PAYLOADS)('as a value that is not accepted, and as the label: %s', async payload => {
    const { gitHub, tell } = await stageWith({}, ON)
    await tell({ inputs: { mode: payload, 'maintenance-label': payload } })
    await tell({ burn: 2, inputs: { 'maintenance-label': payload } })

    const [{ body } = { body: '' }] = gitHub.comments
    expect(gitHub.comments).toHaveLength(1)
    expect(readable(body)).toContain(payload)
    expectInert(body)
  })

  test('as the login of an approver', async () => {
    const bot = '_x_`@octocat`[bot]'
    const world = {
      users: { [bot]: { role: 'admin' } },
      pullRequests: [pull({ events: [labelled({ actor: bot })] })]
    }
    const { gitHub, tell } = await stageWith(world, ON)
    await tell({ burn: 2 })

    const [{ body } = { body: '' }] = gitHub.comments
    expect(readable(body)).toContain(bot)
    expectInert(body)
  })
})

describe('the comment fits what GitHub takes', () => {
  const long = '_@<|'.repeat(250)

  test('with many SLOs that have long names', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    const ids = Array.from({ length: 300 }, (_, index) => `${index} ${long}`)
    const source = { type: 'genesys-data-actions' }
    const slos = ids.map(id => ({ id, name: `name of ${id}`, sloTarget: 99.5, source }))
    const run = await tell({
      genesys: { intercept: answering(API, { status: 403, body: { message: long } }) },
      inputs: { 'slo-file': 'slos.json' },
      files: { 'slos.json': JSON.stringify(slos) }
    })

    expect(run.outputs['verdict']).toBe('source-error')
    expect(warningsOf(run).filter(text => text.includes('could not be written'))).toEqual([])
    const [{ body } = { body: '' }] = gitHub.comments
    expect(body).toContain('280 more SLOs, none worse than these')
    expect(body).toContain(RUN_URL)
    expectInert(body)
  })

  test('with many errors that have long texts', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    const slos = Array.from({ length: 30 }, (_, index) => ({
      id: `${index} ${long}`,
      sloTarget: 100,
      source: { type: 'genesys-observability' }
    }))
    const run = await tell({
      inputs: { 'slo-file': 'slos.json' },
      files: { 'slos.json': JSON.stringify(slos) }
    })

    expect(run.outputs['verdict']).toBe('config-error')
    expect(warningsOf(run).filter(text => text.includes('could not be written'))).toEqual([])
    expect(gitHub.comments).toHaveLength(1)
  })

  test('and says how many errors it leaves out', async () => {
    const { gitHub, tell } = await stageWith({}, ON)
    const slos = Array.from({ length: 30 }, (_, index) => ({
      id: `slo-${index}`,
      sloTarget: 100,
      source: { type: 'genesys-observability' }
    }))
    await tell({ inputs: { 'slo-file': 'slos.json' }, files: { 'slos.json': JSON.stringify(slos) } })

    const [{ body } = { body: '' }] = gitHub.comments
    expect(body).toContain('slo-19')
    expect(body).not.toContain('slo-20')
    expect(body).toMatch(/\b10 more\b/)
  })
})
