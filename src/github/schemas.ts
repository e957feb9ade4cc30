import * as v from 'valibot'
import type { BranchUpdate, LabelEvent, PullRequest } from './pullRequest.ts'

// Schemas for the parts of GitHub's answers that are used.

const name = v.pipe(v.string(), v.maxLength(100))
const login = v.pipe(name, v.nonEmpty())
const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform(text => new Date(text))
)
/** The account that GitHub shows in place of every deleted one. */
const GHOST = 'ghost'

const isGhost = (account: { readonly login: string } | null) => account?.login.toLowerCase() === GHOST

/** Login of an account; null when the account was deleted. */
const loginOf = v.pipe(
  v.nullable(v.object({ login })),
  v.transform(account => (account === null || isGhost(account) ? null : account.login))
)
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))

/** A pull request, on its own or in a list: GitHub gives these fields in both forms. */
export const pullRequestSchema = v.pipe(
  v.object({
    number: v.pipe(v.number(), v.integer()),
    user: loginOf,
    labels: v.array(v.object({ name: v.string() })),
    head: v.object({ ref: v.string(), sha, repo: v.nullable(v.object({ full_name: v.string() })) }),
    base: v.object({ ref: v.string() }),
    merged_at: v.nullable(instant),
    merge_commit_sha: v.nullable(v.string())
  }),
  v.transform(
    ({ number, user, labels, head, base, merged_at, merge_commit_sha }): PullRequest => ({
      number,
      author: user,
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

/** Who can act on GitHub. A `Mannequin` stands for someone in imported events, under any name. */
const ACCOUNTS: readonly string[] = ['User', 'Bot']

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
      actor:
        actor === null || isGhost(actor) || !ACCOUNTS.includes(actor.type)
          ? null
          : { login: actor.login, isPerson: actor.type === 'User' }
    })
  )
)

/** Events that change which commits an open pull request would merge, without a push to its head. */
const BASE_CHANGES = [
  'base_ref_changed',
  // GitHub itself, when the base branch of a stacked pull request is merged and deleted.
  'automatic_base_change_succeeded',
  'base_ref_force_pushed'
] as const

const baseChangeSchema = v.pipe(
  v.object({ event: v.picklist(BASE_CHANGES), created_at: instant }),
  v.transform(({ created_at }) => ({ changedAt: created_at }))
)

const otherEventSchema = v.pipe(
  v.object({ event: v.pipe(v.string(), v.notValues(['labeled', 'unlabeled', ...BASE_CHANGES])) }),
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

/** One page of the record of pushes to a branch, such as `refs/heads/main`. */
export const branchUpdatesOf = (branch: string) =>
  v.array(
    v.pipe(
      v.object({
        ref: v.optional(v.literal(branch)),
        after: sha,
        timestamp: instant,
        actor: v.optional(loginOf, null)
      }),
      v.transform(({ after, timestamp, actor }): BranchUpdate => ({ after, at: timestamp, by: actor }))
    )
  )

/** The `permission` that belongs to each role that can approve. A custom role of the same name may have another one. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  admin: ['admin'],
  maintain: ['write', 'maintain']
}

/** `role_name` has `maintain` and custom roles; `permission` shows them as other roles. */
export const roleSchema = v.pipe(
  v.object({ role_name: name, permission: v.optional(name) }),
  v.check(
    ({ role_name, permission }) =>
      permission === undefined || (PERMISSIONS[role_name]?.includes(permission) ?? true),
    'the role and the permission contradict each other'
  ),
  v.transform(({ role_name }) => role_name)
)

export const membershipSchema = v.pipe(
  v.object({ state: name }),
  v.transform(({ state }) => state)
)
