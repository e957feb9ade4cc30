import * as v from 'valibot'
import { type Approval, judgeApproval } from '../approval/approval.ts'
import { factsFrom } from '../approval/facts.ts'
import type { ApprovalPolicy } from '../approval/policy.ts'
import { groupBy } from '../budget/groupBy.ts'
import type { GitHubApi } from '../github/api.ts'
import type { GitHub } from '../github/gitHub.ts'
import { PAGE_OF_LONG_TEXTS } from '../github/pages.ts'
import type { PullRequest } from '../github/pullRequest.ts'
import { pullRequestSchema } from '../github/schemas.ts'
import { known, type Outcome, unreadable } from '../outcome.ts'
import type { Clock } from '../time/clock.ts'
import type { TellOutcome } from './outcome.ts'
import { keepStatus, type Status } from './status.ts'
import { OutOfTime, type Turn, throttle } from './throttle.ts'

interface RefreshOptions {
  readonly gitHub: GitHub
  readonly clock: Clock
  /** No status is written after this time, in milliseconds of the monotonic clock. */
  readonly until: number
  readonly context: string
  readonly runUrl: string
  readonly policy: ApprovalPolicy
  /** Whether the run is blocked by something that an approval can lift. */
  readonly isBlocked: boolean
  readonly statusOf: (approval: Approval | undefined) => Status
}

/** GitHub's secondary limit is 80. */
const WRITES_PER_MINUTE = 75

const READ_HINTS = { denied: 'add `pull-requests: read` to the permissions of the job' }

const repositorySchema = v.object({ default_branch: v.string() })

/** The result of writing the status of one commit. */
type Written = { readonly problems: readonly string[] } | 'out of time'

/**
 * Writes the status on the head of every open pull request to the default branch, with each one's own approval.
 * A problem with one does not affect the others. The most recently updated come first. If time runs out, the
 * next run continues with the rest, because it skips statuses that are already right.
 */
export async function refresh(options: RefreshOptions): Promise<TellOutcome> {
  const { gitHub, clock, until } = options
  const open = await openPullRequests(gitHub.api)
  if (open.kind === 'unreadable') return { problems: [], failures: [open.reason] }
  const turn = throttle({ perMinute: WRITES_PER_MINUTE, clock, until })
  const byHead = [...groupBy(open.value.pullRequests, ({ headSha }) => headSha).values()]
  const written = await Promise.all(byHead.map(pullRequests => refreshHead(pullRequests, turn, options)))
  const problems = written.flatMap(one => (one === 'out of time' ? [] : one.problems))
  return { problems: [...open.value.problems, ...problems], failures: failuresIn(written) }
}

async function refreshHead(
  pullRequests: readonly PullRequest[],
  turn: Turn,
  options: RefreshOptions
): Promise<Written> {
  const { gitHub, context, runUrl } = options
  const sha = (pullRequests[0] as PullRequest).headSha
  const status = await worstStatus(pullRequests, options)
  try {
    return { problems: await keepStatus(status, { api: gitHub.api, sha, context, runUrl }, turn) }
  } catch (error) {
    if (error instanceof OutOfTime) return 'out of time'
    throw error
  }
}

/** A problem with one status is a warning, but an incomplete or failed refresh is an error. */
function failuresIn(written: readonly Written[]): readonly string[] {
  const left = written.filter(one => one === 'out of time').length
  const failed = written.filter(one => one !== 'out of time' && one.problems.length > 0).length
  if (left > 0)
    return [
      `there was no time for ${left} of ${written.length} statuses of open pull requests; the next run continues with them`
    ]
  return failed > 0 && failed === written.length
    ? [`none of the ${written.length} statuses of open pull requests could be checked or written`]
    : []
}

/** A status belongs to a commit. When several pull requests share it, each of them has to be approved. */
async function worstStatus(
  pullRequests: readonly PullRequest[],
  { gitHub, policy, isBlocked, statusOf }: RefreshOptions
): Promise<Status> {
  if (!isBlocked) return statusOf(undefined)
  const { reader } = gitHub
  const approvals = await Promise.all(
    pullRequests.map(pullRequest =>
      judgeApproval(
        factsFrom({ policy, gatedSha: pullRequest.headSha, pullRequest: known(pullRequest), reader })
      )
    )
  )
  return statusOf(approvals.find(({ approved }) => !approved) ?? approvals[0])
}

interface OpenPullRequests {
  readonly pullRequests: readonly PullRequest[]
  /** Problems with entries of the list that cannot be used. */
  readonly problems: readonly string[]
}

async function openPullRequests(api: GitHubApi): Promise<Outcome<OpenPullRequests>> {
  const { octokit, repository } = api
  const pullRequests: PullRequest[] = []
  const problems: string[] = []
  try {
    const { data } = await octokit.rest.repos.get({ ...repository })
    const { default_branch: base } = v.parse(repositorySchema, data)
    const order = { sort: 'updated', direction: 'desc' } as const
    const pages = api.pages({
      size: PAGE_OF_LONG_TEXTS,
      ask: page => octokit.rest.pulls.list({ ...repository, state: 'open', base, ...order, ...page })
    })
    for await (const page of pages) {
      for (const entry of page) {
        const parsed = v.safeParse(pullRequestSchema, entry)
        if (parsed.success) pullRequests.push(parsed.output)
        else
          problems.push(`a pull request in GitHub's list has an unexpected form: ${parsed.issues[0].message}`)
      }
    }
    return known({ pullRequests, problems })
  } catch (error) {
    return unreadable(`the open pull requests could not be listed: ${api.describeFailure(error, READ_HINTS)}`)
  }
}
