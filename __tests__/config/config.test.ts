import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { configure } from '../../src/config/config.ts'
import { Secrets } from '../../src/http/secrets.ts'
import { lasting } from '../support/builders.ts'

const CONNECTED = { INPUT_GENESYS_REGION: 'us-east-1', INPUT_GENESYS_ACCESS_TOKEN: 'token' }

async function configured(env: Record<string, string>, files: Record<string, string> = {}) {
  const { path: folder } = temporaryFolder('configure-')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const secrets = new Secrets(() => undefined)
  const { config, problems } = await configure({ env: { ...CONNECTED, ...env }, secrets, folder })
  return { config, folder, errors: problems.errors, warnings: problems.warnings }
}

const withFile = (content: string, env: Record<string, string> = {}) =>
  configured({ INPUT_SLO_FILE: 'slo.yaml', ...env }, { 'slo.yaml': content })

const VALID = 'id: crm\nsloTarget: 99.5\nmetric: {}\n'

describe('a configuration', () => {
  it('is an error where reading the definitions fails in a way that was not foreseen', async () => {
    const folder = 5 as unknown as string
    const env = { ...CONNECTED, INPUT_SLO_FILE: 'slo.yaml' }
    const { config, problems } = await configure({ env, secrets: new Secrets(() => undefined), folder })
    expect(config.slos).toEqual([])
    expect(problems.errors).toEqual([expect.stringContaining('The definitions could not be read')])
  })

  it('has every setting in its place', async () => {
    const { config, folder, errors } = await configured({
      INPUT_SLO_ID: 'crm',
      INPUT_MODE: 'audit',
      INPUT_MAX_BURN_RATE: '2',
      INPUT_SUMMARY: 'false',
      INPUT_ON_ERROR: 'last-known',
      INPUT_ON_NO_DATA: 'allow',
      INPUT_TIMEOUT: 'PT5S',
      INPUT_TIME_ZONE: 'Europe/Berlin',
      INPUT_REPORT_FILE: 'out/report.json',
      INPUT_STATE_FILE: 'state.json',
      INPUT_STATE_MAX_AGE: 'PT7M',
      INPUT_MIN_POLL_INTERVAL: 'PT0S',
      INPUT_MAINTENANCE_LABEL: 'lift',
      INPUT_MAINTENANCE_APPROVERS: 'ada',
      INPUT_PULL_REQUEST: '12',
      INPUT_MAINTENANCE_MAX_AGE: 'PT3H',
      INPUT_GITHUB_TOKEN: 'ghs',
      GITHUB_REPOSITORY: 'acme/crm',
      INPUT_APPLY_SLOS: 'true'
    })
    expect(errors).toEqual([])
    expect(config).toMatchObject({
      mode: 'audit',
      timeout: lasting('PT5S'),
      timeZone: 'Europe/Berlin',
      summary: false,
      policy: { maxBurnRate: 2, onError: 'last-known', onNoData: 'allow' },
      reportFile: 'out/report.json',
      applySlos: true,
      state: {
        file: join(folder, 'state.json'),
        maxAge: lasting('PT7M'),
        minPollInterval: { iso: 'PT0S', ms: 0 }
      },
      github: { apiUrl: 'https://api.github.com', token: 'ghs', owner: 'acme', repo: 'crm' },
      approval: {
        policy: { label: 'lift', approvers: [{ kind: 'login', login: 'ada' }], maxAge: lasting('PT3H') },
        pullRequest: 12
      }
    })
  })

  it('remembers nothing, and needs no file for it, unless told to', async () => {
    const { config, errors } = await configured({ INPUT_SLO_ID: 'crm' })
    expect(errors).toEqual([])
    expect(config.state.file).toBeUndefined()
    expect(config.reportFile).toBeUndefined()
  })

  it('names a proxy that it cannot understand with the other errors, and then asks GitHub nothing', async () => {
    const { config, errors } = await configured({
      INPUT_SLO_ID: 'crm',
      INPUT_MODE: 'sometimes',
      INPUT_GITHUB_TOKEN: 'ghs',
      GITHUB_REPOSITORY: 'acme/crm',
      HTTPS_PROXY: 'socks5://user:s3cret@proxy:1080'
    })
    expect(errors).toEqual([
      expect.stringContaining('input mode'),
      expect.stringContaining('HTTPS_PROXY: its scheme is neither http nor https (the value is not shown)')
    ])
    expect(errors.join()).not.toContain('s3cret')
    expect(config.github).toBeUndefined()
  })

  it('changes no SLO of Genesys Cloud unless told to', async () => {
    const { config } = await withFile(VALID)
    expect(config.applySlos).toBe(false)
  })

  it('cannot be changed any more', async () => {
    const { config } = await withFile(VALID)
    expect(Object.isFrozen(config)).toBe(true)
    expect(Object.isFrozen(config.slos[0]?.window)).toBe(true)
  })

  it.each([
    ['.', 'input slo-id: "." cannot be an SLO id'],
    ['..', 'input slo-id: ".." cannot be an SLO id']
  ])('takes no SLO id that an address would lose: %s', async (id, problem) => {
    expect((await configured({ INPUT_SLO_ID: id })).errors).toEqual([problem])
    expect((await withFile(`id: ${id}\nsloTarget: 99\nmetric: {}\n`)).errors).toEqual([
      expect.stringContaining('other than')
    ])
  })

  it('takes no offset for a time zone', async () => {
    const { errors } = await configured({ INPUT_SLO_ID: 'crm', INPUT_TIME_ZONE: '+01:00' })
    expect(errors).toEqual([expect.stringContaining('input time-zone: "+01:00"')])
  })

  it('needs a state file for the last known reading', async () => {
    const { errors } = await configured({ INPUT_SLO_ID: 'crm', INPUT_ON_ERROR: 'last-known' })
    expect(errors).toEqual([expect.stringContaining('input state-file: is missing')])
  })

  it.each([
    ['just text', 'slo.yaml: "just text" is not accepted; it takes a mapping of keys to values'],
    ['apiVersion: openslo/v1\nkind: SLI\n', 'slo.yaml, field metadata: is missing'],
    [`apiVersion: v1\n${VALID}`, 'slo.yaml, SLO "crm", field apiVersion: is not a known key'],
    [
      `${VALID}businessHours: { timeZone: UTC, days: [MON], from: "08:00" }\n`,
      'slo.yaml, SLO "crm", field businessHours.to: is missing'
    ],
    [
      'id: crm\nsloTarget: &a [*a]\nmetric: {}\n',
      'slo.yaml: cannot be read: an alias has no anchor before it, at line 2, column 16'
    ]
  ])('refuses a file with %p', async (content, problem) => {
    expect((await withFile(content)).errors).toEqual([expect.stringContaining(problem)])
  })

  it.each([
    { INPUT_STATE_FILE: 'a/../kept.json', INPUT_REPORT_FILE: './kept.json' },
    { INPUT_STATE_FILE: '/temp/error-budget-report.json', RUNNER_TEMP: '/temp' }
  ])('does not keep the state where the report overwrites it: %j', async files => {
    const { errors } = await configured({ INPUT_SLO_ID: 'crm', ...files })
    expect(errors).toEqual([expect.stringContaining('input state-file: is the same file as report-file')])
  })

  it.each(['report-file', 'state-file'])(
    'does not write %s where a link in the workspace leads out of it',
    async input => {
      const { path: elsewhere } = temporaryFolder('elsewhere-')
      const { path: folder } = temporaryFolder('links-')
      mkdirSync(join(folder, 'in'))
      for (const [name, target] of [
        ['out', elsewhere],
        ['same', join(folder, 'in')]
      ] as const)
        symlinkSync(target, join(folder, name))
      const errorsWith = async (path: string) => {
        const env = { ...CONNECTED, INPUT_SLO_ID: 'crm', [`INPUT_${input.toUpperCase()}`]: path }
        const { problems } = await configure({ env, secrets: new Secrets(() => undefined), folder })
        return problems.errors
      }
      for (const path of ['in/new/x.json', 'same/x.json', join(elsewhere, 'x.json')])
        expect(await errorsWith(path)).toEqual([])
      for (const path of ['out/x.json', 'out/new/x.json'])
        expect(await errorsWith(path)).toEqual([expect.stringContaining(`input ${input}: is below a link`)])
    }
  )

  it('finds an id that no file defines although something else is wrong as well', async () => {
    const { errors } = await withFile('id: crm\nsloTarget: 0\nmetric: {}\n', { INPUT_SLO_ID: 'crm\nother' })
    expect(errors).toEqual([
      expect.stringContaining('field sloTarget: 0 is not accepted'),
      expect.stringContaining('"other" is defined in no file of slo-file; they define "crm"')
    ])
  })

  it('asks for the settings of a source even when the definition is wrong', async () => {
    const { errors } = await withFile('id: crm\nsloTarget: 99\nsource: { type: prometheus, good: x }\n')
    expect(errors).toEqual([
      expect.stringContaining('either good and total, or bad and total, or errorRatio'),
      expect.stringContaining('input prometheus-url: is missing')
    ])
  })

  it('asks for the keys of Datadog where an SLO is kept there', async () => {
    const content = `${VALID}source: { type: datadog, sloId: abc }\n`
    const { errors } = await withFile(content)
    expect(errors).toEqual([
      'input datadog-api-key: is missing, and SLO "crm" needs it; set it or DD_API_KEY',
      'input datadog-app-key: is missing, and SLO "crm" needs it; set it or DD_APP_KEY'
    ])
    const connected = await withFile(content, { DD_API_KEY: 'api', DD_APP_KEY: 'app' })
    expect(connected.errors).toEqual([])
    expect(connected.config.connections).toEqual({
      datadog: { apiUrl: 'https://api.datadoghq.com', apiKey: 'api', appKey: 'app' }
    })
  })

  it.each([
    [
      'an empty document among others',
      `${VALID}---\n---\nid: other\nsloTarget: 99\nmetric: {}\n`,
      ['crm', 'other']
    ],
    ['a list', '[{ id: a, sloTarget: 99, metric: {} }, { id: b, sloTarget: 99, metric: {} }]', ['a', 'b']],
    ['a list under slos', 'slos: [{ id: a, sloTarget: 99, metric: {} }]', ['a']]
  ])('reads a file with %s', async (_what, content, ids) => {
    const { config, errors } = await withFile(content)
    expect(errors).toEqual([])
    expect(config.slos.map(({ id }) => id)).toEqual(ids)
  })

  it('does not take slos beside other keys for a list of them', async () => {
    const { errors } = await withFile('slos: [{ id: a, sloTarget: 99, metric: {} }]\nversion: 2\n')
    expect(errors).toContainEqual(expect.stringContaining('field slos: is not a known key'))
  })

  it.each([
    ['minimumEvents: 100\n', 'minimumEvents cannot be checked'],
    ['timeWindow: P1D\n', 'than seven days'],
    ['businessHours: { timeZone: UTC, days: [MON], from: "08:00", to: "18:00" }\n', 'weighted by time'],
    ['source: { type: prometheus, errorRatio: up }\n', 'without $window']
  ])('warns of %p, which is allowed but rarely meant', async (line, warning) => {
    const { errors, warnings } = await withFile(VALID + line, { INPUT_PROMETHEUS_URL: 'https://p.example' })
    expect(errors).toEqual([])
    expect(warnings).toEqual([expect.stringContaining(warning)])
  })

  it('has nothing to say against events that are counted', async () => {
    const source = 'source: { type: prometheus, good: "g[$window]", total: "t[$window]" }\nminimumEvents: 5\n'
    const { errors, warnings } = await withFile(VALID + source, { INPUT_PROMETHEUS_URL: 'https://p.example' })
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
  })
})
