import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Approval, judgeApproval, type Rule } from '../../src/approval/approval.ts'
import type { ApprovalFacts, BranchUpdate, LabelEvent, PullRequest } from '../../src/approval/facts.ts'
import type { ApprovalRules, Approver } from '../../src/approval/settings.ts'
import { known, type Outcome } from '../../src/outcome.ts'
import { DELETED, HEAD, LABEL, OTHER, pullRequestWith, second } from '../support/approval.ts'

/** No history here lasts longer, the future included. */
const LAST_SECOND = 40

/** A small world of people, labels, pushes and a clock, from which the facts are taken. */
interface Story {
  pullRequest: PullRequest
  events: readonly LabelEvent[] | 'unreadable'
  /** Newest first. */
  updates: readonly BranchUpdate[] | 'unreadable'
  roles: Readonly<Record<string, string>>
  /** By team and login. */
  members: Readonly<Record<string, Readonly<Record<string, string>>>>
  rules: ApprovalRules
  now: number
}

/** Contract, section 7, by living through the story second by second. */
function naively(story: Story): { by: string; at: Date; until: Date } | ReadonlySet<Rule> {
  const { pullRequest, rules } = story
  const broken = new Set<Rule>()
  let holder: LabelEvent | undefined
  let tip: { sha: string; since: number } | undefined
  let pushed: number | undefined
  for (let now = 0; now <= LAST_SECOND; now++) {
    if (story.updates !== 'unreadable') {
      const happened = story.updates.filter(({ at }) => at.getTime() === second(now).getTime())
      for (const { after } of [...happened].reverse()) if (after !== DELETED) tip = { sha: after, since: now }
    }
    const isMergeOrEnd =
      pullRequest.mergedAt === null
        ? now === LAST_SECOND
        : pullRequest.mergedAt.getTime() === second(now).getTime()
    if (isMergeOrEnd && tip?.sha === pullRequest.headSha) pushed = tip.since
    if (story.events === 'unreadable') continue
    for (const event of inOrderOfNumber(story.events)) {
      const isNow = event.at.getTime() === second(now).getTime()
      if (isNow && event.label.toUpperCase() === rules.label.toUpperCase())
        holder = event.kind === 'labeled' ? event : undefined
    }
  }
  if (!pullRequest.labels.map(label => label.toUpperCase()).includes(rules.label.toUpperCase()))
    broken.add('label')
  if (!holder?.actor) return broken.add('label-event')
  const { login, isPerson } = holder.actor
  if (pullRequest.author === null || pullRequest.author.toUpperCase() === login.toUpperCase())
    broken.add('author')
  if (!rules.approvers.some(approver => counts(approver, { login, isPerson }, story))) broken.add('approver')
  const age = second(story.now).getTime() - holder.at.getTime()
  if (age < 0 || age > rules.maxAge.ms) broken.add('age')
  if (pushed === undefined || second(pushed).getTime() >= holder.at.getTime()) broken.add('head-commit')
  const until = new Date(holder.at.getTime() + rules.maxAge.ms)
  return broken.size > 0 ? broken : { by: login, at: holder.at, until }
}

const inOrderOfNumber = (events: readonly LabelEvent[]) => [...events].sort((a, b) => a.id - b.id)

function counts(approver: Approver, actor: { login: string; isPerson: boolean }, story: Story): boolean {
  if (approver.kind === 'login') return approver.login.toUpperCase() === actor.login.toUpperCase()
  if (!actor.isPerson) return false
  if (approver.kind === 'role') return story.roles[actor.login] === approver.role
  return story.members[`${approver.org}/${approver.slug}`]?.[actor.login] === 'active'
}

/** What would have been read of the story. */
function factsOf(story: Story): ApprovalFacts {
  const { pullRequest, events, updates, roles, members } = story
  const holder = events === 'unreadable' ? undefined : lastLabelled(events)
  const login = holder?.actor?.login ?? 'nobody'
  const read = (text = 'none'): Outcome<string> => (text === 'unreadable' ? UNREADABLE : known(text))
  const teams = Object.entries(members).map(([team, states]) => [team, read(states[login])] as const)
  return {
    pullRequest,
    labelEvents: events === 'unreadable' ? UNREADABLE : known(events),
    standing: { role: read(roles[login]), teams: new Map(teams) },
    branchUpdates: updates === 'unreadable' ? UNREADABLE : known(updates),
    now: second(story.now)
  }
}

const UNREADABLE = { kind: 'unreadable', reason: 'HTTP 403' } as const

/** Only whose standing is asked for; whether it counts is for the judgement. */
function lastLabelled(events: readonly LabelEvent[]): LabelEvent | undefined {
  const times = events.filter(
    ({ kind, label }) => kind === 'labeled' && label.toUpperCase() === LABEL.toUpperCase()
  )
  return times.reduce<LabelEvent | undefined>(
    (last, event) =>
      !last || event.at > last.at || (+event.at === +last.at && event.id > last.id) ? event : last,
    undefined
  )
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
      after: often(HEAD, OTHER, DELETED)
    }),
    { minLength: 1, maxLength: 4 }
  )
  .map(updates => updates.toSorted((a, b) => b.at - a.at).map(({ at, after }) => ({ at: second(at), after })))

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
  roles: ofEveryone(roles),
  members: fc.record({ 'acme/platform': ofEveryone(states), 'acme/ops': ofEveryone(states) }),
  rules: fc.record({
    label: fc.constantFrom(LABEL, 'Maintenance-MODE'),
    approvers: fc.uniqueArray(approvers, { minLength: 1, maxLength: 4 }),
    maxAge: often(40, 20, 5).map(seconds => ({ iso: `PT${seconds}S`, ms: seconds * 1_000 }))
  }),
  now: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 30, max: LAST_SECOND }) }, moments)
})

const judged = (story: Story): Approval => judgeApproval(factsOf(story), story.rules)

describe('the judgement of any history', () => {
  it('is that of somebody who lives through it second by second', () => {
    fc.assert(
      fc.property(stories, story => {
        const approval = judged(story)
        const expected = naively(story)
        const { by, at, until } = approval.approved ? approval : {}
        if (expected instanceof Set) {
          expect(approval).toMatchObject({ approved: false })
          expect([...expected]).toContain(approval.approved || approval.rule)
        } else {
          expect({ by, at, until }).toEqual(expected)
        }
      }),
      { numRuns: 3_000 }
    )
  })

  it('is an approval often enough, and breaks each of the rules', () => {
    const sample = fc.sample(stories, { seed: 7, numRuns: 2_000 }).map(judged)
    const approvals = sample.filter(({ approved }) => approved)
    expect(approvals.length / sample.length).toBeGreaterThan(0.1)
    expect(approvals.length / sample.length).toBeLessThan(0.5)
    const broken = new Set(sample.flatMap(approval => (approval.approved ? [] : approval.rule)))
    expect([...broken].sort()).toEqual(['age', 'approver', 'author', 'head-commit', 'label', 'label-event'])
  })
})
