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
 * Writes the whole file or nothing. Folders that are missing are made. A link, a device or a pipe is not written to.
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
 * @returns what is at the path; undefined when there is nothing
 * @throws when there is anything but a regular file: opening a pipe never ends, and a link leads elsewhere
 */
export function refuseUnlessFile(path: string): Stats | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats?.isSymbolicLink()) throw new Error('it is a link, which is not followed; name the file itself')
  if (stats !== undefined && !stats.isFile()) throw new Error('it is not a regular file')
  return stats
}

/**
 * Adds to a file that the runner made, wherever it is. It is made when it is not there.
 *
 * @throws when it cannot be written, and for a device or a pipe
 */
export function append(path: string, text: string): void {
  refuseUnlessRegular(path)
  appendFileSync(path, text)
}

/** @throws when there is anything but a regular file, or a link to one */
export function refuseUnlessRegular(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats !== undefined && !stats.isFile()) throw new Error('it is not a regular file')
}

/** Makes a folder and those above it one by one: below /proc, Node's own recursive way never returns. */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another run may have made it meanwhile.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
  }
}
