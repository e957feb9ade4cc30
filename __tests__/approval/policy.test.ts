import { describe, expect, it } from '@jest/globals'
import { approvers } from '../../src/approval/policy.ts'

describe('approvers', () => {
  it('are logins, teams and roles', () => {
    expect(approvers.parse('octocat, @hubot, deploy[bot]\nacme/sre-team, role:admin, role:maintain')).toEqual(
      [
        { kind: 'login', login: 'octocat' },
        { kind: 'login', login: 'hubot' },
        { kind: 'login', login: 'deploy[bot]' },
        { kind: 'team', org: 'acme', slug: 'sre-team' },
        { kind: 'role', role: 'admin' },
        { kind: 'role', role: 'maintain' }
      ]
    )
  })

  it.each([
    'role:write',
    'role:admin\rx',
    'my-role:admin',
    ',',
    'role:',
    'acme/',
    '/sre',
    'a/b/c',
    'octo cat',
    'octocat, role:owner',
    'team:sre'
  ])('are refused as a whole when one is something else: %p', value => {
    expect(approvers.parse(value)).toBeUndefined()
  })
})
