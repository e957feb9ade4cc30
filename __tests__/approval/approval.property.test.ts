import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as v from 'valibot'
import { type Approval, judgeApproval } from '../../src/approval/approval.ts'
import type { ApprovalPolicy, Approver } from '../../src/approval/policy.ts'
import type { RuleName } from '../../src/approval/rules.ts'
import type { BranchUpdate, LabelEvent, PullRequest } from '../../src/github/pullRequest.ts'
import { eventsSchema } from '../../src/github/schemas.ts'
import { known, type Outcome, unreadable } from '../../src/outcome.ts'
import { DELETED, factsOf, HEAD, LABEL, OTHER, pullRequestWith, second } from '../support/approval.ts'

/** No history here lasts longer, the future included. */
const LAST_SECOND = 40

/** A small world of people, labels, pushes and a clock, from which the facts are taken. */
interface Story {
  pullRequest: PullRequest
  events: readonly LabelEvent[] | 'unreadable'
  /** Newest first. */
  updates: readonly BranchUpdate[] | 'unreadable'
  retargets: readonly Retarget[]
  gatedSha: string | undefined
  roles: Readonly<Record<string, string>>
  /** By team and login. */
  members: Readonly<Record<string, Readonly<Record<string, string>>>>
  policy: ApprovalPolicy
  now: number
}

/** An event as GitHub sends it. */
interface Retarget {
  event: string
  created_at: string
}

const CHANGING = ['base_ref_changed', 'automatic_base_change_succeeded', 'base_ref_force_pushed']

/** The rules of docs/approval.md, by living through the story second by second. */
function naively(story: Story): { by: string; at: Date; until: Date } | ReadonlySet<RuleName> {
  const { pullRequest, policy } = story
  const broken = new Set<RuleName>()
  let holder: LabelEvent | undefined
  let tip: { sha: string; since: number; by: string | null } | undefined
  let pushed: typeof tip
  for (let now = 0; now <= LAST_SECOND; now++) {
    if (story.updates !== 'unreadable') {
      const happened = story.updates.filter(({ at }) => at.getTime() === second(now).getTime())
      for (const { after, by } of [...happened].reverse())
        if (after !== DELETED) tip = { sha: after, since: now, by }
    }
    const isMergeOrEnd =
      pullRequest.mergedAt === null
        ? now === LAST_SECOND
        : pullRequest.mergedAt.getTime() === second(now).getTime()
    if (isMergeOrEnd && tip?.sha === pullRequest.headSha) pushed = tip
    if (story.events === 'unreadable') continue
    for (const event of inOrderOfNumber(story.events)) {
      const isNow = event.at.getTime() === second(now).getTime()
      if (isNow && event.label.toUpperCase() === policy.label.toUpperCase())
        holder = event.kind === 'labeled' ? event : undefined
    }
  }
  if (!pullRequest.labels.map(label => label.toUpperCase()).includes(policy.label.toUpperCase()))
    broken.add('label')
  if (!holder?.actor) return broken.add('label-event')
  const { login, isPerson } = holder.actor
  if (pullRequest.author === null || pullRequest.author.toUpperCase() === login.toUpperCase())
    broken.add('author')
  if (!policy.approvers.some(approver => counts(approver, { login, isPerson }, story))) broken.add('approver')
  const age = second(story.now).getTime() - holder.at.getTime()
  if (age < 0 || age > policy.maxAge.ms) broken.add('age')
  if (pushed === undefined || second(pushed.since).getTime() >= holder.at.getTime()) broken.add('head-commit')
  const labelledAt = holder.at.getTime()
  const changes = story.retargets.filter(({ event }) => CHANGING.includes(event))
  if (changes.some(({ created_at }) => Date.parse(created_at) >= labelledAt)) broken.add('head-commit')
  if (![undefined, pullRequest.headSha].includes(story.gatedSha)) broken.add('head-commit')
  if (!pushed?.by || pushed.by.toUpperCase() === login.toUpperCase()) broken.add('last-pusher')
  const until = new Date(holder.at.getTime() + policy.maxAge.ms)
  return broken.size > 0 ? broken : { by: login, at: holder.at, until }
}

const inOrderOfNumber = (events: readonly LabelEvent[]) => [...events].sort((a, b) => a.id - b.id)

function counts(approver: Approver, actor: { login: string; isPerson: boolean }, story: Story): boolean {
  if (approver.kind === 'login') return approver.login.toUpperCase() === actor.login.toUpperCase()
  if (!actor.isPerson) return false
  if (approver.kind === 'role') return story.roles[actor.login] === approver.role
  return story.members[`${approver.org}/${approver.slug}`]?.[actor.login] === 'active'
}

/** Judged by what GitHub would answer about the story. */
function judged({ events, updates, roles, members, now, retargets, ...story }: Story): Promise<Approval> {
  const answer = (text: string | undefined): Outcome<string> =>
    text === 'unreadable' ? unreadable('HTTP 403') : known(text ?? 'none')
  const facts = factsOf({
    ...story,
    baseChanges: v.parse(eventsSchema, retargets).baseChanges,
    labels: events === 'unreadable' ? unreadable('HTTP 403') : known(events),
    updates: updates === 'unreadable' ? unreadable('HTTP 403') : known(updates),
    role: login => answer(roles[login]),
    membership: (team, login) => answer(members[team]?.[login]),
    now: second(now)
  })
  return judgeApproval(facts)
}

const LOGINS = ['ada', 'Ada', 'bob', 'dana', 'bot[bot]']
const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, fc.constantFrom(...others))

const moments = fc.integer({ min: 0, max: LAST_SECOND })
const early = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) }, moments)
const late = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 8, max: 30 }) }, moments)

const actors = often<string | null>('ada', 'Ada', 'bob', 'dana', 'bot[bot]', null)

const labelEvents: fc.Arbitrary<LabelEvent[]> = fc
  .array(
    fc.record({
      kind: often<LabelEvent['kind']>('labeled', 'unlabeled'),
      label: often(LABEL, 'Maintenance-Mode', `${LABEL}-2`),
      login: actors,
      at: late
    }),
    { minLength: 1, maxLength: 5 }
  )
  .map(events => {
    // GitHub numbers events as they happen; the reader may get them in another order.
    const numbered = events.toSorted((a, b) => a.at - b.at).map((event, id) => ({ ...event, id }))
    return numbered.map(({ id, kind, label, login, at }) => ({
      id,
      kind,
      label,
      at: second(at),
      actor: login === null ? null : { login, isPerson: !login.endsWith('[bot]') }
    }))
  })
  .chain(events => fc.shuffledSubarray(events, { minLength: events.length }))

const branchUpdates: fc.Arbitrary<BranchUpdate[]> = fc
  .array(
    fc.record({
      at: early,
      after: often(HEAD, OTHER, DELETED),
      by: often<string | null>('dana', 'ADA', 'bob', 'bot[bot]', null)
    }),
    { minLength: 1, maxLength: 4 }
  )
  .map(updates =>
    updates.toSorted((a, b) => b.at - a.at).map(update => ({ ...update, at: second(update.at) }))
  )

const pullRequests: fc.Arbitrary<PullRequest> = fc
  .record({
    author: often<string | null>('dana', 'ada', null),
    labels: often<string[]>([LABEL], ['MAINTENANCE-MODE', 'bug'], [`${LABEL}-2`], []),
    mergedAt: often<number | null>(null, 9, 20, 35)
  })
  .map(({ mergedAt, ...parts }) =>
    pullRequestWith({ ...parts, mergedAt: mergedAt === null ? null : second(mergedAt) })
  )

const roles = often('admin', 'maintain', 'write', 'none', 'release-captain', 'unreadable')
const states = often('active', 'pending', 'none', 'unreadable')
const ofEveryone = (value: fc.Arbitrary<string>) =>
  fc.record(Object.fromEntries(LOGINS.map(login => [login, value])))

const approvers: fc.Arbitrary<Approver> = fc.constantFrom<Approver>(
  { kind: 'role', role: 'admin' },
  { kind: 'role', role: 'maintain' },
  { kind: 'login', login: 'ADA' },
  { kind: 'login', login: 'bot[bot]' },
  { kind: 'team', org: 'acme', slug: 'platform' },
  { kind: 'team', org: 'acme', slug: 'ops' }
)

const stories: fc.Arbitrary<Story> = fc.record({
  pullRequest: pullRequests,
  events: fc.oneof({ weight: 15, arbitrary: labelEvents }, fc.constant('unreadable' as const)),
  updates: fc.oneof({ weight: 15, arbitrary: branchUpdates }, fc.constant('unreadable' as const)),
  retargets: fc
    .record({
      event: fc.constantFrom(...CHANGING, 'automatic_base_change_failed', 'renamed', 'reopened'),
      at: often<number[]>([], [2], [12], [30], [2, 31])
    })
    .map(({ event, at }) => at.map(count => ({ event, created_at: second(count).toISOString() }))),
  gatedSha: often<string | undefined>(HEAD, undefined, OTHER),
  roles: ofEveryone(roles),
  members: fc.record({ 'acme/platform': ofEveryone(states), 'acme/ops': ofEveryone(states) }),
  policy: fc.record({
    label: fc.constantFrom(LABEL, 'Maintenance-MODE'),
    approvers: fc.uniqueArray(approvers, { minLength: 1, maxLength: 4 }),
    maxAge: often(40, 20, 5).map(seconds => ({ iso: `PT${seconds}S`, ms: seconds * 1_000 }))
  }),
  now: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 30, max: LAST_SECOND }) }, moments)
})

describe('the judgement of any history', () => {
  it('is the same as by living through it second by second', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async story => {
        const approval = await judged(story)
        const expected = naively(story)
        const { by, at, until } = approval.approved ? approval : {}
        if (expected instanceof Set) {
          // They are added in the order in which the rules are checked.
          expect(approval).toMatchObject({ approved: false, rule: [...expected][0] })
        } else {
          expect({ by, at, until }).toEqual(expected)
        }
      }),
      { numRuns: 3_000 }
    )
  })

  it('is an approval often enough, and breaks each of the rules', async () => {
    const sample = await Promise.all(fc.sample(stories, { seed: 7, numRuns: 2_000 }).map(judged))
    const approvals = sample.filter(({ approved }) => approved)
    expect(approvals.length / sample.length).toBeGreaterThan(0.1)
    expect(approvals.length / sample.length).toBeLessThan(0.5)
    const broken = new Set(sample.flatMap(approval => (approval.approved ? [] : approval.rule)))
    expect([...broken].sort()).toEqual([
      'age',
      'approver',
      'author',
      'head-commit',
      'label',
      'label-event',
      'last-pusher'
    ])
  })
})
