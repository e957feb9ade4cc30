import { describe, expect, test } from '@jest/globals'
import { startGenesys } from '../../../simulator/genesys/start.ts'
import { configured, expectRefused, type Row } from '../../support/refusal.ts'
import { annotations, definition, run, SLO } from '../../support/scenario.ts'

test('everything that is wrong is said in one run, each problem once', async () => {
  const row: Row = {
    title: 'wrong inputs and wrong definitions',
    inputs: { 'slo-file': '*.yaml', 'max-burn-rate': 'abc', timeout: '60', 'genesys-client-id': '' },
    files: {
      'a.yaml': definition({ sloTarget: 0, minimumEvents: -1 }),
      'b.yaml': 'id: [x',
      'c.yaml': definition()
    },
    says: [
      'max-burn-rate',
      'timeout',
      'genesys-client-id',
      'sloTarget',
      'minimumEvents',
      'b.yaml',
      'duplicate'
    ]
  }
  const refused = await configured(row)

  expectRefused(refused, row)
  expect(refused.report.errors).toHaveLength(row.says.length)
})

describe('a configuration that is right is measured', () => {
  const one = (id: string) => `id: ${id}\nsloTarget: 99.5\nmetric: {}\n`
  /** A file is named by slo-file, unless the row does it. */
  const rows: (Omit<Row, 'says'> & { measures: string[] })[] = [
    {
      title: 'ids with commas and line breaks',
      inputs: { 'slo-id': ' a, b\nc,\r\n' },
      measures: ['a', 'b', 'c']
    },
    {
      title: 'an id in a variable with underscores, as a shell sets it',
      env: { INPUT_SLO_ID: 'a', INPUT_ON_ERROR: 'block', GITHUB_ACTIONS: undefined },
      inputs: { 'slo-id': '' },
      measures: ['a']
    },
    { title: 'a YAML file with a BOM', files: { 'slo.yaml': `\uFEFF${one('a')}` }, measures: ['a'] },
    {
      title: 'a YAML file with line breaks of Windows',
      files: { 'slo.yaml': one('a').replaceAll('\n', '\r\n') },
      measures: ['a']
    },
    {
      title: 'a list of slos',
      files: {
        'slo.yaml':
          'slos:\n  - { id: a, sloTarget: 99, metric: {} }\n  - { id: b, sloTarget: 99, metric: {} }'
      },
      measures: ['a', 'b']
    },
    {
      title: 'several documents',
      files: { 'slo.yaml': `${one('a')}---\n${one('b')}` },
      measures: ['a', 'b']
    },
    {
      title: 'a glob',
      inputs: { 'slo-file': 'slos/**/*.yaml' },
      files: { 'slos/a.yaml': one('a'), 'slos/deep/b.yaml': one('b'), 'slos/c.txt': 'no definition' },
      measures: ['a', 'b']
    },
    {
      title: 'paths and globs, a file of both only once',
      inputs: { 'slo-file': 'slos/a.yaml\nslos/*.yaml\n\nmore.json' },
      files: { 'slos/a.yaml': one('a'), 'slos/b.yaml': one('b'), 'more.json': definition({ id: 'c' }) },
      measures: ['a', 'b', 'c']
    },
    {
      title: 'a path that looks like a glob',
      inputs: { 'slo-file': 'slos/[crm], voice.yaml' },
      files: { 'slos/[crm], voice.yaml': one('a') },
      measures: ['a']
    },
    {
      title: 'a file narrowed down by ids',
      inputs: { 'slo-id': 'c,a' },
      files: { 'slo.yaml': ['a', 'b', 'c'].map(one).join('---\n') },
      measures: ['a', 'c']
    },
    {
      title: 'empty strings, which count as not set',
      inputs: {
        'slo-id': 'a',
        'slo-file': ' ',
        mode: '',
        'max-burn-rate': '',
        'on-error': '',
        timeout: ' ',
        'genesys-region': '',
        'prometheus-url': '',
        'time-zone': '',
        summary: '',
        'report-file': ''
      },
      measures: ['a']
    },
    {
      title: 'credentials in the environment',
      inputs: { 'slo-id': 'a', 'genesys-client-id': '', 'genesys-client-secret': '' },
      env: {
        GENESYSCLOUD_OAUTHCLIENT_ID: 'client-id',
        GENESYSCLOUD_OAUTHCLIENT_SECRET: 'client-secret-value'
      },
      measures: ['a']
    },
    {
      title: 'an access token instead of credentials',
      inputs: {
        'slo-id': 'a',
        'genesys-access-token': 'access-token-value',
        'genesys-client-id': '',
        'genesys-client-secret': '',
        'genesys-login-url': ''
      },
      measures: ['a']
    },
    { title: 'a time zone', inputs: { 'slo-id': 'a', 'time-zone': 'America/New_York' }, measures: ['a'] }
  ]
  test.each(rows)('$title', async ({ measures, files, ...row }) => {
    const names = Object.keys(files ?? {})
    const own = await startGenesys({ slos: { a: 0.4, b: 0.4, c: 0.4 } })
    const inputs: Record<string, string> = {
      ...own.inputs(),
      ...(names.length === 1 ? { 'slo-file': names[0] ?? '' } : {}),
      ...row.inputs
    }
    if (inputs['genesys-api-url'] === 'URL/') inputs['genesys-api-url'] = `${own.url}/`
    const accepted = await run({ ...row, inputs, files })
    await own.close()

    expect(accepted.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    const asked = own.burnRateRequests().map(({ path }) => /slos\/(.*)\/burnRate/.exec(path)?.[1])
    expect([...new Set(asked)].toSorted()).toEqual(measures)
  })
})

describe('a window', () => {
  test('under seven days is measured, with a warning that names file, id, field and value', async () => {
    const files = { 'slo.json': definition({ timeWindow: 'PT24H' }) }
    const accepted = await configured({ inputs: { 'slo-file': 'slo.json' }, files })

    expect(accepted.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    const warnings = annotations(accepted, 'warning')
    expect(warnings).toHaveLength(1)
    for (const word of ['slo.json', SLO, 'timeWindow', 'PT24H', 'seven days'])
      expect(warnings[0]).toContain(word)
  })

  test('of seven days is measured, without any warning', async () => {
    const files = { 'slo.json': definition({ timeWindow: 'P7D' }) }
    const accepted = await configured({ inputs: { 'slo-file': 'slo.json' }, files })

    expect(accepted.outputs['verdict']).toBe('healthy')
    expect(annotations(accepted, 'warning')).toEqual([])
  })
})
