import { randomUUID } from 'node:crypto'
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Writes the whole file or nothing, and creates missing folders. Refuses to write to a link, a device or a pipe.
 *
 * @throws when the file cannot be written
 */
export function writeWhole(path: string, text: string): void {
  refuseUnlessFile(path)
  makeFolder(dirname(path))
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`)
  try {
    writeFileSync(temporary, text, { flag: 'wx' })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/**
 * @returns the stats of the file; undefined if it does not exist
 * @throws if it is not a regular file: opening a pipe never ends, and a link leads elsewhere
 */
export function refuseUnlessFile(path: string): Stats | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats?.isSymbolicLink()) throw new Error('it is a link, which is not followed; name the file itself')
  if (stats !== undefined && !stats.isFile()) throw new Error('it is not a regular file')
  return stats
}

/**
 * Appends to a file of the runner, which is created if it does not exist. Links are followed.
 *
 * @throws if it cannot be written or is a device or a pipe
 */
export function append(path: string, text: string): void {
  refuseUnlessRegular(path)
  appendFileSync(path, text)
}

/** @throws if the path exists and is neither a regular file nor a link to one */
export function refuseUnlessRegular(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats !== undefined && !stats.isFile()) throw new Error('it is not a regular file')
}

/** Creates a folder and its parents one by one, because Node's recursive mkdir never returns below /proc. */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another run may have created it in the meantime.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
  }
}
