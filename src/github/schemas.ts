import * as v from 'valibot'
import type { BranchUpdate, LabelEvent, PullRequest } from './pullRequest.ts'

// The parts of GitHub's answers that are used. Each is checked before anything relies on it.

const login = v.pipe(v.string(), v.nonEmpty())
const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform(text => new Date(text))
)
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))

/** A pull request, on its own or in a list: GitHub gives these fields in both forms. */
export const pullRequestSchema = v.pipe(
  v.object({
    number: v.pipe(v.number(), v.integer()),
    user: v.nullable(v.object({ login })),
    labels: v.array(v.object({ name: v.string() })),
    head: v.object({ ref: v.string(), sha, repo: v.nullable(v.object({ full_name: v.string() })) }),
    base: v.object({ ref: v.string() }),
    merged_at: v.nullable(instant),
    merge_commit_sha: v.nullable(v.string())
  }),
  v.transform(
    ({ number, user, labels, head, base, merged_at, merge_commit_sha }): PullRequest => ({
      number,
      author: user?.login ?? null,
      labels: labels.map(({ name }) => name),
      headSha: head.sha,
      headBranch: head.ref,
      headRepository: head.repo?.full_name ?? null,
      baseBranch: base.ref,
      mergedAt: merged_at,
      mergeCommitSha: merge_commit_sha
    })
  )
)

const labelEventSchema = v.pipe(
  v.object({
    id: v.number(),
    event: v.picklist(['labeled', 'unlabeled']),
    label: v.object({ name: v.string() }),
    actor: v.nullable(v.object({ login, type: v.string() })),
    created_at: instant
  }),
  v.transform(
    ({ id, event, label, actor, created_at }): LabelEvent => ({
      id,
      kind: event,
      label: label.name,
      at: created_at,
      actor: actor && { login: actor.login, isPerson: actor.type === 'User' }
    })
  )
)

const baseChangeSchema = v.pipe(
  v.object({ event: v.literal('base_ref_changed'), created_at: instant }),
  v.transform(({ created_at }) => ({ changedAt: created_at }))
)

const otherEventSchema = v.pipe(
  v.object({ event: v.pipe(v.string(), v.notValues(['labeled', 'unlabeled', 'base_ref_changed'])) }),
  v.transform(() => undefined)
)

/** One page of the events of a pull request: those about labels, and when the base branch was changed. */
export const eventsSchema = v.pipe(
  v.array(v.union([labelEventSchema, baseChangeSchema, otherEventSchema])),
  v.transform(events => ({
    labels: events.flatMap(event => (event !== undefined && 'label' in event ? event : [])),
    baseChanges: events.flatMap(event => (event !== undefined && 'changedAt' in event ? event.changedAt : []))
  }))
)

export const branchUpdatesSchema = v.array(
  v.pipe(
    v.object({ after: sha, timestamp: instant }),
    v.transform(({ after, timestamp }): BranchUpdate => ({ after, at: timestamp }))
  )
)

/** `role_name` has `maintain` and custom roles; `permission` shows them as other roles. */
export const roleSchema = v.pipe(
  v.object({ role_name: v.string() }),
  v.transform(({ role_name }) => role_name)
)

export const membershipSchema = v.pipe(
  v.object({ state: v.string() }),
  v.transform(({ state }) => state)
)
