import { exhaustionOf, recoveryOf } from '../../budget/burnDown.ts'
import { exceeds, plainDecimal } from '../../budget/decimal.ts'
import type { Judgement } from '../../budget/judge.ts'
import { ownWindow } from '../../budget/window.ts'
import { DAY, describeDuration, HOUR } from '../../time/duration.ts'
import type { RunResult } from '../result.ts'
import { describeInstant } from '../time.ts'

/** One sentence about the worst SLO: when it recovers if nothing more fails, or when its budget is used up. */
export function forecast(result: RunResult): string | undefined {
  const { worst } = result.decision
  if (worst === undefined || worst.reading.kind !== 'rate' || worst.verdict === 'low-traffic')
    return undefined
  return exceeds(worst.reading.burnRate, result.policy.maxBurnRate)
    ? recovery(worst, result)
    : exhaustion(worst, result)
}

function recovery({ slo, asOf }: Judgement, { histories, policy, at, timeZone }: RunResult): string {
  const buckets = histories.get(slo.id)
  const when =
    buckets && slo.target !== null
      ? recoveryOf(buckets, { target: slo.target, maxBurnRate: policy.maxBurnRate })
      : undefined
  if (when) {
    return `If nothing more fails, enough failures have left the window around ${describeInstant(when, timeZone)}.`
  }
  const latest = new Date(ownWindow(slo, asOf ?? at).end.getTime() + slo.window.ms)
  return `If nothing more fails, the last failures leave the window by ${describeInstant(latest, timeZone)} at the latest.`
}

/** Takes the pace of the longest window of an hour to three days, because a shorter one shows only a moment. */
function exhaustion({ slo, reading, readings }: Judgement, { at, timeZone }: RunResult): string | undefined {
  const recent = readings
    .filter(({ duration }) => duration.ms >= HOUR && duration.ms <= 3 * DAY && duration.ms < slo.window.ms)
    .toSorted((a, b) => b.duration.ms - a.duration.ms)[0]
  if (recent?.reading.kind !== 'rate' || reading.kind !== 'rate') return undefined
  const pace = recent.reading.burnRate
  const when = exhaustionOf({ burnRate: reading.burnRate, pace, window: slo.window, at })
  if (when === undefined) return undefined
  const rate = `a burn rate of ${plainDecimal(Number(pace.toPrecision(3)))}`
  return `At the pace of the last ${describeDuration(recent.duration)} (${rate}), the budget is used up around ${describeInstant(when, timeZone)}.`
}
