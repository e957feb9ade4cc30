import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { INPUTS, readInputs } from '../../src/config/inputs.ts'
import { Secrets } from '../../src/http/secrets.ts'
import { Problems } from '../../src/problems.ts'
import { outputsOf } from '../../src/report/outputs.ts'
import { resultOf, sloWith } from '../support/builders.ts'

interface Manifest {
  readonly inputs: Record<string, { description?: string; default?: unknown; required?: boolean }>
  readonly outputs: Record<string, { description?: string }>
}

const manifest: Manifest = parse(readFileSync('action.yml', 'utf8'))
const names = Object.keys(INPUTS) as (keyof typeof INPUTS)[]
const secretNames = names.filter(name => 'isSecret' in INPUTS[name])

/** The name under which a runner passes an input on. */
const variable = (name: string) => `INPUT_${name.toUpperCase()}`

function read(env: Record<string, string>) {
  const problems = new Problems()
  const announced: string[] = []
  const problemsWhenAnnounced: number[] = []
  const secrets = new Secrets(secret => {
    announced.push(secret)
    problemsWhenAnnounced.push(problems.errors.length)
  })
  const inputs = readInputs({ env, secrets, problems })
  const { errors, warnings } = problems
  return { inputs, errors, warnings, announced, problemsWhenAnnounced }
}

describe('action.yml', () => {
  it('declares exactly the inputs that are read', () => {
    expect(Object.keys(manifest.inputs).toSorted()).toEqual(names.toSorted())
  })

  it.each(names)('gives %s the same default as the code', name => {
    const declared = manifest.inputs[name]?.default
    const input: { format: unknown; default?: string } = INPUTS[name]
    // A default of the runner's own, such as the token of the job, is none of the code.
    const isExpression = typeof declared === 'string' && declared.startsWith('${{')
    expect(isExpression ? undefined : declared).toBe(input.default)
  })

  it('requires no input, for each may come from elsewhere, and describes them all', () => {
    for (const [name, { description, required }] of Object.entries(manifest.inputs)) {
      expect([name, required ?? false, Boolean(description)]).toEqual([name, false, true])
    }
  })

  it('declares exactly the outputs that are set', () => {
    const outputs = outputsOf(resultOf([[sloWith(), { PT720H: 0.4 }]]), 'report.json')
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(manifest.outputs).toSorted())
  })
})

describe('an input', () => {
  it('has its default when nothing is set', () => {
    const { inputs, errors } = read({})
    expect(errors).toEqual([])
    expect(inputs).toMatchObject({
      mode: 'enforce',
      'max-burn-rate': 1,
      'on-error': 'block',
      'on-no-data': 'block',
      timeout: { iso: 'PT1M', ms: 60_000 },
      'time-zone': 'UTC',
      summary: true,
      'apply-slos': false
    })
    expect(inputs['slo-id']).toBeUndefined()
    expect(inputs['datadog-site']).toBeUndefined()
  })

  it.each(['', ' ', '\n'])('counts as not set when it is empty: %p', empty => {
    const env = Object.fromEntries(names.map(name => [variable(name), empty]))
    expect(read(env)).toEqual(read({}))
  })

  it('is read by its name with hyphens, as a runner sets it', () => {
    expect(read({ 'INPUT_MAX-BURN-RATE': '2' }).inputs['max-burn-rate']).toBe(2)
  })

  it('is read by its name with underscores, as a shell can set it', () => {
    expect(read({ INPUT_MAX_BURN_RATE: '3' }).inputs['max-burn-rate']).toBe(3)
  })

  it('is read on GitHub only as the runner sets it, because an earlier step can set the name with underscores', () => {
    const env = {
      GITHUB_ACTIONS: 'true',
      INPUT_GENESYS_LOGIN_URL: 'https://evil.example',
      PROMETHEUS_TOKEN: 'hush'
    }
    const { inputs, warnings } = read({ ...env, 'INPUT_GENESYS-LOGIN-URL': '', 'INPUT_MAX-BURN-RATE': '2' })
    expect(inputs['genesys-login-url']).toBeUndefined()
    expect(inputs['max-burn-rate']).toBe(2)
    expect(inputs['prometheus-token']).toBe('hush')
    expect(warnings).toEqual([])
  })

  it.each([
    ['INPUT_MAX_BURNRATE', 'INPUT_MAX_BURN_RATE'],
    ['INPUT_SLO-FILES', 'INPUT_SLO_FILE'],
    ['INPUT_on-error', 'INPUT_ON_ERROR']
  ])('%s, which is none, is a warning that names the nearest one', (variable, nearest) => {
    expect(read({ [variable]: '2' }).warnings).toEqual([
      `${variable}: is not an input; did you mean ${nearest}?`
    ])
  })

  it('is read with hyphens first, and with underscores when that is empty', () => {
    expect(read({ 'INPUT_SLO-ID': 'a', INPUT_SLO_ID: 'b' }).inputs['slo-id']).toEqual(['a'])
    expect(read({ 'INPUT_SLO-ID': '', INPUT_SLO_ID: 'b' }).inputs['slo-id']).toEqual(['b'])
  })

  it('is read without the white space around it', () => {
    expect(read({ INPUT_MODE: ' audit\n' }).inputs.mode).toBe('audit')
  })

  it.each([
    ['genesys-region', 'GENESYSCLOUD_REGION', 'eu-west-1', 'mypurecloud.ie'],
    ['genesys-client-id', 'GENESYSCLOUD_OAUTHCLIENT_ID', 'client', 'client'],
    ['genesys-client-secret', 'GENESYSCLOUD_OAUTHCLIENT_SECRET', 'hush-hush', 'hush-hush'],
    ['genesys-access-token', 'GENESYSCLOUD_ACCESS_TOKEN', 'hush-hush', 'hush-hush'],
    ['prometheus-url', 'PROMETHEUS_URL', 'https://prometheus.example/', 'https://prometheus.example'],
    ['prometheus-token', 'PROMETHEUS_TOKEN', 'hush-hush', 'hush-hush'],
    ['datadog-site', 'DD_SITE', 'datadoghq.eu', 'datadoghq.eu'],
    ['datadog-api-key', 'DD_API_KEY', 'hush-hush', 'hush-hush'],
    ['datadog-app-key', 'DD_APP_KEY', 'hush-hush', 'hush-hush']
  ] as const)('%s comes from %s when it is not set', (name, env, text, value) => {
    expect(read({ [env]: text }).inputs[name]).toBe(value)
    expect(read({ [env]: text, [variable(name)]: '' }).inputs[name]).toBe(value)
    expect(read({ [env]: 'https://other.example', [variable(name)]: text }).inputs[name]).toBe(value)
  })

  it('is frozen', () => {
    expect(Object.isFrozen(read({}).inputs)).toBe(true)
  })
})

describe('an input that cannot be understood', () => {
  it.each([
    ['mode', 'report', ['input mode', '"report"', 'enforce or audit']],
    ['max-burn-rate', 'high', ['input max-burn-rate', '"high"', 'decimal number']],
    ['timeout', '60', ['input timeout', '"60"', 'ISO 8601', 'P1D']],
    ['timeout', 'P2D', ['input timeout', '"P2D"', 'P1D']],
    ['on-error', 'ignore', ['input on-error', '"ignore"', 'block', 'last-known', 'allow']],
    ['on-no-data', 'ignore', ['input on-no-data', '"ignore"', 'block or allow']],
    ['summary', 'yes', ['input summary', '"yes"', 'true or false']],
    ['apply-slos', 'yes', ['input apply-slos', '"yes"', 'true or false']],
    ['datadog-site', 'app.datadoghq.com', ['input datadog-site', '"app.datadoghq.com"', 'datadoghq.eu']],
    ['datadog-api-url', 'http://example.com', ['input datadog-api-url', 'https://', 'http-hosts']],
    ['time-zone', 'Mars', ['input time-zone', '"Mars"', 'Europe/Berlin']],
    ['genesys-region', 'moon-1', ['input genesys-region', '"moon-1"', 'us-east-1']],
    ['prometheus-url', 'http://example.com', ['input prometheus-url', 'https://', 'http-hosts']],
    ['slo-id', ',', ['input slo-id', '","', 'commas']],
    ['pull-request', '#7', ['input pull-request', '"#7"', 'a whole number above 0']],
    ['maintenance-approvers', 'role:x', ['"role:x"', 'login, org/team, role:admin or role:maintain']],
    ['maintenance-max-age', 'P32D', ['input maintenance-max-age', '"P32D"', 'at most P31D']],
    ['min-poll-interval', 'P32D', ['input min-poll-interval', '"P32D"', 'at most P31D, or PT0S']]
  ])('names the input, the value and what is accepted: %s = %s', (name, value, parts) => {
    const { errors } = read({ [variable(name)]: value })
    expect(errors).toHaveLength(1)
    for (const part of parts) expect(errors[0]).toContain(part)
  })

  it('names the environment variable that it came from', () => {
    const [error] = read({ GENESYSCLOUD_REGION: 'moon-1' }).errors
    expect(error).toContain('input genesys-region (from GENESYSCLOUD_REGION)')
  })

  it('is reported together with every other one, and its default takes its place', () => {
    const wrong = { INPUT_MODE: 'x', INPUT_TIMEOUT: 'x', INPUT_SUMMARY: 'x', 'INPUT_MAX-BURN-RATE': 'x' }
    const { inputs, errors } = read(wrong)
    expect(errors).toHaveLength(Object.keys(wrong).length)
    expect(inputs).toEqual(read({}).inputs)
  })

  it('does not show the password of an address', () => {
    const { errors } = read({ 'INPUT_PROMETHEUS-URL': 'https://me:hush-hush@prometheus.example' })
    expect(errors).toHaveLength(1)
    expect(errors[0]).not.toContain('hush-hush')
  })
})

describe('secrets', () => {
  it('are the inputs that are named after a token, a secret, a key, a password, headers or a webhook', () => {
    expect(secretNames.toSorted()).toEqual(
      names.filter(name => /token|secret|key|webhook|password|headers/.test(name)).toSorted()
    )
  })

  it('are announced before anything else is looked at', () => {
    const env = Object.fromEntries(names.map(name => [variable(name), `secret of ${name}`]))
    const { announced, problemsWhenAnnounced, errors } = read(env)
    expect(announced.toSorted()).toEqual(secretNames.map(name => `secret of ${name}`).toSorted())
    expect(problemsWhenAnnounced).toEqual(secretNames.map(() => 0))
    expect(errors.length).toBeGreaterThan(5)
  })

  it('are announced when they come from the environment, too', () => {
    expect(read({ GENESYSCLOUD_ACCESS_TOKEN: ' hush-hush ' }).announced).toEqual(['hush-hush'])
  })
})
