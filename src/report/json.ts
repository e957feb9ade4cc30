import {
  type AlertState,
  budgetOf,
  type Judgement,
  lastHourBurnRateOf,
  type WindowReading
} from '../budget/judge.ts'
import { ownWindow } from '../budget/window.ts'
import type { RunResult } from './result.ts'
import type { ReportJson } from './schema.ts'

type SloJson = ReportJson['slos'][number]

/** The JSON report: every number that the decision was made from, unrounded. */
export function reportOf(result: RunResult): ReportJson {
  const { at, mode, policy, decision, judgements, errors, attempts, applied, publications } = result
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
    warnings: [...result.failures, ...result.warnings],
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

function maintenanceReport({ approval, maintenanceLabel: label }: RunResult): ReportJson['maintenance'] {
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

function sloReport(judgement: Judgement, at: Date): SloJson {
  const { slo, reading, readings, alerts, verdict, reason, asOf, sourceError } = judgement
  const { start, end, duration } = ownWindow(slo, asOf ?? at)
  const lastHourBurnRate = lastHourBurnRateOf(judgement)
  return {
    id: slo.id,
    name: slo.name,
    target: slo.target,
    window: { start: start.toISOString(), end: end.toISOString(), duration: duration.iso },
    source: slo.source.type,
    // A replay needs it to compute the window.
    ...(slo.delay && { delay: slo.delay.iso }),
    isRemembered: asOf !== undefined,
    ...(asOf && { asOf: asOf.toISOString() }),
    ...(sourceError !== undefined && { isLastKnown: true, sourceError }),
    minimumEvents: slo.minimumEvents,
    ...(slo.businessHours && { businessHours: slo.businessHours }),
    events: reading.kind === 'rate' ? reading.events : null,
    ...budgetOf(judgement),
    alerts: alerts.map(alertReport),
    ...(lastHourBurnRate !== undefined && { lastHourBurnRate }),
    verdict,
    reason,
    readings: readings.map(read => readingReport(read)),
    ...(reading.from?.outcomes && { outcomes: reading.from.outcomes })
  }
}

/** What was read over one window, with the requests that it came from. */
function readingReport({ duration, reading }: WindowReading): SloJson['readings'][number] {
  const { from } = reading
  const provenance = from && {
    start: from.start.toISOString(),
    end: from.end.toISOString(),
    requests: from.requests,
    ...(from.note === undefined ? {} : { note: from.note })
  }
  const window = duration.iso
  if (reading.kind === 'rate') {
    const { kind, burnRate, events } = reading
    return { window, kind, burnRate, events, ...provenance }
  }
  const { kind, reason } = reading
  return { window, kind, burnRate: null, events: null, reason, ...provenance }
}

function alertReport({ alert, windows, firing }: AlertState): SloJson['alerts'][number] {
  const [long, short] = windows
  return {
    level: alert.level,
    threshold: alert.burnRateThreshold,
    window: alert.duration.iso,
    burnRate: long?.burnRate ?? null,
    ...(short && { shortWindow: short.duration.iso, shortBurnRate: short.burnRate }),
    firing
  }
}
