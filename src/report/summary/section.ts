import type { RunResult } from '../result.ts'

/**
 * One part of the summary, as Markdown; empty when there is nothing to say.
 *
 * @param limit how many items each list may show; the JSON report has the others
 */
export type Section = (result: RunResult, limit: number) => string

/** The first lines of a list, and the number of the others. */
export function limited(lines: readonly string[], limit: number): string {
  const rest = lines.length - limit
  const shown = lines.slice(0, limit).join('\n')
  return rest > 0 ? `${shown}\n\n${rest} more are in the JSON report.` : shown
}
