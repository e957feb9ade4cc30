import { type AlertState, budgetOf, type Judgement } from '../budget/judge.ts'
import { windowEnding } from '../budget/window.ts'
import type { RunResult } from './result.ts'

/** The JSON report (contract, section 9): every number the decision was made from, unrounded. */
export function reportOf(result: RunResult) {
  const { at, mode, policy, decision, judgements, errors, warnings, attempts } = result
  return {
    version: 1,
    generatedAt: at.toISOString(),
    mode,
    ...{ decision: decision.decision, verdict: decision.verdict, reason: decision.reason },
    policy,
    slos: judgements.map(judgement => sloReport(judgement, at)),
    maintenance: maintenanceReport(result),
    ...{ errors, warnings },
    requests: attempts.map(({ method, url, status, durationMs, attempt }) => ({
      ...{ method, url, status, durationMs, attempt }
    }))
  }
}

function maintenanceReport({ approval, maintenanceLabel: label }: RunResult) {
  if (approval === undefined) return null
  const { approved, pullRequest } = approval
  return {
    ...{ label, pullRequest, approved },
    approvedBy: approved ? approval.by : null,
    approvedAt: approved ? approval.at.toISOString() : null,
    expiresAt: approved ? approval.until.toISOString() : null,
    headSha: approved ? approval.headSha : null,
    refusal: approved ? null : `${approval.rule}: ${approval.reason}`
  }
}

function sloReport(judgement: Judgement, at: Date) {
  const { slo, reading, alerts, lastHour, verdict, reason, asOf } = judgement
  const { start, end, duration } = windowEnding(asOf ?? at, slo.window)
  return {
    ...{ id: slo.id, name: slo.name, target: slo.target },
    window: { start: start.toISOString(), end: end.toISOString(), duration: duration.iso },
    source: slo.source.type,
    isRemembered: asOf !== undefined,
    minimumEvents: slo.minimumEvents,
    events: reading.kind === 'rate' ? reading.events : null,
    ...budgetOf(judgement),
    alerts: alerts.map(alertReport),
    // Only where an earlier block is not resolved yet.
    ...(lastHour && { lastHourBurnRate: lastHour.kind === 'rate' ? lastHour.burnRate : null }),
    ...{ verdict, reason }
  }
}

function alertReport({ alert, burnRate, shortBurnRate, firing }: AlertState) {
  const { level, burnRateThreshold, duration, shortDuration } = alert
  const short = shortDuration && { shortWindow: shortDuration.iso, shortBurnRate }
  return { level, threshold: burnRateThreshold, window: duration.iso, burnRate, ...short, firing }
}
