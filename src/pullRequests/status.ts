import * as v from 'valibot'
import { describeFailure, type GitHubApi, PAGE } from '../github/api.ts'
import type { Turn } from './throttle.ts'

/** A commit status on GitHub. `description` has at most 140 characters. */
export interface Status {
  readonly state: 'error' | 'failure' | 'success'
  readonly description: string
}

interface Target {
  readonly api: GitHubApi
  readonly sha: string
  readonly context: string
  /** The page of the run; empty when there is none. */
  readonly runUrl: string
}

const combinedSchema = v.object({
  statuses: v.array(v.object({ context: v.string(), state: v.string(), description: v.nullable(v.string()) }))
})

const HINT = 'add `statuses: write` to the permissions of the job; the token of a fork can only read'

/**
 * Writes a status unless the commit has it already: GitHub keeps at most 1,000 of a name on a commit.
 *
 * @param turn schedules the write
 * @returns the problems
 */
export async function keepStatus(
  { state, description }: Status,
  { api, sha, context, runUrl }: Target,
  turn: Turn = work => work()
): Promise<readonly string[]> {
  const { octokit, repository } = api
  try {
    const { data } = await octokit.rest.repos.getCombinedStatusForRef({ ...repository, ref: sha, ...PAGE })
    const present = v.parse(combinedSchema, data).statuses.find(status => status.context === context)
    if (present?.state === state && present.description === description) return []
    const target = runUrl === '' ? {} : { target_url: runUrl }
    const status = { sha, context, state, description, ...target }
    await turn(() => octokit.rest.repos.createCommitStatus({ ...repository, ...status }))
    return []
  } catch (error) {
    const reason = describeFailure(error, HINT)
    return [`the status "${context}" of ${sha.slice(0, 7)} could not be written: ${reason}`]
  }
}
