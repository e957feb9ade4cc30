import * as v from 'valibot'
import { explain, type GitHubApi, PAGE } from '../gitHub/gitHubApi.ts'

/** Nobody sees it; the gate finds its comment by it. */
export const MARKER = '<!-- error-budget-gate -->'

const commentsSchema = v.array(
  v.object({
    id: v.number(),
    body: v.optional(v.string(), ''),
    user: v.nullable(v.object({ login: v.string(), type: v.string() }))
  })
)

type Comment = v.InferOutput<typeof commentsSchema>[number]

const HINT = 'add `pull-requests: write` to the permissions of the job; the token of a fork can only read'

interface Target {
  readonly api: GitHubApi
  readonly pullRequest: number
  readonly token: string
}

/**
 * Keeps one comment on a pull request up to date.
 *
 * @param text without the marker
 * @returns what went wrong, if anything did
 */
export async function keepComment(text: string, target: Target): Promise<readonly string[]> {
  const { api, pullRequest } = target
  const { octokit, repository } = api
  const body = `${MARKER}\n${text}`
  try {
    const own = await findOwn(target)
    if (own === undefined) {
      await octokit.rest.issues.createComment({ ...repository, issue_number: pullRequest, body })
    } else if (own.body.replaceAll('\r\n', '\n') !== body) {
      await octokit.rest.issues.updateComment({ ...repository, comment_id: own.id, body })
    }
    return []
  } catch (error) {
    return [`the comment on pull request #${pullRequest} could not be written: ${explain(error, HINT)}`]
  }
}

/** The first comment with the marker that this token's account wrote: anybody may copy a marker. */
async function findOwn({ api, pullRequest, token }: Target): Promise<Comment | undefined> {
  const { octokit, repository } = api
  const isOwn = await authorOf(api, token)
  const first = octokit.rest.issues.listComments({ ...repository, issue_number: pullRequest, ...PAGE })
  for await (const page of api.pages(first)) {
    const found = v
      .parse(commentsSchema, page)
      .find(({ body, user }) => body.startsWith(MARKER) && user !== null && isOwn(user))
    if (found) return found
  }
  return undefined
}

/** The token of a workflow or of an App cannot ask who it is; what it writes is by a bot. */
async function authorOf(
  { octokit }: GitHubApi,
  token: string
): Promise<(user: NonNullable<Comment['user']>) => boolean> {
  if (token.startsWith('ghs_')) return ({ type }) => type === 'Bot'
  const { data } = await octokit.rest.users.getAuthenticated()
  const { login } = v.parse(v.object({ login: v.string() }), data)
  return user => user.login === login
}
