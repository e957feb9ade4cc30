import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bar, code, plain, table } from '../../src/text/markdown.ts'
import { oneLine } from '../../src/text/oneLine.ts'

/** Any text at all, with everything in it that Markdown or HTML acts on more often than chance would have it. */
const marks = fc.constantFrom(...'|<>&`*_~[]\\#@$!{}()"\':-+=1. \t\n\r', '\u2028', '&lt;', '&#124;', '\\|')
const words = fc.constantFrom(
  'https://x.example',
  'WWW.x.example',
  '<b>',
  '](javascript:x)',
  '1. ',
  '- ',
  '``'
)
const texts = fc
  .array(fc.oneof(marks, words, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 })
  .map(parts => parts.join(''))

const REFERENCE = /&(?:#(\d+)|[a-z]+);/g
const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** What a reader sees of text with character references. */
const shown = (markdown: string) =>
  markdown
    .replaceAll('&#8203;', '')
    .replace(REFERENCE, (name, number) => (number ? String.fromCharCode(number) : (NAMED[name] ?? name)))

describe('plain text', () => {
  it.each([
    ['CRM lookups', 'CRM lookups'],
    ['burn rate 2.5 over 30 days', 'burn rate 2.5 over 30 days'],
    ['(99.5 %), "quoted"', '(99.5 %), "quoted"'],
    ['grüß dich, 世界 🎉', 'grüß dich, 世界 🎉'],
    ['two\r\nlines', 'two lines']
  ])('stays readable: %p', (text, markdown) => {
    expect(plain(text)).toBe(markdown)
  })

  it('shows the text to the letter, but on one line', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(shown(plain(text))).toBe(oneLine(text))
      })
    )
  })

  it('has no mark left that Markdown or HTML would act on', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(plain(text).replace(REFERENCE, '')).not.toMatch(/[|<>&`*_~[\]\\#@$!{}\p{Cc}\u2028\u2029]/u)
      })
    )
  })

  it('becomes no link by itself', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(plain(text)).not.toMatch(/:\/\/|www\./i)
      })
    )
  })

  it.each(['- a', ' - a', '+ a', '1. a', '1) a', ' 1. a', '# a', ' # a', '> a', '---', '===', '~~~', '```'])(
    'begins nothing, wherever it stands: %p',
    text => {
      expect(plain(text)).not.toMatch(/^\s*([-+*=#>~`]|\d+[.)])/)
    }
  )

  it.each([
    ['ask @octo-org/team', '@', 'octo-org/team'],
    ['see #12', '#', '12'],
    ['see gh-12', 'gh-', '12'],
    ['mail ada@x.example', '@', 'x.example']
  ])(
    'mentions nobody and refers to nothing once its character references are read: %p',
    (text, mark, name) => {
      const read = plain(text).replace(REFERENCE, (_, number) => String.fromCharCode(number))
      expect(read).toContain(`${mark}\u200b${name}`)
    }
  )
})

describe('code', () => {
  it.each([
    ['crm', '`crm`'],
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    ['a|b', '`a\\|b`'],
    ['<b>&amp;', '`<b>&amp;`'],
    ['a\nb', '`a b`']
  ])('of %p is %p', (text, markdown) => {
    expect(code(text)).toBe(markdown)
  })

  it('is one code span that shows the text, with a fence that no run inside can close', () => {
    fc.assert(
      fc.property(texts, text => {
        fc.pre(text !== '')
        const [, fence = '', inside = '', end] = /^(`+)(?!`)(.*[^`])(`+)$/su.exec(code(text)) ?? []
        expect(end).toBe(fence)
        expect([...inside.matchAll(/`+/g)].filter(([run]) => run.length >= fence.length)).toEqual([])
        expect(/^ .*[^ ].* $/.test(inside) ? inside.slice(1, -1).trim() : inside.trim()).toBe(
          oneLine(text).replaceAll('|', '\\|').trim()
        )
      })
    )
  })

  it('ends no cell of a table and no line', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(code(text)).not.toMatch(/(?<!\\)\||[\n\r\p{Cc}\u2028\u2029]/u)
      })
    )
  })
})

describe('a table', () => {
  it('has a header, a rule and a line for each row', () => {
    const columns = [
      { header: 'A', cell: (text: string) => text },
      { header: 'B', cell: (_: string, index: number) => String(index) }
    ]
    expect(table(columns, ['x', 'y'])).toBe('| A | B |\n| --- | --- |\n| x | 0 |\n| y | 1 |')
  })
})

describe('the bar', () => {
  const filled = (percent: number) => [...bar(percent)].filter(cell => cell === '█').length
  const percentages = fc.oneof(
    fc.double({ min: -1e6, max: 1e3, noNaN: true }),
    fc.integer({ min: -10, max: 110 })
  )

  it.each([
    [100, '██████████'],
    [60, '██████░░░░'],
    [20, '██░░░░░░░░'],
    [0.01, '█░░░░░░░░░'],
    [0, '░░░░░░░░░░'],
    [-100, '░░░░░░░░░░']
  ])('of %d %% is %s', (percent, cells) => {
    expect(bar(percent)).toBe(cells)
  })

  it('has ten cells, one kind after the other', () => {
    fc.assert(
      fc.property(percentages, percent => {
        expect(bar(percent)).toMatch(/^(?=.{10}$)█*░*$/u)
      })
    )
  })

  it('never grows when less is left, and is empty exactly when nothing is', () => {
    fc.assert(
      fc.property(percentages, percentages, (a, b) => {
        expect(filled(Math.max(a, b))).toBeGreaterThanOrEqual(filled(Math.min(a, b)))
        expect(filled(a) === 0).toBe(a <= 0)
      })
    )
  })
})
