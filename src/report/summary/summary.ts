import type { RunResult } from '../result.ts'
import { alerts } from './alerts.ts'
import { charts } from './charts.ts'
import { approval, headlineOf, reasons, whatNow } from './decision.ts'
import { applied, neededOverrides, published } from './effects.ts'
import { evidence } from './evidence.ts'
import { notes } from './notes.ts'
import { outcomes } from './outcomes.ts'
import type { Section } from './section.ts'
import { sloTable } from './sloTable.ts'

const SUMMARY: readonly Section[] = [
  headlineOf,
  reasons,
  whatNow,
  approval,
  sloTable,
  charts,
  alerts,
  notes,
  neededOverrides,
  applied,
  published,
  outcomes,
  evidence
]

/** GitHub shows 1 MiB of a step, and other parts of the step may write a little as well. */
const MAX_SUMMARY_BYTES = 1_000_000

/** GitHub accepts 65,536 characters in a comment. */
const MAX_COMMENT_BYTES = 60_000

/** The job summary: verdict, reason and what to do, then all SLOs, charts, alerts and the evidence. */
export function summaryOf(result: RunResult): string {
  return fitting(result, { sections: SUMMARY, limits: [100, 10], maxBytes: MAX_SUMMARY_BYTES })
}

/** The comment on a pull request: the decision, the SLOs, and a link to the run. */
export function commentOf(result: RunResult, runUrl: string): string {
  const link = () => (runUrl === '' ? '' : `[The whole report](${runUrl})`)
  const sections = [headlineOf, reasons, whatNow, approval, sloTable, link]
  return fitting(result, { sections, limits: [20, 5], maxBytes: MAX_COMMENT_BYTES })
}

/** Writes the sections with the first limit, or with the second one when the text is too long. */
function fitting(
  result: RunResult,
  {
    sections,
    limits: [usual, fallback],
    maxBytes
  }: {
    readonly sections: readonly Section[]
    readonly limits: readonly [usual: number, fallback: number]
    readonly maxBytes: number
  }
): string {
  const textWith = (limit: number) => {
    const texts = sections.map(section => section(result, limit)).filter(text => text !== '')
    return `${texts.join('\n\n')}\n`
  }
  const text = textWith(usual)
  return Buffer.byteLength(text) <= maxBytes ? text : textWith(fallback)
}
