import type { GitHubConnection } from '../github/api.ts'
import { address } from '../inputs/formats.ts'
import { isSafeAddress } from '../inputs/httpHosts.ts'
import type { ConnectOptions, ReportMissing } from '../inputs/input.ts'
import type { Problems } from '../problems.ts'
import type { Environment } from '../runner/runner.ts'
import {
  CATALOG,
  type Connections,
  SOURCE_TYPES,
  type SourceSettings,
  type SourceType
} from '../sources/catalog.ts'
import type { Inputs } from './inputs.ts'

/** For each type of source, an SLO that uses it. */
export type SourceUsers = ReadonlyMap<SourceType, string>

interface Options extends Pick<ConnectOptions, 'env' | 'secrets'> {
  readonly inputs: SourceSettings
  readonly users: SourceUsers
  readonly problems: Problems
}

/** How to reach the sources that the SLOs use. Only their settings are required. */
export function connect({ inputs, users, problems, ...setup }: Options): Connections {
  const wrong = (input: string, what: string) => problems.inputError(input, what)
  const found = SOURCE_TYPES.flatMap(type => {
    const slo = users.get(type)
    const missing = missingFor(`SLO "${slo}"`, problems)
    const connection = slo && CATALOG[type].connect(inputs, missing, { ...setup, wrong })
    return connection ? [[type, connection]] : []
  })
  // Object.fromEntries loses the types of the single connections, which the catalog guarantees.
  return Object.fromEntries(found) as Connections
}

/** Reports missing inputs. An input that was set to a wrong value is not reported again as missing. */
export function missingFor(user: string, problems: Problems): ReportMissing {
  return (input, remedy, instead) => {
    if ([input, instead].some(name => name && problems.hasInputError(name))) return
    problems.inputError(input, `is missing, and ${user} needs it; ${remedy}`)
  }
}

/** GitHub, as the runner names it; undefined where the run is elsewhere or has no token, or where the address is wrong. */
export function connectGitHub({
  env,
  inputs: { 'github-token': token, 'http-hosts': hosts = [] },
  problems
}: {
  readonly env: Environment
  readonly inputs: Partial<Pick<Inputs, 'github-token' | 'http-hosts'>>
  readonly problems: Problems
}): GitHubConnection | undefined {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const parsed = address.parse(env['GITHUB_API_URL'] || 'https://api.github.com')
  const apiUrl = parsed && isSafeAddress(parsed, hosts) ? parsed : undefined
  if (apiUrl === undefined)
    problems.error('GITHUB_API_URL', `its value is not accepted; it takes ${address.accepts}`)
  return token && owner && repo && apiUrl ? { apiUrl, token, owner, repo } : undefined
}
