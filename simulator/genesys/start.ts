import { type RecordedRequest, type Server, startServer } from '../server.ts'
import { actionAggregates } from './dataActions/answer.ts'
import { keptTables } from './dataTables.ts'
import { BURN_RATE, keptSlos } from './observability.ts'
import { isFor, rateLimiter, route, withCorrelationId } from './router.ts'
import { ISSUED_TOKEN, TOKEN_PATH } from './signIn.ts'
import { DEFAULTS, type GenesysOptions, type Kept, type Settings } from './world.ts'

export { BUDGET_COLUMNS } from './dataTables.ts'
export type { DataTableOptions, Execution, GenesysOptions, Row, Window } from './world.ts'

export interface GenesysSimulator extends Server {
  /** The token that a sign-in gives. */
  issuedToken: string
  tokenRequests(): RecordedRequest[]
  burnRateRequests(): RecordedRequest[]
  /** Queries for the executions of data actions. */
  analyticsRequests(): RecordedRequest[]
  /** The Observability API's definitions by their id, as they were written. */
  sloResources: Kept['sloResources']
  /** The data tables by their id, with their rows by key. */
  dataTables: Kept['dataTables']
  /** The action inputs that point at this simulator. */
  inputs(): Record<string, string>
}

/** Starts a Genesys Cloud that is both login and API on one loopback origin. */
export async function startGenesys(options: GenesysOptions = {}): Promise<GenesysSimulator> {
  const settings: Settings = { ...DEFAULTS, ...options }
  const kept: Kept = { ...keptSlos(settings), dataTables: keptTables(settings) }
  const overLimit = rateLimiter(settings)
  let answers = 0

  const server = await startServer(async request => {
    const reply = (await settings.intercept?.(request)) ?? route({ request, settings, kept, overLimit })
    return 'raw' in reply ? reply : withCorrelationId(reply, ++answers)
  })
  const asked = (what: { method: string; path: string }) =>
    server.requests.filter(request => isFor(request, what))

  return {
    ...server,
    issuedToken: ISSUED_TOKEN,
    tokenRequests: () => asked({ method: 'POST', path: TOKEN_PATH }),
    burnRateRequests: () => asked(BURN_RATE),
    analyticsRequests: () => asked(actionAggregates),
    sloResources: kept.sloResources,
    dataTables: kept.dataTables,
    inputs: () => ({
      'genesys-api-url': server.url,
      'genesys-login-url': server.url,
      'genesys-client-id': settings.clientId,
      'genesys-client-secret': settings.clientSecret
    })
  }
}
