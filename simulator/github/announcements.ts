// Comments of pull requests and statuses of commits: all that can be written.
import type { PlainReply } from '../server.ts'
import { combinedStatus, commentBody, type KeptComment, type KeptStatus, statusBody } from './bodies.ts'
import {
  type Call,
  list,
  notFound,
  pullRequestFrom,
  pullsIn,
  Refusal,
  repositoryFrom,
  writerOf
} from './call.ts'
import { nowOf, same } from './world.ts'

const LARGEST_COMMENT = 65_536
const LONGEST_DESCRIPTION = 140

export function listComments(call: Call): PlainReply {
  const { number } = pullRequestFrom(call)
  const items = call.kept.comments.filter(({ issue }) => issue === number)
  const body = (comment: KeptComment) => commentBody(call.world, comment)
  return list({ call, items, path: `issues/${number}/comments`, body })
}

export function createComment(call: Call): PlainReply {
  const { world, kept } = call
  const { number: issue } = pullRequestFrom(call)
  const at = nowOf(world)
  const body = checkedComment(call)
  const comment = { id: nextId(kept.comments), issue, author: writerOf(world), body, at, updatedAt: at }
  kept.comments.push(comment)
  return { status: 201, body: commentBody(world, comment) }
}

export function updateComment(call: Call): PlainReply {
  repositoryFrom(call)
  const comment = call.kept.comments.find(({ id }) => id === Number(call.found.params['comment_id']))
  if (!comment) throw notFound()
  // Whether a token may change the comment of another account depends on rights that no test here is about.
  comment.body = checkedComment(call)
  comment.updatedAt = nowOf(call.world)
  return { body: commentBody(call.world, comment) }
}

export function deleteComment(call: Call): PlainReply {
  repositoryFrom(call)
  const { comments } = call.kept
  const index = comments.findIndex(({ id }) => id === Number(call.found.params['comment_id']))
  if (index < 0) throw notFound()
  comments.splice(index, 1)
  return { status: 204 }
}

function checkedComment(call: Call): string {
  const { body } = call.body as { body: string }
  if (body.trim() === '') throw new Refusal({ status: 422, message: 'Validation Failed: body is missing' })
  if (body.length <= LARGEST_COMMENT) return body
  const message = `Validation Failed: body is too long (maximum is ${LARGEST_COMMENT} characters)`
  throw new Refusal({ status: 422, message })
}

interface StatusRequest {
  state: KeptStatus['state']
  context?: string
  description?: string | null
  target_url?: string | null
}

export function createStatus(call: Call): PlainReply {
  const { world, kept, found } = call
  repositoryFrom(call)
  const { state, context = 'default', description = null, target_url = null } = call.body as StatusRequest
  const { sha = '' } = found.params
  // GitHub answers 422 to all of these, which its description does not list; no request should ever get it.
  if (!/^[0-9a-f]{40}$/.test(sha)) throw new Error(`a status needs a whole commit SHA, not ${sha}`)
  if ((description ?? '').length > LONGEST_DESCRIPTION)
    throw new Error(`a status description has at most ${LONGEST_DESCRIPTION} characters`)
  // ouzi-dev/commit-status-updater #527, unicode-org/jira-github-pr-check #28.
  if (/[\u{10000}-\u{10ffff}]/u.test(description ?? ''))
    throw new Error("description doesn't accept 4-byte Unicode")
  // janinko/ghprb #475.
  if (!/^https?:/.test(target_url ?? 'https:')) throw new Error('target_url must use http(s) scheme')
  const id = nextId(kept.statuses)
  const status = { id, sha, state, context, description, targetUrl: target_url, at: nowOf(world) }
  kept.statuses.push(status)
  return { status: 201, body: statusBody(status) }
}

/** Newest first. */
export function readStatus(call: Call): PlainReply {
  const { ref = '' } = call.found.params
  const name = pullsIn(call).find(({ headRef }) => headRef === ref)?.headSha ?? ref
  const statuses = call.kept.statuses.filter(({ sha }) => sha === name).reverse()
  const latest = statuses.filter(
    ({ context }, i) => statuses.findIndex(other => same(other.context, context)) === i
  )
  const body = ({ context }: KeptStatus) => context
  const { headers = {}, body: contexts } = list({ call, items: latest, path: `commits/${ref}/status`, body })
  const shown = latest.filter(({ context }) => (contexts as string[]).includes(context))
  return { headers, body: { ...combinedStatus(call.world, name, shown), total_count: latest.length } }
}

const nextId = (items: { id: number }[]): number => Math.max(5000, ...items.map(({ id }) => id)) + 1
