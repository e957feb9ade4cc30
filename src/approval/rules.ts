import { type BranchUpdate, type PullRequest, setsHead } from '../github/pullRequest.ts'
import type { Outcome } from '../outcome.ts'
import { describeDuration } from '../time/duration.ts'
import type { ApprovalFacts, Labelling } from './facts.ts'
import { type ApprovalPolicy, describeApprover, type Role, sameName, type Team } from './policy.ts'

export type RuleName =
  | 'pull-request'
  | 'label'
  | 'label-event'
  | 'author'
  | 'approver'
  | 'age'
  | 'head-commit'
  | 'last-pusher'

/** Why a rule refuses an approval, and what to do; undefined when the rule is met. */
type Refusal = string | undefined

interface Rule {
  readonly name: RuleName
  readonly check: (facts: ApprovalFacts) => Promise<Refusal>
}

/** The rules of an approval, in the order of docs/approval.md. The first rule that is not met refuses it. */
export const RULES: readonly Rule[] = [
  { name: 'pull-request', check: async facts => given(facts.pullRequest, () => undefined) },
  { name: 'label', check: async facts => given(facts.pullRequest, found => label(found, facts)) },
  { name: 'label-event', check: async facts => given(await facts.labelling(), () => undefined) },
  { name: 'author', check: async facts => given(await facts.labelling(), author) },
  { name: 'approver', check: async facts => given(await facts.labelling(), found => approver(found, facts)) },
  { name: 'age', check: async facts => given(await facts.labelling(), found => age(found, facts)) },
  {
    name: 'head-commit',
    check: async facts => given(await facts.labelling(), found => headCommit(found, facts))
  },
  {
    name: 'last-pusher',
    check: async facts => given(await facts.labelling(), found => lastPusher(found, facts))
  }
]

/** A fact that cannot be read refuses the approval, with its reason. */
function given<T>(
  fact: Outcome<T>,
  check: (value: T) => Refusal | Promise<Refusal>
): Refusal | Promise<Refusal> {
  return fact.kind === 'known' ? check(fact.value) : fact.reason
}

function label({ number, labels }: PullRequest, { policy }: ApprovalFacts): Refusal {
  if (labels.some(name => sameName(name, policy.label))) return undefined
  return `pull request #${number} does not have the label "${policy.label}"; ${approversIn(policy)} can add it`
}

function author({ by, pullRequest }: Labelling): Refusal {
  const request = `pull request #${pullRequest.number}`
  if (pullRequest.author === null) {
    return `the author of ${request} is unknown, because the account was deleted; open a new pull request`
  }
  if (!sameName(by, pullRequest.author)) return undefined
  return `${by} is the author of ${request}; another approver has to add the label`
}

async function approver({ by, isPerson }: Labelling, facts: ApprovalFacts): Promise<Refusal> {
  const { approvers } = facts.policy
  if (approvers.some(listed => listed.kind === 'login' && sameName(listed.login, by))) return undefined
  if (!isPerson) return `${by} is not a person; a bot counts only when its login is in maintenance-approvers`
  const findings = new Set<string>()
  // Roles first: one request answers for all of them, while each team needs its own.
  const roles = approvers.filter(listed => listed.kind === 'role')
  const teams = approvers.filter(listed => listed.kind === 'team')
  for (const listed of [...roles, ...teams]) {
    const { isMember, finding } = await memberOf(listed, facts)
    if (isMember) return undefined
    findings.add(finding)
  }
  const found = findings.size > 0 ? `: ${[...findings].join('; ')}` : ''
  return `${by} is not one of ${approversIn(facts.policy)}${found}`
}

/** Whether the person who added the label has this role or is in this team, and what was found. */
async function memberOf(
  listed: Role | Team,
  facts: ApprovalFacts
): Promise<{ isMember: boolean; finding: string }> {
  const isRole = listed.kind === 'role'
  const answer = isRole ? await facts.role() : await facts.membership(listed)
  if (answer.kind === 'unreadable') return { isMember: false, finding: answer.reason }
  const { value } = answer
  return isRole
    ? { isMember: value === listed.role, finding: `the role is ${value || 'none'}` }
    : { isMember: value === 'active', finding: `the membership in ${describeApprover(listed)} is ${value}` }
}

function age({ at }: Labelling, { now, policy }: ApprovalFacts): Refusal {
  const time = now()
  if (Number.isNaN(time.getTime()))
    return "the age of the label is unknown: GitHub's answer has no valid date"
  if (at > time) return `the label was added at ${at.toISOString()}, which is in the future`
  if (time <= expiryOf(at, policy)) return undefined
  const limit = `maintenance-max-age is ${policy.maxAge.iso} (${describeDuration(policy.maxAge)})`
  return `the approval of ${at.toISOString()} has expired: ${limit}; remove the label and add it again`
}

/** The end of an approval whose label was added at this time. */
export function expiryOf(at: Date, { maxAge }: ApprovalPolicy): Date {
  return new Date(at.getTime() + maxAge.ms)
}

async function headCommit(labelling: Labelling, facts: ApprovalFacts): Promise<Refusal> {
  const { pullRequest, at, baseChanges } = labelling
  const { gatedSha } = facts
  if (gatedSha !== undefined && gatedSha !== pullRequest.headSha) {
    return `this run is about ${gatedSha.slice(0, 7)}, which is no longer the head commit; run the job of the head commit`
  }
  if (baseChanges.some(changedAt => changedAt >= at)) {
    return 'the base branch was changed or force-pushed after the label was added; remove the label and add it again'
  }
  return given(await facts.branchUpdates(), updates => push(labelling, updates))
}

function push({ pullRequest, at }: Labelling, updates: readonly BranchUpdate[]): Refusal {
  const pushedAt = lastPush(pullRequest, updates)?.at
  const head = describeHead(pullRequest)
  if (pushedAt === undefined) {
    return `GitHub's record of pushes does not say when ${head} was pushed; push again, then add the label again`
  }
  if (at > pushedAt) return undefined
  const times = `it was added at ${at.toISOString()}, and ${head} was pushed at ${pushedAt.toISOString()}`
  return `the label was not added after the last push (${times}); remove the label and add it again`
}

async function lastPusher({ pullRequest, by }: Labelling, facts: ApprovalFacts): Promise<Refusal> {
  return given(await facts.branchUpdates(), updates => {
    const pusher = lastPush(pullRequest, updates)?.by ?? null
    const head = describeHead(pullRequest)
    if (pusher === null) {
      return `GitHub does not say who pushed ${head}; push again, then add the label again`
    }
    if (!sameName(pusher, by)) return undefined
    return `${by} pushed ${head}; another approver has to add the label`
  })
}

const describeHead = ({ headSha }: PullRequest) => `the head commit ${headSha.slice(0, 7)}`

/**
 * The update that last set the head branch to the head commit. Only the newest update counts, because a
 * branch may have returned to an earlier commit; undefined when that update was to another commit.
 */
function lastPush(
  pullRequest: Pick<PullRequest, 'headSha' | 'mergedAt'>,
  updates: readonly BranchUpdate[]
): BranchUpdate | undefined {
  const newest = updates
    .filter(update => setsHead(update, pullRequest))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  return newest?.after === pullRequest.headSha ? newest : undefined
}

const approversIn = ({ approvers }: ApprovalPolicy) => approvers.map(describeApprover).join(', ')
