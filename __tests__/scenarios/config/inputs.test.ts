// That a wrong configuration blocks before anything is asked; each message is in config/, inputs/ and definitions/.
import { describe, expect, test } from '@jest/globals'
import { configured, DURATION, expectRefused, type Row } from '../../support/refusal.ts'

const bad = (input: string, value: string, accepts: string): Row => ({
  title: `${input}: ${value}`,
  inputs: { [input]: value },
  says: [`input ${input}`, JSON.stringify(value), accepts]
})

/** An address may hold a password, so it is not shown. */
function hidden(input: string, value: string, ...secrets: string[]): Row {
  return {
    title: `${input}: ${value}`,
    inputs: { [input]: value },
    says: [`input ${input}: its value is not accepted`, 'an https:// address'],
    hides: [value, ...secrets]
  }
}

const ADDRESS = 'an https:// address'

const badInputs: Row[] = [
  bad('mode', 'enforced', 'enforce or audit'),
  bad('max-burn-rate', '-1', 'a decimal number of 0 or more'),
  bad('timeout', '60', DURATION),
  hidden('genesys-api-url', 'http://api.mypurecloud.com'),
  hidden('prometheus-url', 'https://prometheus.example.com/#token=hunter2', 'hunter2'),
  hidden('prometheus-url', 'https://bob:pa/ss@prometheus.example.com', 'pa/ss'),
  hidden('datadog-api-url', 'bob:hunter2@datadog.example.com', 'hunter2'),
  hidden('event-webhook-url', 'http://hooks.example.com/hunter2', 'hunter2'),
  {
    title: 'an address where a region belongs',
    inputs: { 'genesys-region': 'https://bob:hun/ter2@mypurecloud.com' },
    says: ['input genesys-region', 'such as us-east-1'],
    hides: ['hun/', 'ter2']
  },
  ...['http://ghe.example.com/api/v3', 'https://bob:hunter2@ghe.example.com'].map(value => ({
    title: `GITHUB_API_URL: ${value}`,
    env: { GITHUB_API_URL: value },
    says: ['GITHUB_API_URL: its value is not accepted', ADDRESS],
    hides: ['hunter2', 'ghe.example.com']
  })),
  {
    title: 'certificates that are not checked',
    env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    says: ['NODE_TLS_REJECT_UNAUTHORIZED', 'remove it', 'NODE_EXTRA_CA_CERTS']
  },
  {
    title: 'a region in the environment',
    env: { GENESYSCLOUD_REGION: 'nowhere' },
    says: ['input genesys-region', 'GENESYSCLOUD_REGION', '"nowhere"', 'such as us-east-1']
  },
  {
    title: 'an address with a user and a password',
    inputs: { 'genesys-api-url': 'https://somebody:hunter2@api.mypurecloud.com' },
    says: ['input genesys-api-url', ADDRESS],
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
    says: ['input prometheus-url', ADDRESS],
    hides: ['hunter2']
  },
  {
    title: 'neither slo-id nor slo-file',
    inputs: { 'slo-id': '' },
    says: ['slo-id', 'slo-file', 'missing']
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
