import { describe, expect, it } from '@jest/globals'
import * as formats from '../../src/inputs/formats.ts'
import { HOUR, MINUTE } from '../../src/time/duration.ts'
import { lasting } from '../support/builders.ts'

describe('an address', () => {
  it.each([
    ['https://api.mypurecloud.com', 'https://api.mypurecloud.com'],
    ['https://api.mypurecloud.com/', 'https://api.mypurecloud.com'],
    ['https://prometheus.example:9090/base//', 'https://prometheus.example:9090/base'],
    ['HTTPS://API.Example.COM', 'https://api.example.com'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://LOCALHOST', 'http://localhost'],
    ['http://127.0.0.1:9090/', 'http://127.0.0.1:9090'],
    ['http://127.8.80.180', 'http://127.8.80.180'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://[::1]:9090', 'http://[::1]:9090'],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]']
  ])('may be https, or http on loopback: %s', (value, address) => {
    expect(formats.address.parse(value)).toBe(address)
  })

  it.each([
    'https://user@example.com',
    'https://user:password@example.com',
    'https://:password@example.com',
    'http://127.0.0.1@evil.com',
    'http://localhost:80@evil.com',
    'https://example.com/?token=1',
    'https://example.com?',
    'https://example.com/#part',
    'https://example.com#'
  ])('is refused with user, query or fragment: %s', value => {
    expect(formats.address.parse(value)).toBeUndefined()
  })

  it.each([
    '',
    'example.com',
    '/api',
    '//example.com',
    'https://',
    'ftp://localhost',
    'ws://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,hello',
    'https://exa mple.com'
  ])('is refused when it is something else: %p', value => {
    expect(formats.address.parse(value)).toBeUndefined()
  })
})

describe('a decimal', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['1.0', 1],
    ['0.8', 0.8],
    ['14.625', 14.625],
    ['007', 7]
  ])('%s is %d', (value, number) => {
    expect(formats.decimal.parse(value)).toBe(number)
  })

  it.each([
    '',
    '-1',
    '+1',
    '1.',
    '.5',
    '1,5',
    '1e3',
    '0x10',
    '1 000',
    'NaN',
    'Infinity',
    '١',
    '1\n',
    '9'.repeat(400)
  ])('is refused when it is not plain: %p', value => {
    expect(formats.decimal.parse(value)).toBeUndefined()
  })
})

describe('a share', () => {
  it.each([
    ['0', 0],
    ['0.0', 0],
    ['0.8', 0.8],
    ['0.999999999999999', 0.999999999999999],
    ['1.0', 1]
  ])('%j is %d', (text, value) => {
    expect(formats.share.parse(text)).toBe(value)
  })

  it.each(['-0.1', '1.01', '2', 'abc', '80%', '0,8', '.8', '0.', '1e-1', 'NaN', '0x1', '+1'])(
    'is not %j',
    text => {
      expect(formats.share.parse(text)).toBeUndefined()
    }
  )
})

describe('a list', () => {
  it.each([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['a\nb\r\nc', ['a', 'b', 'c']],
    [' a , b ,, \n', ['a', 'b']],
    ['a,b,a', ['a', 'b']],
    ['team/crm', ['team/crm']]
  ])('%p has the entries %p', (value, entries) => {
    expect(formats.list.parse(value)).toEqual(entries)
  })

  it.each([',', ' , \n ,'])('is refused without an entry: %p', value => {
    expect(formats.list.parse(value)).toBeUndefined()
  })
})

describe('lines', () => {
  it.each([
    ['slo/*.yaml', ['slo/*.yaml']],
    ['a.yaml\n\n b.yaml \r\na.yaml', ['a.yaml', 'b.yaml']],
    ['one, two.yaml', ['one, two.yaml']]
  ])('%p are %p', (value, entries) => {
    expect(formats.lines.parse(value)).toEqual(entries)
  })
})

describe('a flag', () => {
  it.each([
    ['true', true],
    ['True', true],
    ['FALSE', false],
    ['false', false]
  ])('%s is %p', (value, flag) => {
    expect(formats.flag.parse(value)).toBe(flag)
  })

  it.each(['yes', 'no', '1', '0', 'on', 'truely', 'untrue', ''])('is not %p', value => {
    expect(formats.flag.parse(value)).toBeUndefined()
  })
})

describe('a choice', () => {
  const format = formats.oneOf('enforce', 'audit')

  it('is one of its words, to the letter', () => {
    expect(['enforce', 'audit', 'Audit', 'enforce audit', '', 'toString'].map(format.parse)).toEqual([
      ...['enforce', 'audit'],
      ...[undefined, undefined, undefined, undefined]
    ])
    expect(format.accepts).toBe('enforce or audit')
  })
})

describe('a duration', () => {
  const format = formats.duration(lasting('PT1H'))

  it.each([
    ['PT1M', MINUTE],
    ['PT60M', HOUR],
    ['PT1H', HOUR]
  ])('may be as long as the longest: %s', (value, ms) => {
    expect(format.parse(value)).toEqual({ iso: value, ms })
  })

  it.each(['PT1H1S', 'P1D', 'P1M', '60', 'PT0S', ''])('is refused when it is longer or none: %p', value => {
    expect(format.parse(value)).toBeUndefined()
  })
})

describe('a duration that may be none', () => {
  const format = formats.durationOrNone(lasting('PT1H'))

  it('is PT0S, or as any other', () => {
    expect(format.parse('PT0S')).toEqual({ iso: 'PT0S', ms: 0 })
    expect(format.parse('PT1H')).toEqual({ iso: 'PT1H', ms: HOUR })
    expect(['PT0M', 'PT2H', ''].map(format.parse)).toEqual([undefined, undefined, undefined])
  })
})

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+1'])(
    'may be %s',
    value => {
      expect(formats.timeZone.parse(value)).toBe(value)
    }
  )

  it.each(['', 'Mars/Base', 'Berlin', 'Europe/Berlin; UTC'])('is not %p', value => {
    expect(formats.timeZone.parse(value)).toBeUndefined()
  })
})

describe('the number of a pull request', () => {
  it('is a whole number above 0', () => {
    expect(['7', '17', '12345'].map(formats.positive.parse)).toEqual([7, 17, 12_345])
    const refused = ['0', '-1', '1.5', '#17', '017', '', 'NaN', '9'.repeat(16)]
    expect(refused.map(formats.positive.parse)).toEqual(refused.map(() => undefined))
  })
})
