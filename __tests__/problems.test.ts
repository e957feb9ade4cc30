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
    ['https://user:pass@word@host/path', '"https://***"'],
    ['bob:pa/ss@host is https://x/#token=abc', '"***@host is https://***"'],
    ['host/#token=abc', '"host/#***"'],
    ['#7', '"#7"'],
    ['https://host/?token=abc', '"https://***"'],
    ['host/?token=abc', '"host/?***"']
  ])('%p is shown as %s', (value, shown) => {
    expect(show(value)).toBe(shown)
  })
})

describe('problems', () => {
  it('are at most 100 of a file, and say how many more there are; those of others are still named', () => {
    const problems = new Problems()
    for (let index = 0; index < 115; index++) problems.error(`a.yaml, field x${index}`, 'is wrong')
    problems.error('b.yaml, SLO "b", field y', 'is wrong')
    expect(problems.errors).toHaveLength(102)
    expect(problems.errors.slice(-2)).toEqual(['b.yaml, SLO "b", field y: is wrong', 'a.yaml: has 15 more'])
    expect(problems.errorCount).toBe(116)
  })

  it('are at most 2,000 in all, and none is longer than a few sentences', () => {
    const problems = new Problems()
    for (let index = 0; index < 2_100; index++) problems.warn(`${index}.yaml`, 'x'.repeat(10_000))
    expect(problems.warnings).toHaveLength(2_001)
    expect(problems.warnings.at(-1)).toBe('and 100 more in all')
    expect(Math.max(...problems.warnings.map(({ length }) => length))).toBeLessThan(1_300)
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
