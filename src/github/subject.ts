import { readFileSync } from 'node:fs'
import type { Environment } from '../runner/runner.ts'
import { field } from '../text/field.ts'

/** What a run is about: a pull request by number, or a commit that one may have been merged as. */
export type Subject =
  | {
      readonly kind: 'number'
      readonly number: number
      /** The head that the run is about, where the event names it. */
      readonly headSha?: string | undefined
    }
  | { readonly kind: 'commit'; readonly sha: string; readonly branch: string | undefined }
  | { readonly kind: 'unknown'; readonly reason: string }

/**
 * Which pull request's label counts. From the event only numbers and commits are taken, never labels:
 * running a job again replays the event as it was.
 *
 * @param number the input `pull-request`
 */
export function subjectOf(env: Environment, number: number | undefined): Subject {
  if (number !== undefined) return { kind: 'number', number }
  const event = readEvent(env['GITHUB_EVENT_PATH'])
  switch (env['GITHUB_EVENT_NAME']) {
    case 'pull_request':
    case 'pull_request_target': {
      const pullRequest = field(event, 'pull_request')
      return byNumber(field(pullRequest, 'number'), field(field(pullRequest, 'head'), 'sha'))
    }
    case 'merge_group':
      return byQueueRef(field(field(event, 'merge_group'), 'head_ref'))
    case 'workflow_run': {
      // GITHUB_SHA is the default branch here, not what ran.
      const run = field(event, 'workflow_run')
      return byCommit(field(run, 'head_sha'), field(run, 'head_branch'))
    }
    case 'deployment':
      return byCommit(field(field(event, 'deployment'), 'sha') ?? env['GITHUB_SHA'], branchOf(env))
    case 'push':
    case 'release':
    case 'schedule':
    case 'workflow_dispatch':
      return byCommit(env['GITHUB_SHA'], branchOf(env))
    default:
      // Elsewhere GITHUB_SHA may be the default branch, whatever the run is about.
      return {
        kind: 'unknown',
        reason: `the event ${env['GITHUB_EVENT_NAME'] || '(none)'} names no pull request`
      }
  }
}

/** The payload of the event, of any shape. */
export function readEvent(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

function byNumber(number: unknown, headSha?: unknown): Subject {
  return Number.isSafeInteger(number)
    ? { kind: 'number', number: number as number, headSha: typeof headSha === 'string' ? headSha : undefined }
    : { kind: 'unknown', reason: 'the event names no pull request' }
}

/** `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`; the base may contain slashes, and look alike. */
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

/** Undefined where the run is not about a branch, such as a tag. */
function branchOf(env: Environment): string | undefined {
  return /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1]
}
