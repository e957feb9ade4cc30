import * as v from 'valibot'
import { explain, type GitHubApi, PAGE } from '../github/api.ts'

/** A commit status as GitHub knows it. `description` has 140 characters at the most. */
export interface Status {
  readonly state: 'error' | 'failure' | 'success'
  readonly description: string
}

interface Target {
  readonly api: GitHubApi
  readonly sha: string
  readonly context: string
  /** The page of the run; empty where there is none. */
  readonly runUrl: string
}

const combinedSchema = v.object({
  statuses: v.array(v.object({ context: v.string(), state: v.string(), description: v.nullable(v.string()) }))
})

const HINT = 'add `statuses: write` to the permissions of the job; the token of a fork can only read'

/**
 * Writes a status where it says something new: GitHub keeps a thousand of a name on a commit, no more.
 *
 * @param write in whose turn it is written
 * @returns what went wrong, if anything did
 */
export async function keepStatus(
  { state, description }: Status,
  { api, sha, context, runUrl }: Target,
  write: <T>(work: () => Promise<T>) => Promise<T> = work => work()
): Promise<readonly string[]> {
  const { octokit, repository } = api
  try {
    const { data } = await octokit.rest.repos.getCombinedStatusForRef({ ...repository, ref: sha, ...PAGE })
    const present = v.parse(combinedSchema, data).statuses.find(status => status.context === context)
    if (present?.state === state && present.description === description) return []
    await write(() =>
      octokit.rest.repos.createCommitStatus({
        ...repository,
        sha,
        context,
        state,
        description,
        ...(runUrl !== '' && { target_url: runUrl })
      })
    )
    return []
  } catch (error) {
    return [`the status "${context}" of ${sha.slice(0, 7)} could not be written: ${explain(error, HINT)}`]
  }
}
