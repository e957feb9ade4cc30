import { expect } from '@jest/globals'

/** What text from outside could do in Markdown or HTML, or to whoever is mentioned. */
export const PAYLOADS = [
  '<img src=x onerror=1>',
  '</details><!-- gone',
  '<!-- error-budget-gate -->',
  '[x](https://evil.example)',
  '![x](https://evil.example/pixel.png)',
  '[x]: https://evil.example',
  '<https://evil.example> www.evil.example',
  '`code` and ``more``',
  '`<img src=x onerror=1>',
  '``` \\| <b>',
  'a | b \\| c',
  '**bold** __bold__ ~~gone~~ $x$',
  '@octocat @acme/owners #1 acme/crm-flows#1',
  '# heading',
  '- [x] done',
  '1. one',
  '```mermaid',
  '| --- | --- |',
  '&lt;b&gt; &commat;octocat'
]

const OWN_BOLD =
  /^\*\*(What now\?|Maintenance approval\.|Call flows\.|Overrides that would have been needed:)\*\*/gm
const OWN_DETAILS = /<details><summary>[\w ,.:]+<\/summary>\n\n|\n\n<\/details>/g
const OWN_LINK = /^\[The whole report\]\(https:\/\/github\.com\/acme\/crm-flows\/actions\/runs\/\d+\)$/m
const OWN_HEADINGS = /^(##|###) (?!#).*$/gm
const OWN_CHART = /^```mermaid\n%%\{init: \{[^\n`]*\}%%\nxychart-beta\n( {4}[\w"(). ,[\]>-]+\n)+```$/gm

/** What would be acted on, wherever the gate's own marks have been taken out. */
const ACTIVE = {
  tag: /<\/?[a-z!?]/i,
  link: /\]\(|\]:|!\[/,
  address: /https?:\/\/|www\./,
  mention: /@[\w-]|[\w-]@|(?<!&)#\d/,
  emphasis: /~~|__|\*|\$/,
  code: /`/,
  heading: /^\s*#/m,
  list: /^ *- *([-+*]|\d+[.)]|\[)/m,
  reference: /&(?!#\d+;|nbsp;|lt;|gt;|amp;)/
}

/** Nothing in it is active but what the gate itself writes: no tag, link, mention, emphasis, or torn table. */
export function expectInert(markdown: string): void {
  expect(around(markdown, CONTROL)).toBeUndefined()
  expectWholeTables(markdown)
  const text = withoutCode(markdown.replace(/^<!-- error-budget-gate -->\n/, '').replace(OWN_CHART, ''))
    .replace(OWN_DETAILS, '')
    .replace(OWN_BOLD, '')
    .replace(OWN_LINK, '')
    .replace(OWN_HEADINGS, heading => heading.replace(/^#+/, ''))
  const found = Object.entries(ACTIVE).map(([what, pattern]) => [what, around(text, pattern)])
  expect(Object.fromEntries(found.filter(([, where]) => where !== undefined))).toEqual({})
}

/** Where something is found, with a little of what is around it. */
function around(text: string, pattern: RegExp): string | undefined {
  const place = text.search(pattern)
  return place < 0 ? undefined : text.slice(Math.max(0, place - 60), place + 60)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/

/** Every table has as many cells in each of its rows. */
function expectWholeTables(markdown: string): void {
  const tables = markdown.split('\n').reduce<string[][]>(
    (found, line) => {
      if (line.startsWith('|')) found.at(-1)?.push(line)
      else if ((found.at(-1) as string[]).length > 0) found.push([])
      return found
    },
    [[]]
  )
  for (const rows of tables.filter(({ length }) => length > 0)) {
    const widths = new Set(rows.map(row => row.split(/(?<!\\)\|/).length))
    expect([...widths]).toHaveLength(1)
    expect(rows.length).toBeGreaterThan(2)
  }
}

/** Markdown without its code spans, as GitHub finds them: a run of backticks up to the next of that length. */
function withoutCode(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
}
