import { describe, expect, it } from '@jest/globals'
import { judgeApproval } from '../../src/approval/approval.ts'
import type { BranchUpdate } from '../../src/github/pullRequest.ts'
import { known, type Outcome, unreadable } from '../../src/outcome.ts'
import { factsOf, HEAD, type History, POLICY, second } from '../support/approval.ts'

// What no answer of the simulated GitHub shows; the rest is in the scenarios.

describe('an approval', () => {
  it('says who gave it, when, until when, and for what', async () => {
    expect(await judgeApproval(factsOf({}))).toEqual({
      approved: true,
      by: 'ada',
      at: second(20),
      until: second(80),
      pullRequest: 7,
      headSha: HEAD
    })
  })

  const rows: { title: string; history: Partial<History>; rule: string; says: string }[] = [
    {
      title: 'when GitHub does not say what time it is',
      history: { now: new Date(Number.NaN) },
      rule: 'age',
      says: "the age of the label is unknown: GitHub's answer has no valid date"
    },
    ...['0'.padEnd(40, 'b'), '0'.padStart(40, 'b')].map(later => ({
      title: `when ${later} was pushed later, which is not a deletion`,
      history: { updates: pushed(later) },
      rule: 'head-commit',
      says: "GitHub's record of pushes does not say when the head commit aaaaaaa was pushed; push again, then add the label again"
    })),
    {
      title: 'without brackets or a finding when only logins may give it',
      history: { policy: { ...POLICY, approvers: [{ kind: 'login', login: 'zoe' }] } },
      rule: 'approver',
      says: 'ada is not one of zoe'
    },
    {
      title: 'with one finding for two roles, and one for each team',
      history: {
        policy: {
          ...POLICY,
          approvers: [
            { kind: 'team', org: 'acme', slug: 'ops' },
            { kind: 'role', role: 'admin' },
            { kind: 'role', role: 'maintain' }
          ]
        },
        role: () => known(''),
        membership: () => unreadable('HTTP 404')
      },
      rule: 'approver',
      says: 'ada is not one of acme/ops, role:admin, role:maintain: the role is none; HTTP 404'
    }
  ]
  it.each(rows)('is refused $title', async ({ history, rule, says }) => {
    expect(await judgeApproval(factsOf(history))).toEqual({
      approved: false,
      rule,
      pullRequest: 7,
      reason: says
    })
  })

  it('is refused when the label event cannot be read any longer', async () => {
    const facts = factsOf({})
    let count = 0
    // Five rules ask for it, and at the end the approval itself.
    const labelling = () => (++count <= 6 ? facts.labelling() : Promise.resolve(unreadable('HTTP 503')))
    expect(await judgeApproval({ ...facts, labelling })).toEqual({
      approved: false,
      rule: 'label-event',
      pullRequest: 7,
      reason: 'HTTP 503'
    })
  })
})

/** The commit that was pushed last, after the head. */
function pushed(after: string): Outcome<BranchUpdate[]> {
  return known([
    { after, at: second(15), by: 'dana' },
    { after: HEAD, at: second(10), by: 'dana' }
  ])
}
