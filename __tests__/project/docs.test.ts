import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { globSync } from 'tinyglobby'
import { parse } from 'yaml'
import { withTables } from '../../scripts/readme.ts'

const read = (path: string) => readFileSync(path, 'utf8')

const readme = read('README.md')
const documents = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md']).toSorted()

describe('the tables of the README', () => {
  it('are what `npm run readme` makes of action.yml', () => {
    expect(withTables(readme, read('action.yml'))).toBe(readme)
  })

  const action = {
    inputs: {
      limit: { description: 'The limit. The default is the environment variable `LIMIT`.' },
      mode: { description: '`a|b` or `c`.', default: 'c' },
      token: { description: "The job's own.", default: `\${{ github.token }}` }
    },
    outputs: { decision: { description: 'What follows.' }, path: { description: 'A.' } }
  }
  const EMPTY = 'A\n<!-- inputs -->\nold\n<!-- /inputs -->\nB\n<!-- outputs --><!-- /outputs -->\nC\n'

  it('have defaults and examples in columns of their own, and leave everything else alone', () => {
    expect(withTables(EMPTY, JSON.stringify(action)).split('\n')).toEqual([
      'A',
      '<!-- inputs -->',
      '',
      '| Input | Default | Meaning |',
      '| --- | --- | --- |',
      '| `limit` | | The limit. The default is the environment variable `LIMIT`. |',
      '| `mode` | `c` | `a\\|b` or `c`. |',
      `| \`token\` | \`\${{ github.token }}\` | The job's own. |`,
      '',
      '<!-- /inputs -->',
      'B',
      '<!-- outputs -->',
      '',
      '| Output | Example | Meaning |',
      '| --- | --- | --- |',
      '| `decision` | `block` | What follows. |',
      '| `path` | | A. |',
      '',
      '<!-- /outputs -->',
      'C',
      ''
    ])
  })

  it('are the same when they are made again', () => {
    const once = withTables(EMPTY, JSON.stringify(action))
    expect(withTables(once, JSON.stringify(action))).toBe(once)
  })

  it.each(['<!-- inputs -->', '<!-- /outputs -->'])('are missed where there is no %s', marker => {
    expect(() => withTables(EMPTY.replace(marker, ''), JSON.stringify(action))).toThrow(/no place between/)
  })
})

/** Without blocks of code, where nothing is a heading or a link. */
const prose = (markdown: string) => markdown.replace(/^( *)(`{3,})[^\n]*\n.*?^\1\2$/gms, '')

/** Where the links and pictures of a document lead to, as far as that is not somewhere else in the world. */
function linksIn(markdown: string): readonly string[] {
  const text = prose(markdown).replaceAll(/`[^`\n]+`/g, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)]
  return links.map(([, target = '']) => target).filter(target => !/^[a-z]+:/.test(target))
}

/** The anchors of a document, as GitHub makes them from its headings. */
function anchorsIn(markdown: string): readonly string[] {
  const seen = new Map<string, number>()
  return [...prose(markdown).matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const slug = words.replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}

/** Why a link leads nowhere; undefined where it leads somewhere. */
function problemOf(target: string, from: string): string | undefined {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? from : posix.join(posix.dirname(from), path)
  if (!existsSync(file)) return `${target}: there is no ${file}`
  if (anchor === undefined || anchorsIn(read(file)).includes(anchor)) return undefined
  return `${target}: there is no such heading in ${file}`
}

describe.each(documents)('%s', document => {
  const text = read(document)

  it('links to what there is', () => {
    const problems = linksIn(text).map(target => problemOf(target, document))
    expect(problems.filter(problem => problem !== undefined)).toEqual([])
  })

  it('names no place of the machine that it was written on', () => {
    expect(
      text.match(/(?<![\w.])(?:\/(?:work|root|tmp|Users|home(?!\/runner))\/|[A-Z]:\\)\S*/g) ?? []
    ).toEqual([])
  })
})

describe('the documents', () => {
  it('are all to be found from the README', () => {
    const linked = linksIn(readme).map(target => target.split('#')[0])
    expect(documents.filter(file => file !== 'README.md' && !linked.includes(file))).toEqual([])
  })

  it('say more of every input than its line in the table', () => {
    const text = documents
      .map(read)
      .join('\n')
      .replace(/<!-- inputs -->.*<!-- \/inputs -->/s, '')
    const inputs = Object.keys(parse(read('action.yml')).inputs)
    expect(inputs.filter(name => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text))).toEqual([])
  })
})

describe('docs/troubleshooting.md', () => {
  const source = globSync('src/**/*.ts').toSorted().map(read).join('\n')
  const cells = [...read('docs/troubleshooting.md').matchAll(/^\| (`.*?`) \| /gm)]
  const messages = cells.flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text))

  it('has many messages', () => {
    expect(messages.length).toBeGreaterThan(60)
  })

  it.each(messages)('quotes the code: %s', (message = '') => {
    const parts = message.split('…').map(part => part.trim())
    expect(parts.filter(part => !source.includes(part))).toEqual([])
  })
})

describe('the checks', () => {
  const markdown = [
    '# One `two`: three!\n## Same\n## Same\n### 99.5 % — a [link](b.md)',
    '[a](b.md#c) `[no](link)` <img src="d.png"> [out](https://example.com) ![e](f.png)',
    '```md\n# Not a heading\n[not](a-link)\n```\n'
  ].join('\n')

  it('make anchors as GitHub does', () => {
    expect(anchorsIn(markdown)).toEqual(['one-two-three', 'same', 'same-1', '995---a-link'])
  })

  it('find links and pictures', () => {
    expect(linksIn(markdown)).toEqual(['b.md', 'b.md#c', 'f.png', 'd.png'])
  })

  it('find files and anchors that are missing', () => {
    expect(problemOf('docs/nothing.md', 'README.md')).toBe('docs/nothing.md: there is no docs/nothing.md')
    expect(problemOf('../README.md#nothing', 'docs/report.md')).toMatch(/no such heading in README\.md/)
    expect(problemOf('#quick-start', 'README.md')).toBeUndefined()
  })
})
