import { format } from 'node:util'
import type { Runner } from './runner.ts'

const METHODS = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const

/**
 * Redirects the output of Node and libraries to the debug log, where it is cleaned: a warning of a YAML parser, for
 * example, may quote a file that contains workflow commands.
 *
 * @returns a function that restores the normal output
 */
export function captureLibraries(runner: Runner): () => void {
  const print = (...parts: unknown[]) => runner.debug(format(...parts))
  const methods = METHODS.map(name => [name, console[name]] as const)
  for (const name of METHODS) console[name] = print
  const listeners = process.listeners('warning')
  process.removeAllListeners('warning').on('warning', print)
  return () => {
    for (const [name, method] of methods) console[name] = method
    process.removeListener('warning', print)
    for (const listener of listeners) process.on('warning', listener)
  }
}
