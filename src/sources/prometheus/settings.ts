import { address, secret } from '../../inputs/formats.ts'
import type { ConnectOptions, Format, ReportMissing, ValuesOf } from '../../inputs/input.ts'
import { headers, parameters } from '../../inputs/pairs.ts'
import { readAwsCredentials } from '../aws/credentials.ts'
import type { PrometheusConnection, SignIn } from './connection.ts'

const username: Format<string> = {
  accepts: 'text on one line without a colon',
  parse: value => (value.includes(':') ? undefined : secret.parse(value))
}

const awsRegion: Format<string> = {
  accepts: 'an AWS region, such as eu-central-1',
  parse: value => (/^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/.test(value) ? value : undefined)
}

export const INPUTS = {
  'prometheus-url': { format: address, env: 'PROMETHEUS_URL' },
  'prometheus-token': { format: secret, env: 'PROMETHEUS_TOKEN', isSecret: true },
  'prometheus-username': { format: username, env: 'PROMETHEUS_USERNAME' },
  'prometheus-password': { format: secret, env: 'PROMETHEUS_PASSWORD', isSecret: true },
  'prometheus-headers': {
    format: headers({ name: 'Authorization', instead: 'prometheus-token, or prometheus-username' }),
    isSecret: true
  },
  'prometheus-parameters': { format: parameters(['query', 'time', 'start', 'end', 'step']) },
  'prometheus-sigv4-region': { format: awsRegion }
} as const

type Settings = ValuesOf<typeof INPUTS>

/** How to reach the server; undefined where an input is missing or two do not go together, which is reported. */
export function connect(
  settings: Settings,
  missing: ReportMissing,
  options: ConnectOptions
): PrometheusConnection | undefined {
  const apiUrl = settings['prometheus-url']
  if (apiUrl === undefined) missing('prometheus-url', 'set it or PROMETHEUS_URL')
  const signIn = signInOf(settings, missing, options)
  if (apiUrl === undefined || signIn === undefined) return undefined
  const more = { headers: settings['prometheus-headers'], parameters: settings['prometheus-parameters'] }
  return {
    apiUrl,
    signIn,
    ...(more.headers && { headers: more.headers }),
    ...(more.parameters && { parameters: more.parameters })
  }
}

const WAYS = [
  'prometheus-token',
  'prometheus-username',
  'prometheus-password',
  'prometheus-sigv4-region'
] as const

function signInOf(settings: Settings, missing: ReportMissing, options: ConnectOptions): SignIn | undefined {
  const set = WAYS.filter(name => settings[name] !== undefined)
  const [first = '', ...others] = set
  const other = others.find(name => !(first === 'prometheus-username' && name === 'prometheus-password'))
  if (other) {
    options.wrong(
      other,
      `is set as well as ${first}; keep one way to sign in (environment variables count too)`
    )
    return undefined
  }
  const token = settings['prometheus-token']
  if (token !== undefined) return { kind: 'token', token }
  const region = settings['prometheus-sigv4-region']
  if (region !== undefined) return sigV4(region, options)
  return set.length > 0 ? basic(settings, missing, options) : { kind: 'none' }
}

function basic(settings: Settings, missing: ReportMissing, { secrets }: ConnectOptions): SignIn | undefined {
  const user = settings['prometheus-username']
  const password = settings['prometheus-password']
  if (user === undefined)
    missing('prometheus-username', 'set it or PROMETHEUS_USERNAME, because prometheus-password is set')
  if (password === undefined)
    missing('prometheus-password', 'set it or PROMETHEUS_PASSWORD, because prometheus-username is set')
  if (user === undefined || password === undefined) return undefined
  const credentials = Buffer.from(`${user}:${password}`).toString('base64')
  secrets.add(credentials)
  return { kind: 'basic', credentials }
}

function sigV4(region: string, options: ConnectOptions): SignIn | undefined {
  const credentials = readAwsCredentials(options)
  if (credentials !== undefined) return { kind: 'sigv4', scope: { service: 'aps', region, credentials } }
  options.wrong(
    'prometheus-sigv4-region',
    'is set, but AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both in the environment; run aws-actions/configure-aws-credentials in a step before'
  )
  return undefined
}
