import { type PlainReply, type Reply, type Server, startServer } from '../../simulator/server.ts'
import type { GitHubConnection } from '../../src/github/api.ts'
import { HttpClient } from '../../src/http/client.ts'
import { TimeBudget } from '../../src/http/timeBudget.ts'
import { HEAD, LABEL, second } from './approval.ts'
import { lasting } from './builders.ts'

export const TOKEN = 'ghs_token'
export const MERGE = 'c'.repeat(40)

/** GitHub's clock in every answer that does not say another time. */
export const NOW = second(30)

/** Paths below the API, as they are asked for. */
export const PULL = '/repos/acme/crm/pulls/7'
export const PULLS_OF_MERGE = `/repos/acme/crm/commits/${MERGE}/pulls?per_page=100`
export const EVENTS = '/repos/acme/crm/issues/7/events?per_page=100'
export const ROLE = '/repos/acme/crm/collaborators/ada/permission'
export const TEAM = '/orgs/acme/teams/ops/memberships/ada'
export const PUSHES = '/repos/acme/crm/activity?ref=refs%2Fheads%2Ffeature&per_page=100'

/** The bodies of answers, as GitHub writes them. */
export const pullBody = (parts: object = {}) => ({
  number: 7,
  user: { login: 'dana' },
  labels: [{ name: LABEL }],
  base: { ref: 'main' },
  merged_at: null,
  merge_commit_sha: null,
  head: { ref: 'feature', sha: HEAD, repo: { full_name: 'acme/crm' } },
  ...parts
})
export const eventBody = (at: number, parts: object = {}) => ({
  id: at,
  event: 'labeled',
  label: { name: LABEL },
  actor: { login: 'ada', type: 'User' },
  created_at: second(at).toISOString(),
  ...parts
})
export const pushBody = (at: number, after: string) => ({ after, timestamp: second(at).toISOString() })

/** Answers by path; what is not there does not exist. */
export type Answers = Readonly<Record<string, PlainReply>>

/** What a valid approval of #7 is read from. */
export const APPROVED: Answers = {
  [PULL]: { body: pullBody() },
  [EVENTS]: { body: [eventBody(20)] },
  [ROLE]: { body: { role_name: 'admin' } },
  [PUSHES]: { body: [pushBody(10, HEAD)] }
}

export interface Api {
  readonly server: Server
  readonly http: HttpClient
  readonly connection: GitHubConnection
  /** The paths asked for so far, in order. */
  readonly asked: () => readonly string[]
  readonly close: () => Promise<void>
}

/** An API that gives these answers, and a client that asks it once for each, unless told otherwise. */
export async function startApi(
  answers: Answers | ((url: string) => Answers),
  { maxAttempts = 1 } = {}
): Promise<Api> {
  const server = await startServer(({ path }): Reply => {
    const all = typeof answers === 'function' ? answers(server.url) : answers
    const { headers, ...reply } = all[path] ?? { status: 404, body: { message: 'Not Found' } }
    return { ...reply, headers: { date: NOW.toUTCString(), ...headers } }
  })
  const http = new HttpClient({
    maxAttempts,
    maxBytes: 1024 * 1024,
    timeBudget: new TimeBudget(lasting('PT1M')),
    redact: text => text.replaceAll(TOKEN, '***'),
    onAttempt: () => 1
  })
  return {
    server,
    http,
    connection: { apiUrl: server.url, token: TOKEN, owner: 'acme', repo: 'crm' },
    asked: () => server.requests.map(({ path }) => path),
    close: () => {
      http.close()
      return server.close()
    }
  }
}
