import * as v from 'valibot'
import type { GitHubApi } from '../github/api.ts'
import { PAGE_OF_LONG_TEXTS } from '../github/pages.ts'
import { field } from '../text/field.ts'

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

const HINTS = {
  denied: 'add `pull-requests: write` to the permissions of the job; the token of a fork can only read'
}

interface Target {
  readonly api: GitHubApi
  /** The number of the pull request. */
  readonly number: number
  readonly token: string
}

/**
 * Creates or updates the gate's comment on a pull request. Simultaneous runs may have created several: the
 * first one stays, and the others are deleted, because they would never be updated.
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
    const [own, ...others] = await findOwn(target)
    if (own === undefined) {
      const body = bodyBy(WORKFLOW_BOT)
      const { data } = await octokit.rest.issues.createComment({ ...repository, issue_number: number, body })
      const created = v.parse(commentSchema, data)
      const signed = bodyBy(created.user)
      if (signed !== body) await update(created.id, signed)
    } else {
      const body = bodyBy(own.user)
      if (own.body.replaceAll('\r\n', '\n') !== body) await update(own.id, body)
      for (const { id } of others) await remove(id, api)
    }
    return []
  } catch (error) {
    return [
      `the comment on pull request #${number} could not be written: ${api.describeFailure(error, HINTS)}`
    ]
  }
}

/** Another run may have deleted it already. */
async function remove(comment_id: number, { octokit, repository }: GitHubApi): Promise<void> {
  try {
    await octokit.rest.issues.deleteComment({ ...repository, comment_id })
  } catch (error) {
    if (field(error, 'status') !== 404) throw error
  }
}

/** The comments with the marker that the account of the token wrote, oldest first: anyone can copy the marker. */
async function findOwn({ api, number, token }: Target): Promise<readonly Comment[]> {
  const { octokit, repository } = api
  const isOwn = await ownership(api, token)
  const pages = api.pages({
    size: PAGE_OF_LONG_TEXTS,
    ask: page => octokit.rest.issues.listComments({ ...repository, issue_number: number, ...page })
  })
  const own: Comment[] = []
  for await (const page of pages) {
    const comments = v.parse(v.array(commentSchema), page)
    own.push(
      ...comments.filter(({ body, user }) => user !== null && body.startsWith(markerOf(user)) && isOwn(user))
    )
  }
  return own
}

/** Tells whether an author may be the account of the token. The token of an App cannot request its own login. */
async function ownership({ octokit }: GitHubApi, token: string): Promise<(user: Author) => boolean> {
  if (token.startsWith('ghs_')) return ({ type }) => type === 'Bot'
  const { data } = await octokit.rest.users.getAuthenticated()
  const { login } = v.parse(v.object({ login: v.string() }), data)
  return user => user.login === login
}
