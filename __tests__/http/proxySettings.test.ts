import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { HttpFailure } from '../../src/http/failure.ts'
import { readProxySettings } from '../../src/http/proxySettings.ts'
import { Secrets } from '../../src/http/secrets.ts'
import { Problems } from '../../src/problems.ts'

const RUNS = { seed: 20_261_123, numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) }
const API = new URL('https://api.example.com/path')

function settingsOf(env: Record<string, string>) {
  const problems = new Problems()
  const secrets = new Secrets(() => undefined)
  const settings = readProxySettings(env, { problems, secrets })
  return { ...settings, errors: problems.errors, warnings: problems.warnings, secrets }
}

describe('a proxy', () => {
  it.each([
    ['http://proxy:3128', 'http://proxy:3128/'],
    ['http://proxy', 'http://proxy/'],
    ['https://proxy.example', 'https://proxy.example/'],
    ['HTTP://PROXY:3128/', 'http://proxy:3128/'],
    ['proxy:3128', 'http://proxy:3128/'],
    ['proxy', 'http://proxy/'],
    [' 10.0.0.1:3128 ', 'http://10.0.0.1:3128/'],
    ['[2001:db8::1]:3128', 'http://[2001:db8::1]:3128/'],
    ['http://[::1]:3128', 'http://[::1]:3128/']
  ])('%p is %s', (value, url) => {
    const { proxyFor, errors } = settingsOf({ HTTPS_PROXY: value })
    expect(errors).toEqual([])
    expect(proxyFor(API)).toEqual({ variable: 'HTTPS_PROXY', url: new URL(url), authorization: undefined })
  })

  it.each([
    ['http://user:pass@proxy:1', 'user:pass'],
    ['user:pass@proxy:1', 'user:pass'],
    ['http://user@proxy:1', 'user:'],
    ['http://user:p%40ss%2Fw%C3%A4@proxy:1', 'user:p@ss/wä']
  ])('%s has its user and password', (value, credentials) => {
    const { proxyFor, secrets } = settingsOf({ https_proxy: value })
    const basic = Buffer.from(credentials).toString('base64')
    expect(proxyFor(API)).toMatchObject({ url: new URL('http://proxy:1'), authorization: `Basic ${basic}` })
    if (!credentials.endsWith(':')) expect(secrets.redact(`x ${basic}`)).toBe('x ***')
  })

  it.each([
    ['http://user:100%x@proxy:3128', 'not percent-encoded'],
    ['user:100%x@proxy:3128', 'not percent-encoded'],
    ['socks5://user:100@proxy:1080', 'neither http nor https'],
    ['socks5h://proxy:100', 'neither http nor https'],
    ['ftp://proxy', 'neither http nor https'],
    ['://proxy', 'neither http nor https'],
    ['http://', 'not the address'],
    ['http://proxy:100000', 'not the address'],
    ['http://user:100#x@proxy:3128', 'not the address'],
    ['http://user:100?x@proxy:3128', 'not the address'],
    ['http://user:100/x@proxy:3128', 'a path'],
    ['http://wpad.example/proxy.pac', 'a path'],
    ['http://proxy one:3128', 'not the address'],
    ['http:proxy:3128', 'not the address'],
    ['   ', 'not the address']
  ])('%p cannot be understood, and nothing goes out directly', (value, problem) => {
    const { proxyFor, isUsable, errors } = settingsOf({ HTTPS_PROXY: value })
    expect(errors).toEqual([expect.stringMatching(`^HTTPS_PROXY: .*${problem}`)])
    expect(errors.join()).not.toContain('100')
    expect(isUsable).toBe(false)
    expect(() => proxyFor(API)).toThrow(HttpFailure)
    expect(proxyFor(new URL('http://[::1]:9090'))).toBeUndefined()
  })

  it.each([
    [{ https_proxy: 'a', HTTPS_PROXY: 'b', all_proxy: 'c', ALL_PROXY: 'd' }, 'https_proxy'],
    [{ https_proxy: '', HTTPS_PROXY: 'b', all_proxy: 'c', ALL_PROXY: 'd' }, 'HTTPS_PROXY'],
    [{ HTTPS_PROXY: '', all_proxy: 'c', ALL_PROXY: 'd' }, 'all_proxy'],
    [{ all_proxy: '', ALL_PROXY: 'd' }, 'ALL_PROXY'],
    [{ HTTP_PROXY: 'a', http_proxy: 'b', HTTPS_PROXY: '', ALL_PROXY: '' }, undefined],
    [{}, undefined]
  ])('of %p is that of %s', (env: Record<string, string>, variable) => {
    expect(settingsOf(env).proxyFor(API)?.variable).toBe(variable)
  })
})

describe('NO_PROXY', () => {
  const isDirect = (noProxy: string, url: string) =>
    settingsOf({ HTTPS_PROXY: 'proxy:3128', NO_PROXY: noProxy }).proxyFor(new URL(url)) === undefined

  it.each([
    ['*', 'https://api.example.com'],
    ['a.test, *', 'https://api.example.com'],
    ['example.com', 'https://example.com'],
    ['example.com', 'https://api.example.com'],
    ['.example.com', 'https://api.example.com'],
    ['.example.com', 'https://example.com'],
    ['*.example.com', 'https://api.example.com'],
    ['a.test b.test\tEXAMPLE.com.', 'https://api.example.com'],
    ['example.com', 'https://example.com.'],
    ['example.com:8443', 'https://api.example.com:8443'],
    ['example.com:443', 'https://api.example.com'],
    ['bücher.example', 'https://api.bücher.example'],
    ['10.1.2.3', 'https://10.1.2.3'],
    ['10.1.2.3:8443', 'https://10.1.2.3:8443'],
    ['10.0.0.0/8', 'https://10.1.2.3'],
    ['10.1.2.3/8', 'https://10.1.2.3'],
    ['0.0.0.0/0', 'https://10.1.2.3'],
    ['2001:db8::1', 'https://[2001:db8:0::1]'],
    ['[2001:db8::1]', 'https://[2001:db8::1]'],
    ['[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['2001:db8::/32', 'https://[2001:db8:ffff::1]'],
    ['', 'https://127.0.0.1'],
    ['', 'https://localhost:8443'],
    ['', 'https://[::1]']
  ])('%p exempts %s', (noProxy, url) => {
    expect(isDirect(noProxy, url)).toBe(true)
  })

  it.each([
    ['example.com', 'https://notexample.com'],
    ['*.example.com', 'https://example.com'],
    ['api.example.com', 'https://example.com'],
    ['example.com:8443', 'https://example.com'],
    ['10.1.2.3', 'https://110.1.2.3'],
    ['0.1.2.3', 'https://10.1.2.3'],
    ['10.0.0.0/8', 'https://11.1.2.3'],
    ['10.0.0.0/8', 'https://10.example.com'],
    ['2001:db8::/32', 'https://[2001:db9::1]'],
    ['', 'https://127.example.com'],
    ['', 'https://localhost.example.com']
  ])('%p does not exempt %s', (noProxy, url) => {
    expect(isDirect(noProxy, url)).toBe(false)
  })

  it.each(['api.*', '10.0.*', '10.0.', '<local>', '10.0.0.0/33', '10.0.0.0/x'])(
    'with the entry %s is warned about',
    entry => {
      const { warnings, errors } = settingsOf({ HTTPS_PROXY: 'proxy', no_proxy: `a.test,${entry}` })
      expect(errors).toEqual([])
      expect(warnings).toEqual([expect.stringContaining(`no_proxy: "${entry}" is not understood`)])
    }
  )

  it('is not looked at without a proxy', () => {
    expect(settingsOf({ NO_PROXY: '10.0.*' }).warnings).toEqual([])
  })
})

describe('whatever the variables hold', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'http://',
      'https://',
      'socks5://',
      'user:pass@',
      '%zz',
      '@',
      ':',
      '/',
      '[::1]',
      '*',
      '.',
      ','
    ),
    fc.constantFrom(
      'proxy',
      '10.0.0.1',
      ':3128',
      '/8',
      '10.0.0.0/8',
      '2001:db8::/32',
      '*.example.com',
      ' ',
      '\n'
    ),
    fc.string({ unit: 'binary', maxLength: 4 })
  )
  const value = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''))

  it('a proxy is used, or its variable is an error that does not show the value', () => {
    fc.assert(
      fc.property(value, proxy => {
        const { proxyFor, isUsable, errors, warnings } = settingsOf({ HTTPS_PROXY: proxy })
        expect(warnings).toEqual([])
        if (proxy === '') return expect(proxyFor(API)).toBeUndefined()
        expect(errors).toHaveLength(isUsable ? 0 : 1)
        if (!isUsable) return expect(() => proxyFor(API)).toThrow(HttpFailure)
        const found = proxyFor(API)
        expect(found?.url.href).toMatch(/^https?:\/\/[^/@?#]+\/$/)
        expect(found?.authorization ?? 'Basic ').toMatch(/^Basic [A-Za-z0-9+/=]*$/)
      }),
      RUNS
    )
  })

  it('every entry of NO_PROXY is a rule or a warning', () => {
    const hosts = ['https://api.example.com', 'https://10.1.2.3:8443', 'https://[2001:db8::1]'].map(
      url => new URL(url)
    )
    fc.assert(
      fc.property(value, noProxy => {
        const { proxyFor, errors } = settingsOf({ HTTPS_PROXY: 'proxy:3128', NO_PROXY: noProxy })
        expect(errors).toEqual([])
        for (const host of hosts) expect([undefined, 'proxy:3128']).toContain(proxyFor(host)?.url.host)
      }),
      RUNS
    )
  })
})
