import { getOctokit } from '@actions/github'
import type { HttpClient } from '../http/client.ts'
import { HttpFailure } from '../http/failure.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { known, type Outcome, unreadable } from '../outcome.ts'
import { describeFailure, GIVEN_UP, type Hints } from './failure.ts'
import { type Listing, pagesOf } from './pages.ts'

/** A repository on GitHub or GHES, and the token to read it with. */
export interface GitHubConnection {
  readonly apiUrl: string
  readonly token: string
  readonly owner: string
  readonly repo: string
}

interface Options {
  readonly connection: GitHubConnection
  readonly http: HttpClient
  /** Prints Octokit's own messages, such as that a request is deprecated. */
  readonly debug: (text: string) => void
}

/** Later versions of the API leave out `merge_commit_sha`. */
const API_VERSION = '2022-11-28'

interface Question extends Hints {
  /** The subject of the question, for a message: "the role of ada". */
  readonly what: string
}

/** The API of one repository: Octokit, with its requests sent by our HTTP client. */
export class GitHubApi {
  readonly octokit: ReturnType<typeof getOctokit>
  readonly repository: { readonly owner: string; readonly repo: string }
  /** The client of the current step. Each step of a run has its own, with its own time budget. */
  http: HttpClient
  #now = new Date(Number.NaN)
  #redact = (text: string) => text

  constructor({ connection: { apiUrl, token, owner, repo }, http, debug }: Options) {
    this.http = http
    this.repository = { owner, repo }
    const log = { debug, info: debug, warn: debug, error: debug }
    this.octokit = getOctokit(token, {
      baseUrl: apiUrl,
      log,
      request: { fetch: this.#fetchFrom(new URL(apiUrl)), log }
    })
  }

  /** GitHub's time in its latest answer, because the runner's clock may be wrong; an invalid date if there was none. */
  get now(): Date {
    return this.#now
  }

  /** The entries of each page of a list. */
  pages(listing: Listing): AsyncIterable<readonly unknown[]> {
    return pagesOf(listing, url => this.octokit.request({ method: 'GET', url }))
  }

  /** The result of one or more requests, or why they failed, in one sentence. */
  async read<T>({ what, ...hints }: Question, ask: () => Promise<T>): Promise<Outcome<T>> {
    try {
      return known(await ask())
    } catch (error) {
      return unreadable(`${what} could not be read: ${this.describeFailure(error, hints)}`)
    }
  }

  /** Describes why a request to GitHub failed. */
  describeFailure(error: unknown, hints: Hints): string {
    return describeFailure(error, hints, this.#redact)
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
        // The comment may have been created although the answer was lost.
        isOnce: init?.method === 'POST' && url.pathname.endsWith('/comments')
      })
      const { status, headers, text, redact, givenUp = '' } = response
      this.#now = new Date(String(headers['date']))
      this.#redact = redact
      // The text is not redacted here, because a secret may be equal to a word that GitHub uses.
      return new Response(text === '' ? null : text, {
        status,
        headers: { ...headers, [GIVEN_UP]: givenUp }
      })
    }
  }
}

/** GitHub answers with 403 and the time to wait when its secondary limits are exceeded. */
function isThrottled({ status, headers }: HttpResponse): boolean {
  return status === 403 && headers['retry-after'] !== undefined
}
