import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { VERSION } from '../../src/version.ts'

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

describe('the version', () => {
  it('is that of package.json', () => {
    expect(VERSION).toBe(json('package.json').version)
  })
})

describe('dist', () => {
  it('is what src builds', () => {
    const folder = copyOfProject()
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder })
    const built = join(folder, 'dist')
    expect(readdirSync('dist').toSorted()).toEqual(readdirSync(built).toSorted())
    const differing = readdirSync(built).filter(
      file => !readFileSync(join('dist', file)).equals(readFileSync(join(built, file)))
    )
    expect(differing).toEqual([])
  })
})

/** The compiler and its types do not show in what they make. */
const LINKED = ['node_modules/typescript', 'node_modules/@types/node']

/**
 * A copy that builds without touching the project. The bundler names modules by their real paths,
 * its own among them, so everything that it sees has to be copied.
 */
function copyOfProject(): string {
  const { path } = temporaryFolder('gate-build-')
  const packages: Record<string, { dev?: true }> = json('package-lock.json').packages
  const bundled = Object.keys(packages)
    .filter(folder => folder.startsWith('node_modules/') && packages[folder]?.dev === undefined)
    .filter(folder => !folder.startsWith('node_modules/@typescript/') && !LINKED.includes(folder))
  const project = ['src', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json']
  for (const part of [...project, ...bundled, 'node_modules/@vercel/ncc']) {
    cpSync(part, join(path, part), { recursive: true, verbatimSymlinks: true })
  }
  for (const folder of LINKED) {
    mkdirSync(dirname(join(path, folder)), { recursive: true })
    symlinkSync(resolve(folder), join(path, folder), 'junction')
  }
  return path
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'))

/** A folder of src, or one of the files beside them. */
const partOf = (file: string) => file.replace(/\.ts$/, '').split('/')[0] ?? ''

/** The parts of src that a file imports, statically or not. */
function importedParts(file: string): readonly string[] {
  const text = readFileSync(join('src', file), 'utf8')
  const found = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'(\.[^']+)'/g)]
  return found.map(([, target = '']) => partOf(posix.join(posix.dirname(file), target)))
}

const [, picture = ''] = /```mermaid\n(.*?)```/s.exec(readFileSync('docs/architecture.md', 'utf8')) ?? []

/** The parts in each box that holds several. */
const BOXES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...picture.matchAll(/^ *(\w+)\["(.*)"\]$/gm)].map(([, box = '', parts = '']) => [box, parts.split(' · ')])
)

/** The arrows of the picture, from one part to another one. */
const ARROWS = [...picture.matchAll(/^ *(\w+) --> (.*)$/gm)].flatMap(([, from = '', targets = '']) =>
  targets.split(' & ').flatMap(target => (BOXES[target] ?? [target]).map(to => ({ from, to, target })))
)

/** Everything below a part: where its arrows lead to, and the arrows from there. */
function below(part: string): ReadonlySet<string> {
  const found = new Set<string>()
  const queue = [part]
  for (const from of queue) {
    for (const { to } of ARROWS.filter(arrow => arrow.from === from && !found.has(arrow.to))) {
      found.add(to)
      queue.push(to)
    }
  }
  return found
}

describe('the picture in docs/architecture.md', () => {
  const imports = files.flatMap(file =>
    importedParts(file).map(to => ({ from: partOf(file), to, text: `src/${file} imports ${to}` }))
  )

  it('has a way down for every import between the parts of src', () => {
    const wrong = imports.filter(({ from, to }) => from !== to && !below(from).has(to))
    expect(wrong.map(({ text }) => text)).toEqual([])
  })

  it('has no part that is not in src, no arrow that is not an import, and no circle', () => {
    const drawn = new Set(ARROWS.flatMap(({ from, to }) => [from, to]))
    expect([...drawn].filter(part => !files.some(file => partOf(file) === part))).toEqual([])
    const isImported = (from: string, parts: readonly string[]) =>
      imports.some(found => found.from === from && parts.includes(found.to))
    const unused = ARROWS.filter(({ from, to, target }) => !isImported(from, BOXES[target] ?? [to]))
    expect(unused.map(({ from, target }) => `${from} --> ${target}`)).toEqual([])
    expect([...drawn].filter(part => below(part).has(part))).toEqual([])
  })
})

describe('the arithmetic and the decision', () => {
  it('have no clock, no network and no files', () => {
    const impure = /'node:|@actions|Date\.now|new Date\(\)|performance|process\.|Math\.random/
    const budget = files.filter(file => partOf(file) === 'budget')
    expect(budget.filter(file => impure.test(readFileSync(join('src', file), 'utf8')))).toEqual([])
  })
})
