import type { BranchUpdate, LabelEvent, PullRequest } from '../../src/approval/facts.ts'
import type { ApprovalRules } from '../../src/approval/settings.ts'
import { known } from '../../src/outcome.ts'
import { lasting } from './builders.ts'

/** Second 0 of every history here. */
const START = new Date('2031-05-06T12:00:00Z').getTime()

export const second = (count: number): Date => new Date(START + count * 1_000)
export const secondOf = (at: Date): number => (at.getTime() - START) / 1_000

export const LABEL = 'maintenance-mode'
export const HEAD = 'a'.repeat(40)
export const OTHER = 'b'.repeat(40)
export const DELETED = '0'.repeat(40)

export const RULES: ApprovalRules = {
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

export function labelEvent(at: number, parts: Partial<LabelEvent> = {}): LabelEvent {
  const actor = { login: 'ada', isPerson: true }
  return { id: at, kind: 'labeled', label: LABEL, actor, at: second(at), ...parts }
}

export const update = (at: number, after: string): BranchUpdate => ({ after, at: second(at) })

/** Everything that the valid approval of second 20 for a push of second 10 is judged by, at second 30. */
export const VALID = {
  pullRequest: pullRequestWith(),
  labelEvents: known([labelEvent(20)]),
  standing: { role: known('admin'), teams: new Map() },
  branchUpdates: known([update(10, HEAD)]),
  now: second(30)
}
