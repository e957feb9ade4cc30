import { describe, expect, it } from '@jest/globals'
import { type Evidence, judge } from '../../src/budget/judge.ts'
import { noData, type Reading, unreadable } from '../../src/budget/reading.ts'
import type { Slo } from '../../src/budget/slo.ts'
import type { Policy } from '../../src/budget/verdict.ts'
import { type Memory, memoryAfter, orLastKnown, recentEvidence } from '../../src/state/memory.ts'
import { alertWith, lasting, POLICY, readingsOf, sloWith } from '../support/builders.ts'
import { memoryOf, NOW, recallOf } from '../support/memory.ts'

const FIVE_MINUTES = lasting('PT5M')
const alerts = [alertWith({ duration: lasting('PT6H'), shortDuration: lasting('PT30M') })]

describe('remembered readings are recent evidence', () => {
  it.each<[string, Memory]>([
    ['when they are younger than the limit', memoryOf({ PT720H: 0.4 }, { minutes: 4 })],
    ['when they are exactly as old as it', memoryOf({ PT720H: 0.4 }, { minutes: 5 })],
    ['when they are of this very instant', memoryOf({ PT720H: 0.4 }, { minutes: 0 })],
    ['when they hold more than is needed', memoryOf({ PT720H: 0.4, PT1H: 0 })],
    ['when they are those of a window without events', memoryOf({ PT720H: noData('none') })]
  ])('%s', (_when, memory) => {
    const evidence = recentEvidence(recallOf(memory), FIVE_MINUTES)

    expect(evidence).toMatchObject({ asOf: memory.at, isUnresolved: false })
    expect(evidence?.readings(lasting('PT720H').ms)).toBe(memory.readings.get(lasting('PT720H').ms))
  })

  it.each<[string, Memory | undefined, Partial<Slo>]>([
    ['when there are none', undefined, {}],
    ['when they are a millisecond too old', memoryOf({ PT720H: 0.4 }, { at: before(300_001) }), {}],
    ['when they are of another origin', memoryOf({ PT720H: 0.4 }, { origin: 'another' }), {}],
    ['when the window of the SLO is not among them', memoryOf({ PT1H: 0.4 }), {}],
    ['when a window of an alert is not among them', memoryOf({ PT720H: 0.4, PT6H: 0 }), { alerts }]
  ])('not %s', (_when, memory, slo) => {
    expect(recentEvidence(recallOf(memory, slo), FIVE_MINUTES)).toBeUndefined()
  })

  it('with all windows of every alert', () => {
    const memory = memoryOf({ PT720H: 0.4, PT6H: 0, PT30M: 0 })
    expect(recentEvidence(recallOf(memory, { alerts }), FIVE_MINUTES)).toBeDefined()
  })

  it('that says it is unresolved, and that nothing is known of any other window', () => {
    const evidence = recentEvidence(recallOf(memoryOf({ PT720H: 0.4 }, { isUnresolved: true })), FIVE_MINUTES)
    expect(evidence?.isUnresolved).toBe(true)
    expect(evidence?.readings(1)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining('do not cover it')
    })
  })
})

describe('the last known reading', () => {
  const unread = { PT720H: unreadable('HTTP 503') }
  const healthy = { PT720H: 0.4 }
  const exhausted = { PT720H: 1.5 }
  const unstable = { PT720H: 0.2, PT1H: 3 }

  function verdictOf(
    memory: Memory | undefined,
    onError: Policy['onError'],
    now: typeof unread | object = unread
  ) {
    const policy = { ...POLICY, onError }
    const recall = recallOf(memory)
    const judgement = judge({ slo: recall.slo, readings: readingsOf(now as typeof unread) }, policy)
    return orLastKnown(judgement, recall, { policy, maxAge: FIVE_MINUTES })
  }

  it.each<[string, Memory, Policy['onError'], string]>([
    ['replaces it when it is recent', memoryOf(healthy), 'last-known', 'healthy'],
    ['does not when it is old', memoryOf(healthy, { minutes: 6 }), 'last-known', 'source-error'],
    ['does not under block', memoryOf(healthy), 'block', 'source-error'],
    ['does not under block, even exhausted', memoryOf(exhausted), 'block', 'source-error'],
    ['does not under allow when it is good', memoryOf(healthy), 'allow', 'source-error'],
    ['stays exhausted', memoryOf(exhausted), 'last-known', 'exhausted'],
    ['stays exhausted at any age', memoryOf(exhausted, { minutes: 1e6 }), 'last-known', 'exhausted'],
    ['stays exhausted under allow', memoryOf(exhausted, { minutes: 1e6 }), 'allow', 'exhausted'],
    ['stays unstable', memoryOf(unstable, { isUnresolved: true, minutes: 1e6 }), 'allow', 'unstable'],
    ['of another origin is not this one', memoryOf(exhausted, { origin: 'x' }), 'allow', 'source-error'],
    ['that is incomplete does not', memoryOf({ PT1H: 0.4 }), 'last-known', 'source-error'],
    ['without events is one, too', memoryOf({ PT720H: noData('none') }), 'last-known', 'no-data']
  ])('%s', (_title, memory, onError, verdict) => {
    expect(verdictOf(memory, onError).verdict).toBe(verdict)
  })

  it.each<Policy['onError']>(['block', 'last-known', 'allow'])(
    'changes no judgement of a reading, under %s',
    onError => {
      expect(verdictOf(memoryOf(exhausted), onError, healthy)).toMatchObject({
        verdict: 'healthy',
        asOf: undefined
      })
      expect(verdictOf(memoryOf(healthy), onError, { PT720H: noData('none') }).verdict).toBe('no-data')
    }
  )

  it('is not used without a memory', () => {
    expect(verdictOf(undefined, 'last-known').verdict).toBe('source-error')
  })

  it('says how old it is in whole seconds, and what is wrong now', () => {
    const memory = memoryOf(healthy, { at: before(90_999) })
    const { reason, asOf } = verdictOf(memory, 'last-known')
    expect(reason).toContain('(last known reading, 90 seconds old; now: ')
    expect(reason).toContain('HTTP 503')
    expect(asOf).toBe(memory.at)
  })
})

describe('what is remembered', () => {
  function after(
    byWindow: Readonly<Record<string, number | Reading>>,
    {
      memory,
      asOf,
      slo = {},
      isUnresolved = false
    }: Partial<Omit<Evidence, 'slo'>> & { memory?: Memory; slo?: Partial<Slo> } = {}
  ): Memory | undefined {
    const evidence: Evidence = {
      slo: sloWith(slo),
      readings: readingsOf(byWindow),
      isUnresolved,
      ...(asOf && { asOf })
    }
    return memoryAfter(judge(evidence, POLICY), evidence, recallOf(memory, slo))
  }
  const earlier = memoryOf({ PT720H: 1.5 }, { isUnresolved: true })

  it.each<[string, Record<string, number>, boolean, boolean]>([
    ['a healthy reading', { PT720H: 0.4 }, false, false],
    ['a healthy reading that clears an earlier block', { PT720H: 0.4, PT1H: 1 }, true, false],
    ['a warning that clears an earlier block', { PT720H: 0.9, PT1H: 1 }, true, false],
    ['an exhausted one, which is unresolved', { PT720H: 1.5 }, false, true],
    ['an exhausted one after an exhausted one', { PT720H: 1.5, PT1H: 0 }, true, true],
    ['an unstable one, which stays unresolved', { PT720H: 0.4, PT1H: 3 }, true, true]
  ])('is %s', (_what, byWindow, isUnresolved, remains) => {
    const { origin, at, readings } = memoryOf(byWindow, { at: NOW })
    expect(after(byWindow, { memory: earlier, isUnresolved })).toEqual({
      origin,
      at,
      readings,
      isUnresolved: remains
    })
  })

  it.each([
    [false, false],
    [true, true]
  ])('is a burning one, which is as unresolved as it was: %s', (isUnresolved, remains) => {
    const slo = { alerts: [alertWith()] }
    const memory = after({ PT720H: 0.4, PT5M: 20, PT1H: 0 }, { slo, isUnresolved })
    expect(memory).toMatchObject({ at: NOW, isUnresolved: remains })
  })

  it.each<[string, Record<string, number | Reading>, Partial<Slo>]>([
    ['could not be read', { PT720H: unreadable('HTTP 503') }, {}],
    ['had no events', { PT720H: noData('none') }, {}],
    [
      'had too few',
      { PT720H: { kind: 'rate', burnRate: 0, events: { good: 1, total: 1 } } },
      { minimumEvents: 9 }
    ]
  ])('is what was known before when the window %s', (_what, byWindow, slo) => {
    expect(after(byWindow, { memory: earlier, slo })).toBe(earlier)
    expect(after(byWindow, { slo })).toBeUndefined()
  })

  it('is what was known before when that was judged again', () => {
    expect(after({ PT720H: 0.4 }, { memory: earlier, asOf: earlier.at })).toBe(earlier)
  })

  it('leaves out what could not be read, so that the evidence is not complete', () => {
    const memory = after(
      { PT720H: 1.5, PT6H: unreadable('HTTP 503'), PT30M: noData('none') },
      { slo: { alerts } }
    )
    expect([...(memory?.readings.keys() ?? [])]).toEqual([lasting('PT720H').ms, lasting('PT30M').ms])
    expect(recentEvidence({ ...recallOf(memory, { alerts }) }, FIVE_MINUTES)).toBeUndefined()
  })

  it('has the last hour only when that was needed', () => {
    expect(after({ PT720H: 0.4, PT1H: 0 })?.readings.size).toBe(1)
    expect(after({ PT720H: 0.4, PT1H: 0 }, { isUnresolved: true })?.readings.size).toBe(2)
  })
})

function before(ms: number): Date {
  return new Date(NOW.getTime() - ms)
}
