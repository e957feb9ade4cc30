import * as v from 'valibot'
import { type Approval, judgeApproval } from '../approval/approval.ts'
import { factsFrom } from '../approval/facts.ts'
import type { ApprovalPolicy } from '../approval/policy.ts'
import { groupBy } from '../budget/groupBy.ts'
import { describeFailure, type GitHubApi, PAGE } from '../github/api.ts'
import type { GitHub } from '../github/gitHub.ts'
import type { PullRequest } from '../github/pullRequest.ts'
import { pullRequestSchema } from '../github/schemas.ts'
import { known, type Outcome, unreadable } from '../outcome.ts'
import type { Clock } from '../time/clock.ts'
import { keepStatus, type Status } from './status.ts'
import { throttle } from './throttle.ts'

interface RefreshOptions {
  readonly gitHub: GitHub
  readonly clock: Clock
  readonly context: string
  readonly runUrl: string
  readonly policy: ApprovalPolicy
  /** Whether the run is blocked by something that an approval can lift. */
  readonly isBlocked: boolean
  readonly statusOf: (approval: Approval | undefined) => Status
}

/** GitHub's secondary limit is 80. */
const WRITES_PER_MINUTE = 75

const READ_HINT = 'add `pull-requests: read` to the permissions of the job'

const repositorySchema = v.object({ default_branch: v.string() })

/**
 * Writes the status on the head of every open pull request into the default branch, each by its own
 * approval. A problem with one of them does not affect the others.
 *
 * @returns the problems
 */
export async function refresh(options: RefreshOptions): Promise<readonly string[]> {
  const { gitHub, clock, context, runUrl } = options
  const open = await openPullRequests(gitHub.api)
  if (open.kind === 'unreadable') return [open.reason]
  const turn = throttle(WRITES_PER_MINUTE, clock)
  const byHead = [...groupBy(open.value.pullRequests, ({ headSha }) => headSha)]
  const problems = await Promise.all(
    byHead.map(async ([sha, pullRequests]) => {
      const status = await worstStatus(pullRequests, options)
      return keepStatus(status, { api: gitHub.api, sha, context, runUrl }, turn)
    })
  )
  return [...open.value.problems, ...problems.flat()]
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
  /** About the entries of the list that are not usable. */
  readonly problems: readonly string[]
}

async function openPullRequests(api: GitHubApi): Promise<Outcome<OpenPullRequests>> {
  const { octokit, repository } = api
  const pullRequests: PullRequest[] = []
  const problems: string[] = []
  try {
    const { data } = await octokit.rest.repos.get({ ...repository })
    const { default_branch: base } = v.parse(repositorySchema, data)
    const first = octokit.rest.pulls.list({ ...repository, state: 'open', base, ...PAGE })
    for await (const page of api.pages(first)) {
      for (const entry of v.parse(v.array(v.unknown()), page)) {
        const parsed = v.safeParse(pullRequestSchema, entry)
        if (parsed.success) pullRequests.push(parsed.output)
        else
          problems.push(`a pull request in GitHub's list has an unexpected form: ${parsed.issues[0].message}`)
      }
    }
    return known({ pullRequests, problems })
  } catch (error) {
    return unreadable(`the open pull requests could not be listed: ${describeFailure(error, READ_HINT)}`)
  }
}
