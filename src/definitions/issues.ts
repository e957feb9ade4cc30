import * as v from 'valibot'
import type { Problems } from '../problems.ts'
import { show } from '../text/show.ts'

type Issue = v.BaseIssue<unknown>

/** The path of a field, such as `burnRateAlerts[0].duration`; empty for the whole value. */
export function pathOf(issue: Issue): string {
  return (v.getDotPath(issue) ?? '').replace(/(^|\.)(\d+)(?=\.|$)/g, '[$2]')
}

/**
 * The problem with a field, as the end of a sentence. The message of most issues says what the field accepts;
 * for an unknown key, `v.never` and `v.rawCheck`, the message already is the end of the sentence.
 */
export function wordsOf({ type, expected, input, message }: Issue): string {
  if (expected === 'never' || type === 'raw_check') return message
  // A variant lists the values of its missing key.
  const isMissing = input === undefined && type !== 'variant'
  return isMissing ? 'is missing' : `${show(input)} is not accepted; it takes ${message}`
}

/** Parses a value with a schema; undefined if it does not fit, which is reported. */
export function readReporting<T>(
  schema: v.GenericSchema<unknown, T>,
  { value, at, problems }: { value: unknown; at: (fieldPath: string) => string; problems: Problems }
): T | undefined {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  for (const issue of result.issues) problems.error(at(pathOf(issue)), wordsOf(issue))
  return undefined
}
