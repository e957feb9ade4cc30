import type { Slo } from '../../budget/slo.ts'
import type { Window } from '../../budget/window.ts'
import { DAY, HOUR, MINUTE, SECOND, WEEK } from '../../time/duration.ts'

/** `source: { type: prometheus, … }`: PromQL with `$window`, or an SLO whose rules Sloth or Pyrra made. */
export type PrometheusSpec =
  | { readonly type: 'prometheus'; readonly good: string; readonly total: string }
  | { readonly type: 'prometheus'; readonly errorRatio: string }
  | { readonly type: 'prometheus'; readonly sloth: string }
  | { readonly type: 'prometheus'; readonly pyrra: string; readonly metric?: string }

/** The PromQL for one window: counts of events, or the share of them that failed. */
export type PromQl =
  | { readonly good: string; readonly total: string }
  | {
      readonly errorRatio: string
      /** What to check when there is no such series. */
      readonly hint?: string
      readonly note?: string
    }

export function promQlOf(spec: PrometheusSpec, slo: Slo, { duration }: Window): PromQl {
  const resolved = (query: string) => query.replaceAll('$window', promDuration(duration.ms))
  if ('good' in spec) return { good: resolved(spec.good), total: resolved(spec.total) }
  if ('errorRatio' in spec) return { errorRatio: resolved(spec.errorRatio) }
  const isOwn = duration.ms === slo.window.ms
  return 'sloth' in spec
    ? slothQuery(spec.sloth, duration.ms, isOwn)
    : pyrraQuery(spec, duration.ms, slo.window.ms)
}

/**
 * Whether the value of a query is so many a second, which is no count: a rate of one is 2.6 million events in
 * 30 days. Seen from its functions, those of MetricsQL too, and from the usual names of recorded rates.
 */
export function isPerSecond(query: string): boolean {
  // A string without an end counts to the end of the query: a search for the end would take quadratic time.
  const code = query
    .replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*(?:'|\\?$)|`[^`]*(?:`|$)|#.*/g, '""')
    .replaceAll('$window', '1h')
  return (code.match(/[\w:]+\s*\(?/g) ?? []).some(isRateName)
}

/** Whether a name in a query is that of a function (with its bracket) or of a recorded rule that gives a rate. */
function isRateName(name: string): boolean {
  const isFunction = name.endsWith('(')
  const word = name
    .slice(name.lastIndexOf(':') + 1)
    .replace('(', '')
    .trimEnd()
  if (isFunction && /(?:rate|deriv)(?:_fast|_over_sum)?$/.test(word)) return true
  return name.includes(':') && /rate(?:\d\w*)?$/.test(word)
}

/** Windows that Sloth records for every SLO, beside its period. */
export const SLOTH_WINDOWS: readonly number[] = [
  ...[5 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, DAY, 3 * DAY]
]

function slothQuery(id: string, ms: number, isOwn: boolean): PromQl {
  return {
    errorRatio: `slo:sli_error:ratio_rate${ruleDuration(ms)}{sloth_id=${quoted(id)}}`,
    hint: 'check the sloth_id, that its rules are loaded, and that timeWindow is its period; five minutes without events leave its period without a number: use good and total there',
    ...(isOwn && {
      note: 'Sloth averages the ratios of five minutes over its period, busy and quiet ones alike'
    })
  }
}

/** The windows of the alerts that Pyrra records for an SLO: they grow with its own. */
export function pyrraWindows(ownMs: number): readonly number[] {
  const parts = [8064, 1344, 672, 336, 112, 28, 7]
  return [...new Set(parts.map(part => Math.round(ownMs / part / MINUTE) * MINUTE))]
}

/**
 * Pyrra's generic rules tell the availability over its window, and the rules of the metric the error
 * ratios of its alerts (which it calls burn rates). Of another window than ours there is no series.
 */
function pyrraQuery(
  { pyrra, metric = '' }: { readonly pyrra: string; readonly metric?: string },
  ms: number,
  ownMs: number
): PromQl {
  const isOwn = ms === ownMs
  const slo = `{slo=${quoted(pyrra)}}`
  const hint =
    'check the name, that Pyrra makes generic rules, that it does not group, and that timeWindow is its window'
  if (isOwn) {
    const otherWindow = `pyrra_window${slo} != ${ms / SECOND}`
    return { errorRatio: `1 - pyrra_availability${slo} unless on (slo) (${otherWindow})`, hint }
  }
  if (metric === '' || !pyrraWindows(ownMs).includes(ms)) {
    // No rule of this length: the generic ones tell what, for one, the last hour needs.
    const sum = (rule: string) => `sum_over_time(${rule}${slo}[${promDuration(ms)}])`
    return { errorRatio: `${sum('pyrra_errors:rate5m')} / ${sum('pyrra_requests:rate5m')}`, hint }
  }
  const name = metric.replace(/_total$/, '').replace(/_count$/, '')
  return {
    errorRatio: `${name}:burnrate${ruleDuration(ms)}${slo}`,
    hint: 'check the metric, and that the alert has a window of Pyrra'
  }
}

const quoted = (label: string) => JSON.stringify(label)

const YEAR = 365 * DAY

const UNITS: readonly (readonly [string, number])[] = [
  ['d', DAY],
  ['h', HOUR],
  ['m', MINUTE],
  ['s', SECOND]
]

/** A duration in PromQL: the largest unit that divides it, such as `30d` or `5m`. */
export function promDuration(ms: number): string {
  const [unit, size] = UNITS.find(([, size]) => ms % size === 0) ?? ['ms', 1]
  return `${ms / size}${unit}`
}

/** A duration as Prometheus' own library prints it in the names of rules: `4w`, `30d`, `1h4m`. */
export function ruleDuration(ms: number): string {
  if (ms % YEAR === 0) return `${ms / YEAR}y`
  if (ms % WEEK === 0) return `${ms / WEEK}w`
  let left = ms
  return UNITS.map(([unit, size]) => {
    const count = Math.floor(left / size)
    left -= count * size
    return count > 0 ? `${count}${unit}` : ''
  }).join('')
}
