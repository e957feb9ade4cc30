// A loopback GitHub REST API over a small declarative world. Every request and every answer is held against
// GitHub's own description; what does not fit is a violation, answered 500 so that a test fails loudly.
import { type PlainReply, type RecordedRequest, type Reply, type Server, startServer } from '../server.ts'
import { repositoryId } from './bodies.ts'
import { type Call, type Kept, writerOf } from './call.ts'
import { checkReply, checkRequest } from './check.ts'
import { complete } from './complete.ts'
import { type FoundOperation, findOperation, replySchema } from './description.ts'
import { answer, DEFAULT_TOKEN, failure, operations } from './operations.ts'
import { nowOf, pullRequestsOf, visibleRepositories, type World } from './world.ts'

export type { Activity, Comment, IssueEvent, PullRequest, World } from './world.ts'
export { sha } from './world.ts'

export interface GitHubSimulator extends Server {
  /** The world as it was given; a change counts from the next request on. */
  world: World
  /** Everything that did not fit GitHub's description, requests and answers alike. Empty after a good test. */
  violations: string[]
  /** Comments and statuses, those written by requests included. */
  comments: Kept['comments']
  statuses: Kept['statuses']
  /** The token that is accepted. */
  token: string
  /** Method and path of every request, without the base path and with the repository's name for its number. */
  apiRequests(): string[]
  /** What a workflow's environment says of this GitHub. */
  env(): Record<string, string>
}

/** GitHub's version of the API whose description is used; the next one has no `merge_commit_sha`. */
const API_VERSION = '2022-11-28'

/** Starts a GitHub on a free loopback port; `url` is the API's root, base path included. */
export async function startGitHub(world: World = {}): Promise<GitHubSimulator> {
  const { basePath: base = '', token = DEFAULT_TOKEN } = world
  const violations: string[] = []
  const kept: Kept = { comments: initialComments(world), statuses: [] }

  const server = await startServer(async request => {
    try {
      const own = await reply({ request, world, token, kept, api: server.url + base, base })
      // Every ordinary answer tells the time of the world, as GitHub tells its own.
      if ('raw' in own) return own
      return { ...own, headers: { date: nowOf(world).toUTCString(), ...own.headers } }
    } catch (error) {
      const violation = `${request.method} ${request.path}: ${(error as Error).message}`
      violations.push(violation)
      return { status: 500, body: { message: `Simulator: ${violation}` } }
    }
  })
  return {
    ...server,
    url: server.url + base,
    world,
    violations,
    ...kept,
    token,
    apiRequests: () =>
      server.requests.map(({ method, path }) => `${method} ${apiPath({ path, base, world }) ?? path}`),
    env: () => ({ GITHUB_API_URL: server.url + base })
  }
}

function initialComments(world: World): Kept['comments'] {
  return pullRequestsOf(world).flatMap(({ number, comments }) =>
    comments.map((comment, i) => {
      const { id = number * 100 + i, author = writerOf(world), body, at = nowOf(world) } = comment
      return { id, issue: number, author, body, at, updatedAt: at }
    })
  )
}

interface Incoming extends Pick<Call, 'world' | 'api' | 'kept'> {
  request: RecordedRequest
  base: string
  token: string
}

async function reply({ request, base, token, ...context }: Incoming): Promise<Reply> {
  const { world } = context
  const path = apiPath({ path: request.path, base, world })
  if (path === undefined) throw new Error(`the API's root is ${base}`)
  const body: unknown = request.body === '' ? undefined : JSON.parse(request.body)
  const found = findOperation({ method: request.method, path })
  checkRequest(found, body)
  checkHeaders(request)

  const replaced = await world.intercept?.(request)
  if (replaced) return replaced
  const refusal = refused({ request, token, found, world })
  const own = refusal ?? answer({ ...context, found, body })
  return described(found, own)
}

/** The answer with all that the description requires, which it then has to fit. */
function described(found: FoundOperation, { status = 200, headers, body: stated }: PlainReply): PlainReply {
  const schema = replySchema(found, status)
  const body = schema ? complete(schema, stated) : stated
  checkReply(found, { status, body })
  return { status, headers: { ...commonHeaders(found), ...headers }, body }
}

interface Address {
  path: string
  base: string
  world: World
}

/** The path as GitHub describes it: below the base path, with the repository's name for its number. */
function apiPath({ path, base, world }: Address): string | undefined {
  if (!path.startsWith(`${base}/`)) return undefined
  return path.slice(base.length).replace(/^\/repositories\/(\d+)(?=[/?]|$)/, (whole, id) => {
    const name = visibleRepositories(world).find(repository => repositoryId(repository) === Number(id))
    return name === undefined ? whole : `/repos/${name}`
  })
}

/** What GitHub insists on although its description does not say so. */
function checkHeaders({ headers, body }: RecordedRequest): void {
  if (!headers['user-agent']) throw new Error('GitHub refuses requests without a User-Agent')
  const version = headers['x-github-api-version'] ?? API_VERSION
  if (version !== API_VERSION)
    throw new Error(`the description is of API version ${API_VERSION}, not ${version}`)
  if (body !== '' && !/json/.test(headers['content-type'] ?? ''))
    throw new Error('a JSON body needs its content type')
}

interface Access {
  request: RecordedRequest
  token: string
  found: FoundOperation
  world: World
}

/** The refusal of a wrong token or of an area that the world forbids. */
function refused({ request, token, found, world }: Access): PlainReply | undefined {
  const [, sent] = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (sent !== token) {
    const message = sent === undefined ? 'Requires authentication' : 'Bad credentials'
    return failure({ status: 401, message, docs: 'https://docs.github.com/rest' })
  }
  const { area, writes } = operations[found.id] ?? {}
  const isForbidden = world.forbid?.some(name => name === area || (writes && name === `${area}:write`))
  if (!isForbidden) return undefined
  return failure({ status: 403, message: 'Resource not accessible by integration', docs: found.docs })
}

function commonHeaders(found: FoundOperation): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-github-media-type': 'github.v3; format=json',
    'x-github-api-version-selected': API_VERSION,
    'x-github-request-id': 'C0DE:1234:5678:9ABC:DEF0',
    'x-accepted-github-permissions': operations[found.id]?.permissions ?? '',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-resource': 'core'
  }
}
