// One answer for each operation that the action uses, under GitHub's own name of the operation.
import type { PlainReply } from '../server.ts'
import {
  createComment,
  createStatus,
  deleteComment,
  listComments,
  readStatus,
  updateComment
} from './announcements.ts'
import {
  activityBody,
  commitBody,
  fullPullRequest,
  issueEvent,
  lastChangeOf,
  permission,
  privateUser,
  repositoryBody,
  simplePullRequest
} from './bodies.ts'
import {
  type Call,
  list,
  notFound,
  type Problem,
  pullRequestFrom,
  pullsIn,
  Refusal,
  repositoryFrom,
  writerOf
} from './call.ts'
import { cursorPage } from './paging.ts'
import { findUser } from './users.ts'
import {
  type Area,
  activityOf,
  branchName,
  branchOf,
  type FullActivity,
  type FullPullRequest,
  same
} from './world.ts'

/** The token of a workflow, unless the world has another one. */
export const DEFAULT_TOKEN = 'ghs_simulatedtoken'

interface Operation {
  area: Area
  /** As GitHub's header `x-accepted-github-permissions` names them: `;` separates alternatives. */
  permissions: string
  writes?: true
  /** The body needs to hold only what matters. */
  answer(call: Call): PlainReply
}

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
  'issues/delete-comment': { area: 'comments', permissions: WRITE, writes: true, answer: deleteComment },
  'repos/create-commit-status': {
    area: 'statuses',
    permissions: 'statuses=write',
    writes: true,
    answer: createStatus
  },
  'repos/get-combined-status-for-ref': { area: 'statuses', permissions: 'statuses=read', answer: readStatus },
  'users/get-authenticated': { area: 'user', permissions: '', answer: readOwnUser }
}

/** An error as GitHub words it. */
export function failure({ status, message, docs }: Problem & { docs: string }): PlainReply {
  return { status, body: { message, documentation_url: docs, status: String(status) } }
}

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
  if (call.found.query.get('sort') === 'updated') items.sort((a, b) => updatedAt(b) - updatedAt(a))
  const filters = {
    state: () => true,
    sort: () => true,
    direction: (_: FullPullRequest, wanted: string) => wanted === 'desc',
    base: (pull: FullPullRequest, wanted: string) => pull.baseRef === wanted
  }
  return list({ call, items, path: 'pulls', filters, body: pull => simplePullRequest(call.world, pull) })
}

const updatedAt = (pull: FullPullRequest) => new Date(lastChangeOf(pull)).getTime()

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

/** The token of a workflow or of an App does not belong to a user. */
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
