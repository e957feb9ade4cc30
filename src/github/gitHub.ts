import type { HttpClient } from '../http/client.ts'
import { known, type Outcome, unreadable } from '../outcome.ts'
import type { Environment } from '../runner/runner.ts'
import { GitHubApi, type GitHubConnection } from './api.ts'
import type { PullRequest } from './pullRequest.ts'
import { GitHubReader } from './reader.ts'
import { mergeGroupCommit, readEvent, type Subject, subjectOf } from './subject.ts'

interface Options {
  readonly connection: GitHubConnection
  readonly env: Environment
  /** The input `pull-request`. */
  readonly number: number | undefined
  readonly http: HttpClient
  /** Prints a line to the debug log. */
  readonly debug: (text: string) => void
}

/** GitHub as one run sees it, for the approval, the comment and the statuses. */
export class GitHub {
  readonly token: string
  readonly api: GitHubApi
  readonly reader: GitHubReader
  readonly subject: Subject
  /** The commit that a merge queue tests; undefined in every other run. */
  readonly mergeGroupCommit: string | undefined

  constructor({ connection, env, number, http, debug }: Options) {
    const event = readEvent(env)
    this.token = connection.token
    this.api = new GitHubApi({ connection, http, debug })
    this.reader = new GitHubReader(this.api)
    this.subject = subjectOf(event, number)
    this.mergeGroupCommit = mergeGroupCommit(event)
  }

  /** The pull request of the run. It is requested only once. */
  async pullRequest(): Promise<Outcome<PullRequest>> {
    const { subject, reader } = this
    if (subject.kind === 'unknown') return unreadable(`${subject.reason}; ${NAME_ONE}`)
    if (subject.kind === 'number') return reader.pullRequest(subject.number)
    const candidates = await reader.pullRequestsOf(subject.sha)
    return candidates.kind === 'known' ? mergedAs(subject, candidates.value) : candidates
  }

  /** The head commit that the run is about, if the event names one. It may be an old one, if an old job is run again. */
  gatedShaOf({ headBranch, headRepository }: PullRequest): string | undefined {
    const { owner, repo } = this.api.repository
    if (this.subject.kind !== 'number') return undefined
    const { headSha, commit } = this.subject
    const isOwnBranch =
      commit?.branch === headBranch && headRepository?.toLowerCase() === `${owner}/${repo}`.toLowerCase()
    return headSha ?? (isOwnBranch ? commit?.sha : undefined)
  }
}

const NAME_ONE = 'name one with the input pull-request'

/** A pull request that only contains the commit does not count: the commit must be the result of its merge. */
function mergedAs(
  { sha, branch }: Extract<Subject, { kind: 'commit' }>,
  candidates: readonly PullRequest[]
): Outcome<PullRequest> {
  const merged = candidates.filter(
    ({ mergedAt, mergeCommitSha, baseBranch }) =>
      mergedAt !== null && mergeCommitSha === sha && (branch === undefined || branch === baseBranch)
  )
  const [only] = merged
  if (only !== undefined && merged.length === 1) return known(only)
  const commit = `commit ${sha.slice(0, 7)}`
  return only === undefined
    ? unreadable(`no pull request was merged as ${commit}; ${NAME_ONE}`)
    : unreadable(`${merged.length} pull requests were merged as ${commit}; ${NAME_ONE}`)
}
