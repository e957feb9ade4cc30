import { burnDown } from '../../budget/burnDown.ts'
import { exceeds, plainDecimal, rounded } from '../../budget/decimal.ts'
import { type AlertState, budgetOf, type Judgement } from '../../budget/judge.ts'
import { alertDurations } from '../../budget/slo.ts'
import { blocks, type Verdict } from '../../budget/verdict.ts'
import { bar, code, details, idOf, plain, shortened, table } from '../../text/markdown.ts'
import { describeDuration } from '../../time/duration.ts'
import type { RunResult } from '../result.ts'
import { describeInstant } from '../time.ts'
import { describeApproval, headline, wayOut } from '../words.ts'
import { chart } from './chart.ts'
import { evidence, outcomes } from './evidence.ts'
import { forecast } from './forecast.ts'

/** A step shows 1 MiB; a little is left for whatever else writes there. */
const MOST_BYTES = 1_000_000

/** How many SLOs are shown, when all of them are too much. */
const SIZES = [Number.POSITIVE_INFINITY, 1_000, 300, 100, 30, 10, 3]

/** GitHub takes 65,536 characters in a comment. */
const MOST_OF_COMMENT = 60_000

/**
 * The job summary: the verdict, why, what now; then every SLO, charts, alerts and the evidence. It never
 * has more than a step may show: what matters least is left out first, and that is said.
 */
export function summaryOf(result: RunResult): string {
  return fitting(MOST_BYTES, SIZES, most => [
    `## ${mark(result)} ${headline(result)}`,
    reasons(result, most),
    whatNow(result),
    approval(result),
    slos(result, most),
    charts(result),
    alerts(result, most),
    notes(result, most),
    overrides(result, most),
    applied(result, most),
    published(result),
    outcomes(result, most),
    evidence(result, Math.min(most, 200))
  ])
}

/** The comment on a pull request: what one has to know, and where the rest is. */
export function commentOf(result: RunResult, runUrl: string): string {
  return fitting(MOST_OF_COMMENT, [20, 10, 5, 2], most => [
    `## ${mark(result)} ${headline(result)}`,
    reasons(result, most),
    whatNow(result),
    approval(result),
    slos(result, most),
    runUrl === '' ? '' : `[The whole report](${runUrl})`
  ])
}

/** The most that is not too much. */
function fitting(
  mostBytes: number,
  sizes: readonly number[],
  sectionsOf: (most: number) => readonly (string | false | undefined)[]
): string {
  let text = ''
  for (const most of sizes) {
    text = `${sectionsOf(most).filter(Boolean).join('\n\n')}\n`
    if (Buffer.byteLength(text) <= mostBytes) return text
  }
  return text
}

/** Lines of a list, and how many of them are left out. */
function listed(lines: readonly string[], most: number): string {
  const left = lines.length - most
  const shown = lines.slice(0, most).join('\n')
  return left > 0 ? `${shown}\n\n${left} more are in the JSON report.` : shown
}

function whatNow(result: RunResult): string {
  const sentences = [wayOut(result), forecast(result)].filter(Boolean).join(' ')
  return sentences === '' ? '' : `**What now?** ${plain(sentences)}`
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

function reasons({ decision, errors }: RunResult, most: number): string {
  if (errors.length === 0) return plain(shortened(decision.reason, 2_000))
  return listed(
    errors.map(error => `- ${plain(shortened(error, 1_000))}`),
    most
  )
}

function slos({ judgements, policy }: RunResult, most: number): string {
  if (judgements.length === 0) return ''
  const rows = judgements.slice(0, most).map(judgement => {
    const { burnRate, budgetRemaining, budgetHealth } = budgetOf(judgement)
    const { slo, verdict } = judgement
    const promise = slo.target === null ? '' : `${plainDecimal(slo.target)}&nbsp;% over `
    return [
      nameOf(judgement),
      `${verdictMark(verdict, blocks(verdict, policy))} ${verdict}`,
      budgetRemaining === null || verdict === 'low-traffic'
        ? 'unknown'
        : `${plainDecimal(Number(budgetRemaining.toFixed(1)))}&nbsp;% \`${bar(budgetRemaining)}\``,
      burnRate === null
        ? 'unknown'
        : `${rounded(burnRate, policy.maxBurnRate, 3)} ${comparison(burnRate, policy.maxBurnRate)} ${plainDecimal(policy.maxBurnRate)}`,
      budgetHealth === null ? 'unknown' : short(budgetHealth),
      `${promise}${describeDuration(slo.window)}`
    ]
  })
  const header = ['SLO', 'Verdict', 'Error budget left', 'Burn rate and limit', 'Health', 'Promised']
  const left = judgements.length - rows.length
  return [
    table(header, rows),
    left > 0 && `${left} more SLOs, none worse than these, are in the JSON report.`
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** The budget over the window, where the source can tell: a line is never invented. */
function charts({ judgements, histories, timeZone }: RunResult): string {
  return judgements
    .flatMap(judgement => {
      const { id, target } = judgement.slo
      const buckets = histories.get(id)
      if (buckets === undefined || target === null) return []
      return `### Budget of ${nameOf(judgement)}\n\n${chart(burnDown(buckets, target), timeZone)}`
    })
    .join('\n\n')
}

function nameOf({ slo }: Judgement): string {
  const id = idOf(slo)
  return slo.name === slo.id ? id : `${plain(shortened(slo.name, 100))} ${id}`
}

function verdictMark(verdict: Verdict, isBlocking: boolean): string {
  if (isBlocking) return '⛔'
  return verdict === 'healthy' ? '✅' : '⚠️'
}

const comparison = (value: number, threshold: number) => (exceeds(value, threshold) ? '&gt;' : '≤')

/** Three decimals: enough for reading. */
const short = (value: number) => plainDecimal(Number(value.toFixed(3)))

/** Those that fire are shown; the quiet ones are there for whoever looks for them. */
function alerts({ judgements }: RunResult, most: number): string {
  const states = judgements.slice(0, most).flatMap(({ slo, alerts }) => alerts.map(state => ({ slo, state })))
  const tableOf = (firing: boolean) => {
    const shown = states.filter(({ state }) => state.firing === firing)
    const rows = shown.map(({ slo, state }) => [idOf(slo), ...alertCells(state)])
    return rows.length === 0
      ? ''
      : table(['SLO', 'Level', 'Windows', 'Burn rate', 'Threshold', 'State'], rows)
  }
  const [firing, quiet] = [tableOf(true), tableOf(false)]
  return [
    firing && `### Burn rate alerts that fire\n\n${firing}`,
    quiet && details('Burn rate alerts that are quiet', quiet)
  ]
    .filter(Boolean)
    .join('\n\n')
}

function alertCells({ alert, burnRate, shortBurnRate, firing }: AlertState): readonly string[] {
  const { level, burnRateThreshold } = alert
  const durations = alertDurations(alert)
  const windows = durations.map(describeDuration)
  const rates = [burnRate, shortBurnRate].slice(0, durations.length)
  const shown = rates.map(rate => (rate === null ? 'no value' : rounded(rate, burnRateThreshold, 3)))
  return [
    level,
    windows.join(' and '),
    shown.join(' and '),
    plainDecimal(burnRateThreshold),
    firing ? `${level === 'CRITICAL' ? '⛔' : '⚠️'} firing` : 'quiet'
  ]
}

/** The SLOs that did not decide but need a word, and what is odd about the configuration. */
function notes({ decision, judgements, warnings, timeZone }: RunResult, most: number): string {
  const others = judgements
    .filter(judgement => judgement.slo.id !== decision.worst?.slo.id && judgement.verdict !== 'healthy')
    .map(({ reason }) => reason)
  const remembered = judgements.flatMap(({ slo, asOf }) =>
    asOf
      ? `SLO "${slo.id}" was not asked for again: its windows end at ${describeInstant(asOf, timeZone)}`
      : []
  )
  const all = [...others, ...warnings, ...remembered]
  const lines = all.map(note => `- ${plain(shortened(note, 1_000))}`)
  return lines.length === 0 ? '' : `### Also worth knowing\n\n${listed(lines, most)}`
}

function applied({ applied }: RunResult, most: number): string {
  if (applied.length === 0) return ''
  const lines = applied
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ id, outcome, changes, problem }) => {
      const details = plain(shortened([...changes, ...(problem ? [problem] : [])].join('; '), 1_000))
      return `- ${code(id)}: ${outcome}${details && `: ${details}`}`
    })
  const unchanged = applied.filter(({ outcome }) => outcome === 'unchanged').length
  const rest = unchanged > 0 ? [`- ${unchanged} unchanged`] : []
  return `### Definitions at Genesys Cloud\n\n${[listed(lines, most), ...rest].filter(Boolean).join('\n')}`
}

/** What an audit would have had to be let through. */
function overrides({ mode, judgements, policy }: RunResult, most: number): string {
  const blocking = judgements.filter(({ verdict }) => blocks(verdict, policy))
  if (mode !== 'audit' || blocking.length === 0) return ''
  const ids = blocking.slice(0, most).map(({ slo }) => idOf(slo))
  const left = blocking.length - ids.length
  const rest = left > 0 ? [`${left} more`] : []
  return `Overrides would have been needed for ${[...ids, ...rest].join(', ')}.`
}

function published({ publications }: RunResult): string {
  if (publications.length === 0) return ''
  const count = (outcome: string) =>
    publications.filter(publication => publication.outcome === outcome).length
  const changed = publications.flatMap(({ id, event }) =>
    event ? `${id} ${event.event === 'budget_exceeded' ? 'degrades' : 'is back to normal'}` : []
  )
  const parts = [
    `${count('written')} rows written`,
    `${count('kept')} left as they were`,
    `${count('failed')} failed`,
    ...changed.slice(0, 20)
  ]
  return `**Call flows.** ${plain(parts.join('; '))}.`
}
