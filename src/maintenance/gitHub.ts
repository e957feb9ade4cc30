import { getOctokit } from '@actions/github'
import * as v from 'valibot'
import type { HttpClient } from '../http/client.ts'
import { HttpFailure } from '../http/failure.ts'
import { excerpt, field } from '../http/json.ts'
import {
  type BranchUpdate,
  type Fact,
  isDeletion,
  known,
  type LabelEvent,
  type PullRequest
} from './facts.ts'
import * as schemas from './schemas.ts'

/** A repository on GitHub or GHES, and the token to read it with. */
export interface GitHubConnection {
  readonly apiUrl: string
  readonly token: string
  readonly owner: string
  readonly repo: string
}

/** Later versions leave out `merge_commit_sha`. */
const API_VERSION = '2022-11-28'
/** What happened to a pull request, oldest first. */
interface History {
  readonly labels: LabelEvent[]
  readonly baseChanges: Date[]
}

const PAGE = { per_page: 100 }
/** Reading further would not find a newer truth, only spend the rate limit. */
const MAX_PAGES = 30

/** Reads what an approval is judged by. What cannot be read is a fact as well: it names the permission. */
export class GitHub {
  readonly #octokit: ReturnType<typeof getOctokit>
  readonly #repository: { readonly owner: string; readonly repo: string }
  #clock = new Date(Number.NaN)

  constructor({ apiUrl, token, owner, repo }: GitHubConnection, http: HttpClient) {
    this.#repository = { owner, repo }
    this.#octokit = getOctokit(token, {
      baseUrl: apiUrl,
      request: { fetch: this.#fetchThrough(http, new URL(apiUrl)) }
    })
  }

  /** GitHub's own clock, from its latest answer: the runner's may be anything. An invalid date when it does not say. */
  get now(): Date {
    return this.#clock
  }

  pullRequest(number: number): Promise<Fact<PullRequest>> {
    return read(
      `pull request #${number}`,
      'add `pull-requests: read` to the permissions of the job',
      async () => {
        const { data } = await this.#octokit.rest.pulls.get({ ...this.#repository, pull_number: number })
        return v.parse(schemas.pullRequestSchema, data)
      }
    )
  }

  pullRequestsOf(commit: string): Promise<Fact<readonly PullRequest[]>> {
    const what = `the pull requests of commit ${commit.slice(0, 7)}`
    return read(what, 'add `pull-requests: read` to the permissions of the job', async () => {
      const { data } = await this.#octokit.rest.repos.listPullRequestsAssociatedWithCommit({
        ...{ ...this.#repository, commit_sha: commit, ...PAGE }
      })
      return v.parse(v.array(schemas.pullRequestSchema), data)
    })
  }

  /** All events that an approval depends on: the one that counts may be on any page. */
  history(number: number): Promise<Fact<History>> {
    const hint = 'add `issues: read` or `pull-requests: read` to the permissions of the job'
    return read(`the events of pull request #${number}`, hint, async () => {
      const first = this.#octokit.rest.issues.listEvents({
        ...{ ...this.#repository, issue_number: number, ...PAGE }
      })
      const history: History = { labels: [], baseChanges: [] }
      for await (const page of this.#pages(first)) {
        const { labels, baseChanges } = v.parse(schemas.eventsSchema, page)
        history.labels.push(...labels)
        history.baseChanges.push(...baseChanges)
      }
      return history
    })
  }

  role(username: string): Promise<Fact<string>> {
    const hint = 'the token must be one of this repository; a personal token needs push access'
    return read(`the role of ${username}`, hint, async () => {
      const { data } = await this.#octokit.rest.repos.getCollaboratorPermissionLevel({
        ...{ ...this.#repository, username }
      })
      return v.parse(schemas.roleSchema, data)
    })
  }

  teamMembership(org: string, team_slug: string, username: string): Promise<Fact<string>> {
    const hint =
      "pass as github-token that of a GitHub App with the organisation permission `members: read`; the workflow's own token cannot read teams"
    return read(`the membership of ${username} in ${org}/${team_slug}`, hint, async () => {
      const { data } = await this.#octokit.rest.teams.getMembershipForUserInOrg({ org, team_slug, username })
      return v.parse(schemas.membershipSchema, data)
    })
  }

  /** The updates of a head branch, newest first, as far back as the one that counts. */
  branchUpdates(pullRequest: PullRequest): Promise<Fact<readonly BranchUpdate[]>> {
    const { headRepository, headBranch, mergedAt } = pullRequest
    const hint = 'add `contents: read` to the permissions of the job; a private fork cannot be read at all'
    return read(`the pushes to ${headBranch}`, hint, async () => {
      if (headRepository === null) throw new Error('the fork is gone, and its record of pushes with it')
      const [owner, repo] = headRepository.split('/') as [string, string]
      const ref = `refs/heads/${headBranch}`
      const first = this.#octokit.rest.repos.listActivities({ owner, repo, ref, ...PAGE })
      const updates: BranchUpdate[] = []
      for await (const page of this.#pages(first)) {
        updates.push(...v.parse(schemas.branchUpdatesSchema, page))
        if (updates.some(({ after, at }) => !isDeletion(after) && (mergedAt === null || at <= mergedAt)))
          break
      }
      return updates
    })
  }

  /**
   * The data of a page and all that follow it. Octokit's own paging takes an error or an empty answer
   * on a later page for the end; here it is one that cannot be read.
   */
  async *#pages(first: Promise<Page>): AsyncIterable<unknown> {
    let page = await first
    for (let count = 1; ; count++) {
      yield page.data
      const next = /<([^>]+)>; *rel="next"/.exec(page.headers.link ?? '')?.[1]
      if (next === undefined) return
      if (count === MAX_PAGES) throw new Error(`it has more than ${MAX_PAGES} pages`)
      page = await this.#octokit.request({ method: 'GET', url: next })
    }
  }

  /** Octokit speaks fetch; the requests go the way of all others, with their limits and their record. */
  #fetchThrough(http: HttpClient, { origin }: URL): typeof fetch {
    return async (input, init) => {
      const url = new URL(String(input))
      if (url.origin !== origin) throw new HttpFailure(`the next page is at another origin, ${url.origin}`)
      const response = await http.send({
        method: 'GET',
        url: url.href,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), 'x-github-api-version': API_VERSION }
      })
      const { status, headers, text, redact } = response
      this.#clock = new Date(String(headers['date']))
      return new Response(text === '' ? null : redact(text), { status, headers })
    }
  }
}

/** What Octokit answers, as far as paging needs it. */
interface Page {
  readonly data: unknown
  readonly headers: { readonly link?: string | undefined }
}

/** @param hint what to do when the token may not read it */
async function read<T>(what: string, hint: string, ask: () => Promise<T>): Promise<Fact<T>> {
  try {
    return known(await ask())
  } catch (error) {
    return { kind: 'unreadable', reason: `${what} could not be read: ${explain(error, hint)}` }
  }
}

function explain(error: unknown, hint: string): string {
  const cause = error instanceof Error && error.cause instanceof HttpFailure ? error.cause : error
  if (cause instanceof HttpFailure) return cause.message
  if (error instanceof v.ValiError)
    return `GitHub's answer has an unexpected form (${excerpt(error.message)})`
  const status = field(error, 'status')
  const words = excerpt((error as Error).message)
  if (status === undefined) return words
  const isDenied = [401, 403, 404].includes(Number(status)) && !/rate limit/i.test(words)
  return `HTTP ${status} "${words}"${isDenied ? `; ${hint}` : ''}`
}
