import { exceeds, plainDecimal } from '../budget/decimal.ts'
import { describeDuration } from '../budget/duration.ts'
import { type AlertState, budgetOf, type Judgement } from '../budget/judge.ts'
import { alertDurations } from '../budget/slo.ts'
import { blocks, type Verdict } from '../budget/verdict.ts'
import { windowsOf } from '../budget/window.ts'
import { bar, code, plain, table } from './markdown.ts'
import type { RunResult } from './result.ts'
import { describeInstant } from './time.ts'
import { describeApproval, headline, wayOut } from './words.ts'

/** The job summary: the verdict, why, what now; then every SLO, its alerts, and the windows. */
export function summaryOf(result: RunResult): string {
  const sections = [
    `## ${mark(result)} ${headline(result)}`,
    reasons(result),
    wayOut(result) && `**What now?** ${wayOut(result)}`,
    approval(result),
    slos(result),
    alerts(result),
    notes(result),
    windows(result)
  ]
  return `${sections.filter(Boolean).join('\n\n')}\n`
}

function mark({ decision, judgements }: RunResult): string {
  if (decision.decision === 'block') return '⛔'
  if (decision.decision === 'override') return '🔶'
  return judgements.every(({ verdict }) => verdict === 'healthy') ? '✅' : '⚠️'
}

function approval(result: RunResult): string {
  const words = describeApproval(result)
  return words === undefined ? '' : `**Maintenance approval.** ${plain(words)}`
}

function reasons({ decision, errors }: RunResult): string {
  return errors.length === 0 ? plain(decision.reason) : errors.map(error => `- ${plain(error)}`).join('\n')
}

function slos({ judgements, policy }: RunResult): string {
  if (judgements.length === 0) return ''
  const rows = judgements.map(judgement => {
    const { burnRate, budgetRemaining, budgetHealth } = budgetOf(judgement)
    const { slo, verdict } = judgement
    return [
      nameOf(judgement),
      `${verdictMark(verdict, blocks(verdict, policy))} ${verdict}`,
      budgetRemaining === null || verdict === 'low-traffic'
        ? 'unknown'
        : `\`${bar(budgetRemaining)}\` ${short(budgetRemaining)}&nbsp;%`,
      burnRate === null
        ? 'unknown'
        : `${beside(burnRate, policy.maxBurnRate)} ${comparison(burnRate, policy.maxBurnRate)} ${plainDecimal(policy.maxBurnRate)}`,
      budgetHealth === null ? 'unknown' : short(budgetHealth),
      slo.target === null ? '' : `${plainDecimal(slo.target)}&nbsp;%`,
      describeDuration(slo.window)
    ]
  })
  return table(['SLO', 'Verdict', 'Error budget left', 'Burn rate', 'Health', 'Target', 'Window'], rows)
}

function nameOf({ slo }: Judgement): string {
  return slo.name === slo.id ? code(slo.id) : `${plain(slo.name)} ${code(slo.id)}`
}

function verdictMark(verdict: Verdict, isBlocking: boolean): string {
  if (isBlocking) return '⛔'
  return verdict === 'healthy' ? '✅' : '⚠️'
}

const comparison = (value: number, threshold: number) => (exceeds(value, threshold) ? '&gt;' : '≤')

/** Three decimals: enough for reading. */
const short = (value: number) => plainDecimal(Number(value.toFixed(3)))

/** A value beside its threshold: all decimals where rounding would hide on which side it is. */
function beside(value: number, threshold: number): string {
  const isHidden = exceeds(value, threshold) !== exceeds(Number(value.toFixed(3)), threshold)
  return isHidden ? plainDecimal(value) : short(value)
}

function alerts({ judgements }: RunResult): string {
  const rows = judgements.flatMap(({ slo, alerts }) =>
    alerts.map(state => [code(slo.id), ...alertCells(state)])
  )
  if (rows.length === 0) return ''
  return `### Burn rate alerts\n\n${table(['SLO', 'Level', 'Windows', 'Burn rate', 'Threshold', 'State'], rows)}`
}

function alertCells({ alert, burnRate, shortBurnRate, firing }: AlertState): readonly string[] {
  const { level, burnRateThreshold } = alert
  const durations = alertDurations(alert)
  const windows = durations.map(describeDuration)
  const rates = [burnRate, shortBurnRate].slice(0, durations.length)
  const shown = rates.map(rate => (rate === null ? 'no value' : beside(rate, burnRateThreshold)))
  return [
    level,
    windows.join(' and '),
    shown.join(' and '),
    plainDecimal(burnRateThreshold),
    firing ? `${level === 'CRITICAL' ? '⛔' : '⚠️'} firing` : 'quiet'
  ]
}

/** The SLOs that did not decide but need a word, and what is odd about the configuration. */
function notes({ decision, judgements, warnings, timeZone }: RunResult): string {
  const others = judgements
    .filter(judgement => judgement !== decision.worst && judgement.verdict !== 'healthy')
    .map(({ reason }) => reason)
  const remembered = judgements.flatMap(({ slo, asOf }) =>
    asOf
      ? `SLO "${slo.id}" was not asked for again: its windows end at ${describeInstant(asOf, timeZone)}`
      : []
  )
  const lines = [...others, ...remembered, ...warnings].map(note => `- ${plain(note)}`)
  return lines.length === 0 ? '' : `### Also worth knowing\n\n${lines.join('\n')}`
}

function windows({ judgements, at, timeZone }: RunResult): string {
  if (judgements.length === 0) return ''
  const starts = new Map(
    judgements
      .flatMap(({ slo }) => windowsOf(slo, at))
      .toSorted((a, b) => b.duration.ms - a.duration.ms)
      .map(({ duration, start }) => [
        duration.ms,
        `- ${describeDuration(duration)}: from ${describeInstant(start, timeZone)}`
      ])
  )
  return `### Windows\n\nAll end at ${describeInstant(at, timeZone)}.\n\n${[...starts.values()].join('\n')}`
}
