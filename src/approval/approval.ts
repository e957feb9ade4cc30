import type { Outcome } from '../outcome.ts'
import { describeDuration } from '../time/duration.ts'
import {
  type Actor,
  type ApprovalFacts,
  type BranchUpdate,
  isDeletion,
  type LabelEvent,
  type PullRequest,
  type Standing
} from './facts.ts'
import { type ApprovalRules, type Approver, describeApprover, sameName } from './settings.ts'

/** The rule by which an approval was refused, in the order in which they are checked. */
export type Rule = 'pull-request' | 'label' | 'label-event' | 'author' | 'approver' | 'age' | 'head-commit'

/** Whether the block is lifted: by whom and until when, or because of which rule not. */
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
  readonly rule: Rule
  /** What is wrong, and what would make it right. */
  readonly reason: string
  /** Null when none was found. */
  readonly pullRequest: number | null
}

/**
 * Judges the facts by contract section 7. The first rule that is broken refuses, and so does the
 * first fact that is missing: what cannot be verified is not approved.
 */
export function judgeApproval(facts: ApprovalFacts, rules: ApprovalRules): Approval {
  const { pullRequest } = facts
  const refuse = (rule: Rule, reason: string): Refused => ({
    approved: false,
    rule,
    reason,
    pullRequest: pullRequest.number
  })
  const name = `the label "${rules.label}"`
  const request = `pull request #${pullRequest.number}`
  if (!pullRequest.labels.some(label => sameName(label, rules.label))) {
    return refuse('label', `${request} does not carry ${name}; ${whoMay(rules)} may put it on`)
  }
  const events = settled(facts.labelEvents)
  if ('unreadable' in events) return refuse('label-event', events.unreadable)
  const labelling = currentLabelling(events.value, rules.label)
  if (labelling?.actor == null) {
    return refuse(
      'label-event',
      `nobody can be named who put ${name} on ${request}; take it off and put it on again`
    )
  }
  const by = labelling.actor.login
  if (pullRequest.author === null || sameName(by, pullRequest.author)) {
    return refuse(
      'author',
      `${by} is the author of ${request}, or its author is unknown; somebody else has to approve`
    )
  }
  const doubt =
    notAnApprover(labelling.actor, facts.standing, rules) ??
    outOfTime(labelling, facts.now, rules) ??
    notForThisCommit(labelling, facts)
  if (doubt) return refuse(...doubt)
  const until = expiryOf(labelling, rules)
  return {
    approved: true,
    by,
    at: labelling.at,
    until,
    pullRequest: pullRequest.number,
    headSha: pullRequest.headSha
  }
}

type Doubt = readonly [Rule, string] | undefined

/** The event that put the label on, when nothing took it off again. */
export function currentLabelling(events: readonly LabelEvent[], label: string): LabelEvent | undefined {
  const latest = events
    .filter(event => sameName(event.label, label))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)
    .at(-1)
  return latest?.kind === 'labeled' ? latest : undefined
}

function notAnApprover(actor: Actor, standing: Standing | undefined, rules: ApprovalRules): Doubt {
  if (rules.approvers.some(approver => approver.kind === 'login' && sameName(approver.login, actor.login)))
    return
  if (!actor.isPerson) {
    return [
      'approver',
      `${actor.login} is not a person; a bot counts only when its login is in maintenance-approvers`
    ]
  }
  const answers = rules.approvers.map(approver => ({ approver, ...holds(approver, standing) }))
  if (answers.some(({ isMember }) => isMember)) return
  const why = answers.flatMap(({ found }) => found ?? [])
  return [
    'approver',
    `${actor.login} is not one of ${whoMay(rules)}${why.length > 0 ? ` (${why.join('; ')})` : ''}`
  ]
}

/** Whether a person is an approver by role or team, and what was found otherwise. */
function holds(approver: Approver, standing: Standing | undefined): { isMember: boolean; found?: string } {
  if (approver.kind === 'login') return { isMember: false }
  const isRole = approver.kind === 'role'
  const fact = settled(isRole ? standing?.role : standing?.teams.get(describeApprover(approver)))
  if ('unreadable' in fact) return { isMember: false, found: fact.unreadable }
  const isMember = fact.value === (isRole ? approver.role : 'active')
  return {
    isMember,
    found: isRole
      ? `the role is ${fact.value || 'none'}`
      : `the membership in ${describeApprover(approver)} is ${fact.value}`
  }
}

function outOfTime(labelling: LabelEvent, now: Date, rules: ApprovalRules): Doubt {
  if (Number.isNaN(now.getTime())) return ['age', "GitHub's answers do not say what time it is"]
  const at = labelling.at.toISOString()
  if (labelling.at > now) return ['age', `the label was put on at ${at}, which is in the future`]
  if (now <= expiryOf(labelling, rules)) return
  const limit = `maintenance-max-age is ${rules.maxAge.iso} (${describeDuration(rules.maxAge)})`
  return ['age', `the approval of ${at} has expired: ${limit}; take the label off and put it on again`]
}

function notForThisCommit(labelling: LabelEvent, facts: ApprovalFacts): Doubt {
  const { pullRequest, branchUpdates, baseChanges = [], gatedSha } = facts
  if (gatedSha !== undefined && gatedSha !== pullRequest.headSha) {
    return [
      'head-commit',
      `this run is about ${gatedSha.slice(0, 7)}, which is not the head commit any more; run the latest one`
    ]
  }
  if (baseChanges.some(at => at >= labelling.at)) {
    return [
      'head-commit',
      'the base branch was changed after the label was put on; take it off and put it on again'
    ]
  }
  const updates = settled(branchUpdates)
  if ('unreadable' in updates) return ['head-commit', updates.unreadable]
  const pushedAt = pushTimeOf(pullRequest, updates.value)
  const head = `the head commit ${pullRequest.headSha.slice(0, 7)}`
  if (pushedAt === undefined) {
    return [
      'head-commit',
      `GitHub's record of pushes does not say when ${head} was pushed; push again and put the label on anew`
    ]
  }
  if (labelling.at > pushedAt) return
  const order = `put on at ${labelling.at.toISOString()}, ${head} was pushed at ${pushedAt.toISOString()}`
  return [
    'head-commit',
    `the label was not put on after the last push (${order}); take it off and put it on again`
  ]
}

/**
 * When the head of a pull request was last set to its present commit. The newest update counts, for
 * a branch may have returned to a commit it had before; a deletion after the merge does not.
 */
export function pushTimeOf(
  { headSha, mergedAt }: Pick<PullRequest, 'headSha' | 'mergedAt'>,
  updates: readonly BranchUpdate[]
): Date | undefined {
  const newest = updates
    .filter(({ after, at }) => !isDeletion(after) && (mergedAt === null || at <= mergedAt))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  return newest?.after === headSha ? newest.at : undefined
}

function expiryOf({ at }: LabelEvent, { maxAge }: ApprovalRules): Date {
  return new Date(at.getTime() + maxAge.ms)
}

const whoMay = ({ approvers }: ApprovalRules) => approvers.map(describeApprover).join(', ')

function settled<T>(fact: Outcome<T> | undefined): { readonly value: T } | { readonly unreadable: string } {
  if (fact === undefined) return { unreadable: 'it was not read' }
  return fact.kind === 'known' ? { value: fact.value } : { unreadable: fact.reason }
}
