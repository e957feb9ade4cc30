import { type Observation, unreadable } from '../../budget/reading.ts'
import { field } from '../../text/field.ts'
import { shown } from '../../text/show.ts'
import { type GenesysAnswer, GenesysError, wholeOf } from '../genesys/answer.ts'
import type { Genesys } from '../genesys/connection.ts'
import { isNear } from '../otherTime.ts'
import type { Probe, Source } from '../source.ts'

/** `source: { type: genesys-observability }` */
export interface GenesysObservabilitySpec {
  readonly type: 'genesys-observability'
}

/** The SLOs of the Observability API, with one request for each window. */
export class GenesysObservability implements Source<GenesysObservabilitySpec> {
  readonly #genesys: Genesys

  constructor(genesys: Genesys) {
    this.#genesys = genesys
  }

  read(probes: readonly Probe<GenesysObservabilitySpec>[]): Promise<readonly Observation[]> {
    return Promise.all(probes.map(probe => this.#readOne(probe)))
  }

  async #readOne({ slo, window }: Probe<GenesysObservabilitySpec>): Promise<Observation> {
    const interval = new URLSearchParams({
      startTime: window.start.toISOString(),
      endTime: window.end.toISOString()
    })
    const path = `/api/v2/observability/slos/${encodeURIComponent(slo.id)}/burnRate?${interval}`
    try {
      const answer = await this.#genesys.ask({ method: 'GET', path, hints: HINTS })
      return burnRateIn(wholeOf(answer), { slo, window })
    } catch (error) {
      if (error instanceof GenesysError) return unreadable(error.message)
      throw error
    }
  }
}

const HINTS = {
  400: 'check the SLO id and its definition',
  404: 'check the SLO id, and that this organisation has the Observability API; the README names other sources'
}

/** Reads `{ "burnRate": 0.4 }`. */
function burnRateIn(
  { body, correlation, request }: GenesysAnswer,
  { slo, window: { start, end } }: Pick<Probe<GenesysObservabilitySpec>, 'slo' | 'window'>
): Observation {
  const other = field(body, 'sloId')
  if (other !== undefined && other !== null && other !== slo.id)
    return unreadable(`Genesys Cloud answered about another SLO, ${shown(other)}${correlation}`)
  const asked = { startTime: start, endTime: end }
  for (const [name, instant] of Object.entries(asked)) {
    const value = field(body, name)
    if (value === undefined || value === null) continue
    if (typeof value === 'string' && isNear(instant.getTime(), Date.parse(value))) continue
    const found = `${shown(value)} as ${name}, not ${instant.toISOString()}`
    return unreadable(`Genesys Cloud answered about another time: ${found}${correlation}`)
  }
  const burnRate = field(body, 'burnRate')
  if (typeof burnRate === 'number' && Number.isFinite(burnRate) && burnRate >= 0) {
    return { kind: 'burn-rate', burnRate, from: { requests: [request], start, end } }
  }
  const found = burnRate === undefined ? 'no burnRate' : `${shown(burnRate)} as burnRate`
  return unreadable(`Genesys Cloud answered with ${found}, but expected a number of 0 or more${correlation}`)
}
