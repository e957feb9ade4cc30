import * as v from 'valibot'
import type { Outcome } from '../outcome.ts'
import { Answers } from './answers.ts'
import { type GitHubApi, PAGE, read } from './api.ts'
import {
  type BranchUpdate,
  type LabelEvent,
  type PullRequest,
  type PullRequestEvents,
  setsHead
} from './pullRequest.ts'
import * as schemas from './schemas.ts'

const READ_PULL_REQUESTS = 'add `pull-requests: read` to the permissions of the job'
const READ_EVENTS = 'add `issues: read` or `pull-requests: read` to the permissions of the job'
const READ_ROLES = 'the token must be one of this repository; a personal token needs push access'
const READ_TEAMS =
  "as github-token, pass the token of a GitHub App with the organisation permission `members: read`; the workflow's own token cannot read teams"
const READ_PUSHES = 'add `contents: read` to the permissions of the job; a private fork cannot be read at all'

/** Reads the facts that an approval is judged by. A reason names the permission that is missing. */
export class GitHubReader {
  readonly #api: GitHubApi
  readonly #pullRequests = new Answers<PullRequest>()
  readonly #pullRequestsOf = new Answers<readonly PullRequest[]>()
  readonly #roles = new Answers<string>()
  readonly #memberships = new Answers<string>()

  constructor(api: GitHubApi) {
    this.#api = api
  }

  /** GitHub's clock by its latest answer. */
  get now(): Date {
    return this.#api.now
  }

  pullRequest(number: number): Promise<Outcome<PullRequest>> {
    const { octokit, repository } = this.#api
    const question = { what: `pull request #${number}`, hint: READ_PULL_REQUESTS }
    return this.#pullRequests.to(number, () =>
      read(question, async () => {
        const { data } = await octokit.rest.pulls.get({ ...repository, pull_number: number })
        return v.parse(schemas.pullRequestSchema, data)
      })
    )
  }

  pullRequestsOf(commit: string): Promise<Outcome<readonly PullRequest[]>> {
    const { octokit, repository } = this.#api
    const question = { what: `the pull requests of commit ${commit.slice(0, 7)}`, hint: READ_PULL_REQUESTS }
    return this.#pullRequestsOf.to(commit, () =>
      read(question, async () => {
        const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
          ...repository,
          commit_sha: commit,
          ...PAGE
        })
        return v.parse(v.array(schemas.pullRequestSchema), data)
      })
    )
  }

  /** Every page, because the event that counts may be on any of them. */
  events(number: number): Promise<Outcome<PullRequestEvents>> {
    const { octokit, repository } = this.#api
    const question = { what: `the events of pull request #${number}`, hint: READ_EVENTS }
    return read(question, async () => {
      const labels: LabelEvent[] = []
      const baseChanges: Date[] = []
      const first = octokit.rest.issues.listEvents({ ...repository, issue_number: number, ...PAGE })
      for await (const page of this.#api.pages(first)) {
        const events = v.parse(schemas.eventsSchema, page)
        labels.push(...events.labels)
        baseChanges.push(...events.baseChanges)
      }
      return { labels, baseChanges }
    })
  }

  /** The role of a person in the repository, such as `admin`. */
  role(username: string): Promise<Outcome<string>> {
    const { octokit, repository } = this.#api
    return this.#roles.to(username, () =>
      read({ what: `the role of ${username}`, hint: READ_ROLES }, async () => {
        const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...repository, username })
        return v.parse(schemas.roleSchema, data)
      })
    )
  }

  /** The state of a membership in a team: `active` or `pending`. */
  membership(org: string, team: string, username: string): Promise<Outcome<string>> {
    const { octokit } = this.#api
    const what = `the membership of ${username} in ${org}/${team}`
    return this.#memberships.to(what, () =>
      read({ what, hint: READ_TEAMS }, async () => {
        const { data } = await octokit.rest.teams.getMembershipForUserInOrg({
          org,
          team_slug: team,
          username
        })
        return v.parse(schemas.membershipSchema, data)
      })
    )
  }

  /** The updates of the head branch, newest first, back to the one that may have set the head. */
  branchUpdates(pullRequest: PullRequest): Promise<Outcome<readonly BranchUpdate[]>> {
    const { headRepository, headBranch } = pullRequest
    return read({ what: `the pushes to ${headBranch}`, hint: READ_PUSHES }, async () => {
      if (headRepository === null) throw new Error('the fork was deleted, and its record of pushes with it')
      const [owner, repo] = headRepository.split('/') as [string, string]
      const ref = `refs/heads/${headBranch}`
      const first = this.#api.octokit.rest.repos.listActivities({ owner, repo, ref, ...PAGE })
      const updates: BranchUpdate[] = []
      for await (const page of this.#api.pages(first)) {
        updates.push(...v.parse(schemas.branchUpdatesSchema, page))
        if (updates.some(update => setsHead(update, pullRequest))) break
      }
      return updates
    })
  }
}
