import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { type Subject, subjectOf } from '../../src/github/subject.ts'

const SHA = 'c'.repeat(40)
const OTHER = 'd'.repeat(40)
const QUEUE = 'refs/heads/gh-readonly-queue'

interface Row {
  title: string
  event?: string
  payload?: unknown
  ref?: string
  sha?: string | undefined
  subject: Subject | 'unknown'
}

const number = (value: number): Subject => ({ kind: 'number', number: value })
const commit = (sha: string, branch: string | undefined): Subject => ({ kind: 'commit', sha, branch })
const pull = (value: unknown) => ({ pull_request: { number: value } })
const group = (ref: unknown) => ({ merge_group: { head_ref: ref } })
const run = (parts: object) => ({ workflow_run: { head_sha: OTHER, head_branch: 'main', ...parts } })

describe('a run is about', () => {
  const rows: Row[] = [
    { title: 'the number of a pull_request', event: 'pull_request', payload: pull(12), subject: number(12) },
    {
      title: 'the number of a pull_request_target',
      event: 'pull_request_target',
      payload: pull(12),
      subject: number(12)
    },
    {
      title: 'nothing when the number is a text',
      event: 'pull_request',
      payload: pull('12'),
      subject: 'unknown'
    },
    {
      title: 'nothing when the number is a fraction',
      event: 'pull_request',
      payload: pull(1.5),
      subject: 'unknown'
    },
    { title: 'nothing when the number is missing', event: 'pull_request', payload: {}, subject: 'unknown' },
    { title: 'nothing when the payload is null', event: 'pull_request', payload: null, subject: 'unknown' },
    {
      title: 'nothing when the payload is no JSON',
      event: 'pull_request',
      payload: undefined,
      subject: 'unknown'
    },
    {
      title: 'the number in the branch of a merge group',
      event: 'merge_group',
      payload: group(`${QUEUE}/main/pr-12-${OTHER}`),
      subject: number(12)
    },
    {
      title: 'the number after a base with slashes',
      event: 'merge_group',
      payload: group(`${QUEUE}/release/a/b/pr-12-${OTHER}`),
      subject: number(12)
    },
    {
      title: 'the last number when the base looks like a merge group',
      event: 'merge_group',
      payload: group(`${QUEUE}/main/pr-5-${OTHER}/pr-12-${SHA}`),
      subject: number(12)
    },
    {
      title: 'the last number when the base is a branch of another queue',
      event: 'merge_group',
      payload: group(`${QUEUE}/gh-readonly-queue/main/pr-5-${OTHER}/pr-12-${SHA}`),
      subject: number(12)
    },
    {
      title: 'the number of a merge group with a SHA-256 commit',
      event: 'merge_group',
      payload: group(`${QUEUE}/main/pr-12-${'e'.repeat(64)}`),
      subject: number(12)
    },
    ...[
      ['has no base', `${QUEUE}/pr-12-${OTHER}`],
      ['has no number', `${QUEUE}/main/pr--${OTHER}`],
      ['has no commit', `${QUEUE}/main/pr-12`],
      ['has a short commit', `${QUEUE}/main/pr-12-abcdef`],
      ['goes on', `${QUEUE}/main/pr-12-${OTHER}/x`],
      ['has a line break at its end', `${QUEUE}/main/pr-12-${OTHER}\n`],
      ['is of no queue', `refs/heads/main/pr-12-${OTHER}`],
      ['is a number', 12],
      ['is in a list', [`${QUEUE}/main/pr-12-${OTHER}`]],
      ['is missing', undefined]
    ].map(([title, ref]) => ({
      title: `nothing when the branch of a merge group ${title}`,
      event: 'merge_group',
      payload: group(ref),
      subject: 'unknown' as const
    })),
    { title: 'the commit and the branch of a push', event: 'push', subject: commit(SHA, 'main') },
    {
      title: 'the whole name of a branch with slashes',
      event: 'push',
      ref: 'refs/heads/release/a/b',
      subject: commit(SHA, 'release/a/b')
    },
    {
      title: 'the commit of a pushed tag, without a branch',
      event: 'push',
      ref: 'refs/tags/main',
      subject: commit(SHA, undefined)
    },
    {
      title: 'the commit of a tag that looks like a branch',
      event: 'push',
      ref: 'refs/tags/refs/heads/main',
      subject: commit(SHA, undefined)
    },
    {
      title: 'the commit of a release',
      event: 'release',
      ref: 'refs/tags/v1',
      subject: commit(SHA, undefined)
    },
    { title: 'the commit of a schedule', event: 'schedule', subject: commit(SHA, 'main') },
    { title: 'the commit of a run by hand', event: 'workflow_dispatch', subject: commit(SHA, 'main') },
    {
      title: 'the commit of a deployment',
      event: 'deployment',
      payload: { deployment: { sha: OTHER } },
      ref: '',
      subject: commit(OTHER, undefined)
    },
    {
      title: 'the commit that another workflow ran for',
      event: 'workflow_run',
      payload: run({}),
      subject: commit(OTHER, 'main')
    },
    {
      title: 'the branch that another workflow ran for',
      event: 'workflow_run',
      payload: run({ head_branch: 'feature' }),
      subject: commit(OTHER, 'feature')
    },
    {
      title: 'no branch when that of the other workflow is none',
      event: 'workflow_run',
      payload: run({ head_branch: 7 }),
      subject: commit(OTHER, undefined)
    },
    {
      title: 'nothing when the other workflow names no commit',
      event: 'workflow_run',
      payload: run({ head_sha: undefined }),
      subject: 'unknown'
    },
    { title: 'nothing without a commit', event: 'push', sha: undefined, subject: 'unknown' },
    { title: 'nothing with an empty commit', event: 'push', sha: '', subject: 'unknown' }
  ]
  it.each(rows)('$title', row => {
    expect(found(row)).toMatchObject(row.subject === 'unknown' ? { kind: 'unknown' } : row.subject)
  })

  const events = ['pull_request', 'merge_group', 'push', 'workflow_run', 'deployment', 'schedule', '']
  it.each(events)('the input pull-request, whatever the event "%s" says', event => {
    expect(found({ event, payload: pull(12) }, 34)).toEqual(number(34))
  })

  it.each([
    [OTHER, OTHER],
    [7, undefined]
  ])('the head that the event names: %p', (sha, headSha) => {
    const payload = { pull_request: { number: 12, head: { sha } } }
    expect(found({ event: 'pull_request', payload })).toEqual({ ...number(12), headSha })
  })

  it.each([
    ['pull_request', 'the event names no pull request'],
    ['merge_group', 'the merge group names no pull request'],
    ['workflow_run', 'the event names neither a pull request nor a commit'],
    ['issue_comment', 'the event issue_comment names no pull request'],
    ['', 'the event (none) names no pull request']
  ])('nothing, and says so, when the event "%s" names nothing', (event, reason) => {
    expect(found({ event, payload: {} })).toEqual({ kind: 'unknown', reason })
  })

  it('nothing outside of GitHub', () => {
    expect(subjectOf({}, undefined)).toMatchObject({ kind: 'unknown' })
  })
})

const { path: folder } = temporaryFolder('event-')

/** Found from an event on the default branch, unless told otherwise. */
function found(row: Omit<Row, 'title' | 'subject'>, input?: number): Subject {
  const { event, payload, ref = 'refs/heads/main' } = row
  const path = join(folder, 'event.json')
  writeFileSync(path, payload === undefined ? 'not JSON' : JSON.stringify(payload))
  const sha = 'sha' in row ? row.sha : SHA
  const env = { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_REF: ref, GITHUB_SHA: sha }
  return subjectOf(env, input)
}
