import { getOctokit } from '@actions/github'
import * as v from 'valibot'
import type { HttpClient } from '../http/client.ts'
import { HttpFailure } from '../http/failure.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { field } from '../text/field.ts'
import { excerpt } from '../text/show.ts'

/** A repository on GitHub or GHES, and the token to read it with. */
export interface GitHubConnection {
  readonly apiUrl: string
  readonly token: string
  readonly owner: string
  readonly repo: string
}

/** Later versions leave out `merge_commit_sha`. */
const API_VERSION = '2022-11-28'
/** Reading further would not find a newer truth, only spend the rate limit. */
const MAX_PAGES = 30

/** The largest page that GitHub gives. */
export const PAGE = { per_page: 100 }

/** One repository. Octokit speaks fetch; its requests go the way of all others, with their limits and their record. */
export class GitHubApi {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly repository: { readonly owner: string; readonly repo: string }
  #clock = new Date(Number.NaN)

  constructor({ apiUrl, token, owner, repo }: GitHubConnection, http: HttpClient) {
    this.repository = { owner, repo }
    this.octokit = getOctokit(token, {
      baseUrl: apiUrl,
      request: { fetch: this.#fetchThrough(http, new URL(apiUrl)) }
    })
  }

  /** GitHub's own clock, from its latest answer: the runner's may be anything. An invalid date when it does not say. */
  get now(): Date {
    return this.#clock
  }

  /**
   * The data of a page and all that follow it. Octokit's own paging takes an error or an empty answer
   * on a later page for the end; here it is one that cannot be read.
   */
  async *pages(first: Promise<Page>): AsyncIterable<unknown> {
    let page = await first
    for (let count = 1; ; count++) {
      yield page.data
      const next = /<([^>]+)>; *rel="next"/.exec(page.headers.link ?? '')?.[1]
      if (next === undefined) return
      if (count === MAX_PAGES) throw new Error(`it has more than ${MAX_PAGES} pages`)
      page = await this.octokit.request({ method: 'GET', url: next })
    }
  }

  #fetchThrough(http: HttpClient, { origin }: URL): typeof fetch {
    return async (input, init) => {
      const url = new URL(String(input))
      if (url.origin !== origin) throw new HttpFailure(`the next page is at another origin, ${url.origin}`)
      const response = await http.send({
        method: (init?.method ?? 'GET') as HttpRequest['method'],
        url: url.href,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), 'x-github-api-version': API_VERSION },
        body: typeof init?.body === 'string' ? init.body : null,
        retryWhen: isThrottled,
        // A comment whose answer was lost is there all the same.
        isOnce: init?.method === 'POST' && url.pathname.endsWith('/comments')
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

/** GitHub's secondary limits are answered with 403 and the time to wait. */
function isThrottled({ status, headers }: HttpResponse): boolean {
  return status === 403 && headers['retry-after'] !== undefined
}

/**
 * Why GitHub did not do what it was asked.
 *
 * @param hint what to do when the token may not do it
 */
export function explain(error: unknown, hint: string): string {
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
