import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isWithin } from '../files/within.ts'
import type { Problems } from '../problems.ts'
import { field } from '../text/field.ts'
import { findFiles } from './find.ts'
import { allowance, readYaml } from './yaml.ts'

/** One SLO definition as it stands in a file: of any shape, not yet checked. */
export interface RawDefinition {
  readonly file: string
  readonly value: unknown
}

const MAX_FILES = 1_000
const MAX_BYTES = 1024 * 1024

/** Every definition in the files that the patterns name, in the order of patterns and files. */
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
      const { values, error } = definitionsIn(await readLimited(path), allowed)
      definitions.push(...values.map(value => ({ file, value })))
      if (error !== undefined) problems.error(file, `cannot be read: ${error}`)
      else if (values.length === 0) problems.error(file, 'holds no SLO definition')
    } catch (error) {
      problems.error(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return definitions
}

/**
 * Where a file really is. A path that itself leads out of the workspace is the choice of whoever set the input;
 * a link is the choice of whoever made the checkout.
 *
 * @throws where a link leads to nothing or out of the workspace
 */
async function realPathOf(file: string, folder: string): Promise<string> {
  const path = resolve(folder, file)
  const real = await realpath(path).catch((error: unknown) => {
    const isBroken = ['ENOENT', 'ELOOP'].some(code => field(error, 'code') === code)
    throw isBroken ? new Error('it is a link to nothing') : error
  })
  if (isWithin(folder, path) && !isWithin(await realpath(folder), real))
    throw new Error('it is a link that leads out of the workspace')
  return real
}

/** @throws for what is not a regular file, too large, or not text */
async function readLimited(path: string): Promise<string> {
  mustBeFile(await stat(path))
  // Something else may have taken its place; a pipe must not keep us waiting.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const status = await handle.stat()
    mustBeFile(status)
    if (status.size > MAX_BYTES)
      throw new Error(`it has ${status.size} bytes, more than the ${MAX_BYTES} that are read`)
    const buffer = Buffer.alloc(MAX_BYTES + 1)
    let length = 0
    for (let count = -1; count !== 0 && length <= MAX_BYTES; length += count)
      count = (await handle.read(buffer, length, buffer.length - length)).bytesRead
    if (length > MAX_BYTES) throw new Error(`it has more than the ${MAX_BYTES} bytes that are read`)
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, length))
  } finally {
    await handle.close()
  }
}

const IS_FOLDER = 'it is a directory; name the files in it, or leave it out with a line that begins with !'

function mustBeFile(status: { isFile(): boolean; isDirectory(): boolean }): void {
  if (status.isDirectory()) throw new Error(IS_FOLDER)
  if (!status.isFile()) throw new Error('it is not a regular file')
}

/** A document is one definition, a list of them, or `slos: [...]`. */
function definitionsIn(...[content, allowed]: Parameters<typeof readYaml>) {
  const { values, error } = readYaml(content, allowed)
  const definitions = values.flatMap(value => {
    if (Array.isArray(value)) return value as readonly unknown[]
    const slos = field(value, 'slos')
    return Array.isArray(slos) && Object.keys(value as object).length === 1 ? (slos as unknown[]) : [value]
  })
  return { values: definitions, error }
}
