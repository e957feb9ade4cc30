import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { jsonOf } from '../../src/http/json.ts'
import { known, unreadable } from '../../src/outcome.ts'
import { field } from '../../src/text/field.ts'
import { excerpt } from '../../src/text/show.ts'

const answer = (text: string, type?: string) => ({
  status: 200,
  text,
  headers: type === undefined ? {} : { 'content-type': type }
})

describe('the JSON of an answer', () => {
  it.each([
    undefined,
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/problem+json',
    'text/json',
    'application/json; charset=us-ascii'
  ])('is read from the type %p', type => {
    expect(jsonOf(answer('{"burnRate":0.4}', type))).toEqual(known({ burnRate: 0.4 }))
  })

  it.each(['gzip', 'br', 'identity, gzip'])(
    'is not read from the encoding %s, for which nobody asked',
    encoding => {
      const response = { ...answer('{"burnRate":0.4}'), headers: { 'content-encoding': encoding } }
      expect(jsonOf(response)).toEqual(
        unreadable(expect.stringContaining('although the gate did not') as unknown as string)
      )
    }
  )

  it.each(['text/html', 'text/plain', 'application/jsonp', 'application/json; charset=utf-16', 'json', ''])(
    'is not read from the type %p',
    type => {
      expect(jsonOf(answer('{"burnRate":0.4}', type)).kind).toBe('unreadable')
    }
  )

  it.each([
    '',
    ' \r\n',
    '<html>',
    '{"burnRate":0.4',
    '{"burnRate":NaN}',
    '{"burnRate":.4}',
    '0.4 0.4',
    "{'a':1}"
  ])('is not %p', text => {
    expect(jsonOf(answer(text, 'application/json')).kind).toBe('unreadable')
  })

  it('is whatever JSON there is', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        expect(jsonOf(answer(text))).toEqual(known(JSON.parse(text)))
      })
    )
  })

  it.each([
    [
      'text/html',
      'the answer is text/html, not JSON (21 bytes); a proxy or a sign-in page may have answered instead'
    ],
    ['text/plain', 'the answer is text/plain, not JSON (21 bytes)'],
    [undefined, 'the answer is not valid JSON (21 bytes)']
  ])('of the type %s is missed without quoting what came instead', (type, message) => {
    expect(jsonOf(answer('<p>token=s3cr3t</p>\r\n', type))).toEqual(unreadable(message))
  })
})

describe('an excerpt', () => {
  it('is one short line, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), text => {
        expect(excerpt(text)).toMatch(/^(|\S([^\n\r\t]*\S)?|[^\n\r\t]*…)$/u)
        expect(excerpt(text).length).toBeLessThanOrEqual(121)
      })
    )
  })

  it.each([
    ['a short text', 'a short text'],
    ['  two\n lines ', 'two lines'],
    ['x'.repeat(120), 'x'.repeat(120)],
    ['x'.repeat(121), `${'x'.repeat(120)}…`]
  ])('of %p is %p', (text, beginning) => {
    expect(excerpt(text)).toBe(beginning)
  })
})

describe('a field', () => {
  it.each<[unknown, string, unknown]>([
    [{ a: 1 }, 'a', 1],
    [{ a: null }, 'a', null],
    [{ a: 1 }, 'b', undefined],
    [{}, 'toString', undefined],
    [{}, '__proto__', undefined],
    [JSON.parse('{"__proto__": 1}'), '__proto__', 1],
    [['x'], '0', 'x'],
    ['text', 'length', undefined],
    [null, 'a', undefined],
    [undefined, 'a', undefined],
    [1, 'toFixed', undefined]
  ])('of %p named %s is %p', (value, name, found) => {
    expect(field(value, name)).toEqual(found)
  })
})
