import type { Approval } from '../approval/approval.ts'
import type { ApprovalPolicy } from '../approval/policy.ts'
import type { GitHub } from '../github/gitHub.ts'
import { known, type Outcome, unreadable, whenKnown } from '../outcome.ts'
import type { Clock } from '../time/clock.ts'
import { keepComment } from './comment.ts'
import { refresh } from './refresh.ts'
import { keepStatus, type Status } from './status.ts'

/** What to write, and where. */
export interface News {
  /** Undefined when the run is not on GitHub, or without a token. */
  readonly gitHub: GitHub | undefined
  readonly clock: Clock
  /** Markdown; undefined: no comment is written. */
  readonly comment: string | undefined
  /** The name of the status; undefined: none is written. */
  readonly statusContext: string | undefined
  /** Whether every open pull request gets the status. */
  readonly isRefreshing: boolean
  /** The page of the run; empty when there is none. */
  readonly runUrl: string
  /** The approval of the pull request of the run. */
  readonly approval: Approval | undefined
  readonly statusOf: (approval: Approval | undefined) => Status
  readonly policy: ApprovalPolicy
  /** Whether the run is blocked by something that an approval can lift. */
  readonly isBlocked: boolean
}

const NOT_CONNECTED =
  'comment and status need a github-token, GITHUB_REPOSITORY and GITHUB_API_URL; nothing was written'

/**
 * Tells pull requests what was decided, by a comment and by commit statuses.
 *
 * @returns the problems; none of them changes the decision
 */
export async function tell(news: News): Promise<readonly string[]> {
  const { gitHub, comment, statusContext: context } = news
  if (gitHub === undefined) return [NOT_CONNECTED]
  const problems: string[] = []
  if (comment !== undefined) problems.push(...(await commentOn(gitHub, comment)))
  if (context !== undefined) {
    problems.push(...(await markCommit(gitHub, context, news)))
    if (news.isRefreshing) problems.push(...(await refresh({ ...news, gitHub, context })))
  }
  return problems
}

async function commentOn(gitHub: GitHub, comment: string): Promise<readonly string[]> {
  const { subject, api, token } = gitHub
  const found: Outcome<{ readonly number: number }> =
    subject.kind === 'number' ? known(subject) : await gitHub.pullRequest()
  if (found.kind === 'unreadable') return [`there is no pull request to comment on: ${found.reason}`]
  return keepComment(comment, { api, number: found.value.number, token })
}

async function markCommit(
  gitHub: GitHub,
  context: string,
  { runUrl, approval, statusOf }: News
): Promise<readonly string[]> {
  const commit = await gatedCommit(gitHub)
  if (commit.kind === 'unreadable') return [`the status "${context}" could not be written: ${commit.reason}`]
  return keepStatus(statusOf(approval), { api: gitHub.api, sha: commit.value, context, runUrl })
}

/** The head of a pull request, never the commit with which GitHub tests its merge; otherwise the deployed commit. */
async function gatedCommit(gitHub: GitHub): Promise<Outcome<string>> {
  const { subject, mergeGroupCommit } = gitHub
  if (mergeGroupCommit !== undefined) return known(mergeGroupCommit)
  if (subject.kind === 'unknown') return unreadable(`there is no commit: ${subject.reason}`)
  if (subject.kind === 'commit') return known(subject.sha)
  if (subject.headSha !== undefined) return known(subject.headSha)
  return whenKnown(await gitHub.pullRequest(), ({ headSha }) => known(headSha))
}
