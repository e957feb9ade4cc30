import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Evidence, judge } from '../../src/budget/judge.ts'
import { unreadable } from '../../src/budget/reading.ts'
import { blocks } from '../../src/budget/verdict.ts'
import { memoryAfter, orLastKnown, recentEvidence } from '../../src/state/memory.ts'
import { byTable, lasting, policies, readings, tableOf } from '../support/builders.ts'
import { recalls } from '../support/memory.ts'

const MAX_AGE = lasting('PT15M')
const HOUR = lasting('PT1H').ms
const RUNS = { seed: 4, numRuns: 20_000 }
const TOLERANCE = 1e-9
const mostlyUnread = fc.oneof({ weight: 3, arbitrary: fc.constant(unreadable('HTTP 503')) }, readings)

it('a memory allows what would be blocked only under last-known, by a recent reading within the limit', () => {
  let passed = 0
  fc.assert(
    fc.property(recalls, tableOf(mostlyUnread), policies, (recall, table, policy) => {
      const { slo, memory, origin, now } = recall
      const judgement = judge({ slo, readings: byTable(table) }, policy)
      const known = orLastKnown(judgement, recall, { policy, maxAge: MAX_AGE })
      if (!blocks(judgement.verdict, policy) || blocks(known.verdict, policy)) return
      passed += 1
      expect(judgement.verdict).toBe('source-error')
      expect(policy.onError).toBe('last-known')
      expect(memory?.origin).toBe(origin)
      expect(now.getTime() - (memory?.at.getTime() ?? 0)).toBeLessThanOrEqual(MAX_AGE.ms)
      const reading = memory?.readings.get(slo.window.ms)
      if (reading?.kind === 'rate' && (reading.events?.total ?? 100) >= slo.minimumEvents) {
        expect(reading.burnRate).toBeLessThanOrEqual(policy.maxBurnRate + TOLERANCE)
      } else {
        // Without a rate it passes as it would have then: for want of events.
        expect(['no-data', 'low-traffic']).toContain(known.verdict)
      }
    }),
    RUNS
  )
  expect(passed).toBeGreaterThan(100)
})

it('a memory never lifts a verdict that was made from a reading', () => {
  fc.assert(
    fc.property(recalls, tableOf(readings), policies, (recall, table, policy) => {
      const judgement = judge({ slo: recall.slo, readings: byTable(table) }, policy)
      fc.pre(judgement.verdict !== 'source-error')
      expect(orLastKnown(judgement, recall, { policy, maxAge: MAX_AGE })).toBe(judgement)
    }),
    RUNS
  )
})

it('an unresolved block is cleared by nothing but a whole window and a last hour below the limit', () => {
  let cleared = 0
  fc.assert(
    fc.property(recalls, tableOf(readings), policies, (recall, table, policy) => {
      const { slo, memory } = recall
      fc.pre(memory?.isUnresolved === true)
      const evidence: Evidence = { slo, readings: byTable(table), isUnresolved: true }
      const after = memoryAfter(judge(evidence, policy), evidence, recall)
      if (after?.isUnresolved !== false) return
      cleared += 1
      const window = evidence.readings(slo.window.ms)
      const hour = evidence.readings(HOUR)
      expect(window.kind === 'rate' && window.burnRate <= policy.maxBurnRate + TOLERANCE).toBe(true)
      expect(hour.kind === 'rate' && hour.burnRate <= policy.maxBurnRate + TOLERANCE).toBe(true)
    }),
    RUNS
  )
  expect(cleared).toBeGreaterThan(100)
})

it('an unresolved block passes only by a whole window and a last hour below the limit, whatever is read', () => {
  fc.assert(
    fc.property(recalls, tableOf(mostlyUnread), policies, (recall, table, policy) => {
      const { slo, memory } = recall
      fc.pre(memory?.isUnresolved === true)
      const evidence: Evidence = { slo, readings: byTable(table), isUnresolved: true }
      const { verdict, asOf } = orLastKnown(judge(evidence, policy), recall, { policy, maxAge: MAX_AGE })
      if (blocks(verdict, policy)) return
      const source = asOf === undefined ? evidence.readings : (ms: number) => memory.readings.get(ms)
      for (const ms of [slo.window.ms, HOUR]) {
        const reading = source(ms)
        expect(reading?.kind === 'rate' && reading.burnRate <= policy.maxBurnRate + TOLERANCE).toBe(true)
      }
    }),
    RUNS
  )
})

it('a memory of this instant gives the same effect again', () => {
  let judged = 0
  fc.assert(
    fc.property(recalls, tableOf(readings), policies, fc.boolean(), (recall, table, policy, isUnresolved) => {
      const evidence: Evidence = { slo: recall.slo, readings: byTable(table), isUnresolved }
      const judgement = judge(evidence, policy)
      const memory = memoryAfter(judgement, evidence, { ...recall, memory: undefined })
      const young = recentEvidence({ ...recall, memory }, MAX_AGE)
      if (memory === undefined || young === undefined) return
      judged += 1
      const again = judge(young, policy).verdict
      expect(blocks(again, policy)).toBe(blocks(judgement.verdict, policy))
    }),
    RUNS
  )
  expect(judged).toBeGreaterThan(100)
})
