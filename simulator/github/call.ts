// A request that is ready to be answered, and what most answers begin or end with.
import type { PlainReply } from '../server.ts'
import { type KeptComment, type KeptStatus, repositoryId } from './bodies.ts'
import type { FoundOperation } from './description.ts'
import { numberedPage, type Page, type PageOptions } from './paging.ts'
import {
  type FullPullRequest,
  pullRequestsOf,
  repositoryOf,
  same,
  visibleRepositories,
  type World
} from './world.ts'

/** What has been written to the simulator, and what the world's pull requests held already. */
export interface Kept {
  comments: KeptComment[]
  statuses: KeptStatus[]
}

/** One request, ready to be answered. */
export interface Call {
  world: World
  /** The API's root, with the base path. */
  api: string
  kept: Kept
  found: FoundOperation
  body: unknown
}

/** The account that writes with the world's token. */
export const writerOf = (world: World): string => world.tokenUser ?? 'github-actions[bot]'

export interface Problem {
  status: number
  message: string
}

/** Thrown where a request fits the description but GitHub refuses it. */
export class Refusal extends Error {
  readonly status: number

  constructor({ status, message }: Problem) {
    super(message)
    this.status = status
  }
}

export const notFound = () => new Refusal({ status: 404, message: 'Not Found' })

/** The repository that a path names, in its own case; only the activity of others is served. */
export function repositoryFrom({ world, found: { params } }: Call): string {
  const name = visibleRepositories(world).find(known => same(known, `${params['owner']}/${params['repo']}`))
  if (name === undefined) throw notFound()
  return name
}

export function pullRequestFrom(call: Call): FullPullRequest {
  const number = Number(call.found.params['pull_number'] ?? call.found.params['issue_number'])
  const pull = pullsIn(call).find(known => known.number === number)
  if (!pull) throw notFound()
  return pull
}

export function pullsIn(call: Call): FullPullRequest[] {
  return same(repositoryFrom(call), repositoryOf(call.world)) ? pullRequestsOf(call.world) : []
}

interface ListOptions<T> {
  call: Call
  items: T[]
  /** The path below the repository. */
  path: string
  pager?: (options: PageOptions<T>) => Page<T>
  /** The query parameters that are served beside those of paging; each decides which items stay. */
  filters?: Record<string, (item: T, wanted: string) => boolean>
  body: (item: T) => unknown
}

export function list<T>({
  call,
  items,
  path,
  pager = numberedPage,
  filters = {},
  body
}: ListOptions<T>): PlainReply {
  const { query } = call.found
  const unserved = [...query.keys()].find(
    name => !(name in filters || ['per_page', 'page', 'after'].includes(name))
  )
  if (unserved !== undefined) throw new Error(`the simulator does not serve the query parameter ${unserved}`)
  const wanted = items.filter(item =>
    Object.entries(filters).every(([name, fits]) => {
      const value = query.get(name)
      return value === null || fits(item, value)
    })
  )
  // GitHub links by the number of the repository, so a client has to follow the address as it is given.
  const address = `${call.api}/repositories/${repositoryId(repositoryFrom(call))}/${path}`
  const page = pager({ items: wanted, query, address })
  return { headers: page.headers, body: page.items.map(body) }
}
