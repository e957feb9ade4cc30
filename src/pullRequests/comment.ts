import * as v from 'valibot'
import { describeFailure, type GitHubApi, PAGE } from '../github/api.ts'

/** The account of a workflow's own token. */
const WORKFLOW_BOT = { login: 'github-actions[bot]', type: 'Bot' }

/**
 * The first line of the comment, by which the gate finds it again; it is not shown. Comments by other
 * Apps carry the App's login, because a bot can copy the marker.
 */
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
  /** The number of the pull request. */
  readonly number: number
  readonly token: string
}

/**
 * Writes the comment of the gate on a pull request, or updates it.
 *
 * @param text Markdown, without the marker
 * @returns the problems
 */
export async function keepComment(text: string, target: Target): Promise<readonly string[]> {
  const { api, number } = target
  const { octokit, repository } = api
  const bodyBy = (author: Author | null) => `${markerOf(author ?? WORKFLOW_BOT)}\n${text}`
  const update = (comment_id: number, body: string) =>
    octokit.rest.issues.updateComment({ ...repository, comment_id, body })
  try {
    const own = await findOwn(target)
    if (own === undefined) {
      const body = bodyBy(WORKFLOW_BOT)
      const { data } = await octokit.rest.issues.createComment({ ...repository, issue_number: number, body })
      const created = v.parse(commentSchema, data)
      const signed = bodyBy(created.user)
      if (signed !== body) await update(created.id, signed)
    } else {
      const body = bodyBy(own.user)
      if (own.body.replaceAll('\r\n', '\n') !== body) await update(own.id, body)
    }
    return []
  } catch (error) {
    return [`the comment on pull request #${number} could not be written: ${describeFailure(error, HINT)}`]
  }
}

/** The first comment with the marker that the account of the token wrote: anyone can copy the marker. */
async function findOwn({ api, number, token }: Target): Promise<Comment | undefined> {
  const { octokit, repository } = api
  const isOwn = await ownership(api, token)
  const first = octokit.rest.issues.listComments({ ...repository, issue_number: number, ...PAGE })
  for await (const page of api.pages(first)) {
    const found = v
      .parse(v.array(commentSchema), page)
      .find(({ body, user }) => user !== null && body.startsWith(markerOf(user)) && isOwn(user))
    if (found) return found
  }
  return undefined
}

/** Tells the authors that may be the account of the token. The token of an App cannot ask for its own login. */
async function ownership({ octokit }: GitHubApi, token: string): Promise<(user: Author) => boolean> {
  if (token.startsWith('ghs_')) return ({ type }) => type === 'Bot'
  const { data } = await octokit.rest.users.getAuthenticated()
  const { login } = v.parse(v.object({ login: v.string() }), data)
  return user => user.login === login
}
