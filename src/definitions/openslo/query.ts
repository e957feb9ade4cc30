// A string without an end counts to the end of the query: a search for the end would take quadratic time.
const STRING = String.raw`"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)|${'`[^`]*(?:`|$)'}`
const MATCHER = `[a-zA-Z_]\\w* ?(?:=~|!~|!=|=) ?(?:${STRING})`
const SELECTOR = `[a-zA-Z_:][\\w:]*(?: ?\\{ ?(?:${MATCHER}(?: ?, ?${MATCHER})* ?,? ?)?\\})?`

const COUNTER = new RegExp(`^(?:sum ?\\( ?(?<summed>${SELECTOR}) ?\\)|(?<plain>${SELECTOR}))$`)
const STRINGS = new RegExp(STRING, 'g')
const STRING_OR_SPACE = new RegExp(`(${STRING})|(?:#.*|\\s)+`, 'g')

/** A query without line breaks and comments: inside another query, a comment would hide what follows it. */
export const onOneLine = (query: string): string =>
  query.replace(STRING_OR_SPACE, (_, string?: string) => string ?? ' ').trim()

/**
 * A query on one line that measures the window `$window`.
 *
 * @param isCounter whether a bare metric counts events, so that its increase is what counts
 * @returns undefined for a query that does not say where its window is
 */
export function overWindow(query: string, isCounter: boolean): string | undefined {
  const withWindow = query.replace(/\{\{ ?-? ?\.window ?-? ?\}\}/g, '$window')
  if (withWindow.includes('$window')) return withWindow
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
