import * as v from 'valibot'
import { HttpFailure } from '../http/failure.ts'
import { describeRefusal } from '../http/refusal.ts'
import { field } from '../text/field.ts'
import { excerpt } from '../text/show.ts'

/** A header that we add, because Octokit's errors keep only the status, the headers and the data of an answer. */
export const GIVEN_UP = 'x-given-up'

/** What to do about a refusal, unless GitHub's message is more precise. */
export interface Hints {
  /** If the token lacks a permission. */
  readonly denied: string
  /** If the resource does not exist or the token cannot see it. */
  readonly missing?: string
}

/** Causes that GitHub names in its message, for which another permission would not help. */
const CAUSES: readonly (readonly [words: RegExp, hint: string | undefined])[] = [
  [/rate limit/i, undefined],
  [/\blocked\b/i, 'unlock the conversation of the pull request'],
  [/\barchived\b/i, 'the repository is archived, so it can only be read'],
  [/\bSAML\b|\bSSO\b|single sign-on/i, 'authorize github-token for the single sign-on of the organization'],
  [/\bsuspended\b/i, 'the account or the GitHub App of github-token is suspended'],
  [/IP allow list/i, 'use a runner whose address is on the IP allow list of the organization'],
  [
    /forbids access via a/i,
    "the organization does not accept this kind of token; use the workflow's own token or that of a GitHub App"
  ],
  [/bad credentials/i, 'github-token has expired, was revoked, or belongs to another server']
]

/** Describes in one sentence, without secrets, why a request to GitHub failed. */
export function describeFailure(error: unknown, hints: Hints, redact: (text: string) => string): string {
  const cause = error instanceof Error && error.cause instanceof HttpFailure ? error.cause : error
  const message = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof HttpFailure) return redact(message)
  if (cause instanceof v.ValiError)
    return `GitHub's answer has an unexpected form (${excerpt(message, redact)})`
  const status = field(cause, 'status')
  if (typeof status !== 'number') return excerpt(message, redact)
  const response = field(cause, 'response')
  const headers = field(response, 'headers')
  const words = wordsOf(field(response, 'data'))
  const givenUp = field(headers, GIVEN_UP)
  return describeRefusal({
    who: 'GitHub',
    status,
    words: words && excerpt(words, redact),
    hint: hintFor({ status, words, permissions: field(headers, 'x-accepted-github-permissions') }, hints),
    givenUp: typeof givenUp === 'string' ? givenUp : undefined
  })
}

/** GitHub's message and its validation errors. */
function wordsOf(data: unknown): string {
  const errors = field(data, 'errors')
  const details = Array.isArray(errors) ? errors.map(error => field(error, 'message') ?? error) : []
  return [field(data, 'message'), ...details].filter(text => typeof text === 'string').join(': ')
}

interface Answer {
  readonly status: number
  readonly words: string
  /** The permissions that the token needs, in GitHub's own notation. */
  readonly permissions: unknown
}

function hintFor({ status, words, permissions }: Answer, { denied, missing }: Hints): string | undefined {
  if (![401, 403, 404].includes(status)) return undefined
  const named = CAUSES.find(([cause]) => cause.test(words))
  if (named !== undefined) return named[1]
  if (/by personal access token/i.test(words) && typeof permissions === 'string' && permissions !== '')
    return `the personal access token needs the permission ${permissions.replaceAll(/[^\w=;,. -]/g, '')}`
  return status === 404 ? (missing ?? denied) : denied
}
