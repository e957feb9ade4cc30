import type { BudgetLevel } from '../../budget/burnDown.ts'
import { type Column, details, plain, table } from '../../text/markdown.ts'
import { DAY, describeDuration, HOUR } from '../../time/duration.ts'

/** Draws the levels as a Mermaid chart, as a row of bars for readers without Mermaid, and as a table. */
export function chart(levels: readonly BudgetLevel[], zone: string): string {
  const first = levels[0]
  if (first === undefined) return ''
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
  const columns: readonly Column<BudgetLevel>[] = [
    { header: `Until (${plain(zone)})`, cell: ({ at }) => dayOf(at, zone) },
    { header: 'Budget left', cell: ({ remaining }) => `${rounded(remaining)}&nbsp;%` }
  ]
  return [
    lines.join('\n'),
    `\`${sparkline(values)}\` from ${values[0]}&nbsp;% to ${values.at(-1)}&nbsp;%`,
    details('The same data as a table', table(columns, levels))
  ].join('\n\n')
}

/** Mermaid's own line is too pale for both themes, and its own height is too much for a phone. */
const LOOK = `%%{init: ${JSON.stringify({
  xyChart: { height: 300 },
  themeVariables: { xyChart: { plotColorPalette: '#2f81f7' } }
})}}%%`

/** The unit of the x axis: the length of one part of the window. */
function unitOf(levels: readonly BudgetLevel[]): string {
  const [first, second] = levels
  const ms = first && second ? second.at.getTime() - first.at.getTime() : 0
  if (ms === DAY) return 'days'
  return ms === HOUR ? 'hours' : `steps of ${describeDuration({ ms })}`
}

const rounded = (percent: number) => Math.round(percent * 10) / 10

const CELLS = '▁▂▃▄▅▆▇█'

/** One character per level; an overspent budget looks like an empty one. */
function sparkline(values: readonly number[]): string {
  return values.map(value => CELLS[Math.min(7, Math.max(0, Math.floor((value / 100) * 8)))]).join('')
}

/** `25 Oct 06:00`, or `25 Oct` at midnight. */
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
