import type { BranchUpdate, LabelEvent, PullRequest, PullRequestEvents } from '../github/pullRequest.ts'
import type { GitHubReader } from '../github/reader.ts'
import { known, type Outcome, unreadable, whenKnown } from '../outcome.ts'
import { type ApprovalPolicy, sameName, type Team } from './policy.ts'

/** The facts that the rules check. A fact is read when a rule first needs it. */
export interface ApprovalFacts {
  readonly policy: ApprovalPolicy
  /** The head commit that the run is about, if the event names one. It may be an old one, if an old job is run again. */
  readonly gatedSha: string | undefined
  /** GitHub's clock; an invalid date when GitHub did not say. */
  readonly now: () => Date
  readonly pullRequest: Outcome<PullRequest>
  readonly labelling: () => Promise<Outcome<Labelling>>
  /** The role in the repository of the person who added the label, such as `admin`. */
  readonly role: () => Promise<Outcome<string>>
  /** The state of that person's membership in a team, such as `active`. */
  readonly membership: (team: Team) => Promise<Outcome<string>>
  /** The updates of the head branch, newest first. */
  readonly branchUpdates: () => Promise<Outcome<readonly BranchUpdate[]>>
}

/** The event that added the label which the pull request has now. */
export interface Labelling {
  readonly pullRequest: PullRequest
  readonly by: string
  /** False for bots, which have neither a role nor a team that counts. */
  readonly isPerson: boolean
  readonly at: Date
  /** When the base branch of the pull request was changed or force-pushed. */
  readonly baseChanges: readonly Date[]
}

/** The part of the GitHub reader that an approval needs. */
type Reader = Pick<GitHubReader, 'events' | 'role' | 'membership' | 'branchUpdates' | 'now'>

interface Origin {
  readonly policy: ApprovalPolicy
  readonly gatedSha: string | undefined
  readonly pullRequest: Outcome<PullRequest>
  readonly reader: Reader
}

/** The current facts from GitHub. */
export function factsFrom({ policy, gatedSha, pullRequest, reader }: Origin): ApprovalFacts {
  const labelling = once(() =>
    whenKnown(pullRequest, async found =>
      whenKnown(await reader.events(found.number), events => labellingIn(events, found, policy.label))
    )
  )
  const branchUpdates = once(() => whenKnown(pullRequest, found => reader.branchUpdates(found)))
  // An approval needs both answers, so they are requested at the same time.
  const withUpdates = async <T>(answer: Promise<T>) => (await Promise.all([answer, branchUpdates()]))[0]
  return {
    policy,
    gatedSha,
    now: () => reader.now,
    pullRequest,
    labelling,
    branchUpdates,
    role: once(async () => whenKnown(await labelling(), ({ by }) => withUpdates(reader.role(by)))),
    membership: async ({ org, slug }) =>
      whenKnown(await labelling(), ({ by }) => withUpdates(reader.membership(org, slug, by)))
  }
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= ask())
}

function labellingIn(
  { labels, baseChanges }: PullRequestEvents,
  pullRequest: PullRequest,
  label: string
): Outcome<Labelling> {
  const event = currentLabelling(labels, label)
  if (event?.actor == null) {
    const request = `pull request #${pullRequest.number}`
    return unreadable(
      `GitHub does not say who added the label "${label}" to ${request}; remove the label and add it again`
    )
  }
  const { login: by, isPerson } = event.actor
  return known({ pullRequest, by, isPerson, at: event.at, baseChanges })
}

/** The latest event about the label, if it added the label; undefined if it removed it, or without any event. */
export function currentLabelling(events: readonly LabelEvent[], label: string): LabelEvent | undefined {
  const latest = events
    .filter(event => sameName(event.label, label))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)
    .at(-1)
  return latest?.kind === 'labeled' ? latest : undefined
}
