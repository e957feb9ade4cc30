import { field } from '../../text/field.ts'
import { SECOND } from '../../time/duration.ts'
import { type About, type Value, vectorSample } from './answer.ts'
import { promDuration } from './duration.ts'

/** Labels with their values. */
export type Labels = Readonly<Record<string, string>>

/** A rule that Sloth or Pyrra recorded for an SLO: what tells its error ratio over one window. */
export interface Rule {
  /** The label that holds the name of the SLO. */
  readonly idLabel: 'sloth_id' | 'slo'
  readonly id: string
  /** Further labels that its series has to have. */
  readonly labels: Labels
  readonly windowMs: number
  readonly value: RuleValue
}

type RuleValue =
  /** The series of this name is the error ratio. */
  | { readonly kind: 'ratio'; readonly name: string }
  /** Pyrra's availability, unless Pyrra's window of the SLO has another length. */
  | { readonly kind: 'availability' }
  /** The sums of Pyrra's rates over a window that has no rule of its own. */
  | { readonly kind: 'quotient' }

/** The query for a rule alone. */
export function queryOf({ idLabel, id, labels, windowMs, value }: Rule): string {
  const selector = selectorOf(Object.entries({ [idLabel]: id, ...labels }))
  switch (value.kind) {
    case 'ratio':
      return `${value.name}${selector}`
    case 'availability': {
      const otherWindow = `pyrra_window${selector} != ${windowMs / SECOND}`
      return `1 - pyrra_availability${selector} unless on (slo) (${otherWindow})`
    }
    case 'quotient':
      return quotientOf(selector, windowMs)
  }
}

/** Rules for which this is the same can be asked for by one query. */
export const shareOf = ({ windowMs, value }: Rule): string =>
  `${windowMs}${value.kind === 'quotient' ? ' by sums' : ''}`

/**
 * One query for many rules, for which `shareOf` is the same. It asks for every series with the names of the
 * rules and of the SLOs; which one belongs to which rule, the answer tells by its labels.
 */
export function sharedQuery(rules: readonly Rule[]): string {
  const idLabels = [...new Set(rules.map(({ idLabel }) => idLabel))]
  const matchers = idLabels.map(idLabel => {
    const ids = rules.flatMap(rule => (rule.idLabel === idLabel ? rule.id : []))
    // Series of the other tool do not have this label at all.
    return `${idLabel}=~${alternatives(idLabels.length > 1 ? [...ids, ''] : ids)}`
  })
  const [first] = rules
  if (first?.value.kind === 'quotient') return quotientOf(`{${matchers.join(',')}}`, first.windowMs)
  return `{${[`__name__=~${alternatives(rules.flatMap(namesOf))}`, ...matchers].join(',')}}`
}

function namesOf({ value }: Rule): readonly string[] {
  if (value.kind === 'quotient') return []
  return value.kind === 'ratio' ? [value.name] : ['pyrra_availability', 'pyrra_window']
}

/** The series of an answer, by the names of their SLOs. */
export type SeriesOfSlo = (rule: Rule) => readonly unknown[]

/** Sorts the series of an answer to many rules; a search through all of them for each rule would take long. */
export function seriesBySlo(data: unknown): SeriesOfSlo {
  const result = field(data, 'result')
  const found = new Map<string, unknown[]>()
  for (const series of Array.isArray(result) ? result : []) {
    for (const idLabel of ['sloth_id', 'slo']) {
      const id = field(field(series, 'metric'), idLabel)
      if (typeof id !== 'string') continue
      const key = `${idLabel} ${id}`
      const known = found.get(key)
      if (known) known.push(series)
      else found.set(key, [series])
    }
  }
  return ({ idLabel, id }) => found.get(`${idLabel} ${id}`) ?? []
}

/** The value of one rule, from the series of an answer to many. */
export function ruleSample(rule: Rule, seriesOf: SeriesOfSlo): (data: unknown, about: About) => Value {
  const { labels, windowMs, value } = rule
  return (data, about) => {
    const resultType = Array.isArray(field(data, 'result')) ? field(data, 'resultType') : undefined
    const sample = (name?: string) => {
      const result = seriesOf(rule).filter(series => {
        const metric = field(series, 'metric')
        if (name !== undefined && field(metric, '__name__') !== name) return false
        return Object.entries(labels).every(([label, text]) => field(metric, label) === text)
      })
      return vectorSample({ resultType, result }, about)
    }
    switch (value.kind) {
      case 'ratio':
        return sample(value.name)
      case 'quotient':
        return sample()
      case 'availability': {
        const [availability, window] = [sample('pyrra_availability'), sample('pyrra_window')]
        if (availability.kind !== 'value') return availability
        if (window.kind === 'unreadable') return window
        const isOther = window.kind === 'value' && window.value !== windowMs / SECOND
        if (isOther) return vectorSample({ resultType, result: [] }, about)
        return { kind: 'value', value: 1 - availability.value }
      }
    }
  }
}

function quotientOf(selector: string, windowMs: number): string {
  const sum = (rule: string) => `sum_over_time(${rule}${selector}[${promDuration(windowMs)}])`
  return `${sum('pyrra_errors:rate5m')} / ${sum('pyrra_requests:rate5m')}`
}

const selectorOf = (labels: readonly (readonly [string, string])[]) =>
  `{${labels.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(',')}}`

/** A regular expression for any of these texts, as a string of PromQL. */
const alternatives = (texts: readonly string[]) =>
  JSON.stringify([...new Set(texts)].map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'))
