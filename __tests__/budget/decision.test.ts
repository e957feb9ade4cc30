import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blocked, decide, failsJob, overridden, worstFirst } from '../../src/budget/decision.ts'
import { budgetOf, type Judgement, judge } from '../../src/budget/judge.ts'
import { noData, type Reading, unreadable } from '../../src/budget/reading.ts'
import { blocks, type Policy, VERDICTS, type Verdict } from '../../src/budget/verdict.ts'
import {
  byTable,
  POLICY,
  policies,
  rates,
  readings,
  readingsOf,
  slos,
  sloWith,
  tableOf
} from '../support/builders.ts'

const judgements = (policy: Policy, reading: fc.Arbitrary<Reading> = readings) =>
  fc.tuple(slos, tableOf(reading)).map(([slo, table]) => judge({ slo, readings: byTable(table) }, policy))

/** A policy, some SLOs that were judged under it, and the same SLOs in another order. */
const cases = policies.chain(policy =>
  fc.array(judgements(policy), { minLength: 1, maxLength: 6 }).chain(judged =>
    fc.record({
      policy: fc.constant(policy),
      judged: fc.constant(judged),
      shuffled: fc.shuffledSubarray(judged, { minLength: judged.length })
    })
  )
)

function judgedAt(id: string, reading: number | Reading, policy: Policy = POLICY): Judgement {
  return judge({ slo: sloWith({ id, name: id }), readings: readingsOf({ PT720H: reading }) }, policy)
}

describe('the effect of a verdict', () => {
  it.each<[Verdict, boolean | 'onError' | 'onNoData']>([
    ['config-error', true],
    ['source-error', 'onError'],
    ['exhausted', true],
    ['burning', true],
    ['unstable', true],
    ['no-data', 'onNoData'],
    ['low-traffic', false],
    ['warning', false],
    ['healthy', false]
  ])('%s blocks: %s', (verdict, when) => {
    for (const onError of ['block', 'last-known', 'allow'] as const) {
      for (const onNoData of ['block', 'allow'] as const) {
        const policy = { maxBurnRate: 1, onError, onNoData }
        expect(blocks(verdict, policy)).toBe(typeof when === 'string' ? policy[when] !== 'allow' : when)
      }
    }
  })

  it('is decided for every verdict there is', () => {
    fc.assert(
      fc.property(policies, policy => {
        for (const verdict of VERDICTS) expect(typeof blocks(verdict, policy)).toBe('boolean')
      })
    )
  })
})

describe('a job', () => {
  const decidedAt = (burnRate: number) => decide([judgedAt('crm', burnRate)], POLICY)
  const unmeasured = blocked('source-error', 'HTTP 503')

  it('fails for a block only', () => {
    expect(failsJob(decidedAt(2), 'enforce')).toBe(true)
    expect(failsJob(unmeasured, 'enforce')).toBe(true)
    expect(failsJob(decidedAt(0.4), 'enforce')).toBe(false)
    expect(failsJob(overridden(decidedAt(2)), 'enforce')).toBe(false)
  })

  it('of an audit fails only when there is nothing to report', () => {
    expect(failsJob(decidedAt(2), 'audit')).toBe(false)
    expect(failsJob(unmeasured, 'audit')).toBe(true)
  })
})

describe('the decision on several SLOs', () => {
  it.each(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])(
    'that are equally bad is about the first id: %s',
    ids => {
      const judged = [...ids].map(id => judgedAt(id, 2))
      expect(worstFirst(judged, POLICY).map(({ slo }) => slo.id)).toEqual(['a', 'b', 'c'])
    }
  )

  it('is the same whatever their order', () => {
    fc.assert(
      fc.property(cases, ({ policy, judged, shuffled }) => {
        const { worst: one, ...decision } = decide(judged, policy)
        const { worst: other, ...again } = decide(shuffled, policy)
        expect(again.decision).toBe(decision.decision)
        expect(again.verdict).toBe(decision.verdict)
        expect(other?.slo.id).toBe(one?.slo.id)
        expect(other && budgetOf(other)).toEqual(one && budgetOf(one))
      })
    )
  })

  it('is block when any of them blocks, else allow', () => {
    fc.assert(
      fc.property(cases, ({ policy, judged }) => {
        const anyBlocks = judged.some(({ verdict }) => blocks(verdict, policy))
        expect(decide(judged, policy).decision).toBe(anyBlocks ? 'block' : 'allow')
      })
    )
  })

  it('is made by the worst verdict, those that block before those that do not', () => {
    fc.assert(
      fc.property(cases, ({ policy, judged }) => {
        const blocking = judged.filter(({ verdict }) => blocks(verdict, policy))
        const deciding = blocking.length > 0 ? blocking : judged
        const worst = VERDICTS.find(verdict => deciding.some(judgement => judgement.verdict === verdict))
        const among = deciding.filter(({ verdict }) => verdict === worst)
        const decision = decide(judged, policy)
        expect(decision.verdict).toBe(worst)
        expect(decision.worst && budgetOf(decision.worst).burnRate).toBe(highest(among))
        expect(decision.reason).toBe(decision.worst?.reason)
      })
    )
  })

  it('never gets from block to allow by one more SLO', () => {
    fc.assert(
      fc.property(cases, ({ policy, judged }) => {
        const without = judged.slice(1)
        fc.pre(without.length > 0 && decide(without, policy).decision === 'block')
        expect(decide(judged, policy).decision).toBe('block')
      })
    )
  })

  it('never gets better when a burn rate rises', () => {
    const inputs = policies.chain(policy =>
      fc.record({
        policy: fc.constant(policy),
        others: fc.array(judgements(policy), { maxLength: 3 }),
        slo: slos,
        table: tableOf(rates),
        rise: fc.constantFrom(1e-8, 0.5, 100)
      })
    )
    fc.assert(
      fc.property(inputs, ({ policy, others, slo, table, rise }) => {
        const decisionWith = (more: number) => {
          const risen = table.map(reading =>
            reading.kind === 'rate' ? { ...reading, burnRate: reading.burnRate + more } : reading
          )
          return decide([...others, judge({ slo, readings: byTable(risen) }, policy)], policy).decision
        }
        expect(decisionWith(0) === 'block' && decisionWith(rise) === 'allow').toBe(false)
      })
    )
  })

  it('takes the highest burn rate among equals, then the first id', () => {
    const order = worstFirst(
      [judgedAt('c', 3), judgedAt('b', 2), judgedAt('a', 2), judgedAt('d', 0.1)],
      POLICY
    )
    expect(order.map(({ slo }) => slo.id)).toEqual(['c', 'a', 'b', 'd'])
  })

  it('does not let an unread SLO that may pass hide an exhausted one', () => {
    const policy: Policy = { ...POLICY, onError: 'allow', onNoData: 'allow' }
    const judged = [unreadable('HTTP 503'), 2, noData('no series')].map((reading, index) =>
      judgedAt(`slo-${index}`, reading, policy)
    )
    expect(decide(judged, policy)).toMatchObject({ decision: 'block', verdict: 'exhausted' })
  })

  it('puts an unread SLO before an exhausted one when both block', () => {
    const judged = [judgedAt('read', 2), judgedAt('unread', unreadable('HTTP 503'))]
    expect(decide(judged, POLICY)).toMatchObject({ decision: 'block', verdict: 'source-error' })
  })

  it('is refused without any SLO: nothing measured is never a pass', () => {
    expect(() => decide([], POLICY)).toThrow('no SLO')
  })
})

describe('a decision', () => {
  it('stays visible when it is overridden', () => {
    const decision = decide([judgedAt('crm', 2)], POLICY)
    expect(overridden(decision)).toEqual({ ...decision, decision: 'override' })
  })

  it.each(['config-error', 'source-error'] as const)('without a measurement blocks: %s', verdict => {
    expect(blocked(verdict, 'why')).toEqual({ decision: 'block', verdict, reason: 'why', worst: undefined })
  })
})

function highest(judged: readonly Judgement[]): number | null {
  const burnRates = judged.flatMap(judgement => budgetOf(judgement).burnRate ?? [])
  return burnRates.length > 0 ? Math.max(...burnRates) : null
}
