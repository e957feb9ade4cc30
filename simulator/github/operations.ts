// One answer for each operation that the action uses, under GitHub's own name of the operation.
import type { PlainReply } from '../server.ts'
import {
  activityBody,
  combinedStatus,
  commentBody,
  commitBody,
  fullPullRequest,
  issueEvent,
  type KeptComment,
  type KeptStatus,
  permission,
  privateUser,
  repositoryBody,
  repositoryId,
  simplePullRequest,
  statusBody
} from './bodies.ts'
import type { FoundOperation } from './description.ts'
import { cursorPage, numberedPage, type Page, type PageOptions } from './paging.ts'
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
  world: World
  /** The API's root, with the base path. */
  api: string
  kept: Kept
  found: FoundOperation
  body: unknown
}

interface Operation {
  area: Area
  /** As GitHub's header `x-accepted-github-permissions` names them: `;` separates alternatives. */
  permissions: string
  writes?: true
  /** The body needs to hold only what matters. */
  answer(call: Call): PlainReply
}

/** The token of a workflow, unless the world has another one. */
export const DEFAULT_TOKEN = 'ghs_simulatedtoken'

const LARGEST_COMMENT = 65_536
const LONGEST_DESCRIPTION = 140

const PULLS = 'pull_requests=read'
const READ = 'issues=read; pull_requests=read'
const WRITE = 'issues=write; pull_requests=write'

/** The operations served, by GitHub's names of them. */
export const operations: Record<string, Operation> = {
  'repos/get': { area: 'repository', permissions: 'metadata=read', answer: readRepository },
  'pulls/get': { area: 'pull', permissions: PULLS, answer: readPullRequest },
  'pulls/list': { area: 'pulls', permissions: PULLS, answer: listPullRequests },
  'repos/list-pull-requests-associated-with-commit': {
    area: 'commit-pulls',
    permissions: PULLS,
    answer: listPullRequestsOfCommit
  },
  'issues/list-events': { area: 'events', permissions: READ, answer: listEvents },
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
  'repos/list-activities': { area: 'activity', permissions: 'contents=read', answer: listActivity },
  'repos/get-commit': { area: 'commit', permissions: 'contents=read', answer: readCommit },
  'issues/list-comments': { area: 'comments', permissions: READ, answer: listComments },
  'issues/create-comment': { area: 'comments', permissions: WRITE, writes: true, answer: createComment },
  'issues/update-comment': { area: 'comments', permissions: WRITE, writes: true, answer: updateComment },
  'repos/create-commit-status': {
    area: 'statuses',
    permissions: 'statuses=write',
    writes: true,
    answer: createStatus
  },
  'repos/get-combined-status-for-ref': { area: 'statuses', permissions: 'statuses=read', answer: readStatus },
  'users/get-authenticated': { area: 'user', permissions: '', answer: readOwnUser }
}

interface Problem {
  status: number
  message: string
}

/** An error as GitHub words it. */
export function failure({ status, message, docs }: Problem & { docs: string }): PlainReply {
  return { status, body: { message, documentation_url: docs, status: String(status) } }
}

/** Thrown where a request fits the description but GitHub refuses it. */
class Refusal extends Error {
  readonly status: number

  constructor({ status, message }: Problem) {
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
function repositoryFrom({ world, found: { params } }: Call): string {
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
  return same(repositoryFrom(call), repositoryOf(call.world)) ? pullRequestsOf(call.world) : []
}

interface ListOptions<T> {
  call: Call
  items: T[]
  /** The path below the repository. */
  path: string
  pager?: (options: PageOptions<T>) => Page<T>
  /** The query parameters that are served beside those of paging; each decides which items stay. */
  filters?: Record<string, (item: T, wanted: string) => boolean>
  body: (item: T) => unknown
}

function list<T>({
  call,
  items,
  path,
  pager = numberedPage,
  filters = {},
  body
}: ListOptions<T>): PlainReply {
  const { query } = call.found
  const unserved = [...query.keys()].find(
    name => !(name in filters || ['per_page', 'page', 'after'].includes(name))
  )
  if (unserved !== undefined) throw new Error(`the simulator does not serve the query parameter ${unserved}`)
  const wanted = items.filter(item =>
    Object.entries(filters).every(([name, fits]) => {
      const value = query.get(name)
      return value === null || fits(item, value)
    })
  )
  // GitHub links by the number of the repository, so a client has to follow the address as it is given.
  const address = `${call.api}/repositories/${repositoryId(repositoryFrom(call))}/${path}`
  const page = pager({ items: wanted, query, address })
  return { headers: page.headers, body: page.items.map(body) }
}

function readRepository(call: Call): PlainReply {
  return { body: repositoryBody(call.world, repositoryFrom(call)) }
}

function readPullRequest(call: Call): PlainReply {
  return { body: fullPullRequest(call.world, pullRequestFrom(call)) }
}

function listPullRequests(call: Call): PlainReply {
  const state = call.found.query.get('state') ?? 'open'
  const items = pullsIn(call)
    .filter(pull => state === 'all' || pull.state === state)
    .sort((a, b) => b.number - a.number)
  const filters = {
    state: () => true,
    base: (pull: FullPullRequest, wanted: string) => pull.baseRef === wanted
  }
  return list({ call, items, path: 'pulls', filters, body: pull => simplePullRequest(call.world, pull) })
}

function listPullRequestsOfCommit(call: Call): PlainReply {
  const { commit_sha: commit = '' } = call.found.params
  const isIn = (pull: FullPullRequest) =>
    [pull.headSha, ...pull.commits].includes(commit) ||
    (pull.mergedAt !== undefined && pull.mergeCommitSha === commit) ||
    (pull.headRef === commit && commit !== branchOf(call.world))
  const items = pullsIn(call).filter(isIn)
  const path = `commits/${commit}/pulls`
  return list({ call, items, path, body: pull => simplePullRequest(call.world, pull) })
}

function listEvents(call: Call): PlainReply {
  const pull = pullRequestFrom(call)
  const items = pull.events.map((event, index) => ({ world: call.world, pull, event, index }))
  return list({ call, items, path: `issues/${pull.number}/events`, body: issueEvent })
}

function readPermission(call: Call): PlainReply {
  repositoryFrom(call)
  const login = call.found.params['username'] ?? ''
  const user = findUser({ world: call.world, login })
  if (!user) throw new Refusal({ status: 404, message: `${login} is not a user` })
  return { body: permission(call.world, user.login) }
}

/** The token of a workflow or of an App is no user. */
function readOwnUser({ world }: Call): PlainReply {
  if ((world.token ?? DEFAULT_TOKEN).startsWith('ghs_')) {
    throw new Refusal({ status: 403, message: 'Resource not accessible by integration' })
  }
  return { body: privateUser(world, writerOf(world)) }
}

function readMembership({ world, found: { params } }: Call): PlainReply {
  const { org = '', team_slug: team = '', username = '' } = params
  const teams = Object.entries(world.teams ?? {})
  const members = teams.find(([name]) => same(name, `${org}/${team}`))?.[1] ?? {}
  const member = Object.entries(members).find(([login]) => same(login, username))
  if (!member) throw notFound()
  return { body: { state: member[1], role: 'member' } }
}

function listActivity(call: Call): PlainReply {
  const { world } = call
  const items = activityOf({ world, repository: repositoryFrom(call) }).reverse()
  const filters = {
    ref: ({ ref }: FullActivity, wanted: string) => ref === `refs/heads/${branchName(wanted)}`
  }
  const body = (entry: FullActivity) => activityBody(world, entry)
  return list({ call, items, path: 'activity', pager: cursorPage, filters, body })
}

function readCommit(call: Call): PlainReply {
  repositoryFrom(call)
  const { ref = '' } = call.found.params
  const commit = call.world.commits?.[ref]
  if (!commit) throw new Refusal({ status: 422, message: `No commit found for SHA: ${ref}` })
  return { body: commitBody(ref, commit) }
}

function listComments(call: Call): PlainReply {
  const { number } = pullRequestFrom(call)
  const items = call.kept.comments.filter(({ issue }) => issue === number)
  const body = (comment: KeptComment) => commentBody(call.world, comment)
  return list({ call, items, path: `issues/${number}/comments`, body })
}

function createComment(call: Call): PlainReply {
  const { world, kept } = call
  const { number: issue } = pullRequestFrom(call)
  const at = nowOf(world)
  const body = checkedComment(call)
  const comment = { id: nextId(kept.comments), issue, author: writerOf(world), body, at, updatedAt: at }
  kept.comments.push(comment)
  return { status: 201, body: commentBody(world, comment) }
}

function updateComment(call: Call): PlainReply {
  repositoryFrom(call)
  const comment = call.kept.comments.find(({ id }) => id === Number(call.found.params['comment_id']))
  if (!comment) throw notFound()
  // Whether a token may change the comment of another account depends on rights that no test here is about.
  comment.body = checkedComment(call)
  comment.updatedAt = nowOf(call.world)
  return { body: commentBody(call.world, comment) }
}

function checkedComment(call: Call): string {
  const { body } = call.body as { body: string }
  if (body.trim() === '') throw new Refusal({ status: 422, message: 'Validation Failed: body is missing' })
  if (body.length <= LARGEST_COMMENT) return body
  const message = `Validation Failed: body is too long (maximum is ${LARGEST_COMMENT} characters)`
  throw new Refusal({ status: 422, message })
}

interface StatusRequest {
  state: KeptStatus['state']
  context?: string
  description?: string | null
  target_url?: string | null
}

function createStatus(call: Call): PlainReply {
  const { world, kept, found } = call
  repositoryFrom(call)
  const { state, context = 'default', description = null, target_url = null } = call.body as StatusRequest
  const { sha = '' } = found.params
  // GitHub answers 422 to all of these, which its description does not list; no request should ever get it.
  if (!/^[0-9a-f]{40}$/.test(sha)) throw new Error(`a status needs a whole commit SHA, not ${sha}`)
  if ((description ?? '').length > LONGEST_DESCRIPTION)
    throw new Error(`a status description has at most ${LONGEST_DESCRIPTION} characters`)
  // ouzi-dev/commit-status-updater #527, unicode-org/jira-github-pr-check #28.
  if (/[\u{10000}-\u{10ffff}]/u.test(description ?? ''))
    throw new Error("description doesn't accept 4-byte Unicode")
  // janinko/ghprb #475.
  if (!/^https?:/.test(target_url ?? 'https:')) throw new Error('target_url must use http(s) scheme')
  const id = nextId(kept.statuses)
  const status = { id, sha, state, context, description, targetUrl: target_url, at: nowOf(world) }
  kept.statuses.push(status)
  return { status: 201, body: statusBody(status) }
}

/** Newest first. */
function readStatus(call: Call): PlainReply {
  const { ref = '' } = call.found.params
  const name = pullsIn(call).find(({ headRef }) => headRef === ref)?.headSha ?? ref
  const statuses = call.kept.statuses.filter(({ sha }) => sha === name).reverse()
  const latest = statuses.filter(
    ({ context }, i) => statuses.findIndex(other => same(other.context, context)) === i
  )
  return { body: combinedStatus(call.world, name, latest) }
}

/** The account that writes with the world's token. */
export const writerOf = (world: World): string => world.tokenUser ?? 'github-actions[bot]'

const nextId = (items: { id: number }[]): number => Math.max(5000, ...items.map(({ id }) => id)) + 1
