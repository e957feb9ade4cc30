import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Listing, nextIn, type Page, pagesOf } from '../../src/github/pages.ts'

describe('the next page in a Link header', () => {
  const rows: [string, string, string | undefined][] = [
    [
      'as GitHub writes it',
      '<https://x/?page=1>; rel="prev", <https://x/?page=3>; rel="next"',
      'https://x/?page=3'
    ],
    ['without quotes', '<https://x/2>; rel=next', 'https://x/2'],
    ['in capitals', '<https://x/2>; REL="Next"', 'https://x/2'],
    ['with several relations', '<https://x/2>; rel="last next"', 'https://x/2'],
    ['after other parameters', '<https://x/2>; title="a, b; <c>"; rel="next"', 'https://x/2'],
    ['without blanks', '<https://x/1>;rel="prev",<https://x/2>;rel="next"', 'https://x/2'],
    ['that is the previous one', '<https://x/1>; rel="prev"', undefined],
    ['that only looks like it', '<https://x/1>; rel="nextpage"', undefined],
    ['that another parameter names', '<https://x/1>; title="rel=next"', undefined],
    ['whose second relation is ignored', '<https://x/1>; rel="prev"; rel="next"', undefined],
    ['without an address', 'rel="next"', undefined],
    ['in nothing', '', undefined]
  ]
  it.each(rows)('%s', (_, header, address) => expect(nextIn(header)).toBe(address))

  const addresses = fc.webUrl({ withQueryParameters: true }).filter(url => !/[<>]/.test(url))
  const relations = fc.constantFrom('prev', 'first', 'last', 'nextish', 'not-next')
  const titles = fc.string().map(text => text.replaceAll(/["\\]/g, ''))
  const link = (address: string, title: string, relation: string) =>
    `<${address}>; title="${title}"; rel="${relation}"`

  it('is found among any others, and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(addresses, titles, relations)),
        addresses,
        fc.nat(),
        (others, next, place) => {
          const links = others.map(other => link(...other))
          expect(nextIn(links.join(', '))).toBeUndefined()
          links.splice(place % (links.length + 1), 0, link(next, 'more', 'next'))
          expect(nextIn(links.join(', '))).toBe(next)
        }
      )
    )
  })

  it('is read from any text at once', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      ';',
      ',',
      '"',
      '=',
      ' ',
      'rel',
      'next',
      'rel="next"',
      'https://x/'
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 200 }).map(parts => parts.join(''))
    )
    fc.assert(
      fc.property(
        texts,
        text => [undefined, 'string'].includes(typeof nextIn(text)) || nextIn(text) === undefined
      ),
      { numRuns: 2_000 }
    )
    expect(nextIn(`<x>${';a="'.repeat(50_000)}`)).toBeUndefined()
    expect(nextIn(`<x>${' ;'.repeat(50_000)}`)).toBeUndefined()
  })
})

/** A server with that many entries, which names the next page only where `names` says so. */
function serverOf(count: number, names: (page: number) => boolean) {
  let asked = 0
  const page = ({ per_page: size, page: number = 1 }: Parameters<Listing['ask']>[0]): Promise<Page> => {
    asked += 1
    const data = Array.from({ length: count }, (_, index) => index).slice((number - 1) * size, number * size)
    const hasNext = number * size < count && names(number)
    const link = hasNext ? `<${number + 1}>; rel="next"` : undefined
    return Promise.resolve({ data, headers: { link } })
  }
  const read = async (size: number) => {
    const entries: unknown[] = []
    const follow = (url: string) => page({ per_page: size, page: Number(url) })
    for await (const found of pagesOf({ ask: page, size }, follow)) entries.push(...found)
    return entries
  }
  return { read, asked: () => asked }
}

describe('the pages of a list', () => {
  it('hold every entry once, whichever next pages are named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 120 }),
        fc.constantFrom(5, 10, 25),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        async (count, size, named) => {
          const server = serverOf(count, page => named[page] ?? true)
          expect(await server.read(size)).toEqual(Array.from({ length: count }, (_, index) => index))
          expect(server.asked()).toBe(Math.floor(count / size) + 1)
        }
      )
    )
  })

  it.each([
    ['more than can be read', 3_001],
    ['without an end', Number.MAX_SAFE_INTEGER]
  ])('fail as a whole with %s', async (_, count) => {
    const { read } = serverOf(Math.min(count, 10_000), () => false)
    await expect(read(100)).rejects.toThrow('it has more than 30 pages')
  })

  it.each([null, undefined, '', 'text', {}, { length: 3 }])('fail when one is no list but %j', async data => {
    const pages = pagesOf({ ask: async () => ({ data, headers: {} }) }, () =>
      Promise.reject(new Error('never'))
    )
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toThrow('Invalid type')
  })
})
