import type { GitHubConnection } from '../github/api.ts'
import { address } from '../inputs/formats.ts'
import type { ReportMissing } from '../inputs/input.ts'
import type { Problems } from '../problems.ts'
import type { Environment } from '../runner/runner.ts'
import {
  CATALOG,
  type Connections,
  SOURCE_TYPES,
  type SourceSettings,
  type SourceType
} from '../sources/catalog.ts'

/** For each type of source, an SLO that uses it. */
export type SourceUsers = ReadonlyMap<SourceType, string>

interface Options {
  readonly inputs: SourceSettings
  readonly users: SourceUsers
  readonly problems: Problems
}

/** How to reach the sources that the SLOs use. Only their settings are required. */
export function connect({ inputs, users, problems }: Options): Connections {
  const found = SOURCE_TYPES.flatMap(type => {
    const slo = users.get(type)
    const connection = slo && CATALOG[type].connect(inputs, missingFor(`SLO "${slo}"`, problems))
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

/** How to reach GitHub, from the runner's variables; undefined outside GitHub, without a token, or for a wrong address. */
export function connectGitHub(
  env: Environment,
  token: string | undefined,
  problems: Problems
): GitHubConnection | undefined {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const apiUrl = address.parse(env['GITHUB_API_URL'] || 'https://api.github.com')
  if (apiUrl === undefined)
    problems.error('GITHUB_API_URL', `its value is not accepted; it takes ${address.accepts}`)
  return token && owner && repo && apiUrl ? { apiUrl, token, owner, repo } : undefined
}
