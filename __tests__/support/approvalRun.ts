import { expect } from '@jest/globals'
import {
  type GitHubSimulator,
  type IssueEvent,
  type PullRequest,
  sha,
  startGitHub,
  type World
} from '../../simulator/github/start.ts'
import type { GateOptions } from '../../simulator/harness/workspace.ts'
import type { Reply } from '../../simulator/server.ts'
import { annotations, type GenesysRun, gate, readable, SLO } from './scenario.ts'

/** GitHub's clock in every case. The runner's clock is years away, so that using it would show. */
const NOW = new Date('2031-05-06T12:00:00Z')
export const secondsAgo = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1_000)
export const minutesAgo = (minutes: number): Date => secondsAgo(minutes * 60)

export const LABEL = 'maintenance-mode'
export const REPOSITORY = 'acme/crm-flows'
/** The commit that the approval is for, and the commit that its pull request is merged as. */
export const HEAD = sha('the approved head')
export const MERGE = sha('the merge of the approved head')

const PEOPLE: NonNullable<World['users']> = {
  'ada-admin': { role: 'admin' },
  'mia-maintainer': { role: 'maintain' },
  'wim-writer': { role: 'write' },
  'tia-triager': { role: 'triage' },
  'old-oscar': { role: 'none' },
  'cleo-custom': { role: 'release-captain', baseRole: 'admin' },
  'label-bot[bot]': { role: 'admin' },
  'dev-dana': { role: 'write' }
}

/** The label, added by an administrator ten minutes ago unless told otherwise. */
export function labelled(parts: Partial<IssueEvent> = {}): IssueEvent {
  return { event: 'labeled', label: LABEL, actor: 'ada-admin', at: minutesAgo(10), ...parts }
}

export const unlabelled = (parts: Partial<IssueEvent> = {}): IssueEvent =>
  labelled({ event: 'unlabeled', at: minutesAgo(5), ...parts })

/** That many events of another kind, all at one time: by default before the label was added. */
export const chatter = (count: number, at = minutesAgo(30)): IssueEvent[] =>
  Array.from({ length: count }, () => ({ event: 'subscribed', actor: 'wim-writer', at }))

/** The difference from a run that is blocked by its budget and lifted by a valid approval of #7. */
export interface Case extends Omit<GateOptions, 'files'> {
  files?: Record<string, string>
  pull?: Partial<PullRequest>
  /** Pull requests beside it. */
  others?: PullRequest[]
  world?: World
  /** The burn rate of the SLO, as the Genesys simulator takes it. */
  burn?: unknown
}

export interface ApprovalRun extends GenesysRun {
  gitHub: GitHubSimulator
}

/** Runs the bundle against a GitHub of its own, which is gone afterwards. */
export async function blockedRun(different: Case = {}): Promise<ApprovalRun> {
  const { pull, others = [], world, burn = 2, inputs, env, ...options } = different
  const approved = { number: 7, headSha: HEAD, pushedAt: minutesAgo(60), events: [labelled()], ...pull }
  const gitHub = await startGitHub({
    users: PEOPLE,
    now: () => NOW,
    pullRequests: [approved, ...others],
    ...world
  })
  try {
    const run = await gate(
      { slos: { [SLO]: () => burn } },
      {
        ...pullRequestEvent(),
        ...options,
        inputs: { 'github-token': gitHub.token, ...inputs },
        env: { ...gitHub.env(), ...env }
      }
    )
    return { ...run, gitHub }
  } finally {
    await gitHub.close()
  }
}

/** The event as it was first sent, with the labels that the pull request had then. */
export function pullRequestEvent({ number = 7, labels = [] as string[], eventName = 'pull_request' } = {}) {
  const pullRequest = { number, labels: labels.map(name => ({ name })), head: { ref: 'feature', sha: HEAD } }
  return { eventName, event: { action: 'synchronize', number, pull_request: pullRequest } }
}

/** A push to the default branch, as a merge makes it. */
export const pushOf = (commit: string): Case => ({ eventName: 'push', env: { GITHUB_SHA: commit } })

/** The run that follows when #7 was merged. */
export function mergedCase({ pull, ...different }: Case = {}): Case {
  const merge = { mergedAt: minutesAgo(2), mergedBy: 'wim-writer', mergeCommitSha: MERGE }
  return { ...pushOf(MERGE), ...different, pull: { ...merge, ...pull } }
}

/** Answers a kind of request in place of GitHub. */
export const instead = (path: RegExp, reply: Reply): World => ({
  intercept: request => (path.test(request.path) ? reply : undefined)
})

/** The branch of #7 over time: each commit with the minutes since it was pushed, in any order. */
export function pushes(...updates: [string, number][]): World {
  const history = updates.map(([after, minutes]) => ({
    ref: 'feature',
    after,
    at: minutesAgo(minutes),
    type: 'push' as const
  }))
  return { activity: { [REPOSITORY]: history } }
}

/** The branch of #7 with an update to its head by each of these people, and the minutes since. */
export function pushedBy(...updates: [string | null, number][]): World {
  const history = updates.map(([actor, minutes]) => ({
    ref: 'feature',
    after: HEAD,
    actor,
    at: minutesAgo(minutes),
    type: 'push' as const
  }))
  return { activity: { [REPOSITORY]: history } }
}

export interface Refusal {
  rule: string
  /** What the refusal has to say. */
  says?: string | RegExp
}

/** Blocked as if nobody had asked for an approval, with the rule that refused it. */
export function expectRefused(run: ApprovalRun, { rule, says = '' }: Refusal): void {
  expect(run.gitHub.violations).toEqual([])
  expect(run.report.maintenance).toMatchObject({
    label: LABEL,
    approved: false,
    approvedBy: null,
    approvedAt: null,
    expiresAt: null,
    refusal: expect.stringMatching(new RegExp(`^${rule}: `))
  })
  expect(run.report.maintenance.refusal).toMatch(says)
  expect(run.outputs).toMatchObject({ decision: 'block', 'maintenance-mode': 'false', 'approved-by': '' })
  expect(run.exitCode).toBe(1)
  expect(annotations(run, 'error')).toEqual([
    expect.stringContaining(run.report.maintenance.refusal.slice(rule.length + 2))
  ])
  expect(run.summary).toMatch(/^## \S+ Deployment blocked/)
}

/** A case that an approval has to be refused in. */
export type Forgery = Case & Refusal & { title: string }

export async function refused({ title: _, rule, says = '', ...different }: Forgery): Promise<ApprovalRun> {
  const run = await blockedRun(different)
  expectRefused(run, { rule, says })
  return run
}

/** What is not usual about an approval. */
export interface Approval {
  by?: string | undefined
  at?: Date | undefined
  until?: Date | undefined
  verdict?: string
}

/** Lifted, visibly: in the outputs, the report, the summary and the one annotation. */
export function expectApproved(run: ApprovalRun, approval: Approval = {}): void {
  const { by = 'ada-admin', at = minutesAgo(10), verdict = 'exhausted' } = approval
  const { until = new Date(at.getTime() + 4 * 3_600_000) } = approval
  expect(run.gitHub.violations).toEqual([])
  expect(run.report.maintenance).toMatchObject({
    label: LABEL,
    pullRequest: 7,
    approved: true,
    approvedBy: by,
    refusal: null,
    approvedAt: at.toISOString(),
    expiresAt: until.toISOString()
  })
  const outputs = { decision: 'override', verdict, 'maintenance-mode': 'true', 'approved-by': by }
  expect(run.outputs).toMatchObject(outputs)
  expect(run.report).toMatchObject({ decision: 'override', verdict })
  expect(run.exitCode).toBe(0)
  expect(annotations(run, 'error')).toEqual([])
  const [headline = ''] = run.summary.split('\n')
  expect(headline).toContain('Override')
  for (const text of [readable(run.summary), annotations(run, 'warning').join('\n')]) {
    expect(text).toContain(`Approved by ${by}`)
    expect(text).toContain(`#7 for commit ${HEAD.slice(0, 7)}`)
    expect(text).toContain(`until ${until.toISOString().slice(0, 19).replace('T', ' ')} UTC`)
  }
}
