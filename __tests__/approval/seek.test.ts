import { afterEach, describe, expect, it } from '@jest/globals'
import type { Approval } from '../../src/approval/approval.ts'
import { seekApproval } from '../../src/approval/seek.ts'
import type { ApprovalRules, Approver } from '../../src/approval/settings.ts'
import type { Subject } from '../../src/github/subject.ts'
import { HEAD, LABEL, OTHER, RULES, second } from '../support/approval.ts'
import {
  type Answers,
  APPROVED,
  type Api,
  EVENTS,
  eventBody,
  MERGE,
  PULL,
  PULLS_OF_MERGE,
  PUSHES,
  pullBody,
  pushBody,
  ROLE,
  startApi,
  TEAM
} from '../support/gitHubApi.ts'

const NUMBER: Subject = { kind: 'number', number: 7, headSha: HEAD }
const COMMIT: Subject = { kind: 'commit', sha: MERGE, branch: 'main' }

const LOGIN: Approver = { kind: 'login', login: 'Ada' }
const LOGIN_OF_ZOE: Approver = { kind: 'login', login: 'zoe' }
const OPS: Approver = { kind: 'team', org: 'acme', slug: 'ops' }
const ADMIN: Approver = { kind: 'role', role: 'admin' }

let api: Api

async function seek(
  different: Answers = {},
  { subject = NUMBER, ...rules }: Partial<ApprovalRules> & { readonly subject?: Subject } = {}
): Promise<Approval> {
  api = await startApi({ ...APPROVED, ...different })
  const { connection, http } = api
  return seekApproval({ connection, http, subject, rules: { ...RULES, ...rules } })
}

afterEach(() => api.close())

describe('an approval of a pull request', () => {
  it('is found and judged by what GitHub says', async () => {
    expect(await seek()).toEqual({
      approved: true,
      by: 'ada',
      at: second(20),
      until: second(80),
      pullRequest: 7,
      headSha: HEAD
    })
    expect(api.asked().toSorted()).toEqual([PULL, EVENTS, ROLE, PUSHES].toSorted())
  })

  it('is not looked for without a connection', async () => {
    api = await startApi(APPROVED)
    const approval = await seekApproval({
      connection: undefined,
      http: api.http,
      subject: NUMBER,
      rules: RULES
    })
    expect(approval).toMatchObject({ approved: false, rule: 'pull-request', pullRequest: null })
    expect(approval).toMatchObject({ reason: expect.stringContaining('no github-token') })
  })

  it('is not looked for when nobody knows what the run is about', async () => {
    const subject: Subject = { kind: 'unknown', reason: 'the event names nothing' }
    expect(await seek({}, { subject })).toEqual({
      approved: false,
      rule: 'pull-request',
      pullRequest: null,
      reason: 'the event names nothing; name one with the input pull-request'
    })
    expect(api.asked()).toEqual([])
  })

  it('is none when the pull request cannot be read', async () => {
    expect(await seek({ [PULL]: { status: 404, body: { message: 'Not Found' } } })).toMatchObject({
      rule: 'pull-request',
      reason: expect.stringContaining('pull request #7 could not be read: HTTP 404')
    })
  })

  it('is not looked for any further without the label', async () => {
    expect(await seek({ [PULL]: { body: pullBody({ labels: [] }) } })).toMatchObject({ rule: 'label' })
    expect(api.asked()).toEqual([PULL])
  })

  it('is one with the label in another case', async () => {
    const labels = [{ name: 'other' }, { name: LABEL.toUpperCase() }]
    expect(await seek({ [PULL]: { body: pullBody({ labels }) } })).toMatchObject({ approved: true })
  })

  it('is not looked for any further when the events cannot be read', async () => {
    expect(await seek({ [EVENTS]: { status: 403, body: { message: 'No' } } })).toMatchObject({
      rule: 'label-event',
      reason: expect.stringContaining('HTTP 403')
    })
    expect(api.asked()).toEqual([PULL, EVENTS])
  })

  it.each([
    ['the label was taken off again', { event: 'unlabeled' }],
    ['the one who put it on is gone', { actor: null }]
  ])('is not looked for any further when %s', async (_when, parts) => {
    const body = [eventBody(20), eventBody(21, parts)]
    expect(await seek({ [EVENTS]: { body } })).toMatchObject({ rule: 'label-event' })
    expect(api.asked()).toEqual([PULL, EVENTS])
  })

  it('is none when the run is about an older head', async () => {
    const subject: Subject = { ...NUMBER, headSha: OTHER }
    expect(await seek({}, { subject })).toMatchObject({ rule: 'head-commit' })
  })

  it('is none when the base branch was changed after it', async () => {
    const changed = { event: 'base_ref_changed', created_at: second(21).toISOString() }
    expect(await seek({ [EVENTS]: { body: [eventBody(20), changed] } })).toMatchObject({
      rule: 'head-commit',
      reason: expect.stringContaining('base branch')
    })
  })

  it('is none when the push came after it', async () => {
    expect(await seek({ [PUSHES]: { body: [pushBody(21, HEAD)] } })).toMatchObject({ rule: 'head-commit' })
  })

  it('expires by the clock of the last answers', async () => {
    const headers = { date: second(81).toUTCString() }
    const late = (path: string) => ({ [path]: { ...APPROVED[path], headers } })
    expect(await seek({ ...late(ROLE), ...late(PUSHES) })).toMatchObject({ rule: 'age' })
  })
})

describe('the one who approves', () => {
  it('needs no role when the login is listed', async () => {
    expect(await seek({}, { approvers: [ADMIN, OPS, LOGIN] })).toMatchObject({ approved: true })
    expect(api.asked()).not.toContain(ROLE)
    expect(api.asked()).not.toContain(TEAM)
  })

  it('needs no team when the role is enough', async () => {
    expect(await seek({}, { approvers: [OPS, ADMIN] })).toMatchObject({ approved: true })
    expect(api.asked()).not.toContain(TEAM)
  })

  it('needs only one of several roles', async () => {
    const approvers: Approver[] = [{ kind: 'role', role: 'maintain' }, ADMIN, OPS]
    expect(await seek({}, { approvers })).toMatchObject({ approved: true })
    expect(api.asked()).not.toContain(TEAM)
  })

  it('is asked for in a team when the role is not enough', async () => {
    const answers: Answers = {
      [ROLE]: { body: { role_name: 'write' } },
      [TEAM]: { body: { state: 'active' } }
    }
    expect(await seek(answers, { approvers: [LOGIN_OF_ZOE, ADMIN, OPS] })).toMatchObject({ approved: true })
    expect(api.asked().toSorted()).toEqual([PULL, EVENTS, ROLE, TEAM, PUSHES].toSorted())
  })

  it('is asked for no role when only teams count', async () => {
    expect(await seek({ [TEAM]: { body: { state: 'active' } } }, { approvers: [OPS] })).toMatchObject({
      approved: true
    })
    expect(api.asked()).not.toContain(ROLE)
  })

  it('is refused with everything that was found, and what could not be read', async () => {
    const answers: Answers = { [ROLE]: { body: { role_name: 'write' } } }
    expect(await seek(answers, { approvers: [ADMIN, OPS] })).toMatchObject({
      rule: 'approver',
      reason: expect.stringMatching(/the role is write; the membership of ada in acme\/ops could not be read/)
    })
  })

  it('is asked for neither role nor team when it is a bot', async () => {
    const body = [eventBody(20, { actor: { login: 'ada', type: 'Bot' } })]
    expect(await seek({ [EVENTS]: { body } }, { approvers: [ADMIN, OPS] })).toMatchObject({
      rule: 'approver',
      reason: expect.stringContaining('not a person')
    })
    expect(api.asked().toSorted()).toEqual([PULL, EVENTS, PUSHES].toSorted())
  })

  it('may be a bot that is listed', async () => {
    const body = [eventBody(20, { actor: { login: 'ada', type: 'Bot' } })]
    expect(await seek({ [EVENTS]: { body } }, { approvers: [LOGIN] })).toMatchObject({ approved: true })
  })
})

describe('the pull request of a commit', () => {
  const merged = (parts: object = {}) =>
    pullBody({ merged_at: second(25).toISOString(), merge_commit_sha: MERGE, ...parts })
  const seekAmong = (body: unknown[], subject: Subject = COMMIT) =>
    seek({ [PULLS_OF_MERGE]: { body } }, { subject })

  it('is the one that was merged as it, whatever its head', async () => {
    const others = [
      merged({ number: 8, merged_at: null }),
      merged({ number: 9, merge_commit_sha: OTHER }),
      merged({ number: 10, base: { ref: 'release' } })
    ]
    expect(await seekAmong([...others, merged()])).toMatchObject({ approved: true, pullRequest: 7 })
    expect(api.asked()).not.toContain(PULL)
  })

  it('may be merged into any branch when the run is about none', async () => {
    const body = [merged({ base: { ref: 'release' } })]
    expect(await seekAmong(body, { ...COMMIT, branch: undefined })).toMatchObject({ approved: true })
  })

  const NONE = 'no pull request was merged as commit ccccccc'
  it.each<[string, unknown[], string]>([
    ['none was', [], NONE],
    ['only one with the commit in it was', [merged({ merge_commit_sha: OTHER })], NONE],
    ['only one that is still open was', [merged({ merged_at: null })], NONE],
    ['only one to another branch was', [merged({ base: { ref: 'x' } })], NONE],
    ['two were', [merged(), merged({ number: 8 })], '2 pull requests were merged as commit ccccccc']
  ])('is unknown when %s', async (_when, body, says) => {
    expect(await seekAmong(body)).toEqual({
      approved: false,
      rule: 'pull-request',
      pullRequest: null,
      reason: expect.stringMatching(new RegExp(`^${says}; name one with the input pull-request$`))
    })
  })

  it('is unknown when it cannot be read', async () => {
    expect(await seek({}, { subject: COMMIT })).toMatchObject({
      rule: 'pull-request',
      reason: expect.stringContaining('the pull requests of commit ccccccc could not be read')
    })
  })
})
