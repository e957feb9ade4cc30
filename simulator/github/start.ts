// A loopback GitHub REST API over a small declarative world. Every request and every answer is held against
// GitHub's own description; whatever does not fit is a violation, answered 500 so that a test fails loudly.

import { type PlainReply, type RecordedRequest, type Reply, type Server, startServer } from '../server.ts'
import { repositoryId, type Site } from './bodies.ts'
import { checkReply, checkRequest, type FoundOperation, findOperation } from './description.ts'
import { answer, DEFAULT_TOKEN, failure, type Kept, operations, writerOf } from './operations.ts'
import { nowOf, pullRequestsOf, visibleRepositories, type World } from './world.ts'

export type {
  Activity,
  Area,
  Comment,
  Commit,
  Deployment,
  IssueEvent,
  PullRequest,
  User,
  World
} from './world.ts'
export { NO_COMMIT, sha } from './world.ts'

export interface GitHubSimulator extends Server {
  /** The world as it was given; a change counts from the next request on. */
  world: World
  /** Whatever did not fit GitHub's description, requests and answers alike. Empty after a good test. */
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
  const base = world.basePath ?? ''
  const token = world.token ?? DEFAULT_TOKEN
  const violations: string[] = []
  const kept: Kept = { comments: initialComments(world), statuses: [] }
  const site: Site = { world, api: base }

  const server = await startServer(async request => {
    try {
      return await reply({ request, base, token, kept, site })
    } catch (error) {
      const violation = `${request.method} ${request.path}: ${(error as Error).message}`
      violations.push(violation)
      return { status: 500, body: { message: `Simulator: ${violation}` } }
    }
  })
  site.api = server.url + base
  return {
    ...server,
    url: site.api,
    world,
    violations,
    ...kept,
    token,
    apiRequests: () =>
      server.requests.map(({ method, path }) => `${method} ${apiPath({ path, base, world })}`),
    env: () => ({ GITHUB_API_URL: site.api })
  }
}

function initialComments(world: World): Kept['comments'] {
  return pullRequestsOf(world).flatMap(({ number, comments }) =>
    comments.map((comment, i) => {
      const at = comment.at ?? nowOf(world)
      const { id = number * 100 + i, author = writerOf(world), body } = comment
      return { id, issue: number, author, body, at, updatedAt: at }
    })
  )
}

interface Incoming {
  request: RecordedRequest
  base: string
  token: string
  kept: Kept
  site: Site
}

async function reply({ request, base, token, kept, site }: Incoming): Promise<Reply> {
  const { world } = site
  const { method } = request
  if (!isBelow({ path: request.path, base })) throw new Error(`the API's root is ${base}`)
  const path = apiPath({ path: request.path, base, world })
  const body = bodyOf(request)
  checkRequest({ method, path, body })
  checkHeaders(request)

  const replaced = await world.intercept?.(request)
  if (replaced) return dated(replaced, world)

  const found = findOperation({ method, path })
  const own = refused({ request, token, found, world }) ?? answer({ site, kept, found, body })
  checkReply({ method, path, status: own.status ?? 200, body: own.body })
  return dated({ ...own, headers: { ...commonHeaders(found), ...own.headers } }, world)
}

/** Every ordinary answer tells the time of the world, as GitHub tells its own. */
function dated(reply: Reply, world: World): Reply {
  if ('raw' in reply) return reply
  return { ...reply, headers: { date: nowOf(world).toUTCString(), ...reply.headers } }
}

const isBelow = ({ path, base }: { path: string; base: string }) => path.startsWith(`${base}/`)

/** The path as GitHub describes it: below the base path, with the repository's name for its number. */
function apiPath({ path, base, world }: { path: string; base: string; world: World }): string {
  if (!isBelow({ path, base })) return path
  return path.slice(base.length).replace(/^\/repositories\/(\d+)(?=[/?]|$)/, (whole, id) => {
    const name = visibleRepositories(world).find(repository => repositoryId(repository) === Number(id))
    return name === undefined ? whole : `/repos/${name}`
  })
}

function bodyOf({ body }: RecordedRequest): unknown {
  return body === '' ? undefined : JSON.parse(body)
}

/** What the description says nothing of, but GitHub insists on. */
function checkHeaders({ headers, body }: RecordedRequest): void {
  if (!headers['user-agent']) throw new Error('GitHub refuses requests without a User-Agent')
  const version = headers['x-github-api-version'] ?? API_VERSION
  if (version !== API_VERSION)
    throw new Error(`the description is of API version ${API_VERSION}, not ${version}`)
  if (body !== '' && !/json/.test(headers['content-type'] ?? ''))
    throw new Error('a JSON body needs its content type')
}

interface Refused {
  request: RecordedRequest
  token: string
  found: FoundOperation
  world: World
}

function refused({ request, token, found, world }: Refused): PlainReply | undefined {
  const [, sent] = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (sent !== token) {
    const message = sent === undefined ? 'Requires authentication' : 'Bad credentials'
    return failure({ status: 401, message, docs: 'https://docs.github.com/rest' })
  }
  const operation = operations[found.id]
  if (!operation) return undefined
  const { area, permissions, writes } = operation
  const forbidden = world.forbid ?? []
  if (!forbidden.includes(area) && !(writes && forbidden.includes(`${area}:write`))) return undefined
  const no = failure({ status: 403, message: 'Resource not accessible by integration', docs: found.docs })
  return { ...no, headers: { 'x-accepted-github-permissions': permissions } }
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
