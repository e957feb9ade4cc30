import { isLoopback } from '../text/loopback.ts'
import { type Duration, parseDuration } from '../time/duration.ts'
import type { Format } from './input.ts'

export const text: Format<string> = { accepts: 'text', parse: value => value }

/** Text that can be sent in a header. */
export const secret: Format<string> = {
  accepts: 'text on one line, of characters that a header can hold',
  isPrivate: true,
  parse: value => (/[^\t\x20-\x7e\x80-\xff]/.test(value) ? undefined : value)
}

/** Entries separated by commas or line breaks, without duplicates. */
export const list: Format<readonly string[]> = {
  accepts: 'entries separated by commas or line breaks',
  parse: value => nonEmpty(value.split(/[,\n]/))
}

/** One entry per line, without duplicates. Not separated by commas, because a path may contain one. */
export const lines: Format<readonly string[]> = {
  accepts: 'one entry per line',
  parse: value => nonEmpty(value.split('\n'))
}

export const flag: Format<boolean> = {
  accepts: 'true or false',
  parse: value => (/^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : undefined)
}

/** A plain decimal number of 0 or more. */
export const decimal: Format<number> = {
  accepts: 'a decimal number of 0 or more, such as 1.0',
  parse: value => (/^\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : undefined)
}

/** A share from 0 to 1. */
export const share: Format<number> = {
  accepts: 'a decimal number from 0 to 1, such as 0.8',
  parse: value => (/^(0(\.\d{1,15})?|1(\.0{1,15})?)$/.test(value) ? Number(value) : undefined)
}

export const timeZone: Format<string> = {
  accepts: 'the name of an IANA time zone, such as UTC or Europe/Berlin',
  parse: value => (isTimeZone(value) ? value : undefined)
}

/**
 * The base address of an API, without a slash at the end. Whether plain http is allowed is checked after all inputs
 * have been read, because it depends on `http-hosts`.
 */
export const address: Format<string> = {
  accepts:
    'an https:// address without user, query and fragment (http:// only on a loopback host or a host of http-hosts)',
  isPrivate: true,
  parse: value => {
    const url = /[?#]/.test(value) ? undefined : urlOf(value)
    return url?.href.replace(/\/+$/, '')
  }
}

/** The whole address of a webhook, including its query. */
export const webhook: Format<string> = {
  accepts: 'an https:// address without user (http:// on a loopback host only)',
  isPrivate: true,
  parse: value => {
    const url = urlOf(value)
    return url?.protocol === 'https:' || (url && isLoopback(url.hostname)) ? url.href : undefined
  }
}

/** Parses an http or https address without a user. */
function urlOf(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || url.username || url.password) return undefined
  return ['https:', 'http:'].includes(url.protocol) ? url : undefined
}

/** The number of a pull request. */
export const positive: Format<number> = {
  accepts: 'a whole number above 0',
  parse: value => (/^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined)
}

export function oneOf<const T extends string>(...values: readonly T[]): Format<T> {
  return { accepts: values.join(' or '), parse: value => values.find(known => known === value) }
}

/** A duration of fixed length, at most `longest`. */
export function duration(longest: Duration): Format<Duration> {
  return {
    accepts: `an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT1M or 1m; at most ${longest.iso}`,
    parse: value => {
      const parsed = parseDuration(value)
      return parsed && parsed.ms <= longest.ms ? parsed : undefined
    }
  }
}

/** Like `duration`, but also accepts `PT0S`. */
export function durationOrNone(longest: Duration): Format<Duration> {
  const { accepts, parse } = duration(longest)
  return {
    accepts: `${accepts}, or PT0S`,
    parse: value => (value === 'PT0S' ? { iso: value, ms: 0 } : parse(value))
  }
}

function nonEmpty(entries: readonly string[]): readonly string[] | undefined {
  const found = [...new Set(entries.map(entry => entry.trim()).filter(entry => entry !== ''))]
  return found.length > 0 ? found : undefined
}

/** Whether it names an IANA time zone. */
export function isTimeZone(name: string): boolean {
  // Not looking up the default saves about 20 ms, because nothing else loads the time zones.
  if (name === 'UTC') return true
  // Intl also accepts offsets such as +01:00, which have no daylight saving time.
  if (/^[+-]/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
