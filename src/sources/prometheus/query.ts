import * as v from 'valibot'
import { text } from '../../schema/values.ts'

// A string without an end counts to the end of the query: a search for the end would take quadratic time.
/** A string in PromQL, as the source of a regular expression. */
export const STRING = String.raw`"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)|${'`[^`]*(?:`|$)'}`

const MATCHER = `[a-zA-Z_]\\w* ?(?:=~|!~|!=|=) ?(?:${STRING})`
const MATCHERS = `\\{ ?(?:${MATCHER}(?: ?, ?${MATCHER})* ?,? ?)?\\}`

/** A metric on one line, with or without labels, as the source of a regular expression. */
export const SELECTOR = `[a-zA-Z_:][\\w:]*(?: ?${MATCHERS})?`

const STRING_OR_SPACE = new RegExp(`(${STRING})|(?:#.*|\\s)+`, 'g')

/** A query without line breaks and comments: inside another query, a comment would hide what follows it. */
const onOneLine = (query: string): string =>
  query.replace(STRING_OR_SPACE, (_, string?: string) => string ?? ' ').trim()

/** `{{.window}}` is how Sloth and documents of OpenSLO write what is `$window` here. */
const withWindow = (query: string): string => query.replace(/\{\{-? ?\.window ?-?\}\}/gi, '$window')

const METRIC = new RegExp(`^(?:${SELECTOR}|${MATCHERS})$`)

/** PromQL of any number of lines, which become one. */
export const promQl = v.pipe(
  v.custom<string>(value => typeof value === 'string', 'a query in PromQL'),
  v.transform(query => withWindow(onOneLine(query))),
  text
)

/** A metric with or without labels, on any number of lines. */
export const selector = v.pipe(
  promQl,
  v.check(query => METRIC.test(query), 'a metric with or without labels, such as calls_total{code="500"}')
)
