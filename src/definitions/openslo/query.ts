import { SELECTOR, STRING } from '../../sources/prometheus/query.ts'

const COUNTER = new RegExp(`^(?:sum ?\\( ?(?<summed>${SELECTOR}) ?\\)|(?<plain>${SELECTOR}))$`)
const STRINGS = new RegExp(STRING, 'g')

/**
 * A query on one line that measures the window `$window`.
 *
 * @param isCounter whether a bare metric counts events, so that its increase is what counts
 * @returns undefined for a query that does not say where its window is
 */
export function overWindow(query: string, isCounter: boolean): string | undefined {
  if (query.includes('$window')) return query
  const { summed, plain } = (isCounter && COUNTER.exec(query)?.groups) || {}
  const selector = summed ?? plain
  return selector === undefined ? withRangeReplaced(query) : `sum(increase(${selector}[$window]))`
}

/** Functions that measure the same thing over a range of any length. */
const OVER_RANGE = '(?:rate|increase|sum_over_time|count_over_time|avg_over_time)'
const RANGE = new RegExp(`\\b${OVER_RANGE} ?\\( ?[\\w:]* ?(?:\\{[^{}]*\\} ?)?\\[ ?(\\d\\w*) ?\\]`, 'g')
const STRING_OR_RANGE = new RegExp(`(${STRING})|\\[[^\\]]*\\]`, 'g')

/**
 * Most queries have a fixed range such as `[5m]`, which stands for any window. Subqueries are left alone, because
 * their steps would be counted again and again, and so are queries about another time.
 */
function withRangeReplaced(query: string): string | undefined {
  const code = query.replace(STRINGS, '""')
  const ranges = [...code.matchAll(RANGE)].map(([, range]) => range)
  const isOneLength = new Set(ranges).size === 1 && code.split('[').length - 1 === ranges.length
  if (!isOneLength || /\boffset\b|@/.test(code)) return undefined
  return query.replace(STRING_OR_RANGE, (_, string?: string) => string ?? '[$window]')
}
