// One answer for each operation that the action may use, under GitHub's own name of the operation.

import type { PlainReply } from '../server.ts'
import {
  activity,
  combinedStatus,
  commentBody,
  commitBody,
  deploymentBody,
  fullPullRequest,
  fullRepository,
  issueEvent,
  type KeptComment,
  type KeptStatus,
  permission,
  privateUser,
  repositoryId,
  type Site,
  simplePullRequest,
  statusBody
} from './bodies.ts'
import type { FoundOperation } from './description.ts'
import { cursorPage, numberedPage, type Page } from './paging.ts'
import {
  type Area,
  activityOf,
  branchName,
  branchOf,
  type FullActivity,
  type FullPullRequest,
  findUser,
  nowOf,
  pullRequestsOf,
  repositoryOf,
  same,
  visibleRepositories,
  type World
} from './world.ts'

/** What has been written to the simulator, and what the world's pull requests held already. */
export interface Kept {
  comments: KeptComment[]
  statuses: KeptStatus[]
}

/** One request, ready to be answered. */
export interface Call {
  site: Site
  kept: Kept
  found: FoundOperation
  body: unknown
}

interface Operation {
  area: Area
  /** As GitHub's header `x-accepted-github-permissions` names them: `;` separates alternatives. */
  permissions: string
  writes?: true
  answer(call: Call): PlainReply
}

/** The token of a workflow, unless the world has another one. */
export const DEFAULT_TOKEN = 'ghs_simulatedtoken'

const LARGEST_COMMENT = 65_536
const LONGEST_DESCRIPTION = 140

/** The operations served, by GitHub's names of them. */
export const operations: Record<string, Operation> = {
  'repos/get': { area: 'repository', permissions: 'metadata=read', answer: readRepository },
  'pulls/get': { area: 'pull', permissions: 'pull_requests=read', answer: readPullRequest },
  'pulls/list': { area: 'pulls', permissions: 'pull_requests=read', answer: listPullRequests },
  'issues/list-events': {
    area: 'events',
    permissions: 'issues=read; pull_requests=read',
    answer: listEvents
  },
  'repos/get-collaborator-permission-level': {
    area: 'permission',
    permissions: 'metadata=read',
    answer: readPermission
  },
  'teams/get-membership-for-user-in-org': {
    area: 'membership',
    permissions: 'members=read',
    answer: readMembership
  },
  'repos/list-pull-requests-associated-with-commit': {
    area: 'commit-pulls',
    permissions: 'pull_requests=read',
    answer: listPullRequestsOfCommit
  },
  'repos/list-activities': { area: 'activity', permissions: 'contents=read', answer: listActivity },
  'repos/get-commit': { area: 'commit', permissions: 'contents=read', answer: readCommit },
  'issues/list-comments': {
    area: 'comments',
    permissions: 'issues=read; pull_requests=read',
    answer: listComments
  },
  'issues/create-comment': {
    area: 'comments',
    permissions: 'issues=write; pull_requests=write',
    writes: true,
    answer: createComment
  },
  'issues/update-comment': {
    area: 'comments',
    permissions: 'issues=write; pull_requests=write',
    writes: true,
    answer: updateComment
  },
  'repos/create-commit-status': {
    area: 'statuses',
    permissions: 'statuses=write',
    writes: true,
    answer: createStatus
  },
  'repos/get-combined-status-for-ref': { area: 'statuses', permissions: 'statuses=read', answer: readStatus },
  'repos/list-commit-statuses-for-ref': {
    area: 'statuses',
    permissions: 'statuses=read',
    answer: listStatuses
  },
  'users/get-authenticated': { area: 'user', permissions: '', answer: readOwnUser },
  'repos/get-deployment': { area: 'deployment', permissions: 'deployments=read', answer: readDeployment }
}

/** An error as GitHub words it. */
export function failure({
  status,
  message,
  docs
}: {
  status: number
  message: string
  docs: string
}): PlainReply {
  return { status, body: { message, documentation_url: docs, status: String(status) } }
}

/** Thrown where a request is not wrong for the description but is for GitHub. */
class Refusal extends Error {
  readonly status: number

  constructor({ status, message }: { status: number; message: string }) {
    super(message)
    this.status = status
  }
}

const notFound = () => new Refusal({ status: 404, message: 'Not Found' })

/** GitHub's answer to a request that is signed in and permitted. */
export function answer(call: Call): PlainReply {
  const operation = operations[call.found.id]
  if (!operation) throw new Error(`the simulator does not serve ${call.found.id}`)
  try {
    return operation.answer(call)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return failure({ status: error.status, message: error.message, docs: call.found.docs })
  }
}

/** The repository that a path names, in its own case; only the activity of others is served. */
function repositoryFrom({ site: { world }, found: { params } }: Call): string {
  const name = visibleRepositories(world).find(known => same(known, `${params['owner']}/${params['repo']}`))
  if (name === undefined) throw notFound()
  return name
}

function pullRequestFrom(call: Call): FullPullRequest {
  const number = Number(call.found.params['pull_number'] ?? call.found.params['issue_number'])
  const pull = pullsIn(call).find(known => known.number === number)
  if (!pull) throw notFound()
  return pull
}

function pullsIn(call: Call): FullPullRequest[] {
  const { world } = call.site
  return same(repositoryFrom(call), repositoryOf(world)) ? pullRequestsOf(world) : []
}

type Pager<T> = (options: { items: T[]; query: URLSearchParams; address: string }) => Page<T>

interface ListOptions<T> {
  call: Call
  items: T[]
  /** The path below the repository. */
  path: string
  pager: Pager<T>
  body: (item: T) => unknown
}

function list<T>({ call, items, path, pager, body }: ListOptions<T>): PlainReply {
  // GitHub links by the number of the repository, so a client has to follow the address as it is given.
  const address = `${call.site.api}/repositories/${repositoryId(repositoryFrom(call))}/${path}`
  const page = pager({ items, query: call.found.query, address })
  return { headers: page.headers, body: page.items.map(body) }
}

function readRepository(call: Call): PlainReply {
  return { body: fullRepository({ site: call.site, repository: repositoryFrom(call) }) }
}

function readPullRequest(call: Call): PlainReply {
  return { body: fullPullRequest({ site: call.site, pull: pullRequestFrom(call) }) }
}

function listPullRequests(call: Call): PlainReply {
  const { query } = call.found
  const state = query.get('state') ?? 'open'
  const base = query.get('base')
  const head = query.get('head')
  const items = pullsIn(call)
    .filter(pull => state === 'all' || pull.state === state)
    .filter(pull => base === null || pull.baseRef === base)
    .filter(pull => head === null || same(headName(pull), head))
    .sort((a, b) => b.number - a.number)
  if (query.get('direction') === 'asc') items.reverse()
  const body = (pull: FullPullRequest) => simplePullRequest({ site: call.site, pull })
  return list({ call, items, path: 'pulls', pager: numberedPage, body })
}

/** As the parameter `head` wants it: `owner:branch`. */
function headName({ headRepository, headRef, author }: FullPullRequest): string {
  return `${headRepository?.split('/')[0] ?? author}:${headRef}`
}

function listEvents(call: Call): PlainReply {
  const pull = pullRequestFrom(call)
  const items = pull.events.map((event, index) => issueEvent({ site: call.site, pull, event, index }))
  return list({
    call,
    items,
    path: `issues/${pull.number}/events`,
    pager: numberedPage,
    body: event => event
  })
}

function readPermission(call: Call): PlainReply {
  repositoryFrom(call)
  const login = call.found.params['username'] ?? ''
  const user = findUser({ world: call.site.world, login })
  if (!user) throw new Refusal({ status: 404, message: `${login} is not a user` })
  return { body: permission({ site: call.site, login: user.login }) }
}

/** The token of a workflow or of an App is no user. */
function readOwnUser({ site }: Call): PlainReply {
  const { world } = site
  if ((world.token ?? DEFAULT_TOKEN).startsWith('ghs_')) {
    throw new Refusal({ status: 403, message: 'Resource not accessible by integration' })
  }
  return { body: privateUser({ site, login: writerOf(world) }) }
}

function readMembership({ site, found: { params } }: Call): PlainReply {
  const { org = '', team_slug: team = '', username = '' } = params
  const teams = Object.entries(site.world.teams ?? {})
  const members = teams.find(([name]) => same(name, `${org}/${team}`))?.[1] ?? {}
  const member = Object.entries(members).find(([login]) => same(login, username))
  if (!member) throw notFound()
  const url = `${site.api}/organizations/1/team/1/memberships/${member[0]}`
  return { body: { state: member[1], role: 'member', url } }
}

function listPullRequestsOfCommit(call: Call): PlainReply {
  const { commit_sha: commit = '' } = call.found.params
  const isIn = (pull: FullPullRequest) =>
    [pull.headSha, ...pull.commits].includes(commit) ||
    (pull.mergedAt !== undefined && pull.mergeCommitSha === commit) ||
    (pull.headRef === commit && commit !== branchOf(call.site.world))
  const items = pullsIn(call).filter(isIn)
  const body = (pull: FullPullRequest) => simplePullRequest({ site: call.site, pull })
  return list({ call, items, path: `commits/${commit}/pulls`, pager: numberedPage, body })
}

const DAY = 86_400_000
const PERIODS: Record<string, number> = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 90 * DAY,
  year: 365 * DAY
}

function listActivity(call: Call): PlainReply {
  const { query } = call.found
  const { world } = call.site
  const filters: Record<string, (entry: FullActivity, wanted: string) => boolean> = {
    ref: ({ ref }, wanted) => ref === `refs/heads/${branchName(wanted)}`,
    actor: ({ actor }, wanted) => actor !== null && same(actor, wanted),
    activity_type: ({ type }, wanted) => type === wanted,
    time_period: ({ at }, wanted) => new Date(at).getTime() >= nowOf(world).getTime() - (PERIODS[wanted] ?? 0)
  }
  const isWanted = (entry: FullActivity) =>
    Object.entries(filters).every(([name, fits]) => {
      const wanted = query.get(name)
      return wanted === null || fits(entry, wanted)
    })
  const items = activityOf({ world, repository: repositoryFrom(call) }).filter(isWanted)
  if (query.get('direction') !== 'asc') items.reverse()
  const body = (entry: FullActivity) => activity({ site: call.site, entry })
  return list({ call, items, path: 'activity', pager: cursorPage, body })
}

function readCommit(call: Call): PlainReply {
  const { world } = call.site
  repositoryFrom(call)
  const { ref = '' } = call.found.params
  const pull = pullRequestsOf(world).find(({ headRef, headSha }) => [headRef, headSha].includes(ref))
  const name = pull?.headSha ?? ref
  const commit = world.commits?.[name] ?? (pull && { committedAt: pull.pushedAt })
  if (!commit) throw new Refusal({ status: 422, message: `No commit found for SHA: ${ref}` })
  return { body: commitBody({ site: call.site, name, commit }) }
}

function listComments(call: Call): PlainReply {
  const { number } = pullRequestFrom(call)
  const since = new Date(call.found.query.get('since') ?? 0).getTime()
  const isWanted = ({ issue, updatedAt }: KeptComment) =>
    issue === number && new Date(updatedAt).getTime() >= since
  const items = call.kept.comments.filter(isWanted)
  const body = (comment: KeptComment) => commentBody({ site: call.site, comment })
  return list({ call, items, path: `issues/${number}/comments`, pager: numberedPage, body })
}

function createComment(call: Call): PlainReply {
  const { number } = pullRequestFrom(call)
  const { world } = call.site
  const at = nowOf(world)
  const comment = {
    id: nextId(call.kept.comments),
    issue: number,
    author: writerOf(world),
    body: checkedComment(call),
    at,
    updatedAt: at
  }
  call.kept.comments.push(comment)
  const body = commentBody({ site: call.site, comment })
  return { status: 201, headers: { location: body['url'] as string }, body }
}

function updateComment(call: Call): PlainReply {
  repositoryFrom(call)
  const comment = call.kept.comments.find(({ id }) => id === Number(call.found.params['comment_id']))
  if (!comment) throw notFound()
  // Whether a token may change somebody else's comment depends on rights that no test here is about.
  comment.body = checkedComment(call)
  comment.updatedAt = nowOf(call.site.world)
  return { body: commentBody({ site: call.site, comment }) }
}

function checkedComment(call: Call): string {
  const { body } = call.body as { body: string }
  if (body.trim() === '') throw new Refusal({ status: 422, message: 'Validation Failed: body is missing' })
  if (body.length > LARGEST_COMMENT) {
    throw new Refusal({
      status: 422,
      message: 'Validation Failed: body is too long (maximum is 65536 characters)'
    })
  }
  return body
}

function createStatus(call: Call): PlainReply {
  repositoryFrom(call)
  const wanted = call.body as StatusRequest
  const { sha = '' } = call.found.params
  // GitHub answers 422 to all of these, which its description does not list; nobody should ever see it.
  if (!/^[0-9a-f]{40}$/.test(sha)) throw new Error(`a status needs a whole commit SHA, not ${sha}`)
  if ((wanted.description ?? '').length > LONGEST_DESCRIPTION)
    throw new Error('a status description has 140 characters')
  // ouzi-dev/commit-status-updater #527, unicode-org/jira-github-pr-check #28.
  if (/[\u{10000}-\u{10ffff}]/u.test(wanted.description ?? ''))
    throw new Error("description doesn't accept 4-byte Unicode")
  // janinko/ghprb #475.
  if (!/^https?:/.test(wanted.target_url ?? 'https:')) throw new Error('target_url must use http(s) scheme')
  const status: KeptStatus = {
    id: nextId(call.kept.statuses),
    sha,
    state: wanted.state,
    context: wanted.context ?? 'default',
    description: wanted.description ?? null,
    targetUrl: wanted.target_url ?? null,
    at: nowOf(call.site.world)
  }
  call.kept.statuses.push(status)
  return { status: 201, body: statusBody({ site: call.site, status }) }
}

interface StatusRequest {
  state: KeptStatus['state']
  context?: string
  description?: string | null
  target_url?: string | null
}

/** Newest first. */
function statusesOf(call: Call): { name: string; statuses: KeptStatus[] } {
  const { ref = '' } = call.found.params
  const name = pullsIn(call).find(({ headRef }) => headRef === ref)?.headSha ?? ref
  return { name, statuses: call.kept.statuses.filter(status => status.sha === name).reverse() }
}

function readStatus(call: Call): PlainReply {
  const { name, statuses } = statusesOf(call)
  const isLatest = ({ context }: KeptStatus, i: number) =>
    statuses.findIndex(other => same(other.context, context)) === i
  return { body: combinedStatus({ site: call.site, name, statuses: statuses.filter(isLatest) }) }
}

function listStatuses(call: Call): PlainReply {
  const { name, statuses } = statusesOf(call)
  const body = (status: KeptStatus) => statusBody({ site: call.site, status })
  return list({ call, items: statuses, path: `commits/${name}/statuses`, pager: numberedPage, body })
}

function readDeployment(call: Call): PlainReply {
  repositoryFrom(call)
  const id = Number(call.found.params['deployment_id'])
  const deployment = call.site.world.deployments?.[id]
  if (!deployment) throw notFound()
  return { body: deploymentBody({ site: call.site, id, deployment }) }
}

/** Who writes with the world's token. */
export const writerOf = (world: World): string => world.tokenUser ?? 'github-actions[bot]'

const nextId = (items: { id: number }[]): number => Math.max(5000, ...items.map(({ id }) => id)) + 1
