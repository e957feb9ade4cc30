import { execFileSync } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { readEvent, type Subject, subjectOf } from '../../src/github/subject.ts'

const { path: folder } = temporaryFolder('event-')

/** A sparse one, which takes no space. */
function largeFile(): string {
  const path = join(folder, 'large.json')
  writeFileSync(path, '')
  truncateSync(path, 100 * 1024 * 1024)
  return path
}

// Which pull request is found from which event is in the scenarios; here are the odd events.

const SHA = 'c'.repeat(40)
const OTHER = 'd'.repeat(40)
const QUEUE = 'refs/heads/gh-readonly-queue'

interface Row {
  title: string
  event: string
  payload?: unknown
  ref?: string | undefined
  sha?: string | undefined
  subject: Subject
}

const number = (value: number): Subject => ({ kind: 'number', number: value, headSha: undefined })
const commit = (sha: string, branch?: string): Subject => ({ kind: 'commit', sha, branch })
const unknown = (reason: string): Subject => ({ kind: 'unknown', reason })
const NO_PULL = unknown('the event names no pull request')
const NO_GROUP = unknown('the merge group names no pull request')
const NEITHER = unknown('the event names neither a pull request nor a commit')

const pull = (value: unknown) => ({ event: 'pull_request', payload: { pull_request: { number: value } } })
const group = (ref: unknown) => ({ event: 'merge_group', payload: { merge_group: { head_ref: ref } } })
const run = (parts: object) => ({
  event: 'workflow_run',
  payload: { workflow_run: { head_sha: OTHER, ...parts } }
})
const tag = (ref: string) => ({ event: 'push', ref: `refs/tags/${ref}` })

describe('a run is about', () => {
  const rows: Row[] = [
    { title: 'the number of a pull request', ...pull(12), subject: number(12) },
    { title: 'nothing when the number is a text', ...pull('12'), subject: NO_PULL },
    { title: 'nothing when the number is a fraction', ...pull(1.5), subject: NO_PULL },
    { title: 'nothing when the number is zero', ...pull(0), subject: NO_PULL },
    { title: 'nothing when the number is below zero', ...pull(-1), subject: NO_PULL },
    ...[[], ['pull_request'], 12, 'text', true].map(payload => ({
      title: `nothing when the payload is ${JSON.stringify(payload)}`,
      event: 'pull_request',
      payload,
      subject: NO_PULL
    })),
    { title: 'nothing when the payload is null', ...pull(1), payload: null, subject: NO_PULL },
    { title: 'nothing when the payload is not JSON', ...pull(1), payload: undefined, subject: NO_PULL },
    {
      title: 'the last number when the base looks like a merge group',
      ...group(`${QUEUE}/gh-readonly-queue/main/pr-5-${OTHER}/pr-12-${SHA}`),
      subject: number(12)
    },
    {
      title: 'the number of a merge group with a SHA-256 commit',
      ...group(`${QUEUE}/main/pr-12-${'e'.repeat(64)}`),
      subject: number(12)
    },
    ...[
      ['has no base', `${QUEUE}/pr-12-${OTHER}`],
      ['has no number', `${QUEUE}/main/pr--${OTHER}`],
      ['has no commit', `${QUEUE}/main/pr-12`],
      ['has a short commit', `${QUEUE}/main/pr-12-abcdef`],
      ['goes on', `${QUEUE}/main/pr-12-${OTHER}/x`],
      ['has a line break at its end', `${QUEUE}/main/pr-12-${OTHER}\n`],
      ['is not of a queue', `refs/heads/main/pr-12-${OTHER}`],
      ['is a number', 12],
      ['is in a list', [`${QUEUE}/main/pr-12-${OTHER}`]]
    ].map(([title, ref]) => ({
      title: `nothing when the branch of a merge group ${title}`,
      ...group(ref),
      subject: NO_GROUP
    })),
    { title: 'the commit of a pushed tag, without a branch', ...tag('main'), subject: commit(SHA) },
    {
      title: 'the commit of a tag that looks like a branch',
      ...tag('refs/heads/main'),
      subject: commit(SHA)
    },
    { title: 'a commit without a ref', event: 'schedule', ref: undefined, subject: commit(SHA) },
    {
      title: 'the commit of the environment when a deployment names none',
      event: 'deployment',
      subject: commit(SHA, 'main')
    },
    {
      title: 'a commit without a branch when that of the other workflow is not a text',
      ...run({ head_branch: 7 }),
      subject: commit(OTHER)
    },
    { title: 'nothing when the other workflow names no commit', ...run({ head_sha: 7 }), subject: NEITHER },
    { title: 'nothing with an empty commit', event: 'push', sha: '', subject: NEITHER },
    {
      title: 'nothing when the event has no name',
      event: '',
      subject: unknown('the event (none) names no pull request')
    }
  ]
  it.each(rows)('$title', row => expect(found(row)).toEqual(row.subject))

  const named = ['pull_request', 'merge_group', 'push', 'workflow_run', 'deployment', '']
  it.each(named)('the input pull-request, whatever the event "%s" says', event => {
    expect(found({ ...pull(12), event }, 34)).toMatchObject(number(34))
  })

  const listed = (numbers: unknown) => ({ head_sha: OTHER, pull_requests: numbers })
  const own: [string, object, string | undefined][] = [
    ['its own', { pull_request: { number: 34, head: { sha: OTHER } } }, OTHER],
    ['another one', { pull_request: { number: 12, head: { sha: OTHER } } }, undefined],
    ['one among those of a workflow', { workflow_run: listed([{ number: 12 }, { number: 34 }]) }, OTHER],
    ['one of another workflow', { workflow_run: listed([{ number: 12 }]) }, undefined],
    ['that of a workflow of a fork', { workflow_run: { ...listed([]), event: 'pull_request' } }, OTHER],
    ['one after a workflow of a push', { workflow_run: { ...listed([]), event: 'push' } }, undefined],
    ['one of a check suite', { check_suite: listed([{ number: 34 }]) }, OTHER],
    ['one of a check run', { check_run: listed([{ number: 34 }]) }, OTHER],
    ['one of a list that is none', { workflow_run: listed('34') }, undefined]
  ]
  it.each(own)('the head of the event when the input names %s', (_, payload, headSha) => {
    expect(found({ event: 'any', payload }, 34)).toEqual({ ...number(34), headSha })
  })

  it.each([
    [OTHER, OTHER],
    [7, undefined]
  ])('the head that the event names, if it is a text: %p', (sha, headSha) => {
    const payload = { pull_request: { number: 12, head: { sha } } }
    expect(found({ event: 'pull_request', payload })).toEqual({ ...number(12), headSha })
  })

  it.each([
    ['a folder', folder],
    ['a device', '/dev/zero'],
    ['nothing', '/nowhere'],
    ['too large a file', largeFile()]
  ])('nothing when its file is %s', (_, path) => {
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path }
    expect(subjectOf(readEvent(env), undefined)).toEqual(NO_PULL)
    // A job that is run again may be about an older head than the pull request has.
    expect(subjectOf(readEvent(env), 34)).toEqual(unknown('the event pull_request cannot be read'))
  })

  it('nothing when its file is a pipe, which nobody waits for', () => {
    const path = join(folder, 'pipe')
    execFileSync('mkfifo', [path])
    expect(readEvent({ GITHUB_EVENT_PATH: path }).payload).toBeUndefined()
  })

  it('something, or nothing, for an event of any shape, and never fails', () => {
    const keys = fc.constantFrom(
      'pull_request',
      'merge_group',
      'workflow_run',
      'deployment',
      'head',
      'head_sha',
      'head_ref',
      'sha',
      'number',
      'pull_requests',
      'event'
    )
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>(null, true, 7, 'pull_request', SHA),
        tie('list'),
        tie('object')
      ),
      list: fc.array(tie('value'), { maxLength: 3 }),
      object: fc.dictionary(keys, tie('value'))
    }))
    const events = fc.constantFrom('pull_request', 'merge_group', 'workflow_run', 'deployment', 'push', 'x')
    fc.assert(
      fc.property(value, events, fc.option(fc.constant(7), { nil: undefined }), (payload, event, input) => {
        const subject = subjectOf({ env: { GITHUB_EVENT_NAME: event, GITHUB_SHA: SHA }, payload }, input)
        expect(['number', 'commit', 'unknown']).toContain(subject.kind)
        if (subject.kind === 'number') expect(subject.number).toBeGreaterThan(0)
        if (subject.kind === 'number') expect(['string', 'undefined']).toContain(typeof subject.headSha)
      }),
      { numRuns: 2_000 }
    )
  })

  it('nothing outside of GitHub', () => {
    expect(subjectOf(readEvent({}), undefined)).toMatchObject({ kind: 'unknown' })
  })
})

/** Found from an event on the default branch, unless told otherwise. */
function found(row: Omit<Row, 'title' | 'subject'>, input?: number): Subject {
  const { event } = row
  const ref = 'ref' in row ? row.ref : 'refs/heads/main'
  const path = join(folder, 'event.json')
  const payload = 'payload' in row ? row.payload : {}
  writeFileSync(path, payload === undefined ? 'not JSON' : JSON.stringify(payload))
  const sha = 'sha' in row ? row.sha : SHA
  const env = { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_REF: ref, GITHUB_SHA: sha }
  return subjectOf(readEvent(env), input)
}
