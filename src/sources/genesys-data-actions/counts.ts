import { groupBy } from '../../budget/groupBy.ts'
import type { OutcomeCount } from '../../budget/reading.ts'
import { field } from '../../text/field.ts'
import { shown } from '../../text/show.ts'
import { type GenesysAnswer, GenesysError } from '../genesys/answer.ts'
import { viewName } from './query.ts'
import type { GenesysDataActionsSpec } from './spec.ts'

/** The executions of one group in one interval. Values that are not checked yet are `unknown`. */
export interface Row {
  readonly group: Readonly<Record<string, unknown>>
  /** Milliseconds since the epoch; NaN when the answer does not say. */
  readonly start: number
  readonly end: number
  readonly count: unknown
  /** The longest execution in milliseconds. */
  readonly max: unknown
  readonly views: unknown
}

/** What else an answer may hold. Without executions it has no results; any other answer without them is about something else. */
const ENVELOPE: readonly string[] = ['systemToOrganizationMappings']

/**
 * The rows of an answer (`ActionAggregateQueryResponse`); none when nothing was executed.
 *
 * @throws GenesysError for an answer of another form
 */
export function rowsIn({ body, correlation }: GenesysAnswer): readonly Row[] {
  const list = (value: unknown, what: string): readonly unknown[] => {
    if (value === undefined) return []
    if (Array.isArray(value)) return value
    throw new GenesysError(`Genesys Cloud answered with ${shown(value)} as ${what}${correlation}`)
  }
  if (!isObject(body)) throw new GenesysError(`Genesys Cloud answered with ${shown(body)}${correlation}`)
  if (body['results'] === undefined && Object.keys(body).some(name => !ENVELOPE.includes(name)))
    throw new GenesysError(`Genesys Cloud answered without results, but not with nothing${correlation}`)
  return list(body['results'], 'results').flatMap(result => {
    const group = field(result, 'group')
    if (!isObject(group)) {
      throw new GenesysError(`Genesys Cloud answered with ${shown(group)} as group${correlation}`)
    }
    // A group is only listed when it has executions, so missing data is an error.
    const data = field(result, 'data') ?? null
    return list(data, 'data').map(entry => rowOf(group, entry))
  })
}

function rowOf(group: Row['group'], entry: unknown): Row {
  const metrics = field(entry, 'metrics')
  const stats = field(onlyOne(metrics, isExecutions), 'stats')
  const interval = field(entry, 'interval')
  const [start = Number.NaN, end = Number.NaN] =
    typeof interval === 'string' ? interval.split('/').map(Date.parse) : []
  const [count, max] = [field(stats, 'count'), field(stats, 'max')]
  return { group, start, end, count, max, views: field(entry, 'views') }
}

/** The only matching item of a list; undefined when several match, because it is unclear which is right. */
function onlyOne(list: unknown, isMeant: (item: unknown) => boolean): unknown {
  const [item, ...others] = Array.isArray(list) ? list.filter(isMeant) : []
  return others.length === 0 ? item : undefined
}

const isExecutions = (metric: unknown) => field(metric, 'metric') === 'tTotalExecution'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a group has rows with overlapping times, whose executions would be counted twice. */
function isRepeated(rows: readonly Row[]): boolean {
  const byGroup = groupBy(rows, ({ group }) => {
    const values = Object.entries(group).map(([name, value]) => {
      if (typeof value !== 'string') return `${name} ${shown(value)}`
      return `${name} "${name.endsWith('Id') ? value.toLowerCase() : value}"`
    })
    return JSON.stringify(values.toSorted())
  })
  return [...byGroup.values()].some(same => {
    const inOrder = same.toSorted((a, b) => a.start - b.start)
    return inOrder.some(({ start }, index) => start < (inOrder[index - 1]?.end ?? start))
  })
}

/** Rows, indexed by the dimensions that SLOs select. */
export class Rows {
  readonly #all: readonly Row[]
  readonly #byDimension = new Map<string, ReadonlyMap<unknown, readonly Row[]>>()

  constructor(rows: readonly Row[]) {
    this.#all = rows
  }

  /** The rows of an SLO, including rows that lack the dimension and so might belong to it. */
  of({ actionIds, integrationId }: GenesysDataActionsSpec): readonly Row[] {
    if (actionIds === undefined) {
      return integrationId === undefined ? this.#all : this.#with('integrationId', [integrationId])
    }
    const rows = this.#with('actionId', actionIds)
    if (integrationId === undefined) return rows
    return rows.filter(({ group }) =>
      [lower(integrationId), undefined].includes(lower(group['integrationId']))
    )
  }

  #with(dimension: string, values: readonly string[]): readonly Row[] {
    const index = this.#byDimension.get(dimension) ?? this.#index(dimension)
    return [undefined, ...new Set(values.map(lower))].flatMap(value => index.get(value) ?? [])
  }

  #index(dimension: string): ReadonlyMap<unknown, readonly Row[]> {
    const index = groupBy(this.#all, ({ group }) => lower(group[dimension]))
    this.#byDimension.set(dimension, index)
    return index
  }
}

/** Ids may be written in upper or lower case. */
const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : undefined)

/** The total count of an SLO's executions. */
export interface Count {
  readonly good: number
  readonly total: number
  readonly outcomes: readonly OutcomeCount[]
}

/**
 * Counts the rows of an SLO.
 *
 * @returns a reason when a row cannot be counted: it might be a failure, or be counted twice
 */
export function countOf(rows: readonly Row[], spec: GenesysDataActionsSpec): Count | string {
  const counted = sumOf(rows, spec)
  const isUnsure = typeof counted !== 'string' && isRepeated(rows)
  return isUnsure ? 'its answer has the same group twice for the same time' : counted
}

function sumOf(rows: readonly Row[], spec: GenesysDataActionsSpec): Count | string {
  let good = 0
  let total = 0
  const outcomes = new Map<string, OutcomeCount>()
  for (const row of rows) {
    const parts = partsOf(row, spec)
    if (typeof parts === 'string') return parts
    for (const { outcome, count, countsAs } of parts) {
      if (countsAs === 'good') good += count
      if (countsAs !== 'ignored') total += count
      const before = outcomes.get(outcome)?.count ?? 0
      if (before + count > 0) outcomes.set(outcome, { outcome, count: before + count, countsAs })
    }
  }
  return { good, total, outcomes: [...outcomes.values()].toSorted((a, b) => b.count - a.count) }
}

function partsOf(row: Row, spec: GenesysDataActionsSpec): readonly OutcomeCount[] | string {
  const { group, count } = row
  for (const dimension of neededBy(spec)) {
    if (typeof group[dimension] !== 'string') return `it answered with a group without ${dimension}`
  }
  if (!isCount(count)) return `it answered with ${shown(count)} as the count of executions`
  const { errorType, responseStatus } = group as { errorType: string; responseStatus?: unknown }
  const outcome = typeof responseStatus === 'string' ? `${errorType} ${responseStatus}` : errorType
  const isIgnored =
    spec.ignoreErrorTypes.includes(errorType) ||
    (typeof responseStatus === 'string' && spec.ignoreResponseStatuses.includes(responseStatus))
  if (isIgnored) return [{ outcome, count, countsAs: 'ignored' }]
  if (errorType !== 'NONE') return [{ outcome, count, countsAs: 'bad' }]
  if (spec.slowerThanMs === undefined) return [{ outcome, count, countsAs: 'good' }]
  const slow = slowOf(row, spec.slowerThanMs)
  if (!isCount(slow) || slow > count) {
    return `it answered with ${shown(slow)} of ${count} executions that take ${spec.slowerThanMs} ms or longer`
  }
  return [
    { outcome, count: count - slow, countsAs: 'good' },
    { outcome: `${outcome}, ${spec.slowerThanMs} ms or longer`, count: slow, countsAs: 'bad' }
  ]
}

function neededBy({ actionIds, integrationId }: GenesysDataActionsSpec): readonly string[] {
  return [...(actionIds ? ['actionId'] : []), ...(integrationId ? ['integrationId'] : []), 'errorType']
}

/** A view with a count of 0 may be left out. The longest execution then shows whether the count really is 0. */
function slowOf({ views, max }: Row, threshold: number): unknown {
  const isMeant = (view: unknown) => field(view, 'name') === viewName(threshold)
  if (Array.isArray(views) && views.some(isMeant)) {
    return field(field(onlyOne(views, isMeant), 'stats'), 'count')
  }
  return typeof max === 'number' && max >= 0 && max < threshold ? 0 : undefined
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
