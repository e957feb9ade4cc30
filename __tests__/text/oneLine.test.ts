import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { logLine, oneLine } from '../../src/text/oneLine.ts'

const texts = fc
  .array(
    fc.oneof(fc.constantFrom(':', '::', '##[', '#', ' ', '\n', '\r', '\t', '\u00a0', '\u202e'), fc.string()),
    {
      maxLength: 8
    }
  )
  .map(parts => parts.join(''))

describe('one line', () => {
  it.each([
    ['plain words', 'plain words'],
    ['a\nb\r\nc\rd', 'a b c d'],
    ['a\tb\0c\u001b[31md', 'a b c [31md'],
    ['a\u0085b\u2028c\u2029d', 'a b c d'],
    ['a\u202eb\u2066c', 'a b c'],
    ['Zürich – 世界 🎉', 'Zürich – 世界 🎉']
  ])('of %p is %p', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })

  it('is one, whatever the text, and the same when it is one already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
        expect(oneLine(oneLine(text))).toBe(oneLine(text))
      })
    )
  })
})

/** As the runner reads it: `::` after any white space at the start, `##[` anywhere. */
const isCommand = (line: string) => line.trimStart().startsWith('::') || line.includes('##[')

describe('a line of the log', () => {
  it.each([
    '::error::x',
    '  ::error::x',
    '\u00a0::error::x',
    '\n::error::x',
    'x ##[error]y',
    '::',
    ':::',
    '####[['
  ])('is not a command to the runner: %p', text => {
    expect(isCommand(logLine(text))).toBe(false)
  })

  it('is never a command, whatever the text', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(isCommand(logLine(text))).toBe(false)
      }),
      { numRuns: 1_000 }
    )
  })

  it.each(['burn rate 0.4: fine', 'std::vector', 'C# [x]', '  indented'])(
    'keeps text that is not a command: %p',
    text => {
      expect(logLine(text)).toBe(text)
    }
  )
})
