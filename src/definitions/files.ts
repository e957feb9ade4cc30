import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isWithin } from '../files/within.ts'
import type { Problems } from '../problems.ts'
import { field } from '../text/field.ts'
import { findFiles } from './find.ts'
import { foreignText } from './recognise.ts'
import { type Allowance, allowance, readYaml } from './yaml.ts'

/** One SLO definition from a file, of any shape and not yet checked. */
export interface RawDefinition {
  readonly file: string
  readonly value: unknown
}

const MAX_FILES = 1_000
const MAX_BYTES = 1024 * 1024

/** Every definition in the files that match the patterns, in the order of patterns and files. */
export async function readDefinitionFiles(options: {
  readonly patterns: readonly string[]
  readonly folder: string
  readonly problems: Problems
}): Promise<readonly RawDefinition[]> {
  const { folder, problems } = options
  const files = findFiles(options)
  if (files.length > MAX_FILES) {
    problems.inputError('slo-file', `names ${files.length} files; at most ${MAX_FILES} are read`)
    return []
  }
  const definitions: RawDefinition[] = []
  const allowed = allowance()
  const seen = new Set<string>()
  for (const file of files) {
    try {
      const path = await realPathOf(file, folder)
      if (seen.has(path)) continue
      seen.add(path)
      const { values, problem } = definitionsIn(await readLimited(path), allowed)
      definitions.push(...values.map(value => ({ file, value })))
      if (problem !== undefined) problems.error(file, problem)
    } catch (error) {
      problems.error(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return definitions
}

/**
 * The real path of a file. A path out of the workspace is allowed, because the workflow's author wrote it in
 * the input; a link out of it is not, because it comes with the checked-out code.
 *
 * @throws if a link is broken or leads out of the workspace
 */
async function realPathOf(file: string, folder: string): Promise<string> {
  const path = resolve(folder, file)
  const real = await realpath(path).catch((cause: unknown) => {
    throw new Error('it is a broken link, or what it leads to cannot be looked up', { cause })
  })
  if (isWithin(folder, path) && !isWithin(await realpath(folder), real))
    throw new Error('it is a link to a file outside the workspace')
  return real
}

/** @throws if the file is not a regular file, is too large, or is not text */
async function readLimited(path: string): Promise<string> {
  mustBeFile(await stat(path))
  // The file may have been replaced in the meantime; O_NONBLOCK keeps a pipe from blocking us.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    mustBeFile(await handle.stat())
    const buffer = Buffer.alloc(MAX_BYTES + 1)
    let length = 0
    for (let count = -1; count !== 0 && length <= MAX_BYTES; length += count)
      count = (await handle.read(buffer, length, buffer.length - length)).bytesRead
    if (length > MAX_BYTES) throw new Error(`it has more than ${MAX_BYTES} bytes; at most that many are read`)
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, length))
  } finally {
    await handle.close()
  }
}

const IS_FOLDER = 'it is a directory; name the files in it, or exclude it with a line that begins with !'

function mustBeFile(status: { isFile(): boolean; isDirectory(): boolean }): void {
  if (status.isDirectory()) throw new Error(IS_FOLDER)
  if (!status.isFile()) throw new Error('it is not a regular file')
}

/** A document is one definition, a list of them, or `slos: [...]`. */
function definitionsIn(
  content: string,
  allowed: Allowance
): { readonly values: readonly unknown[]; readonly problem?: string } {
  const { values, error } = readYaml(content, allowed)
  const foreign = error === undefined ? undefined : foreignText(content)
  if (foreign !== undefined) return { values: [], problem: foreign }
  const definitions = values.flatMap(definitionsOf)
  if (error !== undefined) return { values: definitions, problem: `cannot be read: ${error}` }
  return definitions.length === 0
    ? { values: [], problem: 'contains no SLO definition' }
    : { values: definitions }
}

function definitionsOf(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document
  const slos = field(document, 'slos')
  if (!Array.isArray(slos)) return [document]
  const others = Object.keys(document as object).filter(key => key !== 'slos' && key !== '$schema')
  return others.length === 0 ? slos : [document]
}
