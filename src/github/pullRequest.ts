/** A pull request as it is now. An event shows it as it was when the event was sent. */
export interface PullRequest {
  readonly number: number
  /** Null when the account was deleted. */
  readonly author: string | null
  readonly labels: readonly string[]
  readonly headSha: string
  readonly headBranch: string
  /** `owner/name`; null when the fork was deleted. */
  readonly headRepository: string | null
  readonly baseBranch: string
  readonly mergedAt: Date | null
  readonly mergeCommitSha: string | null
}

/** The events of a pull request that an approval depends on, oldest first. */
export interface PullRequestEvents {
  readonly labels: readonly LabelEvent[]
  /** When another base branch was chosen, by a person or by GitHub, or the base branch was force-pushed. */
  readonly baseChanges: readonly Date[]
}

/** A label was added to a pull request or removed from it. */
export interface LabelEvent {
  readonly id: number
  readonly kind: 'labeled' | 'unlabeled'
  readonly label: string
  /** Null when the account was deleted. */
  readonly actor: Actor | null
  readonly at: Date
}

export interface Actor {
  readonly login: string
  /** False for bots and organisations. */
  readonly isPerson: boolean
}

/** A branch began to point to another commit, by GitHub's clock. */
export interface BranchUpdate {
  /** The new commit of the branch. */
  readonly after: string
  readonly at: Date
  /** Login of the person who pushed; null when GitHub does not say. */
  readonly by: string | null
}

/** GitHub gives all zeros as the new commit of a deleted branch. */
const isDeletion = ({ after }: BranchUpdate) => /^0+$/.test(after)

/** Whether an update may have set the head of a pull request: deletions and pushes after the merge do not. */
export const setsHead = (update: BranchUpdate, { mergedAt }: Pick<PullRequest, 'mergedAt'>): boolean =>
  !isDeletion(update) && (mergedAt === null || update.at <= mergedAt)
