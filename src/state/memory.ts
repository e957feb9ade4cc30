import { type Evidence, type Judgement, judge } from '../budget/judge.ts'
import { type Reading, unreadable } from '../budget/reading.ts'
import type { Slo } from '../budget/slo.ts'
import type { Policy, Verdict } from '../budget/verdict.ts'
import { windowsOf } from '../budget/window.ts'
import { type Duration, describeDuration, SECOND } from '../time/duration.ts'

/** The last usable readings of one SLO. */
export interface Memory {
  /** The instant at which the windows of the readings ended. */
  readonly at: Date
  /** Identifies source and target. Readings of another origin are not about this SLO. */
  readonly origin: string
  /** Whether the budget was exhausted and no reading since has cleared that. */
  readonly isUnresolved: boolean
  /** By the length of the window in milliseconds. Unreadable readings are left out. */
  readonly readings: ReadonlyMap<number, Reading>
}

/** The memory of every SLO, by id. */
export type Memories = ReadonlyMap<string, Memory>

/** An SLO of a run, with its memory from earlier runs. */
export interface SloWithMemory {
  readonly slo: Slo
  /** The origin of the SLO in this run. */
  readonly origin: string
  readonly memory: Memory | undefined
  /** The instant of the run. */
  readonly now: Date
}

/** The remembered readings, if they are complete, of the same origin and at most `maxAge` old. */
export function recentEvidence(
  { slo, origin, memory, now }: SloWithMemory,
  maxAge: Duration
): Evidence | undefined {
  if (memory === undefined || memory.origin !== origin) return undefined
  const isComplete = windowsOf(slo, memory.at).every(({ duration }) => memory.readings.has(duration.ms))
  const age = now.getTime() - memory.at.getTime()
  return isComplete && 0 <= age && age <= maxAge.ms ? evidenceOf(slo, memory) : undefined
}

function evidenceOf(slo: Slo, { at, readings, isUnresolved }: Memory): Evidence {
  return { slo, asOf: at, isUnresolved, readings: ms => readings.get(ms) ?? NOT_REMEMBERED }
}

const NOT_REMEMBERED = unreadable('the last known readings do not cover it')

/**
 * Replaces a judgement without a reading by a judgement of the last known readings. Under `last-known` these
 * must be recent. Under any policy that does not block, an exhausted budget counts at any age: a failing
 * source must not hide it.
 *
 * @returns the same judgement when the remembered readings do not replace it
 */
export function orLastKnown(
  judgement: Judgement,
  sloWithMemory: SloWithMemory,
  { policy, maxAge }: { readonly policy: Policy; readonly maxAge: Duration }
): Judgement {
  if (judgement.verdict !== 'source-error' || policy.onError === 'block') return judgement
  const { slo, origin, memory, now } = sloWithMemory
  // The age of a reading from the future is unknown.
  if (memory === undefined || memory.origin !== origin || memory.at > now)
    return orUnstable(judgement, policy)
  const isRecent = policy.onError === 'last-known' && recentEvidence(sloWithMemory, maxAge) !== undefined
  const lastKnown = judge(evidenceOf(slo, memory), policy)
  if (!isRecent && !EXHAUSTED.includes(lastKnown.verdict)) return orUnstable(judgement, policy)
  const seconds = Math.max(1, Math.floor((now.getTime() - memory.at.getTime()) / SECOND))
  const age = describeDuration({ ms: seconds * SECOND })
  return {
    ...lastKnown,
    sourceError: judgement.reason,
    reason: `${lastKnown.reason} (last known reading, ${age} old; now: ${judgement.reason})`
  }
}

/** With `on-error: allow`, an unreadable SLO that was exhausted before stays blocked. */
function orUnstable(judgement: Judgement, { onError }: Policy): Judgement {
  if (onError !== 'allow' || !judgement.isUnresolved) return judgement
  const reason = `${judgement.reason}; it was exhausted before, and nothing has shown that it recovered`
  return { ...judgement, verdict: 'unstable', reason }
}

/** The memory after a judgement. Only a new burn rate changes it. */
export function memoryAfter(
  judgement: Judgement,
  evidence: Evidence,
  { slo, origin, memory, now }: SloWithMemory
): Memory | undefined {
  const isMeasured = MEASURED.includes(judgement.verdict) && isUsable(judgement)
  if (judgement.asOf !== undefined || !isMeasured) return memory
  const readings = new Map(
    windowsOf(slo, now, evidence.isUnresolved)
      .map(({ duration }) => [duration.ms, evidence.readings(duration.ms)] as const)
      .filter(([, reading]) => reading.kind !== 'unreadable')
  )
  // A burning SLO has not shown that an exhausted budget has recovered.
  const isStillUnresolved = judgement.verdict === 'burning' && judgement.isUnresolved
  return {
    at: now,
    origin,
    isUnresolved: EXHAUSTED.includes(judgement.verdict) || isStillUnresolved,
    readings
  }
}

/** Whether the SLO's own window has a burn rate and enough events. */
function isUsable({ reading, slo }: Judgement): boolean {
  return reading.kind === 'rate' && (reading.events?.total ?? Number.POSITIVE_INFINITY) >= slo.minimumEvents
}

/** The verdicts that leave a budget unresolved. */
const EXHAUSTED: readonly Verdict[] = ['exhausted', 'unstable']
/** The verdicts that are made from a burn rate. */
const MEASURED: readonly Verdict[] = [...EXHAUSTED, 'burning', 'warning', 'healthy']
