import { GitHubApi, type GitHubConnection } from '../github/api.ts'
import { GitHub } from '../github/gitHub.ts'
import type { Subject } from '../github/subject.ts'
import type { HttpClient } from '../http/client.ts'
import { known } from '../outcome.ts'
import { type Approval, currentLabelling, judgeApproval, type Refused } from './approval.ts'
import type { ApprovalFacts, PullRequest, Standing } from './facts.ts'
import { type ApprovalRules, describeApprover, sameName } from './settings.ts'

export { subjectOf } from '../github/subject.ts'

interface Request {
  /** Undefined where the run is not on GitHub, or without a token. */
  readonly connection: GitHubConnection | undefined
  readonly subject: Subject
  readonly rules: ApprovalRules
  readonly http: HttpClient
}

/** Looks for an approval that lifts a block: finds the pull request, reads the facts, judges them. */
export async function seekApproval(request: Request): Promise<Approval> {
  const { connection, subject, rules, http } = request
  if (connection === undefined) {
    return notFound(
      'there is no github-token, no repository (GITHUB_REPOSITORY) or no API (GITHUB_API_URL) to read the label from'
    )
  }
  const gitHub = new GitHub(new GitHubApi(connection, http))
  const pullRequest = await findPullRequest(gitHub, subject)
  if (typeof pullRequest === 'string') return notFound(pullRequest)
  const gatedSha = subject.kind === 'number' ? subject.headSha : undefined
  return approvalOf(pullRequest, { gitHub, rules, gatedSha })
}

interface Judging {
  readonly gitHub: GitHub
  readonly rules: ApprovalRules
  /** The head that the run is about, where that is known beforehand. */
  readonly gatedSha: string | undefined
}

/** Reads and judges the approval of one pull request. One that does not carry the label costs no request. */
export async function approvalOf(pullRequest: PullRequest, judging: Judging): Promise<Approval> {
  return judgeApproval(await readFacts(pullRequest, judging), judging.rules)
}

const notFound = (reason: string): Refused => ({
  approved: false,
  rule: 'pull-request',
  reason,
  pullRequest: null
})

/** @returns the reason where there is none */
export async function findPullRequest(gitHub: GitHub, subject: Subject): Promise<PullRequest | string> {
  if (subject.kind === 'unknown') return `${subject.reason}; name one with the input pull-request`
  if (subject.kind === 'number') {
    const fact = await gitHub.pullRequest(subject.number)
    return fact.kind === 'known' ? fact.value : fact.reason
  }
  const fact = await gitHub.pullRequestsOf(subject.sha)
  if (fact.kind === 'unreadable') return fact.reason
  const merged = fact.value.filter(pullRequest => isMergedAs(pullRequest, subject))
  const [only] = merged
  if (only !== undefined && merged.length === 1) return only
  const commit = `commit ${subject.sha.slice(0, 7)}`
  return merged.length === 0
    ? `no pull request was merged as ${commit}; name one with the input pull-request`
    : `${merged.length} pull requests were merged as ${commit}; name one with the input pull-request`
}

/** A pull request that contains a commit says nothing about it: it has to have become this very commit. */
function isMergedAs(
  pullRequest: PullRequest,
  { sha, branch }: Extract<Subject, { kind: 'commit' }>
): boolean {
  const { mergedAt, mergeCommitSha, baseBranch } = pullRequest
  return mergedAt !== null && mergeCommitSha === sha && (branch === undefined || branch === baseBranch)
}

/** Reads no further than the first thing that refuses. */
async function readFacts(
  pullRequest: PullRequest,
  { gitHub, rules, gatedSha }: Judging
): Promise<ApprovalFacts> {
  const facts = { pullRequest, gatedSha, now: gitHub.now }
  if (!pullRequest.labels.some(label => sameName(label, rules.label))) return facts
  const history = await gitHub.history(pullRequest.number)
  if (history.kind === 'unreadable') return { ...facts, labelEvents: history }
  const { labels, baseChanges } = history.value
  const withEvents = { ...facts, labelEvents: known(labels), baseChanges }
  const actor = currentLabelling(labels, rules.label)?.actor
  if (actor == null) return withEvents
  const [standing, branchUpdates] = await Promise.all([
    readStanding(gitHub, actor.login, actor.isPerson ? rules : { ...rules, approvers: [] }),
    gitHub.branchUpdates(pullRequest)
  ])
  return { ...withEvents, standing, branchUpdates, now: gitHub.now }
}

/** Asks for the role, and for teams only when neither login nor role is enough. */
async function readStanding(gitHub: GitHub, login: string, { approvers }: ApprovalRules): Promise<Standing> {
  const teams = new Map()
  if (approvers.some(approver => approver.kind === 'login' && sameName(approver.login, login)))
    return { teams }
  const roles = approvers.flatMap(approver => (approver.kind === 'role' ? approver.role : []))
  const role = roles.length > 0 ? await gitHub.role(login) : undefined
  const hasRole = role?.kind === 'known' && roles.some(listed => listed === role.value)
  const asked = hasRole ? [] : approvers.flatMap(approver => (approver.kind === 'team' ? approver : []))
  for (const team of asked) {
    teams.set(describeApprover(team), await gitHub.teamMembership(team.org, team.slug, login))
  }
  return { ...(role && { role }), teams }
}
