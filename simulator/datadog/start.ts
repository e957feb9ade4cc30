// Datadog's `GET /api/v1/slo/{slo_id}/history`. The form of what is answered is that of Datadog's own OpenAPI
// description (DataDog/datadog-api-client-typescript, .generator/schemas/v1/openapi.yaml, SLOHistoryResponse),
// and where that is silent, that of the answers recorded in DataDog/datadog-api-client-ruby
// (cassettes/features/v1/service_level_objectives): what stands for "no events" is from there. The interfaces
// below are the description's, so that the compiler refuses any other body; only `intercept` may answer one.
import { type PlainReply, type RecordedRequest, type Reply, type Server, startServer } from '../server.ts'

type SloType = 'monitor' | 'metric' | 'time_slice'
type Timeframe = '7d' | '30d' | '90d'

export interface DatadogSlo {
  type: SloType
  /** Of a `metric` SLO: the events between two instants; none when absent. */
  events?: (from: Date, to: Date) => { good: number; total: number }
  /** Of the other types: the SLI in percent; `null`, as when absent, where there is none. */
  sliValue?: (from: Date, to: Date) => number | null
  /** What the SLO itself promises, in percent; 99.5 over 30 days when absent. */
  thresholds?: { timeframe: Timeframe; target: number }[]
}

export interface DatadogOptions {
  apiKey?: string
  appKey?: string
  /** By their id. */
  slos?: Record<string, DatadogSlo>
  /** Replaces any single answer; `undefined` leaves the simulator's own. */
  intercept?: (request: RecordedRequest) => Reply | undefined | Promise<Reply | undefined>
}

export interface DatadogSimulator extends Server {
  historyRequests(): RecordedRequest[]
  /** The action inputs that point at this simulator. */
  inputs(): Record<string, string>
}

interface HistoryResponse {
  data: HistoryData
  errors: null
}

interface HistoryData {
  from_ts: number
  to_ts: number
  type: SloType
  type_id: 0 | 1 | 2
  thresholds: { [timeframe: string]: Threshold }
  overall: SliData
  /** The rest is in the answers for `metric` SLOs only. */
  series?: Series
  group_by?: string[]
}

interface Threshold {
  timeframe: Timeframe | 'custom'
  target: number
  target_display: string
}

interface SliData {
  /** Percent. */
  sli_value: number | null
  uptime: number | null
  span_precision: number
  precision: { [timeframe: string]: number }
  errors: { error_type: string; error_message: string }[]
  /** Percent of the budget by timeframe; absent without an SLI. */
  error_budget_remaining?: { [timeframe: string]: number }
  /** Of SLOs over time: from when on it was up (0), down (1) or without data (2), in seconds since the epoch. */
  history?: [number, 0 | 1 | 2][]
}

interface Series {
  res_type: 'time_series'
  resp_version: 2
  /** Seconds. */
  interval: number
  query: string
  message: string
  /** When each interval begins, in milliseconds. */
  times: number[]
  numerator: SeriesPart
  denominator: SeriesPart
}

interface SeriesPart {
  /** How many values there are. */
  count: number
  sum: number
  values: number[]
  metadata: {
    aggr: string
    expression: string
    metric: string
    query_index: number
    scope: string
    unit: null
  }
}

interface ErrorResponse {
  errors: string[]
}

type Answer = { status?: 200; body: HistoryResponse } | { status: 400 | 403 | 404; body: ErrorResponse }

const TYPE_IDS = { monitor: 0, metric: 1, time_slice: 2 } as const
const PARAMETERS = ['from_ts', 'to_ts', 'target', 'apply_correction']
const PROMISED: NonNullable<DatadogSlo['thresholds']> = [{ timeframe: '30d', target: 99.5 }]
const INTERVALS = [60, 300, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400]
const MOST_VALUES = 12

/** Starts Datadog's API on a loopback origin. */
export async function startDatadog(options: DatadogOptions = {}): Promise<DatadogSimulator> {
  const { apiKey = 'dd-api-key-value', appKey = 'dd-app-key-value', slos = {}, intercept } = options
  const server = await startServer(
    async (request): Promise<Reply> =>
      (await intercept?.(request)) ?? (answer({ request, apiKey, appKey, slos }) satisfies PlainReply)
  )
  return {
    ...server,
    historyRequests: () => server.requests.filter(request => sloIdOf(request) !== undefined),
    inputs: () => ({
      'datadog-api-url': server.url,
      'datadog-api-key': apiKey,
      'datadog-app-key': appKey
    })
  }
}

interface Asked {
  request: RecordedRequest
  apiKey: string
  appKey: string
  slos: Record<string, DatadogSlo>
}

function answer({ request, apiKey, appKey, slos }: Asked): Answer {
  const { 'dd-api-key': sentKey, 'dd-application-key': sentAppKey } = request.headers
  if (sentKey !== apiKey || sentAppKey !== appKey) return failure(403, 'Forbidden')
  const id = sloIdOf(request)
  if (id === undefined) return failure(404, 'Not found')
  const question = questionOf(new URL(request.path, 'http://simulator').searchParams)
  if (typeof question === 'string') return failure(400, question)
  const slo = Object.hasOwn(slos, id) ? slos[id] : undefined
  if (!slo) return failure(404, `SLO not found: ${id} not found`)
  return { body: { data: history(slo, question), errors: null } }
}

function sloIdOf({ method, path }: RecordedRequest): string | undefined {
  const [, id] = /^\/api\/v1\/slo\/([^/?]+)\/history(?:\?|$)/.exec(path) ?? []
  if (method !== 'GET' || id === undefined) return undefined
  try {
    return decodeURIComponent(id)
  } catch {
    return undefined
  }
}

function failure(status: 400 | 403 | 404, message: string): Answer {
  return { status, body: { errors: [message] } }
}

interface Question {
  from: number
  to: number
  target: number | undefined
}

/** What is asked, or what is wrong with it. */
function questionOf(query: URLSearchParams): Question | string {
  const names = [...query.keys()]
  const odd = names.find((name, i) => !PARAMETERS.includes(name) || names.indexOf(name) !== i)
  if (odd !== undefined) return `Unexpected parameter: ${odd}`
  const [from, to] = [query.get('from_ts') ?? '', query.get('to_ts') ?? '']
  const target = query.get('target')
  if (!/^\d{1,12}$/.test(from)) return 'from_ts must be an integer: seconds since the epoch'
  if (!/^\d{1,12}$/.test(to)) return 'to_ts must be an integer: seconds since the epoch'
  if (Number(from) >= Number(to)) return 'from_ts must be less than to_ts'
  if (target !== null && !isTarget(target)) return 'target must be a number between 0 and 100'
  if (!['true', 'false', null].includes(query.get('apply_correction'))) {
    return 'apply_correction must be a boolean'
  }
  return { from: Number(from), to: Number(to), target: target === null ? undefined : Number(target) }
}

function isTarget(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) < 100
}

function history(slo: DatadogSlo, question: Question): HistoryData {
  const { type, thresholds = PROMISED } = slo
  const { from, to, target } = question
  const custom = target === undefined ? [] : [{ timeframe: 'custom' as const, target }]
  const compared = [...thresholds, ...custom].map(
    ({ timeframe, target }): Threshold => ({ timeframe, target, target_display: display(target) })
  )
  return {
    from_ts: from,
    to_ts: to,
    type,
    type_id: TYPE_IDS[type],
    thresholds: Object.fromEntries(compared.map(threshold => [threshold.timeframe, threshold])),
    ...(type === 'metric' ? ofEvents(slo, question, compared) : overTime(slo, question, compared))
  }
}

function ofEvents(
  slo: DatadogSlo,
  { from, to }: Question,
  compared: readonly Threshold[]
): Pick<HistoryData, 'overall' | 'series' | 'group_by'> {
  const { good, total } = slo.events?.(new Date(from * 1000), new Date(to * 1000)) ?? { good: 0, total: 0 }
  const interval = INTERVALS.find(seconds => (to - from) / seconds <= MOST_VALUES) ?? 86_400
  const times: number[] = []
  for (let time = Math.floor(from / interval) * interval; time < to; time += interval) times.push(time * 1000)
  const numerator = seriesPart({ query: 'sum:crm.lookups{result:ok}.as_count()', index: 0, sum: good, times })
  const denominator = seriesPart({ query: 'sum:crm.lookups{*}.as_count()', index: 1, sum: total, times })
  const query = `${numerator.metadata.expression}, ${denominator.metadata.expression}`
  const overall = sliData(total === 0 ? null : (100 * good) / total, compared)
  if (total === 0) {
    overall.errors.push({
      error_type: 'ZERO_VALUED_DENOMINATOR',
      error_message: 'The denominator is zero valued'
    })
  }
  return {
    overall,
    group_by: [],
    series: {
      res_type: 'time_series',
      resp_version: 2,
      interval,
      query,
      message: '',
      times,
      numerator,
      denominator
    }
  }
}

interface SeriesSource {
  query: string
  index: number
  sum: number
  times: readonly number[]
}

/** The sum, spread over the times in whole numbers as far as it is one. */
function seriesPart({ query, index, sum, times: { length } }: SeriesSource): SeriesPart {
  const until = (i: number) => (i === length ? sum : Math.floor((sum * i) / length))
  const values = Array.from({ length }, (_, i) => until(i + 1) - until(i))
  const [, metric = '', scope = ''] = /^sum:([^{]+)\{([^}]*)\}/.exec(query) ?? []
  return {
    count: length,
    sum,
    values,
    metadata: {
      aggr: 'sum',
      expression: `default_zero(${query})`,
      metric: `default_zero(${metric})`,
      query_index: index,
      scope,
      unit: null
    }
  }
}

function overTime(
  slo: DatadogSlo,
  { from, to }: Question,
  compared: readonly Threshold[]
): Pick<HistoryData, 'overall'> {
  const value = slo.sliValue?.(new Date(from * 1000), new Date(to * 1000)) ?? null
  return { overall: { ...sliData(value, compared), history: transitions(value, { from, to }) } }
}

/** Up for as long as the SLI says, then down. */
function transitions(
  value: number | null,
  { from, to }: Pick<Question, 'from' | 'to'>
): NonNullable<SliData['history']> {
  if (value === null) return [[from, 2]]
  const down = from + Math.round(((to - from) * value) / 100)
  return down < to
    ? [
        [from, 0],
        [down, 1]
      ]
    : [[from, 0]]
}

function sliData(value: number | null, compared: readonly Threshold[]): SliData {
  const data: SliData = {
    sli_value: value,
    uptime: value,
    span_precision: 2,
    precision: Object.fromEntries(compared.map(({ timeframe }) => [timeframe, 2] as const)),
    errors: []
  }
  if (value === null) return data
  const remaining = compared.map(
    ({ timeframe, target }) => [timeframe, (100 * (value - target)) / (100 - target)] as const
  )
  return { ...data, error_budget_remaining: Object.fromEntries(remaining) }
}

/** As Datadog writes it: `99.5`, but `95.`. */
function display(target: number): string {
  return Number.isInteger(target) ? `${target}.` : String(target)
}
