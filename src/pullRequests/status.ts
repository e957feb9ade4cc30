import * as v from 'valibot'
import type { GitHubApi } from '../github/api.ts'
import { OutOfTime, type Turn } from './throttle.ts'

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

const combinedSchema = v.object({ statuses: v.array(v.unknown()) })

const statusSchema = v.object({
  context: v.string(),
  state: v.string(),
  description: v.nullable(v.string())
})

const HINTS = {
  denied: 'add `statuses: write` to the permissions of the job; the token of a fork can only read'
}

/**
 * Writes a status unless the commit has it already: GitHub keeps at most 1,000 of a name on a commit.
 *
 * @param turn schedules the write
 * @returns the problems
 * @throws OutOfTime if there was no time left to write it
 */
export async function keepStatus(
  { state, description }: Status,
  target: Target,
  turn: Turn = work => work()
): Promise<readonly string[]> {
  const { api, sha, context, runUrl } = target
  const { octokit, repository } = api
  try {
    const present = await presentStatus(target)
    if (present?.state === state && present.description === description) return []
    const link = runUrl === '' ? {} : { target_url: runUrl }
    const status = { sha, context, state, description, ...link }
    await turn(() => octokit.rest.repos.createCommitStatus({ ...repository, ...status }))
    return []
  } catch (error) {
    if (error instanceof OutOfTime) throw error
    const reason = api.describeFailure(error, HINTS)
    return [`the status "${context}" of ${sha.slice(0, 7)} could not be written: ${reason}`]
  }
}

/** The status of this name that the commit has. GitHub ignores case in these names. */
async function presentStatus({
  api,
  sha,
  context
}: Target): Promise<v.InferOutput<typeof statusSchema> | undefined> {
  const { octokit, repository } = api
  const pages = api.pages({
    ask: page => octokit.rest.repos.getCombinedStatusForRef({ ...repository, ref: sha, ...page }),
    entriesOf: data => v.parse(combinedSchema, data).statuses
  })
  for await (const page of pages) {
    const found = v
      .parse(v.array(statusSchema), page)
      .find(status => status.context.toLowerCase() === context.toLowerCase())
    if (found !== undefined) return found
  }
  return undefined
}
