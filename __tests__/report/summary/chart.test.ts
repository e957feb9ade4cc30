import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { BudgetLevel } from '../../../src/budget/burnDown.ts'
import { chart } from '../../../src/report/summary/chart.ts'
import { DAY, HOUR } from '../../../src/time/duration.ts'

const BEGIN = Date.parse('2026-10-24T18:00:00Z')

const levelsOf = (remaining: readonly number[], step = DAY, begin = BEGIN): BudgetLevel[] =>
  remaining.map((percent, index) => ({ at: new Date(begin + (index + 1) * step), remaining: percent }))

const lineOf = (markdown: string) => JSON.parse(/^ {4}line (.*)$/m.exec(markdown)?.[1] ?? 'null') as number[]
const rowsOf = (markdown: string) =>
  [...markdown.matchAll(/^\| ([^|]+) \| (-?[\d.]+)&nbsp;% \|$/gm)].map(([, until, left]) => [
    until,
    Number(left)
  ])

describe('the chart', () => {
  it('is a line, a row of bars, and a table of the same numbers', () => {
    expect(chart(levelsOf([100, 66.66, 66.66, -12.34]), 'UTC')).toBe(`\`\`\`mermaid
%%{init: {"xyChart":{"height":300},"themeVariables":{"xyChart":{"plotColorPalette":"#2f81f7"}}}}%%
xychart-beta
    title "Error budget left (percent)"
    x-axis "days since the window began" 1 --> 4
    y-axis "percent" -12.3 --> 100
    line [100, 66.7, 66.7, -12.3]
\`\`\`

\`█▆▆▁\` from 100&nbsp;% to -12.3&nbsp;%

<details><summary>The same data as a table</summary>

| Until (UTC) | Budget left |
| --- | --- |
| 25 Oct 18:00 | 100&nbsp;% |
| 26 Oct 18:00 | 66.7&nbsp;% |
| 27 Oct 18:00 | 66.7&nbsp;% |
| 28 Oct 18:00 | -12.3&nbsp;% |

</details>`)
  })

  it('is nothing of nothing', () => {
    expect(chart([], 'UTC')).toBe('')
  })

  it('of one level still has an axis with two ends', () => {
    expect(chart(levelsOf([42]), 'UTC')).toContain('1 --> 2')
    expect(lineOf(chart(levelsOf([42]), 'UTC'))).toEqual([42])
  })

  it.each([
    [HOUR, 'hours'],
    [DAY, 'days'],
    [6 * HOUR, 'steps of 6 hours'],
    [2 * DAY, 'steps of 2 days']
  ])('in steps of %d ms counts in %s', (step, unit) => {
    expect(chart(levelsOf([100, 90], step), 'UTC')).toContain(
      `x-axis "${unit} since the window began" 1 --> 2`
    )
  })

  it('tells days as the clocks of the zone do, without the hour at midnight', () => {
    const midnight = Date.parse('2026-10-22T22:00:00Z')
    const days = (zone: string) =>
      rowsOf(chart(levelsOf([9, 8, 7, 6], DAY, midnight), zone)).map(([day]) => day)
    expect(days('UTC')).toEqual(['23 Oct 22:00', '24 Oct 22:00', '25 Oct 22:00', '26 Oct 22:00'])
    // The clocks are set back in the night to the 25th.
    expect(days('Europe/Berlin')).toEqual(['24 Oct', '25 Oct', '25 Oct 23:00', '26 Oct 23:00'])
  })

  it('says of which zone its times are', () => {
    expect(chart(levelsOf([9, 8]), 'Europe/Berlin')).toContain('Europe/Berlin')
    expect(chart(levelsOf([9, 8]), 'UTC')).toContain('UTC')
  })

  const percents = fc.array(
    fc.oneof(
      fc.double({ min: -20_000, max: 100, noNaN: true }),
      fc.constantFrom(100, 0, -0, 0.04, -0.04, 99.96, 1e-12, -1e-12)
    ),
    { minLength: 1, maxLength: 45 }
  )

  it('shows every level three times, with one decimal, within its axes', () => {
    fc.assert(
      fc.property(percents, fc.constantFrom('UTC', 'Asia/Tokyo', 'America/St_Johns'), (values, zone) => {
        const markdown = chart(levelsOf(values), zone)
        const line = lineOf(markdown)
        expect(line).toHaveLength(values.length)
        for (const [index, value] of values.entries())
          expect(Math.abs((line[index] as number) - value)).toBeLessThanOrEqual(0.05 + 1e-9)
        expect(rowsOf(markdown).map(([, left]) => left)).toEqual(line)
        expect(markdown).not.toMatch(/-0&nbsp;|-0[,\]]|\de[+-]?\d|NaN|Infinity/)
        const [, lowest] = /y-axis "percent" (-?[\d.]+) --> 100/.exec(markdown) ?? []
        expect(Number(lowest)).toBe(Math.min(0, ...line))
      })
    )
  })

  it('has a bar for every level: empty exactly where an eighth or less is left, never higher for less', () => {
    fc.assert(
      fc.property(percents, values => {
        const markdown = chart(levelsOf(values), 'UTC')
        const [, bars = ''] = /^`([▁-█]+)` from/m.exec(markdown) ?? []
        const heights = [...bars].map(bar => '▁▂▃▄▅▆▇█'.indexOf(bar))
        expect(heights).toHaveLength(values.length)
        const line = lineOf(markdown)
        const sorted = heights.map((height, index) => [line[index] as number, height] as const)
        for (const [left, height] of sorted) {
          expect(height === 0).toBe(left < 12.5)
          for (const [other, otherHeight] of sorted)
            if (other > left) expect(otherHeight).toBeGreaterThanOrEqual(height)
        }
      })
    )
  })
})
