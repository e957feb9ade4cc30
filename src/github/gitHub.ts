import * as v from 'valibot'
import { type BranchUpdate, isDeletion, type LabelEvent, type PullRequest } from '../approval/facts.ts'
import { known, type Outcome } from '../outcome.ts'
import { explain, type GitHubApi, PAGE } from './api.ts'
import * as schemas from './schemas.ts'

/** What happened to a pull request, oldest first. */
interface History {
  readonly labels: LabelEvent[]
  readonly baseChanges: Date[]
}

/** Reads what an approval is judged by. What cannot be read is a fact as well: it names the permission. */
export class GitHub {
  readonly #api: GitHubApi
  readonly #standings = new Map<string, Promise<Outcome<string>>>()

  constructor(api: GitHubApi) {
    this.#api = api
  }

  /** GitHub's own clock, from its latest answer. */
  get now(): Date {
    return this.#api.now
  }

  pullRequest(number: number): Promise<Outcome<PullRequest>> {
    return read(
      `pull request #${number}`,
      'add `pull-requests: read` to the permissions of the job',
      async () => {
        const { data } = await this.#api.octokit.rest.pulls.get({
          ...this.#api.repository,
          pull_number: number
        })
        return v.parse(schemas.pullRequestSchema, data)
      }
    )
  }

  pullRequestsOf(commit: string): Promise<Outcome<readonly PullRequest[]>> {
    const what = `the pull requests of commit ${commit.slice(0, 7)}`
    return read(what, 'add `pull-requests: read` to the permissions of the job', async () => {
      const { data } = await this.#api.octokit.rest.repos.listPullRequestsAssociatedWithCommit({
        ...this.#api.repository,
        commit_sha: commit,
        ...PAGE
      })
      return v.parse(v.array(schemas.pullRequestSchema), data)
    })
  }

  /** All events that an approval depends on: the one that counts may be on any page. */
  history(number: number): Promise<Outcome<History>> {
    const hint = 'add `issues: read` or `pull-requests: read` to the permissions of the job'
    return read(`the events of pull request #${number}`, hint, async () => {
      const first = this.#api.octokit.rest.issues.listEvents({
        ...this.#api.repository,
        issue_number: number,
        ...PAGE
      })
      const history: History = { labels: [], baseChanges: [] }
      for await (const page of this.#api.pages(first)) {
        const { labels, baseChanges } = v.parse(schemas.eventsSchema, page)
        history.labels.push(...labels)
        history.baseChanges.push(...baseChanges)
      }
      return history
    })
  }

  /** Asked for once a person, however many pull requests they labelled. */
  #once(key: string, ask: () => Promise<Outcome<string>>): Promise<Outcome<string>> {
    const asked = this.#standings.get(key)
    if (asked !== undefined) return asked
    const answer = ask().then(fact => {
      if (fact.kind === 'unreadable') this.#standings.delete(key)
      return fact
    })
    this.#standings.set(key, answer)
    return answer
  }

  role(username: string): Promise<Outcome<string>> {
    return this.#once(username, () => this.#readRole(username))
  }

  #readRole(username: string): Promise<Outcome<string>> {
    const hint = 'the token must be one of this repository; a personal token needs push access'
    return read(`the role of ${username}`, hint, async () => {
      const { data } = await this.#api.octokit.rest.repos.getCollaboratorPermissionLevel({
        ...this.#api.repository,
        username
      })
      return v.parse(schemas.roleSchema, data)
    })
  }

  teamMembership(org: string, team_slug: string, username: string): Promise<Outcome<string>> {
    return this.#once(`${org}/${team_slug} ${username}`, () => this.#readMembership(org, team_slug, username))
  }

  #readMembership(org: string, team_slug: string, username: string): Promise<Outcome<string>> {
    const hint =
      "pass as github-token that of a GitHub App with the organisation permission `members: read`; the workflow's own token cannot read teams"
    return read(`the membership of ${username} in ${org}/${team_slug}`, hint, async () => {
      const { data } = await this.#api.octokit.rest.teams.getMembershipForUserInOrg({
        org,
        team_slug,
        username
      })
      return v.parse(schemas.membershipSchema, data)
    })
  }

  /** The updates of a head branch, newest first, as far back as the one that counts. */
  branchUpdates(pullRequest: PullRequest): Promise<Outcome<readonly BranchUpdate[]>> {
    const { headRepository, headBranch, mergedAt } = pullRequest
    const hint = 'add `contents: read` to the permissions of the job; a private fork cannot be read at all'
    return read(`the pushes to ${headBranch}`, hint, async () => {
      if (headRepository === null) throw new Error('the fork is gone, and its record of pushes with it')
      const [owner, repo] = headRepository.split('/') as [string, string]
      const ref = `refs/heads/${headBranch}`
      const first = this.#api.octokit.rest.repos.listActivities({ owner, repo, ref, ...PAGE })
      const updates: BranchUpdate[] = []
      for await (const page of this.#api.pages(first)) {
        updates.push(...v.parse(schemas.branchUpdatesSchema, page))
        if (updates.some(({ after, at }) => !isDeletion(after) && (mergedAt === null || at <= mergedAt)))
          break
      }
      return updates
    })
  }
}

/** @param hint what to do when the token may not read it */
async function read<T>(what: string, hint: string, ask: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return known(await ask())
  } catch (error) {
    return { kind: 'unreadable', reason: `${what} could not be read: ${explain(error, hint)}` }
  }
}
