import { type AlertState, budgetOf, type Judgement, type WindowReading } from '../budget/judge.ts'
import { ownWindow } from '../budget/window.ts'
import type { RunResult } from './result.ts'

/** The JSON report (contract, section 9): every number the decision was made from, unrounded. */
export function reportOf(result: RunResult) {
  const { at, mode, policy, decision, judgements, errors, warnings, attempts, applied, publications } = result
  return {
    version: 1,
    generatedAt: at.toISOString(),
    mode,
    decision: decision.decision,
    verdict: decision.verdict,
    reason: decision.reason,
    policy,
    slos: judgements.map(judgement => sloReport(judgement, at)),
    maintenance: maintenanceReport(result),
    applied,
    publications,
    histories: Object.fromEntries(
      [...result.histories].map(([id, buckets]) => [
        id,
        buckets.map(({ end, good, total }) => ({ end: end.toISOString(), good, total }))
      ])
    ),
    errors,
    warnings,
    requests: attempts.map(({ method, url, query, startedAt, status, durationMs, attempt }, index) => ({
      id: index + 1,
      method,
      url,
      ...(query === undefined ? {} : { query }),
      startedAt: startedAt.toISOString(),
      status,
      durationMs,
      attempt
    }))
  }
}

function maintenanceReport({ approval, maintenanceLabel: label }: RunResult) {
  if (approval === undefined) return null
  const { approved, pullRequest } = approval
  return {
    label,
    pullRequest,
    approved,
    approvedBy: approved ? approval.by : null,
    approvedAt: approved ? approval.at.toISOString() : null,
    expiresAt: approved ? approval.until.toISOString() : null,
    headSha: approved ? approval.headSha : null,
    refusal: approved ? null : `${approval.rule}: ${approval.reason}`
  }
}

function sloReport(judgement: Judgement, at: Date) {
  const { slo, reading, readings, alerts, lastHour, verdict, reason, asOf, isLastKnown } = judgement
  const { start, end, duration } = ownWindow(slo, asOf ?? at)
  return {
    id: slo.id,
    name: slo.name,
    target: slo.target,
    window: { start: start.toISOString(), end: end.toISOString(), duration: duration.iso },
    source: slo.source.type,
    // Without it the window cannot be worked out again.
    ...(slo.delay && { delay: slo.delay.iso }),
    isRemembered: asOf !== undefined,
    ...(asOf && { asOf: asOf.toISOString(), ...(isLastKnown && { isLastKnown }) }),
    minimumEvents: slo.minimumEvents,
    ...(slo.businessHours && { businessHours: slo.businessHours }),
    events: reading.kind === 'rate' ? reading.events : null,
    ...budgetOf(judgement),
    alerts: alerts.map(alertReport),
    // Only where an earlier block is not resolved yet.
    ...(lastHour && { lastHourBurnRate: lastHour.kind === 'rate' ? lastHour.burnRate : null }),
    verdict,
    reason,
    readings: readings.map(read => readingReport(read)),
    ...(reading.from?.outcomes && { outcomes: reading.from.outcomes })
  }
}

/** What was read over one window, with the requests that it came from. */
function readingReport({ duration, reading }: WindowReading) {
  const { from } = reading
  const value =
    reading.kind === 'rate'
      ? { burnRate: reading.burnRate, events: reading.events }
      : { burnRate: null, events: null, reason: reading.reason }
  return {
    window: duration.iso,
    kind: reading.kind,
    ...value,
    ...(from && {
      start: from.start.toISOString(),
      end: from.end.toISOString(),
      requests: from.requests,
      ...(from.note === undefined ? {} : { note: from.note })
    })
  }
}

function alertReport({ alert, burnRate, shortBurnRate, firing }: AlertState) {
  const { level, burnRateThreshold, duration, shortDuration } = alert
  const short = shortDuration && { shortWindow: shortDuration.iso, shortBurnRate }
  return { level, threshold: burnRateThreshold, window: duration.iso, burnRate, ...short, firing }
}
