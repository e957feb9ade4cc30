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

  it('is taken to the letter, not as a pattern', () => {
    expect(secretsOf('a.*b$&').secrets.redact('axxb a.*b$&')).toBe('axxb ***')
  })

  it('of fewer than four characters is announced, but tears no holes', () => {
    const { secrets, announced } = secretsOf('abc')
    expect(announced).toEqual(['abc'])
    expect(secrets.redact('abcdef')).toBe('abcdef')
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
