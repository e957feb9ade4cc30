import type { Models } from 'purecloud-platform-client-v2'
import * as v from 'valibot'
import { millisecondsOf, windowBetween } from '../time.ts'
import type { Execution, Window } from '../world.ts'

/** A form with every field of the SDK's type, and with no other. */
type FieldsOf<T> = Record<keyof T, v.GenericSchema>

/** The dimensions that are simulated; the SDK types all of them as strings. */
const DIMENSIONS = ['actionId', 'errorType', 'integrationId', 'responseStatus'] as const
export const METRIC = 'tTotalExecution'
const MAX_VIEWS = 10

export type Dimension = (typeof DIMENSIONS)[number]

const dimension = v.picklist(DIMENSIONS)
const junction = v.picklist(['and', 'or'])
/** What the API has but no query of the action uses. */
const unserved = v.exactOptional(v.never('is not simulated'))

const predicate = v.strictObject({
  type: v.exactOptional(v.literal('dimension')),
  dimension,
  operator: v.exactOptional(v.literal('matches')),
  value: v.string(),
  range: unserved
} satisfies FieldsOf<Models.ActionAggregateQueryPredicate>)
const predicates = v.pipe(v.array(predicate), v.minLength(1))

const clause = v.strictObject({
  type: junction,
  predicates
} satisfies FieldsOf<Models.ActionAggregateQueryClause>)

const filter = v.pipe(
  v.strictObject({
    type: junction,
    clauses: v.exactOptional(v.pipe(v.array(clause), v.minLength(1))),
    predicates: v.exactOptional(predicates)
  } satisfies FieldsOf<Models.ActionAggregateQueryFilter>),
  v.check(({ clauses, predicates }) => Boolean(clauses ?? predicates), 'needs clauses or predicates')
)

const range = v.pipe(
  v.strictObject({
    gte: v.exactOptional(v.number()),
    lt: v.exactOptional(v.number())
  } satisfies FieldsOf<Models.AggregationRange>),
  v.check(({ gte, lt }) => gte !== undefined || lt !== undefined, 'needs gte or lt'),
  v.check(({ gte = Number.NEGATIVE_INFINITY, lt = Number.POSITIVE_INFINITY }) => gte < lt, 'gte is below lt')
)

const view = v.strictObject({
  target: v.literal(METRIC),
  name: v.pipe(v.string(), v.nonEmpty()),
  function: v.literal('rangeBound'),
  range
} satisfies FieldsOf<Models.ActionAggregationView>)

const views = v.pipe(
  v.array(view),
  v.maxLength(MAX_VIEWS),
  v.check(list => new Set(list.map(({ name }) => name)).size === list.length, 'names must differ')
)

const interval = v.pipe(
  v.string(),
  v.check(
    text => intervalOf(text) !== undefined,
    'is not an ISO 8601 interval, such as 2026-09-01T00:00:00Z/…Z'
  )
)

const granularity = v.pipe(
  v.string(),
  v.check(text => millisecondsOf(text) !== undefined, 'is not an ISO 8601 duration of fixed length')
)

/** The form of a query. An unknown key is refused, because no description says what it would do. */
export const actionQuery = v.strictObject({
  interval,
  granularity: v.exactOptional(granularity),
  timeZone: unserved,
  groupBy: v.exactOptional(v.array(dimension)),
  filter: v.exactOptional(filter),
  metrics: v.pipe(v.array(v.literal(METRIC)), v.minLength(1)),
  flattenMultivaluedDimensions: unserved,
  views: v.exactOptional(views),
  alternateTimeDimension: unserved
} satisfies FieldsOf<Models.ActionAggregationQuery>) satisfies v.GenericSchema<
  unknown,
  Models.ActionAggregationQuery
>

export type ActionQuery = v.InferOutput<typeof actionQuery>
type Filter = v.InferOutput<typeof filter>
type Predicate = v.InferOutput<typeof predicate>

export function intervalOf(text: string): Window | undefined {
  const [start = '', end = '', ...more] = text.split('/')
  return more.length === 0 ? windowBetween(start, end) : undefined
}

type Test = (execution: Execution) => boolean

/** Whether an execution is one of those asked for. */
export function testOf(filter: Filter | undefined): Test {
  if (!filter) return () => true
  const { type, predicates = [], clauses = [] } = filter
  const parts = clauses.map(part => joined(part.type, testsOf(part.type, part.predicates)))
  return joined(type, [...testsOf(type, predicates), ...parts])
}

function joined(type: 'and' | 'or', tests: readonly Test[]): Test {
  return type === 'and'
    ? execution => tests.every(test => test(execution))
    : execution => tests.some(test => test(execution))
}

/** One of a thousand action ids is looked up, not searched for. */
function testsOf(type: 'and' | 'or', predicates: readonly Predicate[]): Test[] {
  if (type === 'and') return predicates.map(one => execution => execution[one.dimension] === one.value)
  const values = new Map<Dimension, Set<string | undefined>>()
  for (const { dimension, value } of predicates) {
    values.set(dimension, (values.get(dimension) ?? new Set()).add(value))
  }
  return [...values].map(
    ([dimension, accepted]) =>
      execution =>
        accepted.has(execution[dimension])
  )
}
