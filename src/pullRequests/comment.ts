import * as v from 'valibot'
import { explain, type GitHubApi, PAGE } from '../github/api.ts'

/** The account of a workflow's own token. */
const WORKFLOW_BOT = { login: 'github-actions[bot]', type: 'Bot' }

/** Nobody sees it; the gate finds its comment by it. Another App than GitHub's own signs it: bots may copy, too. */
const markerOf = ({ login, type }: Author) =>
  type === 'Bot' && login !== WORKFLOW_BOT.login
    ? `<!-- error-budget-gate: ${login} -->`
    : '<!-- error-budget-gate -->'

const commentSchema = v.object({
  id: v.number(),
  body: v.optional(v.string(), ''),
  user: v.nullable(v.object({ login: v.string(), type: v.string() }))
})

type Comment = v.InferOutput<typeof commentSchema>

type Author = NonNullable<Comment['user']>

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
  try {
    const own = await findOwn(target)
    const bodyFor = (author: Author) => `${markerOf(author)}\n${text}`
    if (own === undefined) {
      const body = bodyFor(WORKFLOW_BOT)
      const { data } = await api.octokit.rest.issues.createComment({
        ...api.repository,
        issue_number: pullRequest,
        body
      })
      const created = v.parse(commentSchema, data)
      const signed = bodyFor(created.user ?? WORKFLOW_BOT)
      if (signed !== body) await update(created.id, signed, api)
    } else {
      const body = bodyFor(own.user ?? WORKFLOW_BOT)
      if (own.body.replaceAll('\r\n', '\n') !== body) await update(own.id, body, api)
    }
    return []
  } catch (error) {
    return [`the comment on pull request #${pullRequest} could not be written: ${explain(error, HINT)}`]
  }
}

const update = (comment_id: number, body: string, { octokit, repository }: GitHubApi) =>
  octokit.rest.issues.updateComment({ ...repository, comment_id, body })

/** The first comment with the marker that this token's account wrote: anybody may copy a marker. */
async function findOwn({ api, pullRequest, token }: Target): Promise<Comment | undefined> {
  const { octokit, repository } = api
  const isOwn = await authorOf(api, token)
  const first = octokit.rest.issues.listComments({ ...repository, issue_number: pullRequest, ...PAGE })
  for await (const page of api.pages(first)) {
    const found = v
      .parse(v.array(commentSchema), page)
      .find(({ body, user }) => user !== null && body.startsWith(markerOf(user)) && isOwn(user))
    if (found) return found
  }
  return undefined
}

/** The token of a workflow or of an App cannot ask who it is; what it writes is by a bot. */
async function authorOf({ octokit }: GitHubApi, token: string): Promise<(user: Author) => boolean> {
  if (token.startsWith('ghs_')) return ({ type }) => type === 'Bot'
  const { data } = await octokit.rest.users.getAuthenticated()
  const { login } = v.parse(v.object({ login: v.string() }), data)
  return user => user.login === login
}
