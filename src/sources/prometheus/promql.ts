import type { Slo } from '../../budget/slo.ts'
import type { Window } from '../../budget/window.ts'
import { DAY, HOUR, MINUTE } from '../../time/duration.ts'
import { promDuration, ruleDuration } from './duration.ts'
import { type Labels, queryOf, type Rule } from './rules.ts'

/** `source: { type: prometheus, … }`: PromQL with `$window`, or an SLO whose rules Sloth or Pyrra made. */
export type PrometheusSpec =
  | { readonly type: 'prometheus'; readonly good: string; readonly total: string }
  | { readonly type: 'prometheus'; readonly bad: string; readonly total: string }
  | { readonly type: 'prometheus'; readonly errorRatio: string }
  | SlothSpec
  | PyrraSpec

interface SlothSpec {
  readonly type: 'prometheus'
  readonly sloth: string
  /** Further labels of its series. */
  readonly labels?: Labels
}

interface PyrraSpec {
  readonly type: 'prometheus'
  readonly pyrra: string
  readonly metric?: string
  readonly labels?: Labels
}

/** Counts of all events, and of the good or the bad ones. */
export type CountsSpec = Extract<PrometheusSpec, { readonly total: string }>

export interface Counts {
  /** What the first query counts. */
  readonly counted: 'good' | 'bad'
  readonly query: string
  readonly total: string
}

export function countsOf(spec: CountsSpec): Counts {
  const { total } = spec
  return 'good' in spec
    ? { counted: 'good', query: spec.good, total }
    : { counted: 'bad', query: spec.bad, total }
}

/** The PromQL for one window: counts of events, or the share of them that failed. */
export type PromQl =
  | Counts
  | {
      readonly errorRatio: string
      /** The recorded rule that it asks for. */
      readonly rule?: Rule
      /** What to check when there is no such series. */
      readonly hint?: string
      readonly note?: string
    }

export function promQlOf(spec: PrometheusSpec, slo: Slo, { duration }: Window): PromQl {
  const resolved = (query: string) => query.replaceAll('$window', promDuration(duration.ms))
  if ('total' in spec) {
    const { counted, query, total } = countsOf(spec)
    return { counted, query: resolved(query), total: resolved(total) }
  }
  if ('errorRatio' in spec) return { errorRatio: resolved(spec.errorRatio) }
  const isOwn = duration.ms === slo.window.ms
  return 'sloth' in spec ? slothRule(spec, duration.ms, isOwn) : pyrraRule(spec, duration.ms, slo.window.ms)
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

/** The windows of the alerts that Pyrra records for an SLO: they grow with its own. */
export function pyrraWindows(ownMs: number): readonly number[] {
  const parts = [8064, 1344, 672, 336, 112, 28, 7]
  return [...new Set(parts.map(part => pyrraWindow(ownMs, part)))]
}

/** A part of the window of an SLO, as Pyrra rounds it. */
export const pyrraWindow = (ownMs: number, part: number): number => Math.round(ownMs / part / MINUTE) * MINUTE

function slothRule({ sloth, labels = {} }: SlothSpec, ms: number, isOwn: boolean): PromQl {
  const name = `slo:sli_error:ratio_rate${ruleDuration(ms)}`
  return {
    ...ruleQuery({ idLabel: 'sloth_id', id: sloth, labels, windowMs: ms, value: { kind: 'ratio', name } }),
    hint: 'check the sloth_id, that its rules are loaded, and that timeWindow is its period; five minutes without events leave its period without a number: use good and total there',
    ...(isOwn && {
      note: 'Sloth averages the ratios of five minutes over its period, busy and quiet ones alike'
    })
  }
}

/**
 * Pyrra's generic rules tell the availability over its window, and the rules of the metric the error
 * ratios of its alerts (which it calls burn rates). Of another window than ours there is no series.
 */
function pyrraRule({ pyrra, metric = '', labels = {} }: PyrraSpec, ms: number, ownMs: number): PromQl {
  const ask = (value: Rule['value']) => ruleQuery({ idLabel: 'slo', id: pyrra, labels, windowMs: ms, value })
  const hint =
    'check the name, that Pyrra makes generic rules, that it does not group, and that timeWindow is its window'
  if (ms === ownMs) return { ...ask({ kind: 'availability' }), hint }
  // Where no rule has this length, the generic ones tell what, for one, the last hour needs.
  if (metric === '' || !pyrraWindows(ownMs).includes(ms)) {
    return { ...ask({ kind: 'quotient' }), hint }
  }
  const name = `${metric.replace(/_total$/, '').replace(/_count$/, '')}:burnrate${ruleDuration(ms)}`
  return {
    ...ask({ kind: 'ratio', name }),
    hint: 'check the metric, and that the alert has a window of Pyrra'
  }
}

const ruleQuery = (rule: Rule) => ({ errorRatio: queryOf(rule), rule })
