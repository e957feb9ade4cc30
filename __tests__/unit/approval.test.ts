import { describe, expect, it } from '@jest/globals'
import { currentLabelling, judgeApproval, pushTimeOf } from '../../src/maintenance/approval.ts'
import type { ApprovalFacts, BranchUpdate, LabelEvent } from '../../src/maintenance/facts.ts'
import {
  DELETED,
  HEAD,
  LABEL,
  labelEvent,
  OTHER,
  RULES,
  second,
  secondOf,
  update,
  VALID
} from './approvalSupport.ts'

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
      ...{ approved: true, by: 'ada', at: second(20), until: second(80), pullRequest: 7, headSha: HEAD }
    })
  })

  const unread: { title: string; left: 'labelEvents' | 'standing' | 'branchUpdates'; rule: string }[] = [
    { title: 'the events', left: 'labelEvents', rule: 'label-event' },
    { title: 'the standing of the approver', left: 'standing', rule: 'approver' },
    { title: 'the updates of the branch', left: 'branchUpdates', rule: 'head-commit' }
  ]
  it.each(unread)('is refused without $title', ({ left, rule }) => {
    const { [left]: _, ...others } = VALID
    const facts: ApprovalFacts = others
    expect(judgeApproval(facts, RULES)).toMatchObject({ approved: false, rule, pullRequest: 7 })
  })

  it('is refused when GitHub does not say what time it is', () => {
    const facts = { ...VALID, now: new Date(Number.NaN) }
    expect(judgeApproval(facts, RULES)).toMatchObject({ approved: false, rule: 'age' })
  })

  it('is refused when the author of the pull request is gone', () => {
    const facts = { ...VALID, pullRequest: { ...VALID.pullRequest, author: null } }
    expect(judgeApproval(facts, RULES)).toMatchObject({ approved: false, rule: 'author' })
  })
})
