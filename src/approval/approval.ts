import type { GitHub } from '../github/gitHub.ts'
import { type ApprovalFacts, factsFrom, type Labelling } from './facts.ts'
import type { ApprovalPolicy } from './policy.ts'
import { expiryOf, RULES, type RuleName } from './rules.ts'

/** An approval, which lifts the block, or the rule that refused it. */
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
  /** Why the rule is not met, and what would make the approval valid. */
  readonly reason: string
  /** Null if no pull request was found. */
  readonly pullRequest: number | null
}

const NOT_CONNECTED =
  'the label cannot be read without github-token, GITHUB_REPOSITORY and GITHUB_API_URL; set them'

/**
 * Looks for an approval of the pull request of the run.
 *
 * @param gitHub undefined if the run is not on GitHub or has no token
 */
export async function seekApproval(gitHub: GitHub | undefined, policy: ApprovalPolicy): Promise<Approval> {
  if (gitHub === undefined) return refused('pull-request', NOT_CONNECTED, null)
  const { reader } = gitHub
  const pullRequest = await gitHub.pullRequest()
  const gatedSha = pullRequest.kind === 'known' ? gitHub.gatedShaOf(pullRequest.value) : undefined
  return judgeApproval(factsFrom({ policy, gatedSha, pullRequest, reader }))
}

/** Checks the rules in order. A fact that cannot be read refuses the approval. */
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
