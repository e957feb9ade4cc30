// Datadog's `GET /api/v1/slo/{slo_id}/history`. The form of what is answered is that of Datadog's own OpenAPI
// description (DataDog/datadog-api-client-typescript, .generator/schemas/v1/openapi.yaml, SLOHistoryResponse),
// and where that is silent, that of the answers recorded in DataDog/datadog-api-client-ruby
// (cassettes/features/v1/service_level_objectives): what stands for "no events" is from there.
// It shares nothing with `src` on purpose, so that each can contradict the other.
import { type PlainReply, type RecordedRequest, type Reply, type Server, startServer } from '../server.ts'

type SloType = 'monitor' | 'metric' | 'time_slice'
type Timeframe = '7d' | '30d' | '90d'

export interface DatadogSlo {
  type: SloType
  /** Of a `metric` SLO: the events between two instants; none when absent. */
  events?: (from: Date, to: Date) => { good: number; total: number }
  /** Of the other types: the SLI in percent; `null`, as when absent, where there is none. */
  sliValue?: (from: Date, to: Date) => number | null
  /** The SLO's own targets, in percent; 99.5 over 30 days when absent. */
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

const TYPE_IDS = { monitor: 0, metric: 1, time_slice: 2 } as const
const PARAMETERS = ['from_ts', 'to_ts', 'target', 'apply_correction']
const DEFAULT_THRESHOLDS: NonNullable<DatadogSlo['thresholds']> = [{ timeframe: '30d', target: 99.5 }]
const INTERVALS = [60, 300, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400]
const MOST_VALUES = 12

/** Starts Datadog's API on a loopback origin. */
export async function startDatadog(options: DatadogOptions = {}): Promise<DatadogSimulator> {
  const { apiKey = 'dd-api-key-value', appKey = 'dd-app-key-value', slos = {}, intercept } = options
  const server = await startServer(
    async request => (await intercept?.(request)) ?? answer({ request, apiKey, appKey, slos })
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

function answer({ request, apiKey, appKey, slos }: Asked): PlainReply {
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
  return method === 'GET' && id !== undefined ? decodeURIComponent(id) : undefined
}

function failure(status: 400 | 403 | 404, message: string): PlainReply {
  return { status, body: { errors: [message] } }
}

/** Times in seconds since the epoch, the target in percent. */
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

interface Threshold {
  timeframe: string
  target: number
}

function history(slo: DatadogSlo, question: Question) {
  const { type, thresholds = DEFAULT_THRESHOLDS } = slo
  const { from, to, target } = question
  const custom = target === undefined ? [] : [{ timeframe: 'custom', target }]
  const compared = [...thresholds, ...custom]
  return {
    from_ts: from,
    to_ts: to,
    type,
    type_id: TYPE_IDS[type],
    thresholds: byTimeframe(compared, ({ timeframe, target }) => {
      return { timeframe, target, target_display: display(target) }
    }),
    ...(type === 'metric' ? ofEvents(slo, question, compared) : overTime(slo, question, compared))
  }
}

function byTimeframe<T>(
  compared: readonly Threshold[],
  value: (threshold: Threshold) => T
): Record<string, T> {
  return Object.fromEntries(compared.map(threshold => [threshold.timeframe, value(threshold)]))
}

function ofEvents(slo: DatadogSlo, { from, to }: Question, compared: readonly Threshold[]) {
  const { good, total } = slo.events?.(new Date(from * 1000), new Date(to * 1000)) ?? { good: 0, total: 0 }
  const interval = INTERVALS.find(seconds => (to - from) / seconds <= MOST_VALUES) ?? 86_400
  /** When each interval begins, in milliseconds. */
  const times: number[] = []
  for (let time = Math.floor(from / interval) * interval; time < to; time += interval) times.push(time * 1000)
  const numerator = seriesPart({ scope: 'result:ok', index: 0, sum: good, times })
  const denominator = seriesPart({ scope: '*', index: 1, sum: total, times })
  const query = `${numerator.metadata.expression}, ${denominator.metadata.expression}`
  const error = { error_type: 'ZERO_VALUED_DENOMINATOR', error_message: 'The denominator is zero valued' }
  return {
    overall:
      total === 0 ? { ...sliData(null, compared), errors: [error] } : sliData((100 * good) / total, compared),
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
  scope: string
  index: number
  sum: number
  times: readonly number[]
}

/** The sum, spread over the times in whole numbers as far as it is one. */
function seriesPart({ scope, index, sum, times: { length } }: SeriesSource) {
  const until = (i: number) => (i === length ? sum : Math.floor((sum * i) / length))
  const values = Array.from({ length }, (_, i) => until(i + 1) - until(i))
  const expression = `default_zero(sum:crm.lookups{${scope}}.as_count())`
  const metric = 'default_zero(crm.lookups)'
  const metadata = { aggr: 'sum', expression, metric, query_index: index, scope, unit: null }
  return { count: length, sum, values, metadata }
}

function overTime(slo: DatadogSlo, { from, to }: Question, compared: readonly Threshold[]) {
  const value = slo.sliValue?.(new Date(from * 1000), new Date(to * 1000)) ?? null
  return { overall: { ...sliData(value, compared), history: transitions(value, { from, to }) } }
}

/** From when on it was up (0), down (1) or without data (2): up for as long as the SLI says, then down. */
function transitions(
  value: number | null,
  { from, to }: { from: number; to: number }
): [number, 0 | 1 | 2][] {
  if (value === null) return [[from, 2]]
  const down = from + Math.round(((to - from) * value) / 100)
  return [[from, 0], ...(down < to ? [[down, 1] satisfies [number, 1]] : [])]
}

/** The SLI and what is left of the error budget, in percent; without an SLI no budget is answered. */
function sliData(value: number | null, compared: readonly Threshold[]) {
  const precision = byTimeframe(compared, () => 2)
  const data = { sli_value: value, uptime: value, span_precision: 2, precision, errors: [] }
  if (value === null) return data
  const remaining = byTimeframe(compared, ({ target }) => (100 * (value - target)) / (100 - target))
  return { ...data, error_budget_remaining: remaining }
}

/** As Datadog writes it: `99.5`, but `95.`. */
function display(target: number): string {
  return Number.isInteger(target) ? `${target}.` : String(target)
}
