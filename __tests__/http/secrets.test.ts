import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Secrets } from '../../src/http/secrets.ts'

function secretsOf(...values: string[]) {
  const announced: string[] = []
  const secrets = new Secrets(secret => announced.push(secret))
  for (const value of values) secrets.add(value)
  return { secrets, announced }
}

describe('a secret', () => {
  it('is announced once, when it is added', () => {
    expect(secretsOf('hush-hush', 'other', 'hush-hush').announced).toEqual(['hush-hush', 'other'])
  })

  it('is announced before it is used', () => {
    const seen: string[] = []
    const secrets = new Secrets(secret => seen.push(secrets.redact(secret)))
    secrets.add('hush-hush')
    expect(seen).toEqual(['hush-hush'])
    expect(secrets.redact('hush-hush')).toBe('***')
  })

  it.each([
    ['Bearer hush-hush', 'Bearer ***'],
    ['hush-hush and hush-hush', '*** and ***'],
    ['nothing', 'nothing']
  ])('is taken out of %p', (text, redacted) => {
    expect(secretsOf('hush-hush').secrets.redact(text)).toBe(redacted)
  })

  it('is taken out in its URL-encoded form, too', () => {
    expect(secretsOf('a/b c=d').secrets.redact('?token=a%2Fb%20c%3Dd&raw=a/b c=d')).toBe('?token=***&raw=***')
  })

  it('that holds another one goes first, whichever was added first', () => {
    expect(secretsOf('hush', 'hush-hush').secrets.redact('hush-hush, hush')).toBe('***, ***')
    expect(secretsOf('hush-hush', 'hush').secrets.redact('hush-hush, hush')).toBe('***, ***')
  })

  const SECRET = 'p/ss w&rd<"ö'
  const hex = (digits: string) => digits.toUpperCase()
  const escaped = [...SECRET]
    .map(letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
  const entities = [...SECRET].map(letter => `&#${letter.charCodeAt(0)};`).join('')

  it.each([
    ['in an address', encodeURIComponent(SECRET)],
    ['in an address, in small letters', encodeURIComponent(SECRET).toLowerCase()],
    ['in an address, twice', encodeURIComponent(encodeURIComponent(SECRET))],
    ['in a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in JSON with a slash', JSON.stringify(SECRET).slice(1, -1).replaceAll('/', '\\/')],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
    ['in JSON as numbers', escaped],
    ['in JSON as numbers in capitals', escaped.replace(/[\da-f]{4}/g, hex)],
    ['in HTML', 'p/ss w&amp;rd&lt;&quot;ö'],
    ['in HTML as numbers', entities],
    ['in HTML in JSON', entities.replaceAll('&', '\\u0026')],
    ['over two lines', 'p/ss w\r\n    &rd<"ö'],
    ['over two lines of JSON', 'p/ss w\\n&rd<\\"ö'],
    ['in base64', Buffer.from(SECRET).toString('base64').replace(/=+$/, '')]
  ])('is taken out %s', (_where, form) => {
    expect(secretsOf(SECRET).secrets.redact(`before ${form} after`)).toBe('before *** after')
  })

  it('is taken out of the base64 of a longer text, wherever it stands there', () => {
    for (const id of ['', 'a', 'ab', 'abc']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const text = Buffer.from(`${id}:${SECRET}:more`).toString(encoding)
        const left = Buffer.from(secretsOf(SECRET).secrets.redact(text).replace('***', ''), encoding)
        expect(left.toString()).not.toContain(SECRET.slice(2, 6))
      }
    }
  })

  it.each([
    ['a long-secret…', 'a ***…'],
    ['a long-se…', 'a ***…'],
    ['a long…', 'a long…'],
    ['a %6cong-se…', 'a ***…']
  ])('is taken out where only its beginning is left: %s', (text, redacted) => {
    expect(secretsOf('long-secret-value').secrets.redact(text)).toBe(redacted)
  })

  it('of several lines is taken out and announced line by line', () => {
    const { secrets, announced } = secretsOf('-----BEGIN-----\nabcdef\n-----END-----\n')
    expect(announced).toEqual(expect.arrayContaining(['-----BEGIN-----', 'abcdef', '-----END-----']))
    expect(secrets.redact('key: abcdef')).toBe('key: ***')
  })

  it('that is an address is taken out by its path alone', () => {
    const { secrets } = secretsOf('https://hooks.example.com/T0/B0/XXXX?key=1')
    expect(secrets.redact('no route /T0/B0/XXXX?key=1')).toBe('no route ***')
  })

  it('is taken to the letter, not as a pattern', () => {
    expect(secretsOf('a.*b$&').secrets.redact('axxb a.*b$&')).toBe('axxb ***')
  })

  it('of fewer than four characters is announced, but tears no holes', () => {
    const { secrets, announced } = secretsOf('abc')
    expect(announced).toEqual(['abc'])
    expect(secrets.redact('abcdef')).toBe('abcdef')
  })

  it.each([
    ['hexadecimal', '536563726574312f'],
    ['hexadecimal in capitals', '536563726574312F'],
    ['lower case, as in a host', 'https://secret1/'],
    ['an escape of a byte', 'Secret1\\x2f']
  ])('is taken out in %s', (_, text) => {
    expect(secretsOf('Secret1/').secrets.redact(text)).toMatch(/^(https:\/\/)?\*\*\*$/)
  })

  it('is sought in a text of spaces in no time that grows with their square', () => {
    const spaces = ' '.repeat(4_000_000)
    expect(secretsOf('secret').secrets.redact(`${spaces}secret`)).toBe(`${spaces}***`)
  })

  it('is in no text any more, whatever it is and wherever it stands', () => {
    const values = fc.array(fc.string({ unit: fc.constantFrom(...'abcä/ %+'), minLength: 4 }), {
      minLength: 1
    })
    fc.assert(
      fc.property(values, fc.array(fc.constantFrom('a', ' ', 'x', '\n')), (secretValues, between) => {
        const { secrets } = secretsOf(...secretValues)
        const forms = secretValues.flatMap(value => [value, encodeURIComponent(value)])
        const redacted = secrets.redact(
          forms.map((form, index) => `${form}${between[index] ?? ''}`).join('|')
        )
        expect(forms.filter(form => redacted.includes(form))).toEqual([])
      })
    )
  })

  it('may be any text that an answer can hold', () => {
    const { secrets } = secretsOf('half a character: \ud800')
    expect(secrets.redact('half a character: \ud800')).toBe('***')
  })
})
