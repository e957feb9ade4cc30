import type { Outcome } from '../outcome.ts'

/** A pull request as it is now, not as an event remembers it. */
export interface PullRequest {
  readonly number: number
  /** Null when the account is gone. */
  readonly author: string | null
  readonly labels: readonly string[]
  readonly headSha: string
  readonly headBranch: string
  /** `owner/name`; null when the fork is gone. */
  readonly headRepository: string | null
  readonly baseBranch: string
  readonly mergedAt: Date | null
  readonly mergeCommitSha: string | null
}

/** That a label was put on a pull request or taken off. */
export interface LabelEvent {
  readonly id: number
  readonly kind: 'labeled' | 'unlabeled'
  readonly label: string
  /** Null when the account is gone. */
  readonly actor: Actor | null
  readonly at: Date
}

export interface Actor {
  readonly login: string
  /** Only accounts of people can have a role or be in a team that counts. */
  readonly isPerson: boolean
}

/** That a branch began to point at another commit, by GitHub's clock. */
export interface BranchUpdate {
  /** The commit it points at since then; all zeros after a deletion. */
  readonly after: string
  readonly at: Date
}

/** GitHub gives all zeros as the commit of a branch that is gone. */
export const isDeletion = (sha: string): boolean => /^0+$/.test(sha)

/** What is known about the one who put the label on. Only what had to be asked is there. */
export interface Standing {
  /** The role in the repository, such as `admin`. */
  readonly role?: Outcome<string>
  /** The state of the membership in each team, `org/slug`: `active`, `pending`, or `none`. */
  readonly teams: ReadonlyMap<string, Outcome<string>>
}

/** Everything an approval is judged by. What an earlier rule has refused already is not read. */
export interface ApprovalFacts {
  readonly pullRequest: PullRequest
  readonly labelEvents?: Outcome<readonly LabelEvent[]>
  /** When the pull request was turned to another base branch. */
  readonly baseChanges?: readonly Date[]
  readonly standing?: Standing
  /** Of the head branch, newest first. */
  readonly branchUpdates?: Outcome<readonly BranchUpdate[]>
  /** The head that the run is about, where the event names one: a re-run may be about an old one. */
  readonly gatedSha?: string | undefined
  /** GitHub's clock; an invalid date when it did not say. */
  readonly now: Date
}
