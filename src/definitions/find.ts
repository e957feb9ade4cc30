import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { escapePath, globSync } from 'tinyglobby'
import { isWithin } from '../files/within.ts'
import type { Problems } from '../problems.ts'
import { field } from '../text/field.ts'
import { show } from '../text/show.ts'

interface Options {
  readonly patterns: readonly string[]
  readonly folder: string
  readonly problems: Problems
}

/** The paths that match the patterns, in the order of the patterns and without duplicates. */
export function findFiles({ patterns, folder, problems }: Options): readonly string[] {
  const isExclusion = (pattern: string) => pattern.startsWith('!') && !pattern.startsWith('!(')
  const ignore = patterns.filter(isExclusion).map(pattern => pattern.slice(1))
  const included = patterns.filter(pattern => !isExclusion(pattern))
  if (included.length === 0)
    problems.inputError('slo-file', 'only excludes files; name the files to read as well')
  const found = new Set<string>()
  for (const pattern of included) {
    const paths = matching(pattern, { ignore, folder, problems })
    if (paths.length === 0) {
      const leftOut = ignore.length > 0 ? ' that is not excluded' : ''
      problems.error('input slo-file', `${show(pattern)} matches no file below ${show(folder)}${leftOut}`)
    }
    for (const path of paths) found.add(relative(folder, resolve(folder, path)))
  }
  return [...found]
}

interface MatchOptions extends Omit<Options, 'patterns'> {
  readonly ignore: readonly string[]
}

/** A path that exists also matches itself, even if it looks like a pattern. */
function matching(pattern: string, { ignore, folder, problems }: MatchOptions): readonly string[] {
  const options = { cwd: folder, expandDirectories: false, onlyFiles: false, ignore }
  const fs = { readdirSync: listing(folder, problems) as unknown as typeof readdirSync }
  const found = globSync(pattern, { ...options, fs }).toSorted()
  // These patterns also match folders, whose files are found anyway.
  const isDeep = /(^|\/)\*\*(\/\*)?\/?$/.test(pattern)
  const files = found.filter(path => !(isDeep && path.endsWith('/')))
  return isThere(resolve(folder, pattern))
    ? [...files, ...globSync(escapePath(pattern), { ...options, fs })]
    : files
}

/** A path through a circle of links, or one that is too long, is not there. */
function isThere(path: string): boolean {
  try {
    return Boolean(lstatSync(path))
  } catch {
    return false
  }
}

/** A directory entry for the glob library. Everything that is not a folder counts as a file, so that no match is lost. */
const entry = (name: string, isFolder: boolean) => ({
  name,
  isFile: () => !isFolder,
  isDirectory: () => isFolder,
  isSymbolicLink: () => false
})

/** Lists folders and follows links within the workspace. Each linked folder is listed once, to avoid endless loops. */
function listing(folder: string, problems: Problems) {
  const followed = new Set<string>()

  function linked(path: string): 'folder' | 'file' | 'circle' {
    const real = realFolder(path)
    if (real === undefined) return 'file'
    if (isWithin(folder, path) && !isWithin(realpathSync(folder), real)) {
      problems.warn(place(folder, path), 'is a link to a folder outside the workspace, which is not searched')
      return 'file'
    }
    if (followed.has(real) || isWithin(real, realpathSync(dirname(path)))) return 'circle'
    followed.add(real)
    return 'folder'
  }

  return (path: string) => {
    try {
      return readdirSync(path, { withFileTypes: true }).flatMap(found => {
        if (!found.isSymbolicLink()) return [entry(found.name, found.isDirectory())]
        const kind = linked(join(path, found.name))
        return kind === 'circle' ? [] : [entry(found.name, kind === 'folder')]
      })
    } catch (error) {
      const code = field(error, 'code')
      // A pattern without a match is reported by the caller.
      if (code !== 'ENOENT' && code !== 'ENOTDIR')
        problems.error(place(folder, path), `cannot be listed: ${code}`)
      return []
    }
  }
}

const place = (folder: string, path: string) => relative(folder, path)

/** The folder that a link leads to; undefined for a broken link or a link to a file. */
function realFolder(link: string): string | undefined {
  try {
    const real = realpathSync(link)
    return statSync(real).isDirectory() ? real : undefined
  } catch {
    return undefined
  }
}
