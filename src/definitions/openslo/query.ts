// A string without an end counts to the end of the query: a search for the end would take quadratic time.
const STRING = String.raw`"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)|${'`[^`]*(?:`|$)'}`
const MATCHER = `[a-zA-Z_]\\w* ?(?:=~|!~|!=|=) ?(?:${STRING})`
const SELECTOR = `[a-zA-Z_:][\\w:]*(?: ?\\{ ?(?:${MATCHER}(?: ?, ?${MATCHER})* ?,? ?)?\\})?`

const COUNTER = new RegExp(`^(?:sum ?\\( ?(?<summed>${SELECTOR}) ?\\)|(?<plain>${SELECTOR}))$`)
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
  if (query.includes('$window')) return query
  const { summed, plain } = (isCounter && COUNTER.exec(query)?.groups) || {}
  const selector = summed ?? plain
  return selector === undefined ? undefined : `sum(increase(${selector}[$window]))`
}
