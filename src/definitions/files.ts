import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { parseAllDocuments } from 'yaml'
import type { Problems } from '../problems.ts'
import { field } from '../text/field.ts'
import { show } from '../text/show.ts'

/** One SLO definition as it stands in a file: of any shape, not yet checked. */
export interface RawDefinition {
  readonly file: string
  readonly value: unknown
}

const MAX_BYTES = 1024 * 1024

/** Every definition in the files that the patterns name, in the order of patterns and files. */
export async function readDefinitionFiles(options: {
  readonly patterns: readonly string[]
  readonly folder: string
  readonly problems: Problems
}): Promise<readonly RawDefinition[]> {
  const files = await findFiles(options)
  const definitions = await Promise.all(files.map(file => readDefinitions({ ...options, file })))
  return definitions.flat()
}

async function findFiles({ patterns, folder, problems }: Parameters<typeof readDefinitionFiles>[0]) {
  const found = new Set<string>()
  for (const pattern of patterns) {
    const files = await matching(pattern, folder)
    if (files.length === 0)
      problems.error('input slo-file', `${show(pattern)} names no file below ${show(folder)}`)
    for (const file of files) found.add(relative(folder, resolve(folder, file)))
  }
  return [...found]
}

/** A path that exists is that file, even when it looks like a pattern. */
async function matching(pattern: string, folder: string): Promise<readonly string[]> {
  if (existsSync(resolve(folder, pattern))) return [pattern]
  if (!isDynamicPattern(pattern)) return []
  const files = await glob(pattern, { cwd: folder, expandDirectories: false })
  return files.toSorted()
}

async function readDefinitions(options: {
  readonly file: string
  readonly folder: string
  readonly problems: Problems
}): Promise<readonly RawDefinition[]> {
  const { file, folder, problems } = options
  try {
    const values = definitionsIn(await readLimited(resolve(folder, file)))
    if (values.length === 0) problems.error(file, 'holds no SLO definition')
    return values.map(value => ({ file, value }))
  } catch (error) {
    problems.error(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return []
  }
}

async function readLimited(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > MAX_BYTES) throw new Error(`it has ${size} bytes, more than the ${MAX_BYTES} that are read`)
  return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
}

/** A document is one definition, a list of them, or `slos: [...]`. JSON is read as YAML, which it is. */
function definitionsIn(content: string): readonly unknown[] {
  return parseAllDocuments(content).flatMap(document => {
    const [error] = document.errors
    if (error) throw error
    const value: unknown = document.toJS()
    if (value === null) return []
    if (Array.isArray(value)) return value
    const slos = field(value, 'slos')
    return Array.isArray(slos) && Object.keys(value as object).length === 1 ? slos : [value]
  })
}
