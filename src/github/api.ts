import { getOctokit } from '@actions/github'
import * as v from 'valibot'
import type { HttpClient } from '../http/client.ts'
import { HttpFailure } from '../http/failure.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { describeRefusal } from '../http/refusal.ts'
import { known, type Outcome, unreadable } from '../outcome.ts'
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
/** 3,000 entries: reading more would only spend the rate limit. */
const MAX_PAGES = 30
/** Octokit's errors keep only the status, the headers and the data of an answer. */
const GIVEN_UP = 'x-given-up'

/** Octokit would print what the server says about its own API, past the cleaning of all other text. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** The largest page that GitHub gives. */
export const PAGE = { per_page: 100 }

/** The API of one repository: Octokit, with its requests sent by our HTTP client. */
export class GitHubApi {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly repository: { readonly owner: string; readonly repo: string }
  /** Each part of a run has a client of its own, with its own time budget. */
  http: HttpClient
  #now = new Date(Number.NaN)

  constructor({ apiUrl, token, owner, repo }: GitHubConnection, http: HttpClient) {
    this.http = http
    this.repository = { owner, repo }
    this.octokit = getOctokit(token, {
      baseUrl: apiUrl,
      request: { fetch: this.#fetchFrom(new URL(apiUrl)), log: SILENT },
      log: SILENT
    })
  }

  /** GitHub's clock by its latest answer; an invalid date when that did not say. The runner's clock may be wrong. */
  get now(): Date {
    return this.#now
  }

  /**
   * The data of a page and of all that follow it. Octokit's own paging takes an error or an empty
   * answer on a later page for the end of the list.
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

  #fetchFrom({ origin }: URL): typeof fetch {
    return async (input, init) => {
      const url = new URL(String(input))
      if (url.origin !== origin) throw new HttpFailure(`the next page is at another origin, ${url.origin}`)
      const response = await this.http.send({
        method: (init?.method ?? 'GET') as HttpRequest['method'],
        url: url.href,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), 'x-github-api-version': API_VERSION },
        body: typeof init?.body === 'string' ? init.body : null,
        retryWhen: isThrottled,
        // The comment may exist although the answer was lost.
        isOnce: init?.method === 'POST' && url.pathname.endsWith('/comments')
      })
      const { status, headers, text, givenUp = '' } = response
      this.#now = new Date(String(headers['date']))
      return new Response(text === '' ? null : text, {
        status,
        headers: { ...headers, [GIVEN_UP]: givenUp }
      })
    }
  }
}

/** The part of Octokit's answers that paging needs. */
interface Page {
  readonly data: unknown
  readonly headers: { readonly link?: string | undefined }
}

/** GitHub answers with 403 and the time to wait when its secondary limits are exceeded. */
function isThrottled({ status, headers }: HttpResponse): boolean {
  return status === 403 && headers['retry-after'] !== undefined
}

interface Question {
  /** What is asked for, as the subject of a sentence: "the role of ada". */
  readonly what: string
  /** What to do when the token may not read it. */
  readonly hint: string
}

/** The answer to one or more requests, or the sentence that says why there is none. */
export async function read<T>({ what, hint }: Question, ask: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return known(await ask())
  } catch (error) {
    return unreadable(`${what} could not be read: ${describeFailure(error, hint)}`)
  }
}

/**
 * Why GitHub did not do what it was asked for.
 *
 * @param hint what to do when the token lacks a permission
 */
export function describeFailure(error: unknown, hint: string): string {
  const cause = error instanceof Error && error.cause instanceof HttpFailure ? error.cause : error
  const message = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof HttpFailure) return message
  const words = excerpt(message)
  if (cause instanceof v.ValiError) return `GitHub's answer has an unexpected form (${words})`
  const status = field(cause, 'status')
  if (typeof status !== 'number') return words
  const isDenied = [401, 403, 404].includes(status) && !/rate limit/i.test(words)
  const givenUp = field(field(field(cause, 'response'), 'headers'), GIVEN_UP)
  return describeRefusal({
    who: 'GitHub',
    status,
    words,
    hint: isDenied ? hint : undefined,
    givenUp: typeof givenUp === 'string' ? givenUp : undefined
  })
}
