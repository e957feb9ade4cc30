import * as v from 'valibot'
import { oneOf, text } from '../../schema/values.ts'
import type { PrometheusSpec } from '../../sources/prometheus/promql.ts'
import { show } from '../../text/show.ts'
import * as o from './schema.ts'

// A string without an end reaches as far as the query does: looking for its end over and over would take for ever.
const STRING = String.raw`"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)|${'`[^`]*(?:`|$)'}`
const MATCHER = `[a-zA-Z_]\\w* ?(?:=~|!~|!=|=) ?(?:${STRING})`
const SELECTOR = `[a-zA-Z_:][\\w:]*(?: ?\\{ ?(?:${MATCHER}(?: ?, ?${MATCHER})* ?,? ?)?\\})?`

const COUNTER = new RegExp(`^(?:sum ?\\( ?(?<summed>${SELECTOR}) ?\\)|(?<plain>${SELECTOR}))$`)
const NOT_CODE = new RegExp(`(${STRING})|(?:#.*|\\s)+`, 'g')

/** A query may go over several lines and have comments; put into another one, a comment would hide what follows. */
const onOneLine = (query: string) => query.replace(NOT_CODE, (_, string?: string) => string ?? ' ').trim()

/**
 * PromQL with `$window`, the place of the window that is measured.
 *
 * @param isCounter a bare metric then is one that only grows: what counts is by how much it did
 * @param example what a query should look like
 */
const promql = (isCounter: boolean, example: string) =>
  v.pipe(
    v.custom<string>(value => typeof value === 'string', 'a query in PromQL'),
    v.transform(onOneLine),
    text,
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): string => {
      if (value.includes('$window')) return value
      const { summed, plain } = (isCounter && COUNTER.exec(value)?.groups) || {}
      const selector = summed ?? plain
      if (selector !== undefined) return `sum(increase(${selector}[$window]))`
      addIssue({
        message: `${show(value)} cannot be measured over a window of any length; it must contain $window, such as ${example}`
      })
      return NEVER
    })
  )

const isPrometheus = (type: unknown) => typeof type === 'string' && type.toLowerCase() === 'prometheus'

const prometheusOnly = v.check<string, (issue: v.CheckIssue<string>) => string>(
  isPrometheus,
  ({ input }) => `${show(input)} cannot be mapped, only Prometheus can; ${OTHERWISE}`
)

const OTHERWISE =
  "with a definition of the action's own form, the source can also be genesys-observability, genesys-data-actions or datadog"

/** `connectionDetails` mean nothing here: a pull request can change them, so addresses and secrets are inputs. */
const dataSource = v.pipe(
  o.strict({ description: o.ignored, type: text, connectionDetails: o.ignored }),
  v.transform(({ type }) => type)
)

function metric(library: o.Library, query: o.Schema<string>) {
  const typeOf = (ref: unknown) => {
    const found = typeof ref === 'string' ? library.resolve('DataSource', ref, dataSource) : 'missing'
    return typeof found === 'object' ? found.value : undefined
  }
  const metricSource = o.depending(({ type, metricSourceRef: ref }) => {
    const knownType = v.pipe(text, prometheusOnly)
    // A data source is needed for its type only, so next to a type it may be one that no file describes.
    const otherwise = type === undefined ? undefined : 'prometheus'
    const entries = {
      type: ref === undefined ? knownType : v.exactOptional(knownType),
      metricSourceRef: v.exactOptional(
        v.pipe(o.reference(library, 'DataSource', dataSource, otherwise), prometheusOnly)
      ),
      // What other systems need to know is theirs.
      spec: isPrometheus(type ?? typeOf(ref)) ? o.strict({ query }) : o.told
    }
    return v.pipe(
      o.strict(entries),
      v.transform(({ spec }) => spec.query)
    )
  })
  return v.pipe(
    o.strict({ metricSource }),
    v.transform(({ metricSource }) => metricSource)
  )
}

const COUNT = 'sum(increase(x_total[$window]))'
const RATIO = 'sum(increase(bad_total[$window])) / sum(increase(x_total[$window]))'

function ratioMetric(library: o.Library): o.Schema<PrometheusSpec> {
  const counter = v.exactOptional(v.custom<boolean>(value => typeof value === 'boolean', 'true or false'))
  const type = 'prometheus' as const
  return o.depending<PrometheusSpec>(keys => {
    const isCounter = ![undefined, false].includes(keys['counter'] as boolean | undefined)
    const count = metric(library, promql(isCounter, COUNT))
    if ('raw' in keys) {
      const raw = metric(library, promql(false, RATIO))
      const others = { good: o.beside('raw'), bad: o.beside('raw'), total: o.beside('raw') }
      return v.pipe(
        o.strict({ counter, raw, rawType: oneOf('success', 'failure'), ...others }),
        v.transform(({ raw, rawType }) => ({
          type,
          errorRatio: rawType === 'failure' ? raw : `1 - (${raw})`
        }))
      )
    }
    const rawType = o.refused('is for raw only')
    if ('bad' in keys) {
      // Not good = total - bad: without a series of bad events, which a wrong query has not either, everything
      // would be good. The ratio then is no data.
      return v.pipe(
        o.strict({ counter, bad: count, total: count, good: o.beside('bad'), rawType }),
        v.transform(({ bad, total }) => ({ type, errorRatio: `(${bad}) / (${total})` }))
      )
    }
    return v.pipe(
      o.strict({ counter, good: count, total: count, rawType }),
      v.transform(({ good, total }) => ({ type, good, total }))
    )
  })
}

/** An SLI as a source of our own form. */
export const sli = (library: o.Library) =>
  v.pipe(
    o.strict({
      description: o.ignored,
      thresholdMetric: o.refused(
        'cannot be mapped: a budget needs counts of events, which are a ratioMetric'
      ),
      ratioMetric: ratioMetric(library)
    }),
    v.transform(spec => spec.ratioMetric)
  )
