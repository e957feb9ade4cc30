import { describe, expect, it } from '@jest/globals'
import { genesysDomain } from '../../../src/sources/genesys/regions.ts'

/** From Genesys' own SDK and Terraform provider. */
const REGIONS: readonly (readonly [region: string, domain: string])[] = [
  ['us-east-1', 'mypurecloud.com'],
  ['us-east-2', 'use2.us-gov-pure.cloud'],
  ['us-west-2', 'usw2.pure.cloud'],
  ['ca-central-1', 'cac1.pure.cloud'],
  ['mx-central-1', 'mxc1.pure.cloud'],
  ['sa-east-1', 'sae1.pure.cloud'],
  ['eu-west-1', 'mypurecloud.ie'],
  ['eu-west-2', 'euw2.pure.cloud'],
  ['eu-central-1', 'mypurecloud.de'],
  ['eu-central-2', 'euc2.pure.cloud'],
  ['eusc-de-east-1', 'edee1.eusc-pure.cloud'],
  ['me-central-1', 'mec1.pure.cloud'],
  ['ap-south-1', 'aps1.pure.cloud'],
  ['ap-southeast-1', 'apse1.pure.cloud'],
  ['ap-southeast-2', 'mypurecloud.com.au'],
  ['ap-northeast-1', 'mypurecloud.jp'],
  ['ap-northeast-2', 'apne2.pure.cloud'],
  ['ap-northeast-3', 'apne3.pure.cloud']
]

describe('a Genesys region', () => {
  it.each(REGIONS)('%s has the domain %s', (region, domain) => {
    expect(genesysDomain(region)).toBe(domain)
    expect(genesysDomain(region.toUpperCase())).toBe(domain)
  })

  it.each(REGIONS)('(%s) may be named by its domain %s', (_region, domain) => {
    expect(genesysDomain(domain)).toBe(domain)
    expect(genesysDomain(domain.toUpperCase())).toBe(domain)
  })

  it.each([
    '',
    'us-east-9',
    'us-east',
    'us-east-1 ',
    'pure.cloud',
    'api.mypurecloud.com',
    'mypurecloud.com.evil.com',
    'evil.com/mypurecloud.com',
    'https://mypurecloud.com',
    'constructor',
    '__proto__',
    'toString'
  ])('is nothing else, for the client secret would be sent to it: %p', name => {
    expect(genesysDomain(name)).toBeUndefined()
  })
})
