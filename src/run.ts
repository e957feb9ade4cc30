import type { Config } from './config/config.ts'
import type { GitHub } from './github/gitHub.ts'
import { type Attempt, HttpClient, type HttpOptions } from './http/client.ts'
import type { Sender } from './http/message.ts'
import type { Secrets } from './http/secrets.ts'
import { TimeBudget } from './http/timeBudget.ts'
import type { Environment, Runner } from './runner/runner.ts'
import type { GenesysSession } from './sources/genesys/connection.ts'
import type { SourceContext } from './sources/source.ts'
import type { Clock } from './time/clock.ts'
import type { Duration } from './time/duration.ts'

/** Everything that the steps of a run need. */
export interface Run {
  readonly env: Environment
  /** Where relative paths start. */
  readonly folder: string
  readonly config: Config
  readonly runner: Runner
  readonly secrets: Secrets
  readonly clock: Clock
  /** The instant at which every window ends. */
  readonly at: Date
  /** All requests that were sent, in the order in which they ended. */
  readonly attempts: Attempt[]
  /** State that the steps of the run share. */
  readonly session: RunSession
  /** Adds a warning, in one sentence. */
  readonly warn: (warning: string) => void
}

/** The access token for Genesys Cloud, and the GitHub client with its kept answers. */
interface RunSession extends GenesysSession {
  gitHub?: GitHub
}

/** The limits for the requests of one step. */
export type Limits = { readonly timeout: Duration } & Pick<HttpOptions, 'maxAttempts' | 'maxBytes'>

/** Does work with an HTTP client that has these limits, and closes the client afterwards. */
export async function withHttp<T>(
  run: Run,
  { timeout, ...limits }: Limits,
  work: (http: HttpClient) => Promise<T>
): Promise<T> {
  const { config, runner, secrets, attempts, clock } = run
  const http = new HttpClient({
    ...limits,
    proxyFor: config.proxies.proxyFor,
    redact: text => secrets.redact(text),
    timeBudget: new TimeBudget(timeout, clock),
    onAttempt: attempt => {
      const number = attempts.push(attempt)
      const { method, url, status, durationMs } = attempt
      const answer = `${status ?? 'no answer'} in ${durationMs} ms (attempt ${attempt.attempt})`
      runner.debug(`${method} ${url} -> ${answer}`)
      return number
    }
  })
  try {
    return await work(http)
  } finally {
    http.close()
  }
}

/** The context for sources in a step with this HTTP client. */
export const contextOf = ({ secrets, session }: Run, http: Sender): SourceContext => ({
  http,
  secrets,
  session
})

/** GitHub; undefined without a token or a repository. Octokit is loaded here, because most runs do not need it. */
export async function gitHubOf(
  { config, env, session, runner }: Run,
  http: HttpClient
): Promise<GitHub | undefined> {
  if (config.github === undefined) return undefined
  const { GitHub } = await import('./github/gitHub.ts')
  session.gitHub ??= new GitHub({
    connection: config.github,
    env,
    number: config.approval.pullRequest,
    http,
    debug: text => runner.debug(text)
  })
  session.gitHub.api.http = http
  return session.gitHub
}
