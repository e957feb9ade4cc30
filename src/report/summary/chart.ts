import type { BudgetLevel } from '../../budget/burnDown.ts'
import { details, plain, table } from '../../text/markdown.ts'
import { DAY, describeDuration, HOUR } from '../../time/duration.ts'

/** The levels as a line, as a row of bars for where Mermaid is not drawn, and as numbers. */
export function chart(levels: readonly BudgetLevel[], zone: string): string {
  const first = levels[0]
  if (first === undefined) return ''
  const days = levels.map(({ at }) => dayOf(at, zone))
  const values = levels.map(({ remaining }) => rounded(remaining))
  const lowest = Math.min(0, ...values)
  const lines = [
    '```mermaid',
    LOOK,
    'xychart-beta',
    '    title "Error budget left (percent)"',
    `    x-axis "${unitOf(levels)} since the window began" 1 --> ${Math.max(2, values.length)}`,
    `    y-axis "percent" ${lowest} --> 100`,
    `    line [${values.join(', ')}]`,
    '```'
  ]
  const rows = levels.map(({ remaining }, index) => [days[index] as string, `${rounded(remaining)}&nbsp;%`])
  return [
    lines.join('\n'),
    `\`${sparkline(values)}\` from ${values[0]}&nbsp;% to ${values.at(-1)}&nbsp;%`,
    details('The same as numbers', table([`Until (${plain(zone)})`, 'Budget left'], rows))
  ].join('\n\n')
}

/** Mermaid's own line is too pale for either theme, and its picture higher than a phone. */
const LOOK = `%%{init: ${JSON.stringify({
  xyChart: { height: 300 },
  themeVariables: { xyChart: { plotColorPalette: '#2f81f7' } }
})}}%%`

/** In which steps the window goes by. */
function unitOf(levels: readonly BudgetLevel[]): string {
  const [first, second] = levels
  const ms = first && second ? second.at.getTime() - first.at.getTime() : 0
  if (ms === DAY) return 'days'
  return ms === HOUR ? 'hours' : `steps of ${describeDuration({ ms })}`
}

const rounded = (percent: number) => Math.round(percent * 10) / 10

const CELLS = '▁▂▃▄▅▆▇█'

/** From nothing left to all of it; overspent is nothing. */
function sparkline(values: readonly number[]): string {
  return values.map(value => CELLS[Math.min(7, Math.max(0, Math.floor((value / 100) * 8)))]).join('')
}

/** `25 Oct 06:00`, without the hour at midnight. */
function dayOf(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit'
  }).format(at)
  return parts.replace(/, 00:00$/, '').replace(',', '')
}
