import { readFileSync, statSync } from 'node:fs'
import { refuseUnlessRegular } from '../files/write.ts'
import type { Environment } from '../runner/runner.ts'
import { field } from '../text/field.ts'

/** What a run is about: a pull request by its number, or a commit that one may have been merged as. */
export type Subject =
  | {
      readonly kind: 'number'
      readonly number: number
      /** The head that the run is about, where the event names it. */
      readonly headSha?: string | undefined
      /** The commit of the event, where the input names the number. */
      readonly commit?: EventCommit | undefined
    }
  | ({ readonly kind: 'commit' } & EventCommit)
  | { readonly kind: 'unknown'; readonly reason: string }

interface EventCommit {
  readonly sha: string
  readonly branch: string | undefined
}

/** The event that started the run. */
export interface RunEvent {
  readonly env: Environment
  /** What GitHub sent, of any shape; undefined when it cannot be read. */
  readonly payload: unknown
}

export function readEvent(env: Environment): RunEvent {
  return { env, payload: readJson(env['GITHUB_EVENT_PATH']) }
}

/** GitHub sends at most 25 MB. */
const LARGEST_EVENT = 32 * 1024 * 1024

function readJson(path: string | undefined): unknown {
  try {
    if (!path) return undefined
    // Reading a pipe would never end.
    refuseUnlessRegular(path)
    if (statSync(path).size > LARGEST_EVENT) return undefined
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Which pull request's label counts. Only numbers and commits are taken from the event, never labels:
 * when a job is run again, it gets the event as it was the first time.
 *
 * @param number the input `pull-request`
 */
export function subjectOf(event: RunEvent, number: number | undefined): Subject {
  const found = subjectOfEvent(event)
  if (number === undefined) return found
  // Whether this is the pull request of the event, and whether its head is still the same, cannot be told.
  if (event.payload === undefined && isAboutHead(event.env))
    return { kind: 'unknown', reason: `the event ${event.env['GITHUB_EVENT_NAME']} cannot be read` }
  const commit = found.kind === 'commit' ? { sha: found.sha, branch: found.branch } : undefined
  return { kind: 'number', number, headSha: ownHead(event.payload, number), commit }
}

function subjectOfEvent({ env, payload }: RunEvent): Subject {
  switch (env['GITHUB_EVENT_NAME']) {
    case 'pull_request':
    case 'pull_request_target': {
      const pullRequest = field(payload, 'pull_request')
      return byNumber(field(pullRequest, 'number'), field(field(pullRequest, 'head'), 'sha'))
    }
    case 'merge_group':
      return byQueueRef(field(field(payload, 'merge_group'), 'head_ref'))
    case 'workflow_run': {
      // GITHUB_SHA is the head of the default branch here, not the commit of the other workflow.
      const run = field(payload, 'workflow_run')
      return byCommit(field(run, 'head_sha'), field(run, 'head_branch'))
    }
    case 'deployment':
      return byCommit(field(field(payload, 'deployment'), 'sha') ?? env['GITHUB_SHA'], branchOf(env))
    case 'push':
    case 'release':
    case 'schedule':
    case 'workflow_dispatch':
      return byCommit(env['GITHUB_SHA'], branchOf(env))
    default:
      // For other events GITHUB_SHA may be the head of the default branch, whatever the run is about.
      return {
        kind: 'unknown',
        reason: `the event ${env['GITHUB_EVENT_NAME'] || '(none)'} names no pull request`
      }
  }
}

/** The commit that a merge queue tests, and whose statuses it waits for; undefined in every other run. */
export function mergeGroupCommit({ env, payload }: RunEvent): string | undefined {
  const commit = field(field(payload, 'merge_group'), 'head_sha')
  return env['GITHUB_EVENT_NAME'] === 'merge_group' && typeof commit === 'string' ? commit : undefined
}

/** Events about a commit that may belong to pull requests. */
const ABOUT_COMMITS = ['workflow_run', 'check_suite', 'check_run']

/** Whether only the payload of the event says which head it is about. */
const isAboutHead = ({ GITHUB_EVENT_NAME: name = '' }: Environment) =>
  name.startsWith('pull_request') || ABOUT_COMMITS.includes(name)

/**
 * The head that an event is about, if it is about the pull request of this number: an old job that is run
 * again is still about the old head. Undefined when the event is about something else.
 */
function ownHead(payload: unknown, number: number): string | undefined {
  const pullRequest = field(payload, 'pull_request')
  if (field(pullRequest, 'number') === number) return text(field(field(pullRequest, 'head'), 'sha'))
  const subject = ABOUT_COMMITS.map(name => field(payload, name)).find(value => value !== undefined)
  const listed = field(subject, 'pull_requests')
  const numbers = Array.isArray(listed) ? listed.map(found => field(found, 'number')) : []
  // GitHub does not list the pull requests of forks.
  const isOfFork = numbers.length === 0 && field(subject, 'event') === 'pull_request'
  return numbers.includes(number) || isOfFork ? text(field(subject, 'head_sha')) : undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function byNumber(number: unknown, headSha?: unknown): Subject {
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0
    ? { kind: 'number', number, headSha: text(headSha) }
    : { kind: 'unknown', reason: 'the event names no pull request' }
}

/** `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`; the base may contain slashes, or look like such a name itself. */
function byQueueRef(ref: unknown): Subject {
  const match = typeof ref === 'string' && /\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(ref)
  return match
    ? byNumber(Number(match[1]))
    : { kind: 'unknown', reason: 'the merge group names no pull request' }
}

function byCommit(sha: unknown, branch: unknown): Subject {
  return typeof sha === 'string' && sha !== ''
    ? { kind: 'commit', sha, branch: typeof branch === 'string' ? branch : undefined }
    : { kind: 'unknown', reason: 'the event names neither a pull request nor a commit' }
}

/** Undefined when the run is not about a branch but, for example, a tag. */
function branchOf(env: Environment): string | undefined {
  return /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1]
}
