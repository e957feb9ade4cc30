import { type ApprovalFacts, factsFrom } from '../../src/approval/facts.ts'
import type { ApprovalPolicy } from '../../src/approval/policy.ts'
import type { BranchUpdate, LabelEvent, PullRequest } from '../../src/github/pullRequest.ts'
import { known, type Outcome } from '../../src/outcome.ts'
import { lasting } from './builders.ts'

/** Second 0 of every history here. */
const START = new Date('2031-05-06T12:00:00Z').getTime()

export const second = (count: number): Date => new Date(START + count * 1_000)

export const LABEL = 'maintenance-mode'
export const HEAD = 'a'.repeat(40)
export const OTHER = 'b'.repeat(40)
export const DELETED = '0'.repeat(40)

export const POLICY: ApprovalPolicy = {
  label: LABEL,
  maxAge: lasting('PT1M'),
  approvers: [{ kind: 'role', role: 'admin' }]
}

export function pullRequestWith(parts: Partial<PullRequest> = {}): PullRequest {
  return {
    number: 7,
    author: 'dana',
    labels: [LABEL],
    headSha: HEAD,
    headBranch: 'feature',
    headRepository: 'acme/crm',
    baseBranch: 'main',
    mergedAt: null,
    mergeCommitSha: null,
    ...parts
  }
}

/** What GitHub answers about a pull request. */
export interface History {
  policy: ApprovalPolicy
  gatedSha: string | undefined
  pullRequest: PullRequest
  labels: Outcome<readonly LabelEvent[]>
  baseChanges: readonly Date[]
  role: (login: string) => Outcome<string>
  /** By `org/team`. */
  membership: (team: string, login: string) => Outcome<string>
  updates: Outcome<readonly BranchUpdate[]>
  now: Date
}

const ADA = { login: 'ada', isPerson: true }

/** The valid approval of second 20 for a push of second 10, at second 30. */
const VALID: History = {
  policy: POLICY,
  gatedSha: HEAD,
  pullRequest: pullRequestWith(),
  labels: known([{ id: 1, kind: 'labeled', label: LABEL, actor: ADA, at: second(20) }]),
  baseChanges: [],
  role: () => known('admin'),
  membership: () => known('none'),
  updates: known([{ after: HEAD, at: second(10), by: 'dana' }]),
  now: second(30)
}

/** The facts of a valid approval, except for what is given. */
export function factsOf(different: Partial<History>): ApprovalFacts {
  const { policy, gatedSha, pullRequest, labels, baseChanges, updates, ...history } = {
    ...VALID,
    ...different
  }
  const reader = {
    now: history.now,
    events: async () => (labels.kind === 'known' ? known({ labels: labels.value, baseChanges }) : labels),
    role: async (login: string) => history.role(login),
    membership: async (org: string, team: string, login: string) =>
      history.membership(`${org}/${team}`, login),
    branchUpdates: async () => updates
  }
  return factsFrom({ policy, gatedSha, pullRequest: known(pullRequest), reader })
}
