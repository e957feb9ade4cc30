import { SELECTOR, STRING } from '../../sources/prometheus/query.ts'

const COUNTER = new RegExp(`^(?:sum ?\\( ?(?<summed>${SELECTOR}) ?\\)|(?<plain>${SELECTOR}))$`)
const STRINGS = new RegExp(STRING, 'g')

/**
 * Changes a query, on one line, to measure the window `$window`.
 *
 * @param isCounter whether a bare metric is a counter, whose increase is then measured
 * @returns undefined for a query without a clear place for its window
 */
export function overWindow(query: string, isCounter: boolean): string | undefined {
  if (query.includes('$window')) return query
  const { summed, plain } = (isCounter && COUNTER.exec(query)?.groups) || {}
  const selector = summed ?? plain
  return selector === undefined ? withRangeReplaced(query) : `sum(increase(${selector}[$window]))`
}

/** Functions that can be applied to a range of any length. */
const OVER_RANGE = '(?:rate|increase|sum_over_time|count_over_time|avg_over_time)'
const RANGE = new RegExp(`\\b${OVER_RANGE} ?\\( ?[\\w:]* ?(?:\\{[^{}]*\\} ?)?\\[ ?(\\d\\w*) ?\\]`, 'g')
const STRING_OR_RANGE = new RegExp(`(${STRING})|\\[[^\\]]*\\]`, 'g')

/**
 * Most queries have a fixed range such as `[5m]`, which is replaced by the window. Subqueries are not changed, because
 * their steps would be counted several times, and neither are queries with an offset.
 */
function withRangeReplaced(query: string): string | undefined {
  const code = query.replace(STRINGS, '""')
  const ranges = [...code.matchAll(RANGE)].map(([, range]) => range)
  const isOneLength = new Set(ranges).size === 1 && code.split('[').length - 1 === ranges.length
  if (!isOneLength || /\boffset\b|@/.test(code)) return undefined
  return query.replace(STRING_OR_RANGE, (_, string?: string) => string ?? '[$window]')
}
