import { describe, expect, it } from '@jest/globals'
import { currentLabelling, judgeApproval, pushTimeOf } from '../../src/approval/approval.ts'
import type { ApprovalFacts, BranchUpdate, LabelEvent, Standing } from '../../src/approval/facts.ts'
import type { ApprovalRules } from '../../src/approval/settings.ts'
import { known, type Outcome } from '../../src/outcome.ts'
import {
  DELETED,
  HEAD,
  LABEL,
  labelEvent,
  OTHER,
  pullRequestWith,
  RULES,
  second,
  secondOf,
  update,
  VALID
} from '../support/approval.ts'

const off = (at: number, parts: Partial<LabelEvent> = {}) => labelEvent(at, { kind: 'unlabeled', ...parts })

describe('the current labelling', () => {
  const rows: { title: string; events: LabelEvent[]; at: number | undefined }[] = [
    { title: 'is nothing without events', events: [], at: undefined },
    { title: 'is the only one', events: [labelEvent(5)], at: 5 },
    { title: 'is the last of several', events: [labelEvent(5), labelEvent(9)], at: 9 },
    {
      title: 'is the last in time, in whatever order they come',
      events: [labelEvent(9), labelEvent(5)],
      at: 9
    },
    { title: 'is gone when the label was taken off', events: [labelEvent(5), off(9)], at: undefined },
    { title: 'is gone in whatever order they come', events: [off(9), labelEvent(5)], at: undefined },
    { title: 'is that after it was taken off', events: [labelEvent(5), off(9), labelEvent(12)], at: 12 },
    {
      title: 'is told from others of the same second by the number of the event',
      events: [labelEvent(5, { id: 2 }), off(5, { id: 1 })],
      at: 5
    },
    {
      title: 'is gone when the later number of the same second took it off',
      events: [off(5, { id: 2 }), labelEvent(5, { id: 1 })],
      at: undefined
    },
    { title: 'is found in another case', events: [labelEvent(5, { label: 'MAINTENANCE-mode' })], at: 5 },
    {
      title: 'is gone in another case',
      events: [labelEvent(5), off(9, { label: 'Maintenance-Mode' })],
      at: undefined
    },
    {
      title: 'is not that of a longer name',
      events: [labelEvent(5, { label: `${LABEL}-2` })],
      at: undefined
    },
    {
      title: 'stays when a longer name is taken off',
      events: [labelEvent(5), off(9, { label: `${LABEL}-2` })],
      at: 5
    },
    {
      title: 'is not that of a part of the name',
      events: [labelEvent(5, { label: 'maintenance' })],
      at: undefined
    }
  ]
  it.each(rows)('$title', ({ events, at }) => {
    const found = currentLabelling(events, LABEL)
    expect(found && secondOf(found.at)).toBe(at)
  })
})

describe('the time of the push of a head commit', () => {
  const rows: { title: string; updates: BranchUpdate[]; merged?: number; at: number | undefined }[] = [
    { title: 'is unknown without updates', updates: [], at: undefined },
    { title: 'is that of the only update', updates: [update(5, HEAD)], at: 5 },
    { title: 'is unknown when only another commit was pushed', updates: [update(5, OTHER)], at: undefined },
    { title: 'is that of the newest update', updates: [update(9, HEAD), update(5, OTHER)], at: 9 },
    { title: 'does not depend on their order', updates: [update(5, OTHER), update(9, HEAD)], at: 9 },
    {
      title: 'is unknown when another commit is newer',
      updates: [update(9, OTHER), update(5, HEAD)],
      at: undefined
    },
    {
      title: 'is that of the return to the commit',
      updates: [update(9, HEAD), update(7, OTHER), update(5, HEAD)],
      at: 9
    },
    {
      title: 'takes the first of one second for the newest, as GitHub lists them',
      updates: [update(9, HEAD), update(9, OTHER)],
      at: 9
    },
    {
      title: 'is unknown when the first of one second is another commit',
      updates: [update(9, OTHER), update(9, HEAD)],
      at: undefined
    },
    { title: 'is not moved by a deletion', updates: [update(9, DELETED), update(5, HEAD)], at: 5 },
    {
      title: 'is that of the restored branch',
      updates: [update(9, HEAD), update(7, DELETED), update(5, HEAD)],
      at: 9
    },
    {
      title: 'is not moved by what came after the merge',
      updates: [update(9, OTHER), update(8, DELETED), update(5, HEAD)],
      merged: 7,
      at: 5
    },
    {
      title: 'is unknown when another commit came before the merge',
      updates: [update(9, OTHER), update(6, OTHER), update(5, HEAD)],
      merged: 7,
      at: undefined
    },
    {
      title: 'is unknown when the newest commit begins with a zero',
      updates: [update(9, OTHER.replace(/^b/, '0')), update(5, HEAD)],
      at: undefined
    },
    {
      title: 'is unknown when the newest commit ends with a zero',
      updates: [update(9, OTHER.replace(/b$/, '0')), update(5, HEAD)],
      at: undefined
    },
    { title: 'may be the second of the merge', updates: [update(7, HEAD)], merged: 7, at: 7 },
    {
      title: 'is unknown when it came after the merge only',
      updates: [update(9, HEAD)],
      merged: 7,
      at: undefined
    }
  ]
  it.each(rows)('$title', ({ updates, merged, at }) => {
    const mergedAt = merged === undefined ? null : second(merged)
    const found = pushTimeOf({ headSha: HEAD, mergedAt }, updates)
    expect(found && secondOf(found)).toBe(at)
  })
})

describe('an approval', () => {
  it('says who gave it, when, until when, and for what', () => {
    expect(judgeApproval(VALID, RULES)).toEqual({
      approved: true,
      by: 'ada',
      at: second(20),
      until: second(80),
      pullRequest: 7,
      headSha: HEAD
    })
  })

  const missing: { title: string; left: 'labelEvents' | 'standing' | 'branchUpdates'; rule: string }[] = [
    { title: 'the events', left: 'labelEvents', rule: 'label-event' },
    { title: 'the standing of the approver', left: 'standing', rule: 'approver' },
    { title: 'the updates of the branch', left: 'branchUpdates', rule: 'head-commit' }
  ]
  it.each(missing)('is refused without $title', ({ left, rule }) => {
    const { [left]: _, ...others } = VALID
    const facts: ApprovalFacts = others
    expect(judgeApproval(facts, THREE)).toMatchObject({
      approved: false,
      rule,
      pullRequest: 7,
      reason: expect.stringContaining('it was not read')
    })
  })

  /** What is different from the valid approval, and the refusal that follows. */
  const refusals: { title: string; facts: Partial<ApprovalFacts>; rule: string; says: string }[] = [
    {
      title: 'without the label',
      facts: { pullRequest: pullRequestWith({ labels: [] }) },
      rule: 'label',
      says: 'pull request #7 does not carry the label "maintenance-mode"; zoe, acme/ops, role:admin may put it on'
    },
    {
      title: 'when the events cannot be read',
      facts: { labelEvents: unread('HTTP 503') },
      rule: 'label-event',
      says: 'HTTP 503'
    },
    {
      title: 'when nobody is known to have put the label on',
      facts: { labelEvents: known([labelEvent(20, { actor: null })]) },
      rule: 'label-event',
      says: 'nobody can be named who put the label "maintenance-mode" on pull request #7'
    },
    {
      title: 'when its author gave it',
      facts: { pullRequest: pullRequestWith({ author: 'Ada' }) },
      rule: 'author',
      says: 'ada is the author of pull request #7'
    },
    {
      title: 'when the author of the pull request is gone',
      facts: { pullRequest: pullRequestWith({ author: null }) },
      rule: 'author',
      says: 'its author is unknown'
    },
    {
      title: 'when a bot gave it, whatever its role',
      facts: { labelEvents: known([labelEvent(20, { actor: { login: 'ada', isPerson: false } })]) },
      rule: 'approver',
      says: 'ada is not a person'
    },
    {
      title: 'without a role and a membership, and says what there is',
      facts: { standing: standing(known('write'), known('pending')) },
      rule: 'approver',
      says: 'ada is not one of zoe, acme/ops, role:admin (the membership in acme/ops is pending; the role is write)'
    },
    {
      title: 'without any role',
      facts: { standing: standing(known(''), known('none')) },
      rule: 'approver',
      says: 'the role is none'
    },
    {
      title: 'when role and membership cannot be read',
      facts: { standing: standing(unread('HTTP 403'), unread('HTTP 404')) },
      rule: 'approver',
      says: '(HTTP 404; HTTP 403)'
    },
    {
      title: 'when GitHub does not say what time it is',
      facts: { now: new Date(Number.NaN) },
      rule: 'age',
      says: 'do not say what time it is'
    },
    {
      title: 'when it is of the future',
      facts: { now: second(19) },
      rule: 'age',
      says: `put on at ${second(20).toISOString()}, which is in the future`
    },
    {
      title: 'when it is too old',
      facts: { now: second(81) },
      rule: 'age',
      says: `${second(20).toISOString()} has expired: maintenance-max-age is PT1M (1 minute)`
    },
    {
      title: 'when the run is about an older commit',
      facts: { gatedSha: OTHER },
      rule: 'head-commit',
      says: 'this run is about bbbbbbb, which is not the head commit any more'
    },
    {
      title: 'when the base branch was changed after it',
      facts: { baseChanges: [second(5), second(21)] },
      rule: 'head-commit',
      says: 'the base branch was changed'
    },
    {
      title: 'when the base branch was changed in its very second',
      facts: { baseChanges: [second(20)] },
      rule: 'head-commit',
      says: 'the base branch was changed'
    },
    {
      title: 'when the pushes cannot be read',
      facts: { branchUpdates: unread('HTTP 404') },
      rule: 'head-commit',
      says: 'HTTP 404'
    },
    {
      title: 'when nobody knows when the head was pushed',
      facts: { branchUpdates: known([update(10, OTHER)]) },
      rule: 'head-commit',
      says: 'does not say when the head commit aaaaaaa was pushed'
    },
    {
      title: 'when the push came after it',
      facts: { branchUpdates: known([update(25, HEAD)]) },
      rule: 'head-commit',
      says: `put on at ${second(20).toISOString()}, the head commit aaaaaaa was pushed at ${second(25).toISOString()}`
    }
  ]
  it.each(refusals)('is refused $title', ({ facts, rule, says }) => {
    expect(judgeApproval({ ...VALID, ...facts }, THREE)).toEqual({
      approved: false,
      rule,
      pullRequest: 7,
      reason: expect.stringContaining(says)
    })
  })

  it('is refused without a remark in brackets when only logins may give it', () => {
    const rules: ApprovalRules = { ...RULES, approvers: [{ kind: 'login', login: 'zoe' }] }
    expect(judgeApproval(VALID, rules)).toMatchObject({ rule: 'approver', reason: 'ada is not one of zoe' })
  })

  it('stands when the run is about its commit, and the base branch was changed before', () => {
    const facts = { ...VALID, gatedSha: HEAD, baseChanges: [second(19)] }
    expect(judgeApproval(facts, RULES)).toMatchObject({ approved: true })
  })

  it('may be that of a bot by its login, in any case', () => {
    const labelEvents = known([labelEvent(20, { actor: { login: 'Zoe', isPerson: false } })])
    expect(judgeApproval({ ...VALID, labelEvents }, THREE)).toMatchObject({ approved: true, by: 'Zoe' })
  })

  it('may be that of an active member of the team', () => {
    const facts = { ...VALID, standing: standing(known('read'), known('active')) }
    expect(judgeApproval(facts, THREE)).toMatchObject({ approved: true })
  })
})

/** A login, a team and a role may approve. */
const THREE: ApprovalRules = {
  ...RULES,
  approvers: [
    { kind: 'login', login: 'zoe' },
    { kind: 'team', org: 'acme', slug: 'ops' },
    { kind: 'role', role: 'admin' }
  ]
}

function standing(role: Outcome<string>, membership: Outcome<string>): Standing {
  return { role, teams: new Map([['acme/ops', membership]]) }
}

function unread(reason: string): Outcome<never> {
  return { kind: 'unreadable', reason }
}
