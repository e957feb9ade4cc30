import { type Evidence, type Judgement, judge } from '../budget/judge.ts'
import { type Reading, unreadable } from '../budget/reading.ts'
import type { Slo } from '../budget/slo.ts'
import type { Policy, Verdict } from '../budget/verdict.ts'
import { windowsOf } from '../budget/window.ts'
import { type Duration, describeDuration, SECOND } from '../time/duration.ts'

/** What is remembered of one SLO: its last usable readings. */
export interface Memory {
  /** The instant at which the windows of the readings ended. */
  readonly at: Date
  /** Names source and target: readings of another one are not this SLO's. */
  readonly origin: string
  /** Whether the budget was found exhausted, and no reading since has cleared that. */
  readonly isUnresolved: boolean
  /** By the length of the window in milliseconds; none is unreadable. */
  readonly readings: ReadonlyMap<number, Reading>
}

/** All that is remembered, by SLO id. */
export type Memories = ReadonlyMap<string, Memory>

/** An SLO, what is remembered of it, and when it is judged. */
export interface Recall {
  readonly slo: Slo
  readonly origin: string
  readonly memory: Memory | undefined
  readonly now: Date
}

/** The remembered readings as evidence, when they are this SLO's, complete, and not older than `maxAge`. */
export function youngEvidence({ slo, origin, memory, now }: Recall, maxAge: Duration): Evidence | undefined {
  if (memory === undefined || memory.origin !== origin) return undefined
  const isComplete = windowsOf(slo, memory.at).every(({ duration }) => memory.readings.has(duration.ms))
  return isComplete && now.getTime() - memory.at.getTime() <= maxAge.ms ? evidenceOf(slo, memory) : undefined
}

function evidenceOf(slo: Slo, { at, readings, isUnresolved }: Memory): Evidence {
  return { slo, asOf: at, isUnresolved, readings: ms => readings.get(ms) ?? NOT_REMEMBERED }
}

const NOT_REMEMBERED = unreadable('the last known readings do not cover it')

/**
 * Judges the last known reading in place of a missing one: under `last-known` when it is young
 * enough, and at any age when it shows an exhausted budget that the policy would let pass unread.
 */
export function withLastKnown(
  judgement: Judgement,
  recall: Recall,
  policy: Policy,
  maxAge: Duration
): Judgement {
  const { slo, origin, memory, now } = recall
  if (judgement.verdict !== 'source-error' || policy.onError === 'block') return judgement
  if (memory === undefined || memory.origin !== origin) return judgement
  const isYoung = policy.onError === 'last-known' && youngEvidence(recall, maxAge) !== undefined
  const known = judge(evidenceOf(slo, memory), policy)
  if (!isYoung && !UNRESOLVED.includes(known.verdict)) return judgement
  const age = describeDuration({
    ms: Math.max(1, Math.floor((now.getTime() - memory.at.getTime()) / SECOND)) * SECOND
  })
  return {
    ...known,
    isLastKnown: true,
    reason: `${known.reason} (last known reading, ${age} old; now: ${judgement.reason})`
  }
}

/** What to remember after a judgement. One that was not made from a burn rate leaves the memory as it was. */
export function remember(judgement: Judgement, evidence: Evidence, recall: Recall): Memory | undefined {
  const { slo, origin, memory, now } = recall
  if (judgement.asOf !== undefined || !JUDGED.includes(judgement.verdict)) return memory
  const readings = new Map(
    windowsOf(slo, now, evidence.isUnresolved)
      .map(({ duration }) => [duration.ms, evidence.readings(duration.ms)] as const)
      .filter(([, reading]) => reading.kind !== 'unreadable')
  )
  // What burns has not shown that an exhausted budget is mended.
  const isStillUnresolved = judgement.verdict === 'burning' && evidence.isUnresolved === true
  return {
    at: now,
    origin,
    isUnresolved: UNRESOLVED.includes(judgement.verdict) || isStillUnresolved,
    readings
  }
}

const UNRESOLVED: readonly Verdict[] = ['exhausted', 'unstable']
const JUDGED: readonly Verdict[] = [...UNRESOLVED, 'burning', 'warning', 'healthy']
