import type { Approval } from '../approval/approval.ts'
import { findPullRequest } from '../approval/seek.ts'
import type { ApprovalRules } from '../approval/settings.ts'
import { GitHubApi, type GitHubConnection } from '../github/api.ts'
import { GitHub } from '../github/gitHub.ts'
import { readEvent, type Subject, subjectOf } from '../github/subject.ts'
import type { HttpClient } from '../http/client.ts'
import { known, type Outcome } from '../outcome.ts'
import type { Environment } from '../runner/runner.ts'
import { field } from '../text/field.ts'
import type { Clock } from '../time/clock.ts'
import { keepComment } from './comment.ts'
import { refresh } from './refresh.ts'
import { keepStatus, type Status } from './status.ts'

interface Announcing {
  readonly env: Environment
  readonly http: HttpClient
  readonly clock: Clock
  readonly connection: GitHubConnection | undefined
  /** The input `pull-request`. */
  readonly pullRequest: number | undefined
  readonly rules: ApprovalRules
  readonly runUrl: string
  /** Markdown; undefined: no comment is kept. */
  readonly comment: string | undefined
  readonly statusContext: string | undefined
  readonly isRefreshing: boolean
  /** Whether an approval could change anything. */
  readonly isBlocked: boolean
  /** What this run found for the pull request of the run. */
  readonly approval: Approval | undefined
  readonly statusOf: (approval: Approval | undefined) => Status
}

/**
 * Tells pull requests what was decided, by a comment and by commit statuses.
 *
 * @returns what went wrong; none of it changes the decision
 */
export async function announce(announcing: Announcing): Promise<readonly string[]> {
  const { connection, http, env, comment, statusContext } = announcing
  if (connection === undefined) {
    return [
      'comment and status need a github-token, GITHUB_REPOSITORY and GITHUB_API_URL; nothing was written'
    ]
  }
  const api = new GitHubApi(connection, http)
  const subject = subjectOf(env, announcing.pullRequest)
  const problems: string[] = []
  if (comment !== undefined)
    problems.push(...(await commentOn(subject, { api, comment, token: connection.token })))
  if (statusContext !== undefined) {
    problems.push(...(await markCommit(subject, { ...announcing, api, statusContext })))
    if (announcing.isRefreshing)
      problems.push(...(await refresh({ ...announcing, api, context: statusContext })))
  }
  return problems
}

async function commentOn(
  subject: Subject,
  { api, comment, token }: { readonly api: GitHubApi; readonly comment: string; readonly token: string }
): Promise<readonly string[]> {
  const found = subject.kind === 'number' ? subject : await findPullRequest(new GitHub(api), subject)
  if (typeof found === 'string') return [`there is no pull request to comment on: ${found}`]
  return keepComment(comment, { api, pullRequest: found.number, token })
}

async function markCommit(
  subject: Subject,
  announcing: Announcing & { readonly api: GitHubApi; readonly statusContext: string }
): Promise<readonly string[]> {
  const { api, env, statusContext: context, runUrl, approval, statusOf } = announcing
  const commit = await gatedCommit(subject, { api, env })
  if (commit.kind === 'unreadable') return [`the status "${context}" could not be written: ${commit.reason}`]
  return keepStatus(statusOf(approval), { api, sha: commit.value, context, runUrl })
}

/** The head of a pull request, never the commit that GitHub merges it into for a test; else what is deployed. */
async function gatedCommit(
  subject: Subject,
  { api, env }: { readonly api: GitHubApi; readonly env: Environment }
): Promise<Outcome<string>> {
  const group = field(field(readEvent(env['GITHUB_EVENT_PATH']), 'merge_group'), 'head_sha')
  // A merge queue asks for the statuses of its own commit.
  if (env['GITHUB_EVENT_NAME'] === 'merge_group' && typeof group === 'string') return known(group)
  if (subject.kind === 'unknown')
    return { kind: 'unreadable', reason: `there is no commit: ${subject.reason}` }
  if (subject.kind === 'commit') return known(subject.sha)
  if (subject.headSha !== undefined) return known(subject.headSha)
  const fact = await new GitHub(api).pullRequest(subject.number)
  return fact.kind === 'known' ? known(fact.value.headSha) : fact
}
