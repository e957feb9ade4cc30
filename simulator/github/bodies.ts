// What matters in GitHub's answers; `complete.ts` fills in all else that the description requires.

import { userOf } from './users.ts'
import {
  branchOf,
  type Comment,
  type Commit,
  type FullActivity,
  type FullPullRequest,
  type IssueEvent,
  repositoryOf,
  same,
  sha,
  stamp,
  type Time,
  type World
} from './world.ts'

type Json = Record<string, unknown>

/** A stable number for each repository, as in the addresses of a `Link` header. */
export const repositoryId = (repository: string): number =>
  Number.parseInt(sha(`repository ${repository}`.toLowerCase()).slice(0, 7), 16)

function account(world: World, account: string | null): Json | null {
  if (account === null) return null
  const { login, type } = userOf({ world, login: account })
  return { login, type }
}

/** The account of a token, as only its owner sees it. */
export const privateUser = (world: World, login: string): Json => ({
  ...account(world, login),
  user_view_type: 'private',
  two_factor_authentication: true
})

export function repositoryBody(world: World, repository: string): Json {
  const [owner = '', name = ''] = repository.split('/')
  return {
    id: repositoryId(repository),
    name,
    full_name: repository,
    owner: account(world, owner),
    private: world.visibility !== 'public',
    fork: !same(repository, repositoryOf(world)),
    default_branch: branchOf(world)
  }
}

export const lastChangeOf = (pull: FullPullRequest): Time =>
  pull.mergedAt ?? pull.events.at(-1)?.at ?? pull.createdAt

/** A pull request as in a list. */
export function simplePullRequest(world: World, pull: FullPullRequest): Json {
  const closedAt = pull.mergedAt ?? (pull.state === 'closed' ? pull.createdAt : undefined)
  return {
    number: pull.number,
    state: pull.state,
    user: account(world, pull.author),
    labels: pull.labels.map(name => ({ name })),
    created_at: stamp(pull.createdAt),
    updated_at: stamp(lastChangeOf(pull)),
    closed_at: closedAt ? stamp(closedAt) : null,
    merged_at: pull.mergedAt ? stamp(pull.mergedAt) : null,
    merge_commit_sha: pull.mergeCommitSha,
    head: side({ world, repository: pull.headRepository, ref: pull.headRef, commit: pull.headSha, pull }),
    base: side({
      world,
      repository: repositoryOf(world),
      ref: pull.baseRef,
      commit: sha(`base ${pull.baseRef}`),
      pull
    }),
    draft: pull.draft
  }
}

interface Side {
  world: World
  repository: string | null
  ref: string
  commit: string
  pull: FullPullRequest
}

function side({ world, repository, ref, commit, pull }: Side): Json {
  const owner = repository?.split('/')[0] ?? pull.author
  const repo = repository === null ? null : repositoryBody(world, repository)
  return { label: `${owner}:${ref}`, ref, sha: commit, user: account(world, owner), repo }
}

/** A pull request asked for by number. */
export const fullPullRequest = (world: World, pull: FullPullRequest): Json => ({
  ...simplePullRequest(world, pull),
  merged: pull.mergedAt !== undefined,
  merged_by: pull.mergedAt ? account(world, pull.mergedBy ?? 'merger') : null,
  comments: pull.comments.length
})

interface EventOptions {
  world: World
  pull: FullPullRequest
  event: IssueEvent
  /** Its place in the whole history, which makes its id. */
  index: number
}

/** One entry of a pull request's history. */
export const issueEvent = ({ world, pull, event, index }: EventOptions): Json => ({
  id: pull.number * 100_000 + index,
  actor: account(world, event.actor),
  event: event.event,
  commit_id: event.commit ?? (event.event === 'merged' ? pull.mergeCommitSha : null),
  created_at: stamp(event.at),
  performed_via_github_app: event.viaApp ? { slug: event.viaApp } : null,
  label: event.label === undefined ? undefined : { name: event.label }
})

/** The old names, which know neither `maintain` nor `triage`. */
const LEGACY: Record<string, string> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read'
}

/** What an account may do in the repository. */
export function permission(world: World, login: string): Json {
  const { role, baseRole } = userOf({ world, login })
  const user = { ...account(world, login), role_name: role }
  return { permission: LEGACY[baseRole] ?? 'none', role_name: role, user }
}

/** One change of a branch. */
export const activityBody = (world: World, entry: FullActivity): Json => ({
  id: entry.id,
  after: entry.after,
  ref: entry.ref,
  timestamp: stamp(entry.at),
  activity_type: entry.type,
  actor: account(world, entry.actor)
})

/** A commit, with the date that its author chose. */
export function commitBody(name: string, { committedAt }: Commit): Json {
  const signature = { date: stamp(committedAt) }
  return { sha: name, commit: { author: signature, committer: signature } }
}

/** A comment of a pull request that the simulator keeps. */
export interface KeptComment extends Required<Comment> {
  issue: number
  updatedAt: Time
}

/** A comment of a pull request. */
export const commentBody = (world: World, comment: KeptComment): Json => ({
  id: comment.id,
  body: comment.body,
  user: account(world, comment.author),
  created_at: stamp(comment.at),
  updated_at: stamp(comment.updatedAt)
})

/** A commit status that the simulator keeps. */
export interface KeptStatus {
  id: number
  sha: string
  state: 'error' | 'failure' | 'pending' | 'success'
  context: string
  description: string | null
  targetUrl: string | null
  at: Time
}

/** A status, as it is answered when it is created and within the status of a commit. */
export const statusBody = ({ id, state, description, targetUrl, context, at }: KeptStatus): Json => ({
  id,
  state,
  description,
  target_url: targetUrl,
  context,
  created_at: stamp(at),
  updated_at: stamp(at)
})

/** All statuses of a commit as one: `statuses` holds the latest of each context. */
export function combinedStatus(world: World, name: string, statuses: KeptStatus[]): Json {
  const states = new Set(statuses.map(({ state }) => state))
  const failed = states.has('failure') || states.has('error')
  const waiting = states.has('pending') || states.size === 0
  return {
    state: failed ? 'failure' : waiting ? 'pending' : 'success',
    statuses: statuses.map(statusBody),
    sha: name,
    total_count: statuses.length,
    repository: repositoryBody(world, repositoryOf(world))
  }
}
