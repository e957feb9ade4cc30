import * as v from 'valibot'
import type { Approval } from '../approval/approval.ts'
import type { PullRequest } from '../approval/facts.ts'
import { approvalOf } from '../approval/seek.ts'
import type { ApprovalRules } from '../approval/settings.ts'
import { groupBy } from '../budget/groupBy.ts'
import { explain, type GitHubApi, PAGE } from '../github/api.ts'
import { GitHub } from '../github/gitHub.ts'
import { pullRequestSchema } from '../github/schemas.ts'
import type { Clock } from '../time/clock.ts'
import { keepStatus, type Status } from './status.ts'
import { Pace } from './throttle.ts'

interface Refreshing {
  readonly api: GitHubApi
  readonly clock: Clock
  readonly context: string
  readonly runUrl: string
  readonly rules: ApprovalRules
  /** Whether an approval could change anything. */
  readonly isBlocked: boolean
  readonly statusOf: (approval: Approval | undefined) => Status
}

/** GitHub lets nobody write more than eighty things in a minute. */
const WRITES_A_MINUTE = 75

const repositorySchema = v.object({ default_branch: v.string() })

/**
 * Writes the status on the head of every open pull request into the default branch, each with its own
 * approval judged.
 *
 * @returns what went wrong: one pull request that cannot be read does not keep the others from theirs
 */
export async function refresh(refreshing: Refreshing): Promise<readonly string[]> {
  const { api, clock, context, runUrl } = refreshing
  const open = await openPullRequests(api)
  if (typeof open === 'string') return [open]
  const { next } = new Pace(WRITES_A_MINUTE, clock)
  const gitHub = new GitHub(api)
  const byHead = [...groupBy(open.pullRequests, ({ headSha }) => headSha)]
  const problems = await Promise.all(
    byHead.map(async ([sha, pullRequests]) => {
      const status = await worstStatus(pullRequests, gitHub, refreshing)
      return keepStatus(status, { api, sha, context, runUrl }, next)
    })
  )
  return [...open.problems, ...problems.flat()]
}

/** A status belongs to a commit: where several pull requests share one, all of them have to be approved. */
async function worstStatus(
  pullRequests: readonly PullRequest[],
  gitHub: GitHub,
  { rules, isBlocked, statusOf }: Refreshing
): Promise<Status> {
  if (!isBlocked) return statusOf(undefined)
  const approvals = await Promise.all(
    pullRequests.map(pullRequest => approvalOf(pullRequest, { gitHub, rules, gatedSha: pullRequest.headSha }))
  )
  return statusOf(approvals.find(({ approved }) => !approved) ?? approvals[0])
}

/** @returns the reason where they cannot be listed */
async function openPullRequests(
  api: GitHubApi
): Promise<{ readonly pullRequests: readonly PullRequest[]; readonly problems: readonly string[] } | string> {
  const { octokit, repository } = api
  const pullRequests: PullRequest[] = []
  const problems: string[] = []
  try {
    const { data } = await octokit.rest.repos.get({ ...repository })
    const { default_branch: base } = v.parse(repositorySchema, data)
    const first = octokit.rest.pulls.list({ ...repository, state: 'open', base, ...PAGE })
    for await (const page of api.pages(first)) {
      for (const one of v.parse(v.array(v.unknown()), page)) {
        const parsed = v.safeParse(pullRequestSchema, one)
        if (parsed.success) pullRequests.push(parsed.output)
        else
          problems.push(`a pull request in GitHub's list has an unexpected form: ${parsed.issues[0].message}`)
      }
    }
    return { pullRequests, problems }
  } catch (error) {
    const hint = 'add `pull-requests: read` to the permissions of the job'
    return `the open pull requests could not be listed: ${explain(error, hint)}`
  }
}
