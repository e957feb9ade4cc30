import { describe, expect, it } from '@jest/globals'
import { INPUTS } from '../../../src/sources/datadog/kind.ts'

const { parse } = INPUTS['datadog-site'].format

describe('a Datadog site', () => {
  it.each([
    'datadoghq.com',
    'us3.datadoghq.com',
    'us5.datadoghq.com',
    'ap1.datadoghq.com',
    'ap12.datadoghq.com',
    'datadoghq.eu',
    'ddog-gov.com',
    'us2.ddog-gov.com'
  ])('may be %s', value => {
    expect(parse(value)).toBe(value)
  })

  it.each([
    '',
    'com',
    'DATADOGHQ.COM',
    'datadoghq',
    'datadoghq.com.',
    'datadoghq.com.example.com',
    'datadoghq.com/',
    'datadoghq.com:443',
    'datadoghq.com@example.com',
    'user@datadoghq.com',
    'https://datadoghq.com',
    'https://app.datadoghq.com',
    'app.datadoghq.com',
    'api.datadoghq.com',
    '5.datadoghq.com',
    'us.datadoghq.com',
    'us5.us5.datadoghq.com',
    '.datadoghq.com',
    'us5-datadoghq.com',
    'us5.datadoghq.eu',
    'us5xdatadoghq.com',
    'notdatadoghq.com',
    'datadoghqxcom',
    'datadoghqxeu',
    'ddog-govxcom',
    'evilddog-gov.com',
    'us5.datadoghq.com\nexample.com',
    'example.com\nus5.datadoghq.com'
  ])('is not %p', value => {
    expect(parse(value)).toBeUndefined()
  })
})
