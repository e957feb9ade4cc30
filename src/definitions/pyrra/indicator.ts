import type { PrometheusSpec } from '../../sources/prometheus/promql.ts'

interface Metric {
  readonly metric: string
}

interface Indicator {
  readonly ratio?: { readonly errors: Metric; readonly total: Metric }
  readonly latency?: { readonly success: Metric; readonly total: Metric }
  readonly latencyNative?: { readonly latency: number; readonly total: Metric }
  readonly bool_gauge?: Metric
}

/** The indicator of an SLO as a source in the gate's own form. */
export function indicatorSource({
  ratio,
  latency,
  latencyNative,
  bool_gauge
}: Indicator): PrometheusSpec | undefined {
  const type = 'prometheus'
  if (ratio) return { type, bad: increase(ratio.errors), total: increase(ratio.total) }
  if (latency) {
    const good = increase({ metric: withEitherBound(latency.success.metric) })
    return { type, good, total: increase(latency.total) }
  }
  if (latencyNative) {
    const events = increase(latencyNative.total)
    const total = `histogram_count(${events})`
    return { type, good: `histogram_fraction(0, ${latencyNative.latency}, ${events}) * ${total}`, total }
  }
  if (bool_gauge) {
    const over = (how: string) => `sum(${how}(${bool_gauge.metric}[$window]))`
    return { type, good: over('sum_over_time'), total: over('count_over_time') }
  }
  return undefined
}

const increase = ({ metric }: Metric) => `sum(increase(${metric}[$window]))`

/** Prometheus 3 stores the bucket bound `5` as `5.0`; older versions store it as it was written. */
const withEitherBound = (metric: string) =>
  metric.replace(/\ble ?= ?(["'`])(\d+)(\.0)?\1/, (_, quote: string, whole: string) => {
    return `le=~${quote}${whole}([.]0)?${quote}`
  })

const SIZES: readonly (readonly [string, number])[] = [
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001]
]

/** Reads a duration in Prometheus notation; the result is in seconds. */
export function inSeconds(value: unknown): number | undefined {
  const match =
    typeof value === 'string' && /^(?=\d)(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(value)
  if (!match || match[0].length > 50) return undefined
  const seconds = SIZES.reduce((sum, [, size], index) => sum + Number(match[index + 1] ?? 0) * size, 0)
  return seconds > 0 ? Number(seconds.toPrecision(12)) : undefined
}
