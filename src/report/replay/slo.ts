import { budgetOf, type Judgement, judge, lastHourBurnRateOf, type Readings } from '../../budget/judge.ts'
import { type Reading, readingOf, unreadable } from '../../budget/reading.ts'
import { ownWindow, type Window, windowsOf } from '../../budget/window.ts'
import { orLastKnown } from '../../state/memory.ts'
import { field } from '../../text/field.ts'
import type { Report } from '../schema.ts'
import type { Differences } from './difference.ts'
import { type ReportedReading, type ReportedSlo, sloOf } from './report.ts'

/** An SLO of a report, with the parts of the report that its verdict depends on. */
interface Subject {
  readonly reported: ReportedSlo
  readonly report: Pick<Report, 'generatedAt' | 'policy' | 'requests'>
  /** Its path in the report. */
  readonly where: string
}

/** Judges an SLO again by its readings, and compares everything that the report says about it. */
export function rejudge(subject: Subject, differences: Differences): Judgement {
  const judgement = judged(subject)
  compareReadings(subject, judgement, differences)
  compareWindow(subject, judgement, differences)
  compareBudget(subject, judgement, differences)
  compareAlerts(subject, judgement, differences)
  compareOutcomes(subject, judgement, differences)
  return judgement
}

function judged({ reported, report: { policy, generatedAt } }: Subject): Judgement {
  const { asOf, sourceError } = reported
  const slo = sloOf(reported)
  const byLength = new Map(reported.readings.map(read => [read.window.ms, readingIn(read, slo.target)]))
  const readings: Readings = ms => byLength.get(ms) ?? unreadable('it is not in the report')
  // The report has this field only if the SLO was unresolved.
  const isUnresolved = reported.lastHourBurnRate !== undefined
  const judgement = judge({ slo, readings, isUnresolved, ...(asOf && { asOf }) }, policy)
  const recall = { slo, origin: slo.id, now: generatedAt }
  const settings = { policy, maxAge: ANY_AGE }
  if (asOf === undefined || sourceError === undefined) {
    return orLastKnown(judgement, { ...recall, memory: undefined }, settings)
  }
  const memory = { at: asOf, origin: slo.id, isUnresolved, readings: withoutUnreadable(byLength) }
  const failed: Judgement = { ...judgement, verdict: 'source-error', reason: sourceError }
  return orLastKnown(failed, { ...recall, memory }, settings)
}

/** Computes the burn rate from the events if they are known. */
function readingIn(read: ReportedReading, target: number | null): Reading {
  const { kind } = read
  if (kind !== 'rate') return { kind, reason: read.reason }
  return read.events === null
    ? readingOf({ kind: 'burn-rate', burnRate: read.burnRate }, target)
    : readingOf({ kind: 'events', ...read.events }, target)
}

/** The report does not contain `state-max-age`; the gate has applied it already. */
const ANY_AGE = { iso: 'P366000D', ms: Number.MAX_SAFE_INTEGER }

const withoutUnreadable = (readings: ReadonlyMap<number, Reading>) =>
  new Map([...readings].filter(([, { kind }]) => kind !== 'unreadable'))

function compareReadings(
  { reported, report, where }: Subject,
  { slo, readings, asOf }: Judgement,
  differences: Differences
): void {
  const windows = windowsOf(slo, asOf ?? report.generatedAt, reported.lastHourBurnRate !== undefined)
  const lengths = reported.readings.map(read => read.window.iso)
  differences.compare(
    `${where}.readings[].window`,
    lengths,
    windows.map(({ duration }) => duration.iso)
  )
  const ids = new Set(report.requests.map(({ id }) => id))
  for (const [index, read] of reported.readings.entries()) {
    const at = `${where}.readings[${index}]`
    const [window, reading] = [windows[index], readings[index]?.reading]
    // Their number is compared above.
    if (window === undefined || reading === undefined) return
    differences.compare(`${at}.kind`, read.kind, reading.kind)
    differences.compare(`${at}.burnRate`, read.burnRate, reading.kind === 'rate' ? reading.burnRate : null)
    compareSpan({ where: at, read, window }, differences)
    const unknown = read.requests.filter(id => !ids.has(id))
    if (unknown.length > 0) differences.add(`${at}.requests`, unknown, 'numbers of requests in the report')
  }
}

/** A reading covers its whole window. An unreadable part of business hours covers only that part. */
function compareSpan(
  { where, read, window }: { where: string; read: ReportedReading; window: Window },
  differences: Differences
): void {
  const { start = window.start, end = window.end, kind } = read
  const isPart = kind === 'unreadable' && window.start <= start && start < end && end <= window.end
  differences.compare(`${where}.start`, start, isPart ? start : window.start)
  differences.compare(`${where}.end`, end, isPart ? end : window.end)
}

function compareWindow(
  { reported, report: { generatedAt }, where }: Subject,
  { slo, asOf, sourceError }: Judgement,
  differences: Differences
): void {
  const { window, isRemembered } = reported
  const { start, end } = ownWindow(slo, asOf ?? generatedAt)
  differences.compare(`${where}.window.start`, window.start, start)
  differences.compare(`${where}.window.end`, window.end, end)
  differences.compare(`${where}.isRemembered`, isRemembered, asOf !== undefined)
  differences.compare(`${where}.isLastKnown`, reported.isLastKnown, sourceError !== undefined)
  differences.compare(`${where}.sourceError`, reported.sourceError, sourceError)
  if (asOf && asOf > generatedAt) differences.add(`${where}.asOf`, asOf, 'no later than generatedAt')
}

function compareBudget({ reported, where }: Subject, judgement: Judgement, differences: Differences): void {
  const { reading, verdict, reason } = judgement
  const recomputed = {
    events: reading.kind === 'rate' ? reading.events : null,
    ...budgetOf(judgement),
    lastHourBurnRate: lastHourBurnRateOf(judgement),
    verdict,
    reason
  }
  for (const [name, value] of Object.entries(recomputed)) {
    differences.compare(`${where}.${name}`, field(reported, name), value)
  }
}

function compareAlerts({ reported, where }: Subject, { alerts }: Judgement, differences: Differences): void {
  for (const [index, { windows, firing }] of alerts.entries()) {
    const at = `${where}.alerts[${index}]`
    const alert = reported.alerts[index]
    const [long, short] = windows
    differences.compare(`${at}.burnRate`, alert?.burnRate, long?.burnRate)
    differences.compare(`${at}.shortBurnRate`, alert?.shortBurnRate, short?.burnRate)
    differences.compare(`${at}.firing`, alert?.firing, firing)
  }
}

/** The outcomes must add up to the events. */
function compareOutcomes(
  { reported: { outcomes }, where }: Subject,
  { reading }: Judgement,
  differences: Differences
): void {
  if (outcomes === undefined || reading.kind === 'unreadable') return
  const sum = (kind: 'good' | 'bad') =>
    outcomes.reduce((all, { count, countsAs }) => all + (countsAs === kind ? count : 0), 0)
  const events = (reading.kind === 'rate' && reading.events) || { good: 0, total: 0 }
  differences.compare(`${where}.outcomes[] that count as good`, sum('good'), events.good)
  differences.compare(`${where}.outcomes[] that count as bad`, sum('bad'), events.total - events.good)
}
