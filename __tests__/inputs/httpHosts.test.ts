import { describe, expect, it } from '@jest/globals'
import { httpHosts, isSafeAddress } from '../../src/inputs/httpHosts.ts'

describe('an address', () => {
  it.each([
    'http://example.com',
    'http://localhost.evil.com',
    'http://evil.localhost.com',
    'http://notlocalhost',
    'http://127.0.0.1.evil.com',
    'http://evil.com/127.0.0.1',
    'http://128.0.0.1',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::2]',
    'http://[::ffff:10.0.0.1]'
  ])('is refused when http would leave the machine: %s', value => {
    expect(isSafeAddress(value, [])).toBe(false)
  })

  it.each(['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:9090', 'https://example.com'])(
    'is safe by https and on this machine: %s',
    value => {
      expect(isSafeAddress(value, [])).toBe(true)
    }
  )

  it.each([
    ['prometheus.monitoring.svc', 'http://prometheus.monitoring.svc:9090/base', true],
    ['prometheus.monitoring.svc', 'http://PROMETHEUS.monitoring.svc', true],
    ['PROMETHEUS.monitoring.svc:9090', 'http://prometheus.monitoring.svc:9090', true],
    ['prometheus:80', 'http://prometheus', true],
    ['prometheus:443', 'http://prometheus', false],
    ['prometheus:9090', 'http://prometheus:9091', false],
    ['prometheus:9090', 'http://prometheus', false],
    ['monitoring.svc', 'http://prometheus.monitoring.svc', false],
    ['prometheus', 'http://prometheus.evil.com', false],
    ['10.0.0.7:9090', 'http://10.0.0.7:9090', true],
    ['[fd00::7]:9090', 'http://[fd00:0::7]:9090', true],
    ['a, b:1\nc', 'http://c', true]
  ])('with http-hosts %j, %s may be asked: %s', (hosts, value, isSafe) => {
    expect(isSafeAddress(value, httpHosts.parse(hosts) ?? [])).toBe(isSafe)
  })
})

describe('a list of hosts', () => {
  it.each([
    'http://prometheus',
    'prometheus/path',
    '*',
    '*.svc',
    'user@host',
    'prometheus:',
    'prometheus:99999',
    'a b',
    'host?x',
    '10.0.0.0/8',
    '-host',
    '[::1'
  ])('does not take %s, and says so', entry => {
    expect(httpHosts.parse(`good:1, ${entry}`)).toBeUndefined()
    expect(httpHosts.explain?.(`good:1, ${entry}`)).toContain(
      'is not a host; write it without scheme, path and wildcards'
    )
  })
})
