import type { GitHub } from '../github/gitHub.ts'
import { type ApprovalFacts, factsFrom, type Labelling } from './facts.ts'
import type { ApprovalPolicy } from './policy.ts'
import { expiryOf, RULES, type RuleName } from './rules.ts'

/** Whether the block is lifted: by whom and until when, or which rule refused. */
export type Approval = Approved | Refused

export interface Approved {
  readonly approved: true
  readonly by: string
  readonly at: Date
  readonly until: Date
  readonly pullRequest: number
  readonly headSha: string
}

export interface Refused {
  readonly approved: false
  readonly rule: RuleName
  /** What is wrong, and what would make the approval valid. */
  readonly reason: string
  /** Null when none was found. */
  readonly pullRequest: number | null
}

const NOT_CONNECTED =
  'there is no github-token, no repository (GITHUB_REPOSITORY) or no API (GITHUB_API_URL) to read the label from'

/**
 * Looks for an approval of the pull request of the run.
 *
 * @param gitHub undefined when the run is not on GitHub, or without a token
 */
export async function seekApproval(gitHub: GitHub | undefined, policy: ApprovalPolicy): Promise<Approval> {
  if (gitHub === undefined) return refused('pull-request', NOT_CONNECTED, null)
  const { reader } = gitHub
  const pullRequest = await gitHub.pullRequest()
  const gatedSha = pullRequest.kind === 'known' ? gitHub.gatedShaOf(pullRequest.value) : undefined
  return judgeApproval(factsFrom({ policy, gatedSha, pullRequest, reader }))
}

/** Checks one rule after the other. What cannot be verified is not approved. */
export async function judgeApproval(facts: ApprovalFacts): Promise<Approval> {
  const number = facts.pullRequest.kind === 'known' ? facts.pullRequest.value.number : null
  for (const { name, check } of RULES) {
    const reason = await check(facts)
    if (reason !== undefined) return refused(name, reason, number)
  }
  const labelling = await facts.labelling()
  if (labelling.kind === 'unreadable') return refused('label-event', labelling.reason, number)
  return approvedBy(labelling.value, facts.policy)
}

const refused = (rule: RuleName, reason: string, pullRequest: number | null): Refused => ({
  approved: false,
  rule,
  reason,
  pullRequest
})

const approvedBy = ({ by, at, pullRequest }: Labelling, policy: ApprovalPolicy): Approved => ({
  approved: true,
  by,
  at,
  until: expiryOf(at, policy),
  pullRequest: pullRequest.number,
  headSha: pullRequest.headSha
})
