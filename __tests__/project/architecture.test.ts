import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
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

/** What each part of src may import, top to bottom: nothing imports what stands above it. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  main: ['gate'],
  gate: [
    'run',
    'assess',
    'pullRequests',
    'config',
    'approval',
    'report',
    'callFlows',
    'sources',
    'github',
    'http',
    'runner',
    'time',
    'budget'
  ],
  run: ['config', 'sources', 'http', 'runner', 'time'],
  assess: ['config', 'sources', 'state', 'budget'],
  report: ['callFlows', 'sources', 'approval', 'http', 'runner', 'text', 'budget', 'time'],
  config: ['definitions', 'sources', 'approval', 'github', 'http', 'runner', 'budget', 'time'],
  definitions: ['config', 'sources', 'http', 'budget', 'time'],
  callFlows: ['sources', 'http', 'budget'],
  sources: ['http', 'budget', 'time'],
  pullRequests: ['approval', 'github', 'http', 'runner', 'budget', 'time'],
  approval: ['github', 'http', 'time'],
  github: ['approval', 'http', 'runner'],
  state: ['budget', 'time'],
  budget: ['time'],
  runner: ['http', 'text'],
  http: ['version', 'time'],
  text: [],
  time: [],
  version: []
}

const parts = Object.keys(LAYERS)
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts'))

/** A folder of src, or one of the files beside them. */
const partOf = (file: string) => file.replace(/\.ts$/, '').split('/')[0] ?? ''

/** The files of src that a file of src imports, statically or not. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join('src', file), 'utf8')
  const found = text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'(\.[^']+)'/g)
  return [...found].map(([, target = '']) => posix.join(posix.dirname(file), target))
}

describe('the parts of src', () => {
  it('are those whose imports are laid down', () => {
    expect([...new Set(sources.map(partOf))].toSorted()).toEqual(parts.toSorted())
  })

  it.each(parts)('%s imports only from below', part => {
    const below = parts.slice(parts.indexOf(part) + 1)
    expect(LAYERS[part]?.filter(other => !below.includes(other))).toEqual([])
  })

  it.each(sources)('%s imports only what its part may', file => {
    const part = partOf(file)
    const allowed = [part, ...(LAYERS[part] ?? [])]
    const imported = importsOf(file)
    expect(imported.filter(target => !existsSync(join('src', target)))).toEqual([])
    expect(imported.filter(target => !allowed.includes(partOf(target)))).toEqual([])
  })

  it('are found by reading their imports', () => {
    expect(importsOf('main.ts')).toEqual(['gate.ts'])
    expect(importsOf('config/slos.ts')).toContain('config/definitionFiles.ts')
    expect(importsOf('http/client.ts')).toEqual(expect.arrayContaining(['version.ts', 'budget/duration.ts']))
  })
})

describe('the arithmetic and the decision', () => {
  it.each(sources.filter(file => partOf(file) === 'budget'))(
    '%s has no clock, no network and no files',
    file => {
      const text = readFileSync(join('src', file), 'utf8')
      expect(text).not.toMatch(/'node:|@actions|Date\.now|new Date\(\)|performance|process\.|Math\.random/)
    }
  )
})
