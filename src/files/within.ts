import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, sep } from 'node:path'

/** Whether a path is the folder itself or below it, as it is written. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Whether a path is below the folder as it is written, but a link on its way leads elsewhere. */
export function leadsOut(folder: string, path: string): boolean {
  return isWithin(folder, path) && !isWithin(realFolder(folder), realFolder(dirname(path)))
}

/** Where a folder really is, as far as it is there yet. */
function realFolder(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : realFolder(parent)
  }
}
