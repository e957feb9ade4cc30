import { describe, expect, test } from '@jest/globals'
import { configured, DURATION, expectRefused, type Row } from '../../support/refusal.ts'
import { definition, SLO } from '../../support/scenario.ts'

const bad = (input: string, value: string, accepts: string): Row => ({
  title: `${input}: ${value}`,
  inputs: { [input]: value },
  says: [`input ${input}`, JSON.stringify(value), accepts]
})

const ADDRESS = 'an https:// address'
const NUMBER = 'a decimal number of 0 or more'

const badInputs: Row[] = [
  bad('mode', 'enforced', 'enforce or audit'),
  ...['abc', '-1', 'NaN', 'Infinity', '1e999', '1,5', '0x10', '1.0 per day'].map(value =>
    bad('max-burn-rate', value, NUMBER)
  ),
  bad('on-error', 'x', 'block'),
  bad('on-no-data', 'Allow', 'block or allow'),
  ...['60', 'P1M', 'P1Y', '-PT1M', 'PT0S', 'PT', '1 minute'].map(value => bad('timeout', value, DURATION)),
  ...['nowhere', 'mypurecloud.com.example.com', 'https://mypurecloud.com', '__proto__'].map(value =>
    bad('genesys-region', value, 'an AWS region of Genesys Cloud, such as us-east-1, or its domain')
  ),
  ...['api.mypurecloud.com', 'ftp://api.mypurecloud.com', 'http://api.mypurecloud.com'].map(value =>
    bad('genesys-api-url', value, ADDRESS)
  ),
  ...['http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://10.0.0.1'].map(value =>
    bad('genesys-login-url', value, ADDRESS)
  ),
  bad('prometheus-url', 'prometheus:9090', ADDRESS),
  bad('time-zone', 'Mars/Olympus', 'the name of an IANA time zone'),
  ...['maybe', '1', 'yes'].map(value => bad('summary', value, 'true or false')),
  {
    title: 'a region in the environment',
    env: { GENESYSCLOUD_REGION: 'nowhere' },
    says: ['input genesys-region', 'GENESYSCLOUD_REGION', '"nowhere"', 'such as us-east-1']
  },
  {
    title: 'an address with a user and a password',
    inputs: { 'genesys-api-url': 'https://somebody:hunter2@api.mypurecloud.com' },
    says: ['input genesys-api-url', 'api.mypurecloud.com', ADDRESS],
    hides: ['hunter2']
  },
  {
    title: 'an address with an @ in its password',
    inputs: { 'prometheus-url': 'https://somebody:hunter2@battery@prometheus.example.com' },
    says: ['input prometheus-url', ADDRESS],
    hides: ['hunter2', 'battery']
  },
  {
    title: 'an address with a token in its query',
    inputs: { 'prometheus-url': 'https://prometheus.example.com/?token=hunter2' },
    says: ['input prometheus-url', 'prometheus.example.com', ADDRESS],
    hides: ['hunter2']
  },
  {
    title: 'neither slo-id nor slo-file',
    inputs: { 'slo-id': '' },
    says: ['slo-id', 'slo-file', 'missing']
  },
  {
    title: 'slo-id that is only commas',
    inputs: { 'slo-id': ' , ,' },
    says: ['input slo-id', '", ,"', 'entries separated by commas']
  },
  {
    title: 'no client id',
    inputs: { 'genesys-client-id': '' },
    says: ['input genesys-client-id', 'missing', SLO, 'GENESYSCLOUD_OAUTHCLIENT_ID', 'genesys-access-token']
  },
  {
    title: 'no client secret',
    inputs: { 'genesys-client-secret': ' ' },
    says: ['input genesys-client-secret', 'missing', SLO, 'GENESYSCLOUD_OAUTHCLIENT_SECRET']
  },
  {
    title: 'no region and no address',
    inputs: { 'genesys-api-url': '', 'genesys-login-url': '' },
    says: ['input genesys-region', 'missing', SLO, 'GENESYSCLOUD_REGION', 'genesys-api-url']
  },
  {
    title: 'no address to sign in',
    inputs: { 'genesys-login-url': '' },
    says: ['input genesys-login-url', 'missing', SLO, 'genesys-region']
  },
  {
    title: 'no Prometheus although an SLO uses it',
    inputs: { 'slo-file': 'slo.json' },
    files: { 'slo.json': definition({ source: { type: 'prometheus', errorRatio: 'x[$window]' } }) },
    says: ['input prometheus-url', 'missing', SLO, 'PROMETHEUS_URL']
  }
]

describe('an input that is wrong blocks before any request is sent', () => {
  test.each(badInputs)('$title', async row => {
    expectRefused(await configured(row), row)
  })

  test.each(badInputs.filter(row => row.inputs?.['mode'] === undefined))('in an audit: $title', async row => {
    const audit = await configured({ ...row, inputs: { ...row.inputs, mode: 'audit' } })

    expect(audit.report.mode).toBe('audit')
    expectRefused(audit, row)
  })
})

describe('an input that is wrong is one problem, and is not called missing as well', () => {
  test.each([
    { 'genesys-region': 'nowhere', 'genesys-api-url': '', 'genesys-login-url': '' },
    { 'genesys-api-url': 'nowhere' },
    { 'genesys-login-url': 'nowhere' },
    { 'slo-id': ',' }
  ])('%j', async inputs => {
    const refused = await configured({ inputs })

    expect(refused.report.errors).toEqual([expect.stringContaining('is not accepted')])
  })
})
