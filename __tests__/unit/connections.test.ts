import { describe, expect, it } from '@jest/globals'
import { connect, connectGitHub } from '../../src/config/connections.ts'
import { readInputs } from '../../src/config/inputs.ts'
import { Problems } from '../../src/config/problems.ts'
import { Secrets } from '../../src/http/secrets.ts'

const GENESYS = new Map([['genesys-observability', 'crm']])
const CLIENT = { INPUT_GENESYS_CLIENT_ID: 'id', INPUT_GENESYS_CLIENT_SECRET: 'secret' }

function connected(env: Record<string, string>, sourceUsers: ReadonlyMap<string, string> = GENESYS) {
  const problems = new Problems()
  const inputs = readInputs({ env, secrets: new Secrets(() => undefined), problems })
  return { ...connect({ inputs, sourceUsers, problems }), errors: problems.errors }
}

describe('Genesys Cloud', () => {
  it('is where the region is', () => {
    const { genesys, errors } = connected({ ...CLIENT, GENESYSCLOUD_REGION: 'eu-central-1' })
    expect(errors).toEqual([])
    expect(genesys).toEqual({
      apiUrl: 'https://api.mypurecloud.de',
      credentials: { loginUrl: 'https://login.mypurecloud.de', clientId: 'id', clientSecret: 'secret' }
    })
  })

  it('needs no sign-in with a token', () => {
    const { genesys } = connected({ INPUT_GENESYS_REGION: 'us-east-1', INPUT_GENESYS_ACCESS_TOKEN: 'token' })
    expect(genesys).toEqual({ apiUrl: 'https://api.mypurecloud.com', credentials: { accessToken: 'token' } })
  })

  it.each<[string, Record<string, string>, string]>([
    ['any address', CLIENT, 'input genesys-region: '],
    ['any address, with a token', { INPUT_GENESYS_ACCESS_TOKEN: 'token' }, 'input genesys-region: '],
    ['a sign-in', { ...CLIENT, INPUT_GENESYS_API_URL: 'https://x.example' }, 'input genesys-login-url: '],
    [
      'an id',
      { ...CLIENT, INPUT_GENESYS_CLIENT_ID: '', INPUT_GENESYS_REGION: 'us-east-1' },
      'input genesys-client-id: '
    ],
    [
      'a secret',
      { INPUT_GENESYS_CLIENT_ID: 'id', INPUT_GENESYS_REGION: 'us-east-1' },
      'input genesys-client-secret: '
    ]
  ])('is not connected without %s, and one problem says so', (_what, env, says) => {
    const { genesys, errors } = connected(env)
    expect(genesys).toBeUndefined()
    expect(errors).toEqual([expect.stringContaining(says)])
  })

  it('does not show a secret that cannot be one', () => {
    const { errors } = connected({
      ...CLIENT,
      INPUT_GENESYS_CLIENT_SECRET: 'two\nlines',
      GENESYSCLOUD_REGION: 'us-east-1'
    })
    expect(errors).toEqual([
      'input genesys-client-secret: its value is not accepted; it takes text on one line'
    ])
  })

  it('is not connected when nothing uses it', () => {
    expect(connected({}, new Map())).toEqual({ genesys: undefined, prometheus: undefined, errors: [] })
  })
})

describe('GitHub', () => {
  const env = { GITHUB_REPOSITORY: 'acme/crm' }

  it('is the public one, unless the runner names another', () => {
    const { apiUrl } = connectGitHub(env, 'token') ?? {}
    expect(apiUrl).toBe('https://api.github.com')
    const other = connectGitHub({ ...env, GITHUB_API_URL: 'https://ghe.example/api/v3' }, 'token')
    expect(other).toEqual({
      apiUrl: 'https://ghe.example/api/v3',
      token: 'token',
      owner: 'acme',
      repo: 'crm'
    })
  })

  it.each<[string, Record<string, string>, string | undefined]>([
    ['a token', env, undefined],
    ['a repository', {}, 'token'],
    ['a whole repository', { GITHUB_REPOSITORY: 'acme' }, 'token'],
    ['an address', { ...env, GITHUB_API_URL: 'not an address' }, 'token']
  ])('is not connected without %s', (_what, own, token) => {
    expect(connectGitHub(own, token)).toBeUndefined()
  })
})
