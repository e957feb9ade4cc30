import { describe, expect, it } from '@jest/globals'
import { connect, connectGitHub, type SourceUsers } from '../../src/config/connections.ts'
import { readInputs } from '../../src/config/inputs.ts'
import { Secrets } from '../../src/http/secrets.ts'
import { Problems } from '../../src/problems.ts'

const GENESYS: SourceUsers = new Map([['genesys-observability', 'crm']])
const CLIENT = { INPUT_GENESYS_CLIENT_ID: 'id', INPUT_GENESYS_CLIENT_SECRET: 'secret' }

function connected(env: Record<string, string>, users: SourceUsers = GENESYS) {
  const problems = new Problems()
  const masked: string[] = []
  const secrets = new Secrets(secret => masked.push(secret))
  const inputs = readInputs({ env, secrets, problems })
  return { ...connect({ inputs, users, env, secrets, problems }), errors: problems.errors, masked }
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
    expect(connected({}, new Map())).toStrictEqual({ errors: [], masked: [] })
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
    const apiUrl = 'https://p.example'
    expect(connected(address, users).prometheus).toEqual({ apiUrl, signIn: { kind: 'none' } })
    expect(connected({ ...address, INPUT_PROMETHEUS_TOKEN: 'token' }, users).prometheus).toEqual({
      apiUrl,
      signIn: { kind: 'token', token: 'token' }
    })
  })

  const AT = { INPUT_PROMETHEUS_URL: 'https://p.example' }
  const AWS = {
    AWS_ACCESS_KEY_ID: 'AKID',
    AWS_SECRET_ACCESS_KEY: 'aws-secret',
    AWS_SESSION_TOKEN: 'aws-session'
  }

  it('is signed in to with a user and a password, of which the password and the whole are masked', () => {
    const env = { ...AT, PROMETHEUS_USERNAME: '12345', PROMETHEUS_PASSWORD: 'glc_hush' }
    const { prometheus, masked } = connected(env, users)
    const credentials = Buffer.from('12345:glc_hush').toString('base64')
    expect(prometheus?.signIn).toEqual({ kind: 'basic', credentials })
    expect(masked).toEqual(['glc_hush', credentials])
  })

  it('is signed for with the AWS credentials of the environment, which are masked', () => {
    const { prometheus, masked } = connected(
      { ...AT, ...AWS, INPUT_PROMETHEUS_SIGV4_REGION: 'eu-west-1' },
      users
    )
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 'aws-secret', sessionToken: 'aws-session' }
    expect(prometheus?.signIn).toEqual({
      kind: 'sigv4',
      scope: { service: 'aps', region: 'eu-west-1', credentials }
    })
    expect(masked).toEqual(['aws-secret', 'aws-session'])
  })

  it('has the headers and parameters of the inputs; the values of headers are masked', () => {
    const env = {
      ...AT,
      INPUT_PROMETHEUS_HEADERS: 'X-Scope-OrgID: team-a\n\nX-Short:1',
      INPUT_PROMETHEUS_PARAMETERS: 'dedup=true\nextra=a=b'
    }
    const { prometheus, masked, errors } = connected(env, users)
    expect(errors).toEqual([])
    expect(prometheus).toMatchObject({
      headers: [
        ['X-Scope-OrgID', 'team-a'],
        ['X-Short', '1']
      ],
      parameters: [
        ['dedup', 'true'],
        ['extra', 'a=b']
      ]
    })
    expect(masked).toEqual(['team-a'])
  })

  const TWO = 'keep one way to sign in'
  it.each<[string, Record<string, string>, string, string]>([
    [
      'a token and a user',
      { PROMETHEUS_TOKEN: 't', PROMETHEUS_USERNAME: 'u', PROMETHEUS_PASSWORD: 'p' },
      'username',
      TWO
    ],
    ['a token and a password', { PROMETHEUS_TOKEN: 't', PROMETHEUS_PASSWORD: 'p' }, 'password', TWO],
    [
      'a token and SigV4',
      { ...AWS, PROMETHEUS_TOKEN: 't', INPUT_PROMETHEUS_SIGV4_REGION: 'us-east-1' },
      'sigv4-region',
      TWO
    ],
    ['a user without a password', { PROMETHEUS_USERNAME: 'u' }, 'password', 'is missing'],
    ['a password without a user', { PROMETHEUS_PASSWORD: 'p' }, 'username', 'is missing'],
    [
      'SigV4 without credentials',
      { INPUT_PROMETHEUS_SIGV4_REGION: 'us-east-1' },
      'sigv4-region',
      'AWS_ACCESS_KEY_ID'
    ],
    ['a region that is none', { INPUT_PROMETHEUS_SIGV4_REGION: 'Ireland' }, 'sigv4-region', 'an AWS region'],
    [
      'a user with a colon',
      { PROMETHEUS_USERNAME: 'a:b', PROMETHEUS_PASSWORD: 'p' },
      'username',
      'without a colon'
    ]
  ])('is not connected with %s, and one problem says so', (_what, env, input, says) => {
    const { errors } = connected({ ...AT, ...env }, users)
    expect(errors).toEqual([expect.stringContaining(`input prometheus-${input}`)])
    expect(errors).toEqual([expect.stringContaining(says)])
  })

  it.each([
    ['Authorization: Bearer hush-hush', 'cannot set the header Authorization; use prometheus-token'],
    ['HOST: hush-hush', 'cannot set the header "HOST"'],
    ['Content-Type: hush-hush', 'cannot set the header "Content-Type"'],
    ['X-A: hush-hush\nx-a: hush-hush', 'has the header "x-a" twice'],
    ['X-A:', 'needs a value'],
    ['X-A: hush-hush-é', 'in plain ASCII'],
    ['hush-hush', 'a line that is not Name: value']
  ])('does not send the header %j, and shows no value', (line, says) => {
    const { errors } = connected({ ...AT, INPUT_PROMETHEUS_HEADERS: line }, users)
    expect(errors).toEqual([expect.stringContaining('input prometheus-headers')])
    expect(errors).toEqual([expect.stringContaining(says)])
    expect(errors.join()).not.toContain('hush')
  })

  it.each(['query', 'time', 'start', 'end', 'step'])('does not add the parameter %s', name => {
    const { errors } = connected({ ...AT, INPUT_PROMETHEUS_PARAMETERS: `dedup=true\n${name}=1` }, users)
    expect(errors).toEqual([
      expect.stringContaining(`input prometheus-parameters: cannot set the parameter "${name}"`)
    ])
  })

  it('may be asked by plain http where http-hosts names its host', () => {
    const env = { INPUT_PROMETHEUS_URL: 'http://prometheus.monitoring.svc:9090' }
    const { errors } = connected(env, users)
    expect(errors).toEqual([expect.stringContaining('input prometheus-url: its value is not accepted')])
    expect(errors.join()).toContain('http-hosts')
    const named = connected({ ...env, INPUT_HTTP_HOSTS: 'prometheus.monitoring.svc:9090' }, users)
    expect(named.prometheus?.apiUrl).toBe('http://prometheus.monitoring.svc:9090')
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
  const gitHub = (
    own: Record<string, string>,
    { token = 'token', hosts = [] as string[], problems = new Problems() } = {}
  ) => connectGitHub({ env: own, inputs: { 'github-token': token, 'http-hosts': hosts }, problems })

  it('is the public one, unless the runner names another', () => {
    const { apiUrl } = gitHub(env) ?? {}
    expect(apiUrl).toBe('https://api.github.com')
    const other = gitHub({ ...env, GITHUB_API_URL: 'https://ghe.example/api/v3' })
    expect(other).toEqual({
      apiUrl: 'https://ghe.example/api/v3',
      token: 'token',
      owner: 'acme',
      repo: 'crm'
    })
  })

  it.each<[string, Record<string, string>, string]>([
    ['a token', env, ''],
    ['a repository', {}, 'token'],
    ['a whole repository', { GITHUB_REPOSITORY: 'acme' }, 'token']
  ])('is not connected without %s', (_what, own, token) => {
    expect(gitHub(own, { token })).toBeUndefined()
  })

  it.each(['not an address', 'http://ghe.example/api/v3', 'https://bob:pa/ss@ghe.example'])(
    'is not sent the token at an address that is not accepted: %s',
    apiUrl => {
      const problems = new Problems()
      expect(gitHub({ ...env, GITHUB_API_URL: apiUrl }, { problems })).toBeUndefined()
      expect(problems.errors).toEqual([
        expect.stringContaining('GITHUB_API_URL: its value is not accepted; it takes an https:// address')
      ])
    }
  )
  it('may be asked by plain http where http-hosts names its host', () => {
    const own = { ...env, GITHUB_API_URL: 'http://ghe.example/api/v3' }
    expect(gitHub(own, { hosts: ['ghe.example'] })?.apiUrl).toBe('http://ghe.example/api/v3')
  })
})
