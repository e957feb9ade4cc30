// The state that the simulated GitHub answers from. Everything has a default, so that a test says only
// what it is about; it is read anew for every request, so that a test may change it between two runs.
import { createHash } from 'node:crypto'
import type { RecordedRequest, Reply } from '../server.ts'

/** A moment: an ISO 8601 text or a date. GitHub shows whole seconds. */
export type Time = string | Date

/** The parts of the API that `forbid` can name; with `:write`, only their writing requests are refused. */
export type Area =
  | 'repository'
  | 'pull'
  | 'pulls'
  | 'events'
  | 'permission'
  | 'membership'
  | 'commit-pulls'
  | 'commit'
  | 'activity'
  | 'comments'
  | 'statuses'
  | 'user'

export interface User {
  /** `admin`, `maintain`, `write`, `triage`, `read`, `none` (the default: was removed, or never was in) or a custom role. */
  role?: string
  /** What a custom role builds on. Default `write`. */
  baseRole?: 'admin' | 'maintain' | 'write' | 'triage' | 'read'
}

export interface IssueEvent {
  event: 'labeled' | 'unlabeled' | 'merged' | 'head_ref_force_pushed' | 'head_ref_deleted' | (string & {})
  /** The label as it was written at that time; GitHub does not rename it afterwards. */
  label?: string
  /** Null: the account was deleted. */
  actor: string | null
  at: Time
  /** The commit of a `merged` or `closed` event. */
  commit?: string
  /** Slug of the GitHub App through which the actor, a person, acted. */
  viaApp?: string
}

export interface PullRequest {
  number: number
  /** Default `dev-dana`. */
  author?: string
  /** The labels it carries now. Default: what its events leave. */
  labels?: string[]
  /** Default `feature`. */
  headRef?: string
  /** Default: derived from the number. */
  headSha?: string
  /** Full name of the fork; null when the fork was deleted. Default: the repository itself. */
  headRepository?: string | null
  /** Default: the default branch. */
  baseRef?: string
  /** Default `open`, or `closed` when it was merged. */
  state?: 'open' | 'closed'
  draft?: boolean
  mergedAt?: Time
  mergedBy?: string
  /** Without a merge GitHub names a test merge here, so that is the default. */
  mergeCommitSha?: string
  /** Commits for which `GET /commits/{sha}/pulls` lists it too; the head and the merge commit need no mention. */
  commits?: string[]
  events?: IssueEvent[]
  comments?: Comment[]
  /** Default: an hour before anything else that is known to have happened. */
  createdAt?: Time
  /** When the head was pushed, for the activity that is made up where the world gives none. Default: at creation. */
  pushedAt?: Time
}

export interface Comment {
  id?: number
  author?: string
  body: string
  at?: Time
}

export interface Activity {
  /** Branch name, with or without `refs/heads/`. */
  ref: string
  /** Default: zeros (for `branch_deletion`). */
  after?: string
  at: Time
  type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge'
  actor?: string | null
}

export interface Commit {
  committedAt: Time
}

export interface World {
  /** Full name. Default `acme/crm-flows`. */
  repository?: string
  /** Default `main`. */
  defaultBranch?: string
  /** In a public repository every user has at least the role `read`. Default `private`. */
  visibility?: 'public' | 'private'
  /** Repositories that this token cannot see, such as a private fork: 404 for all of theirs. */
  hidden?: string[]
  users?: Record<string, User>
  /** By `org/slug`; 404 for an account that is not listed. */
  teams?: Record<string, Record<string, 'active' | 'pending'>>
  pullRequests?: PullRequest[]
  /**
   * By full name of the repository, in any order. Default, for a repository that is not named: each branch
   * created by the push of its pull request's head, and each merge.
   */
  activity?: Record<string, Activity[]>
  commits?: Record<string, Commit>
  /** Answered 403 as for a token without the permission. */
  forbid?: (Area | `${Area}:write`)[]
  /** Replaces any single answer, which is then not checked; `undefined` leaves the simulator's own. */
  intercept?: ((request: RecordedRequest) => Reply | undefined | Promise<Reply | undefined>) | undefined
  /** Default `ghs_simulatedtoken`: the token of a workflow. One that begins otherwise is that of `tokenUser`. */
  token?: string
  /** The account that writes with the token. Default `github-actions[bot]`. */
  tokenUser?: string
  /** Empty (the default) as `https://api.github.com`, `/api/v3` as GitHub Enterprise Server. */
  basePath?: string
  /** The clock of the `Date` header, of what is written now and of `time_period`. Default: the real one. */
  now?: () => Date
}

/** The world of one pull request with every default filled in. */
export type FullPullRequest = Required<Omit<PullRequest, 'mergedAt' | 'mergedBy'>> &
  Pick<PullRequest, 'mergedAt' | 'mergedBy'>

const NO_COMMIT = '0'.repeat(40)
const HOUR = 3_600_000

/** Forty hexadecimal digits for any text, so that tests may name commits. */
export const sha = (name: string): string => createHash('sha1').update(name).digest('hex')

/** As GitHub writes a moment. */
export const stamp = (time: Time): string => `${new Date(time).toISOString().slice(0, 19)}Z`

/** Logins, repositories, teams and labels are the same in any case. */
export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

export const repositoryOf = (world: World): string => world.repository ?? 'acme/crm-flows'
export const branchOf = (world: World): string => world.defaultBranch ?? 'main'
export const nowOf = (world: World): Date => world.now?.() ?? new Date()

/** All pull requests with their defaults, in the order of the world. */
export function pullRequestsOf(world: World): FullPullRequest[] {
  return (world.pullRequests ?? []).map(pull => fullPullRequest({ world, pull }))
}

function fullPullRequest({ world, pull }: { world: World; pull: PullRequest }): FullPullRequest {
  const events = pull.events ?? []
  const createdAt = pull.createdAt ?? pull.pushedAt ?? beforeAll({ world, pull })
  return {
    author: 'dev-dana',
    labels: remainingLabels(events),
    headRef: 'feature',
    headSha: sha(`head of ${pull.number}`),
    headRepository: repositoryOf(world),
    baseRef: branchOf(world),
    state: pull.mergedAt ? 'closed' : 'open',
    draft: false,
    mergeCommitSha: sha(`test merge of ${pull.number}`),
    commits: [],
    comments: [],
    pushedAt: createdAt,
    ...pull,
    createdAt,
    events: inOrder(events)
  }
}

function beforeAll({ world, pull }: { world: World; pull: PullRequest }): Date {
  const known = [...(pull.events ?? []).map(({ at }) => at), pull.mergedAt ?? nowOf(world)]
  return new Date(Math.min(...known.map(time => new Date(time).getTime())) - HOUR)
}

function remainingLabels(events: IssueEvent[]): string[] {
  const labels = new Map<string, string>()
  for (const { event, label = '' } of inOrder(events)) {
    if (event === 'labeled') labels.set(label.toLowerCase(), label)
    if (event === 'unlabeled') labels.delete(label.toLowerCase())
  }
  return [...labels.values()]
}

/** Oldest first; what happened in the same moment stays in the order of the world. */
function inOrder<T extends { at: Time }>(items: T[]): T[] {
  return items.toSorted((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
}

export interface FullActivity extends Required<Activity> {
  id: number
}

/** What happened in a repository, oldest first, with a number that never changes while the world only grows. */
export function activityOf({ world, repository }: { world: World; repository: string }): FullActivity[] {
  const given = Object.entries(world.activity ?? {}).find(([name]) => same(name, repository))?.[1]
  return inOrder(given ?? impliedActivity({ world, repository })).map((activity, i) => {
    const ref = `refs/heads/${branchName(activity.ref)}`
    return { actor: 'dev-dana', after: NO_COMMIT, ...activity, ref, id: 1000 + i }
  })
}

export const branchName = (ref: string): string => ref.replace(/^refs\/heads\//, '')

function impliedActivity({ world, repository }: { world: World; repository: string }): Activity[] {
  return pullRequestsOf(world).flatMap(pull => {
    const implied: Activity[] = []
    if (pull.headRepository !== null && same(pull.headRepository, repository)) {
      const { headRef: ref, headSha: after, pushedAt: at, author: actor } = pull
      implied.push({ ref, after, at, actor, type: 'branch_creation' })
    }
    if (pull.mergedAt && same(repository, repositoryOf(world))) {
      const { baseRef: ref, mergeCommitSha: after, mergedAt: at, mergedBy: actor = 'merger' } = pull
      implied.push({ ref, after, at, actor, type: 'pr_merge' })
    }
    return implied
  })
}

/** Canonical names of the repositories that the token can see. */
export function visibleRepositories(world: World): string[] {
  const forks = pullRequestsOf(world).flatMap(({ headRepository }) => headRepository ?? [])
  const names = [repositoryOf(world), ...Object.keys(world.activity ?? {}), ...forks]
  const isHidden = (name: string) => (world.hidden ?? []).some(hidden => same(hidden, name))
  return names.filter((name, i) => !isHidden(name) && names.findIndex(other => same(other, name)) === i)
}
