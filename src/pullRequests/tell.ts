import type { Approval } from '../approval/approval.ts'
import type { ApprovalPolicy } from '../approval/policy.ts'
import type { GitHub } from '../github/gitHub.ts'
import { known, type Outcome, unreadable, whenKnown } from '../outcome.ts'
import type { Clock } from '../time/clock.ts'
import { keepComment } from './comment.ts'
import type { TellOutcome } from './outcome.ts'
import { refresh } from './refresh.ts'
import { keepStatus, type Status } from './status.ts'

/** What to write to pull requests. */
export interface News {
  /** Undefined if the run is not on GitHub or has no token. */
  readonly gitHub: GitHub | undefined
  readonly clock: Clock
  /** No status is written after this time, in milliseconds of the monotonic clock. */
  readonly until: number
  /** Markdown; undefined if no comment is written. */
  readonly comment: string | undefined
  /** The name of the status; undefined if none is written. */
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
  'the comment and the status were not written, because they need github-token, GITHUB_REPOSITORY and GITHUB_API_URL; set them'

/** Writes the decision to pull requests, as a comment and as commit statuses. */
export async function tell(news: News): Promise<TellOutcome> {
  const { gitHub, comment, statusContext: context } = news
  if (gitHub === undefined) return notConnected(news)
  const problems: string[] = []
  if (comment !== undefined) problems.push(...(await commentOn(gitHub, comment)))
  if (context !== undefined) {
    problems.push(...(await markCommit(gitHub, context, news)))
    if (news.isRefreshing) {
      const refreshed = await refresh({ ...news, gitHub, context })
      return { ...refreshed, problems: [...problems, ...refreshed.problems] }
    }
  }
  return { problems, failures: [] }
}

/** This is an error only for a refresh, which is then the purpose of the run. */
const notConnected = ({ isRefreshing }: News): TellOutcome =>
  isRefreshing ? { problems: [], failures: [NOT_CONNECTED] } : { problems: [NOT_CONNECTED], failures: [] }

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

/** The head of the pull request, not GitHub's test merge commit; without a pull request, the deployed commit. */
async function gatedCommit(gitHub: GitHub): Promise<Outcome<string>> {
  const { subject, mergeGroupCommit } = gitHub
  if (mergeGroupCommit !== undefined) return known(mergeGroupCommit)
  if (subject.kind === 'unknown') return unreadable(`there is no commit: ${subject.reason}`)
  if (subject.kind === 'commit') return known(subject.sha)
  if (subject.headSha !== undefined) return known(subject.headSha)
  return whenKnown(await gitHub.pullRequest(), ({ headSha }) => known(headSha))
}
