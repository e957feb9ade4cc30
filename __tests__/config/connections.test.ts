import { describe, expect, it } from '@jest/globals'
import { connect, connectGitHub, type SourceUsers } from '../../src/config/connections.ts'
import { readInputs } from '../../src/config/inputs.ts'
import { Secrets } from '../../src/http/secrets.ts'
import { Problems } from '../../src/problems.ts'

const GENESYS: SourceUsers = new Map([['genesys-observability', 'crm']])
const CLIENT = { INPUT_GENESYS_CLIENT_ID: 'id', INPUT_GENESYS_CLIENT_SECRET: 'secret' }

function connected(env: Record<string, string>, users: SourceUsers = GENESYS) {
  const problems = new Problems()
  const inputs = readInputs({ env, secrets: new Secrets(() => undefined), problems })
  return { ...connect({ inputs, users, problems }), errors: problems.errors }
}

describe('Genesys Cloud', () => {
  it('is where the region is', () => {
    const { 'genesys-observability': genesys, errors } = connected({
      ...CLIENT,
      GENESYSCLOUD_REGION: 'eu-central-1'
    })
    expect(errors).toEqual([])
    expect(genesys).toEqual({
      apiUrl: 'https://api.mypurecloud.de',
      credentials: { loginUrl: 'https://login.mypurecloud.de', clientId: 'id', clientSecret: 'secret' }
    })
  })

  it('needs no sign-in with a token', () => {
    const { 'genesys-observability': genesys } = connected({
      INPUT_GENESYS_REGION: 'us-east-1',
      INPUT_GENESYS_ACCESS_TOKEN: 'token'
    })
    expect(genesys).toEqual({ apiUrl: 'https://api.mypurecloud.com', credentials: { accessToken: 'token' } })
  })

  it('is where the addresses are, without any region', () => {
    const addresses = {
      INPUT_GENESYS_API_URL: 'https://a.example',
      INPUT_GENESYS_LOGIN_URL: 'https://l.example'
    }
    const { 'genesys-observability': genesys, errors } = connected({ ...CLIENT, ...addresses })
    expect(errors).toEqual([])
    expect(genesys).toEqual({
      apiUrl: 'https://a.example',
      credentials: { loginUrl: 'https://l.example', clientId: 'id', clientSecret: 'secret' }
    })
  })

  it('is not missed where an address or a region was set and not understood', () => {
    const token = { INPUT_GENESYS_ACCESS_TOKEN: 'token' }
    const wrongUrl = connected({ ...token, INPUT_GENESYS_API_URL: 'nowhere' })
    expect(wrongUrl.errors).toEqual([
      expect.stringContaining('input genesys-api-url: its value is not accepted')
    ])
    const api = { ...CLIENT, INPUT_GENESYS_API_URL: 'https://a.example' }
    const wrongRegion = connected({ ...api, INPUT_GENESYS_REGION: 'moon-1' })
    expect(wrongRegion.errors).toEqual([expect.stringContaining('input genesys-region: "moon-1"')])
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
    const { 'genesys-observability': genesys, errors } = connected(env)
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
      'input genesys-client-secret: its value is not accepted; it takes text on one line, of characters that a header can hold'
    ])
  })

  it('is not connected when nothing uses it', () => {
    expect(connected({}, new Map())).toStrictEqual({ errors: [] })
  })

  it('is the same for its data actions', () => {
    const users: SourceUsers = new Map([['genesys-data-actions', 'actions']])
    const env = { ...CLIENT, GENESYSCLOUD_REGION: 'eu-central-1' }
    expect(connected(env, users)['genesys-data-actions']).toEqual(connected(env)['genesys-observability'])
    expect(connected(CLIENT, users).errors).toEqual([
      expect.stringContaining('input genesys-region: is missing, and SLO "actions" needs it')
    ])
  })

  it('is missed once, however many sources need it', () => {
    const users: SourceUsers = new Map([
      ['genesys-data-actions', 'actions'],
      ['genesys-observability', 'crm']
    ])
    expect(connected(CLIENT, users).errors).toEqual([
      expect.stringContaining('input genesys-region: is missing, and SLO "crm" needs it')
    ])
  })
})

describe('a missing input', () => {
  it('is named with the SLO that needs it, and with what else would do', () => {
    expect(connected({}).errors).toEqual([
      'input genesys-region: is missing, and SLO "crm" needs it; set it or GENESYSCLOUD_REGION, or set genesys-api-url',
      'input genesys-client-id: is missing, and SLO "crm" needs it; set it or GENESYSCLOUD_OAUTHCLIENT_ID, or genesys-access-token',
      'input genesys-client-secret: is missing, and SLO "crm" needs it; set it or GENESYSCLOUD_OAUTHCLIENT_SECRET'
    ])
    expect(connected({ ...CLIENT, INPUT_GENESYS_API_URL: 'https://a.example' }).errors).toEqual([
      'input genesys-login-url: is missing, and SLO "crm" needs it; set it, or genesys-region, or genesys-access-token'
    ])
  })
})

describe('Prometheus', () => {
  const users: SourceUsers = new Map([['prometheus', 'crm']])

  it('is where its address is, with its token', () => {
    const address = { INPUT_PROMETHEUS_URL: 'https://p.example' }
    expect(connected(address, users).prometheus).toEqual({ apiUrl: 'https://p.example', token: undefined })
    expect(connected({ ...address, INPUT_PROMETHEUS_TOKEN: 'token' }, users).prometheus).toEqual({
      apiUrl: 'https://p.example',
      token: 'token'
    })
  })

  it('is not connected without an address', () => {
    const { prometheus, errors } = connected({}, users)
    expect(prometheus).toBeUndefined()
    expect(errors).toEqual([
      'input prometheus-url: is missing, and SLO "crm" needs it; set it or PROMETHEUS_URL'
    ])
  })
})

describe('Datadog', () => {
  const users = new Map([['datadog', 'crm']] as const)
  const KEYS = { INPUT_DATADOG_API_KEY: 'api', INPUT_DATADOG_APP_KEY: 'app' }
  const keys = { apiKey: 'api', appKey: 'app' }

  it.each<[string, Record<string, string>, string]>([
    ['at its first site', {}, 'https://api.datadoghq.com'],
    ['at the site that is given', { INPUT_DATADOG_SITE: 'datadoghq.eu' }, 'https://api.datadoghq.eu'],
    ['at the site of the environment', { DD_SITE: 'us5.datadoghq.com' }, 'https://api.us5.datadoghq.com'],
    [
      'where its address is, whatever the site',
      { DD_SITE: 'datadoghq.eu', INPUT_DATADOG_API_URL: 'https://d.example/base/' },
      'https://d.example/base'
    ]
  ])('is %s', (_where, env, apiUrl) => {
    const { datadog, errors } = connected({ ...KEYS, ...env }, users)
    expect(errors).toEqual([])
    expect(datadog).toEqual({ apiUrl, ...keys })
  })

  it('takes its keys from the environment as well', () => {
    expect(connected({ DD_API_KEY: 'api', DD_APP_KEY: 'app' }, users).datadog).toMatchObject(keys)
  })

  it.each([
    ['INPUT_DATADOG_API_KEY', 'datadog-api-key', 'DD_API_KEY'],
    ['INPUT_DATADOG_APP_KEY', 'datadog-app-key', 'DD_APP_KEY']
  ])('is not connected without %s, and one problem says so', (variable, input, env) => {
    const { datadog, errors } = connected({ ...KEYS, [variable]: '' }, users)
    expect(datadog).toBeUndefined()
    expect(errors).toEqual([`input ${input}: is missing, and SLO "crm" needs it; set it or ${env}`])
  })

  it.each<[string, Record<string, string>, string]>([
    [
      'site',
      { DD_SITE: 'example.com' },
      'input datadog-site (from DD_SITE): "example.com" is not accepted; it takes a Datadog site'
    ],
    [
      'address',
      { INPUT_DATADOG_API_URL: 'http://d.example' },
      'input datadog-api-url: its value is not accepted; it takes an https:// address'
    ],
    [
      'key',
      { INPUT_DATADOG_API_KEY: 'two\nlines' },
      'input datadog-api-key: its value is not accepted; it takes text on one line, of characters that a header can hold'
    ]
  ])('has one problem where its %s was set and not understood', (_what, env, says) => {
    const { errors } = connected({ ...KEYS, ...env }, users)
    expect(errors).toEqual([expect.stringContaining(says)])
  })

  it('is not connected when nothing uses it', () => {
    expect(connected({ ...KEYS, ...CLIENT, INPUT_GENESYS_REGION: 'us-east-1' }).datadog).toBeUndefined()
  })
})

describe('GitHub', () => {
  const env = { GITHUB_REPOSITORY: 'acme/crm' }

  it('is the public one, unless the runner names another', () => {
    const { apiUrl } = connectGitHub(env, 'token', new Problems()) ?? {}
    expect(apiUrl).toBe('https://api.github.com')
    const other = connectGitHub(
      { ...env, GITHUB_API_URL: 'https://ghe.example/api/v3' },
      'token',
      new Problems()
    )
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
    ['a whole repository', { GITHUB_REPOSITORY: 'acme' }, 'token']
  ])('is not connected without %s', (_what, own, token) => {
    expect(connectGitHub(own, token, new Problems())).toBeUndefined()
  })

  it.each(['not an address', 'http://ghe.example/api/v3', 'https://bob:pa/ss@ghe.example'])(
    'is not sent the token at an address that is not accepted: %s',
    apiUrl => {
      const problems = new Problems()
      expect(connectGitHub({ ...env, GITHUB_API_URL: apiUrl }, 'token', problems)).toBeUndefined()
      expect(problems.errors).toEqual([
        expect.stringContaining('GITHUB_API_URL: its value is not accepted; it takes an https:// address')
      ])
    }
  )
})
