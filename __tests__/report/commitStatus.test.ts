import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blocked, type Decision, overridden } from '../../src/budget/decision.ts'
import { noData, type Reading, unreadable } from '../../src/budget/reading.ts'
import type { Policy } from '../../src/budget/verdict.ts'
import { statusOf } from '../../src/report/commitStatus.ts'
import { alertWith, POLICY, policies, readings, resultOf, sloWith } from '../support/builders.ts'

const approvalBy = (by: string) => ({
  approved: true as const,
  by,
  at: new Date(0),
  until: new Date(1),
  pullRequest: 7,
  headSha: 'a'.repeat(40)
})
const REFUSAL = { approved: false as const, rule: 'label' as const, reason: 'no label', pullRequest: 7 }

const decisionOn = (
  reading: Reading | number,
  { id = 'crm', policy = POLICY }: { id?: string; policy?: Policy } = {}
) => resultOf([[sloWith({ id, alerts: [alertWith()] }), { PT720H: reading, PT5M: 0 }]], { policy }).decision

const statusOn = (decision: Decision, by?: string) =>
  statusOf({ decision, approval: by === undefined ? undefined : approvalBy(by) })

describe('the status', () => {
  const allowing = { ...POLICY, onError: 'allow', onNoData: 'allow' } as const
  it.each([
    [0.1, POLICY, 'success', 'Deployment allowed: the error budget is healthy'],
    [0.9, POLICY, 'success', 'Deployment allowed: the error budget is running low'],
    [2, POLICY, 'failure', 'Deployment blocked: the error budget is exhausted (crm)'],
    [noData('none'), POLICY, 'failure', 'Deployment blocked: there is nothing to measure (crm)'],
    [noData('none'), allowing, 'success', 'Deployment allowed: there is nothing to measure'],
    [unreadable('HTTP 503'), POLICY, 'error', 'Deployment blocked: the burn rate could not be read (crm)'],
    [unreadable('HTTP 503'), allowing, 'success', 'Deployment allowed: the burn rate could not be read']
  ] as const)('of %p with %p is %s: %s', (reading, policy, state, description) => {
    expect(statusOn(decisionOn(reading, { policy }))).toEqual({ state, description })
  })

  it.each([
    ['config-error', 'Deployment blocked: the configuration is wrong'],
    ['source-error', 'Deployment blocked: the burn rate could not be read']
  ] as const)('of a run without a measurement (%s) is an error that names no SLO', (verdict, description) => {
    expect(statusOn(blocked(verdict, 'a reason'))).toEqual({ state: 'error', description })
  })

  it('of a block that was lifted is a success that says so, and by whom', () => {
    expect(statusOn(overridden(decisionOn(2)), 'ada')).toEqual({
      state: 'success',
      description:
        'Override: a deployment is allowed although the error budget is exhausted (crm), approved by ada'
    })
  })

  it('of a block that was not lifted does not mention the refusal', () => {
    expect(statusOf({ decision: decisionOn(2), approval: REFUSAL })).toEqual(statusOn(decisionOn(2)))
  })

  it('is green exactly when the job may go on', () => {
    fc.assert(
      fc.property(readings, policies, fc.boolean(), (reading, policy, isApproved) => {
        const decided = decisionOn(reading, { policy })
        const decision = isApproved && decided.decision === 'block' ? overridden(decided) : decided
        expect(statusOn(decision).state === 'success').toBe(decision.decision !== 'block')
      })
    )
  })

  it('says the same for every burn rate of a verdict, so that it is not written anew for each', () => {
    fc.assert(
      fc.property(readings, readings, (one, other) => {
        const [a, b] = [decisionOn(one), decisionOn(other)]
        fc.pre(a.verdict === b.verdict)
        expect(statusOn(a)).toEqual(statusOn(b))
        expect(statusOn(a).description).not.toMatch(/\d/)
      })
    )
  })
})

describe('the description', () => {
  const PLAIN = 'Deployment blocked: the error budget is exhausted (crm)'
  const basic = fc
    .string({ unit: 'binary', maxLength: 200 })
    .map(text => text.replace(/[\u{10000}-\u{10ffff}\ud800-\udfff\p{Cc}]/gu, ''))
  const any = fc.string({ unit: 'grapheme', maxLength: 200 })
  const logins = fc.stringMatching(/^[a-z][a-z-]{0,38}$/)
  const descriptions = (id: string, login: string) => [
    statusOn(decisionOn(2, { id })).description,
    statusOn(overridden(decisionOn(2, { id })), login).description
  ]

  it('has at most 140 characters, and is whole when it fits', () => {
    fc.assert(
      fc.property(basic, logins, (id, login) => {
        for (const description of descriptions(id, login)) {
          expect(description.length).toBeLessThanOrEqual(140)
          expect(description.isWellFormed()).toBe(true)
          expect(description.endsWith('…')).toBe(
            (description.length === 140 && !description.includes(id)) || description.endsWith('…')
          )
        }
        const whole = PLAIN.replace('crm', () => id)
        if (whole.length <= 140) expect(descriptions(id, login)[0]).toBe(whole)
      })
    )
  })

  it('is cut with a sign that it is', () => {
    const [description = ''] = descriptions('x'.repeat(200), 'ada')
    expect(description).toBe(`${PLAIN.replace('crm)', '')}${'x'.repeat(139 - PLAIN.length + 4)}…`)
    expect(description).toHaveLength(140)
  })

  // GitHub: "description doesn't accept 4-byte Unicode" (unicode-org/jira-github-pr-check #28).
  it('has no character beyond U+FFFF, and at most 140 UTF-16 units, whatever the id', () => {
    fc.assert(
      fc.property(any, logins, (id, login) => {
        for (const description of descriptions(`${id}🔥`, login)) {
          expect(description.length).toBeLessThanOrEqual(140)
          expect(description).not.toMatch(/[\u{10000}-\u{10ffff}]/u)
        }
      })
    )
  })

  it('is on one line, whatever the id', () => {
    for (const description of descriptions('crm\n\u2028\u202e::error::x', 'ada'))
      expect(description).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
  })
})
