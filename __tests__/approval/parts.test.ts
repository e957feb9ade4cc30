import { describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import * as schemas from '../../src/github/schemas.ts'
import { subjectOf } from '../../src/github/subject.ts'

const SHA = 'a'.repeat(40)

describe('what a run is about', () => {
  it('is the commit of the environment when the event of a deployment names none', () => {
    const env = { GITHUB_EVENT_NAME: 'deployment', GITHUB_SHA: SHA, GITHUB_REF: 'refs/tags/v1' }
    expect(subjectOf(env, undefined)).toEqual({ kind: 'commit', sha: SHA, branch: undefined })
  })

  it('needs no branch', () => {
    expect(subjectOf({ GITHUB_EVENT_NAME: 'schedule', GITHUB_SHA: SHA }, undefined)).toEqual({
      kind: 'commit',
      sha: SHA,
      branch: undefined
    })
  })

  it.each(['issue_comment', 'repository_dispatch', ''])('is not guessed from the event %p', name => {
    expect(subjectOf({ GITHUB_EVENT_NAME: name, GITHUB_SHA: SHA }, undefined).kind).toBe('unknown')
  })
})

describe('a pull request of GitHub', () => {
  const answer = {
    number: 7,
    labels: [],
    merged_at: null,
    merge_commit_sha: null,
    base: { ref: 'main' }
  }

  it('may have lost its author and its fork', () => {
    const head = { ref: 'feature', sha: SHA, repo: null }
    const parsed = v.parse(schemas.pullRequestSchema, { ...answer, user: null, head })
    expect(parsed).toMatchObject({ author: null, headRepository: null })
  })

  it('has both otherwise', () => {
    const head = { ref: 'feature', sha: SHA, repo: { full_name: 'acme/crm' } }
    const parsed = v.parse(schemas.pullRequestSchema, { ...answer, user: { login: 'dana' }, head })
    expect(parsed).toMatchObject({ author: 'dana', headRepository: 'acme/crm' })
  })
})
