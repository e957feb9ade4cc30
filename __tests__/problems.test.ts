import { describe, expect, it } from '@jest/globals'
import { Problems } from '../src/problems.ts'
import { show } from '../src/text/show.ts'

describe('a value in a message', () => {
  const loop: { self?: unknown } = {}
  loop.self = loop

  it.each<[unknown, string]>([
    ['abc', '"abc"'],
    [{ a: 1 }, '{"a":1}'],
    [undefined, 'undefined'],
    [loop, 'a value that cannot be shown'],
    ['x'.repeat(99), `"${'x'.repeat(99)}…`],
    ['x'.repeat(98), `"${'x'.repeat(98)}"`],
    ['https://user:pass@word@host/path', '"https://***@host/path"'],
    ['https://host/?token=abc', '"https://host/?***"']
  ])('%p is shown as %s', (value, shown) => {
    expect(show(value)).toBe(shown)
  })
})

describe('a problem', () => {
  it('is found again by its input, and by no other', () => {
    const problems = new Problems()
    problems.inputError('genesys-region', 'is wrong', 'GENESYSCLOUD_REGION')
    problems.inputError('timeout', 'is wrong')
    expect(problems.hasInputError('genesys-region')).toBe(true)
    expect(problems.hasInputError('timeout')).toBe(true)
    expect(problems.hasInputError('time')).toBe(false)
    expect(problems.hasInputError('genesys')).toBe(false)
  })
})
