import * as v from 'valibot'
import type { Outcome } from '../outcome.ts'
import { Answers } from './answers.ts'
import type { GitHubApi } from './api.ts'
import { PAGE_OF_LONG_TEXTS } from './pages.ts'
import {
  type BranchUpdate,
  type LabelEvent,
  type PullRequest,
  type PullRequestEvents,
  setsHead
} from './pullRequest.ts'
import * as schemas from './schemas.ts'

const READ_PULL_REQUESTS = {
  denied: 'add `pull-requests: read` to the permissions of the job',
  missing: 'it does not exist, or github-token may not read this repository'
}
const READ_EVENTS = { denied: 'add `issues: read` or `pull-requests: read` to the permissions of the job' }
const READ_ROLES = { denied: 'the token must be one of this repository; a personal token needs push access' }
const READ_TEAMS = {
  denied:
    "as github-token, pass the token of a GitHub App with the organization permission `members: read`; the workflow's own token cannot read teams",
  missing: 'this person is not a member, the team does not exist, or github-token cannot see it'
}
const READ_PUSHES = {
  denied: 'add `contents: read` to the permissions of the job; a private fork cannot be read at all',
  missing: 'a private fork cannot be read, and an old GitHub Enterprise Server keeps no record of pushes'
}

/** Reads the facts that decide about an approval. If one cannot be read, the reason names the missing permission. */
export class GitHubReader {
  readonly #api: GitHubApi
  readonly #pullRequests = new Answers<PullRequest>()
  readonly #pullRequestsOf = new Answers<readonly PullRequest[]>()
  readonly #roles = new Answers<string>()
  readonly #memberships = new Answers<string>()

  constructor(api: GitHubApi) {
    this.#api = api
  }

  /** GitHub's time in its latest answer. */
  get now(): Date {
    return this.#api.now
  }

  pullRequest(number: number): Promise<Outcome<PullRequest>> {
    const { octokit, repository } = this.#api
    const question = { what: `pull request #${number}`, ...READ_PULL_REQUESTS }
    return this.#pullRequests.to(number, () =>
      this.#api.read(question, async () => {
        const { data } = await octokit.rest.pulls.get({ ...repository, pull_number: number })
        const found = v.parse(schemas.pullRequestSchema, data)
        if (found.number !== number) throw new Error(`GitHub answered with pull request #${found.number}`)
        return found
      })
    )
  }

  pullRequestsOf(commit: string): Promise<Outcome<readonly PullRequest[]>> {
    const { octokit, repository } = this.#api
    const question = { what: `the pull requests of commit ${commit.slice(0, 7)}`, ...READ_PULL_REQUESTS }
    return this.#pullRequestsOf.to(commit, () =>
      this.#api.read(question, async () => {
        const pullRequests: PullRequest[] = []
        const pages = this.#api.pages({
          size: PAGE_OF_LONG_TEXTS,
          ask: page =>
            octokit.rest.repos.listPullRequestsAssociatedWithCommit({
              ...repository,
              commit_sha: commit,
              ...page
            })
        })
        for await (const page of pages)
          pullRequests.push(...v.parse(v.array(schemas.pullRequestSchema), page))
        return pullRequests
      })
    )
  }

  /** Reads every page, because the event that counts may be on any of them. */
  events(number: number): Promise<Outcome<PullRequestEvents>> {
    const { octokit, repository } = this.#api
    const question = { what: `the events of pull request #${number}`, ...READ_EVENTS }
    return this.#api.read(question, async () => {
      const labels: LabelEvent[] = []
      const baseChanges: Date[] = []
      const pages = this.#api.pages({
        ask: page => octokit.rest.issues.listEvents({ ...repository, issue_number: number, ...page })
      })
      for await (const page of pages) {
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
      this.#api.read({ what: `the role of ${username}`, ...READ_ROLES }, async () => {
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
      this.#api.read({ what, ...READ_TEAMS }, async () => {
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
    return this.#api.read({ what: `the pushes to ${headBranch}`, ...READ_PUSHES }, async () => {
      if (headRepository === null) throw new Error('the fork was deleted together with its record of pushes')
      const [owner, repo] = headRepository.split('/') as [string, string]
      const ref = `refs/heads/${headBranch}`
      const pages = this.#api.pages({
        ask: ({ per_page, page }) => {
          // The pages of this list have no numbers.
          if (page !== undefined) throw new Error('a full page of the record has no link to the next page')
          return this.#api.octokit.rest.repos.listActivities({ owner, repo, ref, per_page })
        }
      })
      const updates: BranchUpdate[] = []
      for await (const page of pages) {
        updates.push(...v.parse(schemas.branchUpdatesOf(ref), page))
        if (updates.some(update => setsHead(update, pullRequest))) break
      }
      return updates
    })
  }
}
