import { unreadable } from '../../budget/reading.ts'
import { HttpFailure } from '../../http/failure.ts'
import { jsonOf } from '../../http/json.ts'
import type { Sender } from '../../http/message.ts'
import { knownValue } from '../../outcome.ts'
import { field } from '../../text/field.ts'
import { SECOND } from '../../time/duration.ts'
import { sampleIn, type Value, vectorSample } from './answer.ts'
import type { PrometheusConnection } from './connection.ts'
import { askPrometheus } from './request.ts'
import { type Rule, ruleSample, seriesBySlo, sharedQuery, shareOf } from './rules.ts'

/** A query at an instant, and the recorded rule that it asks for, if it asks for one. */
export interface Asked {
  readonly query: string
  readonly at: Date
  readonly rule?: Rule | undefined
}

/** With the number of its request in the report. */
export type Sample = Value & { readonly request?: number }

/** Looks an answer up. */
export type Samples = (asked: Asked) => Sample

interface Options {
  readonly connection: PrometheusConnection
  readonly http: Sender
}

/** A query longer than this, in bytes as they are sent, is split. */
const LONGEST_QUERY = 100_000
/** The server refuses the length of the address or of the body. */
const TOO_LONG = [413, 414]

/** Asks every query once, and one query for all recorded rules of a window. */
export async function answersTo(all: readonly Asked[], options: Options): Promise<Samples> {
  const distinct = [...new Map(all.map(asked => [keyOf(asked), asked])).values()]
  const answered = await Promise.all(groupsOf(distinct).map(group => answerGroup(group, options)))
  const samples = new Map(answered.flat())
  return asked => samples.get(keyOf(asked)) ?? unreadable('Prometheus was not asked')
}

const keyOf = ({ query, at }: Asked) => `${at.getTime()} ${query}`

type Answered = readonly (readonly [key: string, sample: Sample])[]

/** Queries that are asked in one request. */
function groupsOf(all: readonly Asked[]): readonly (readonly Asked[])[] {
  const groups: Asked[][] = []
  const ofRules = new Map<string, Asked[]>()
  for (const asked of all) {
    const key = asked.rule && `${asked.at.getTime()} ${shareOf(asked.rule)}`
    const known = key === undefined ? undefined : ofRules.get(key)
    if (known) known.push(asked)
    else {
      const group = [asked]
      groups.push(group)
      if (key !== undefined) ofRules.set(key, group)
    }
  }
  return groups
}

/** Asks for all of a group at once, or for each half of it where that is too much for one request. */
async function answerGroup(group: readonly Asked[], options: Options): Promise<Answered> {
  const rules = group.flatMap(({ rule }) => rule ?? [])
  const [first] = group
  if (first === undefined) return []
  const query = group.length === 1 ? first.query : sharedQuery(rules)
  const halves = () => {
    const middle = Math.ceil(group.length / 2)
    return Promise.all([group.slice(0, middle), group.slice(middle)].map(half => answerGroup(half, options)))
  }
  if (group.length > 1 && encodeURIComponent(query).length > LONGEST_QUERY) return (await halves()).flat()
  const { at } = first
  try {
    const response = await askPrometheus(options.http, options.connection, {
      endpoint: 'query',
      parameters: { query, time: String(at.getTime() / SECOND) },
      asked: `${query} at ${at.toISOString()}`
    })
    if (group.length > 1 && TOO_LONG.includes(response.status)) return (await halves()).flat()
    const answer = { response, body: jsonOf(response) }
    const seriesOf = seriesBySlo(field(knownValue(answer.body), 'data'))
    return group.map(asked => {
      const about = { query: asked.query, at, signIn: options.connection.signIn.kind }
      const read = group.length > 1 && asked.rule ? ruleSample(asked.rule, seriesOf) : vectorSample
      return [keyOf(asked), { ...sampleIn(answer, about, read), request: response.request }]
    })
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    if (group.length > 1 && error.isTooLarge) return (await halves()).flat()
    const problem = unreadable(`Prometheus could not be reached: ${error.message}`)
    return group.map(asked => [keyOf(asked), problem])
  }
}
