import { show } from '../text/show.ts'
import { lines } from './formats.ts'
import type { Format } from './input.ts'

/** A name with its value. */
export type Pair = readonly [name: string, value: string]

/** Shorter values are not treated as secrets: redacting them would remove parts of ordinary words. */
const SHORTEST_SECRET = 4

/** Headers for the connection and the body. A wrong value would break every request. */
const OURS =
  /^(host|content-.*|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|accept|accept-encoding|user-agent)$/i

/**
 * Headers to send, one per line. Their values are secrets and are never shown in messages.
 *
 * @param refused a header that must be set with another input, and the name of that input
 */
export function headers(refused?: {
  readonly name: string
  readonly instead: string
}): Format<readonly Pair[]> {
  return pairs({
    accepts: 'Name: value, one header per line',
    separator: ':',
    problemOf: ([name, value], isAgain) => {
      if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name)) return 'has a line that is not Name: value'
      if (name.toLowerCase() === refused?.name.toLowerCase())
        return `cannot set the header ${refused.name}; use ${refused.instead}`
      if (OURS.test(name)) return `cannot set the header ${show(name)}, which the gate sets itself`
      if (isAgain) return `has the header ${show(name)} twice`
      if (!/^[\t\x20-\x7e]+$/.test(value)) return `needs a value in plain ASCII for ${show(name)}`
      return undefined
    }
  })
}

/** Parameters to add to the query of a request, one per line. */
export function parameters(refused: readonly string[]): Format<readonly Pair[]> {
  return pairs({
    accepts: 'name=value, one parameter per line',
    separator: '=',
    problemOf: ([name]) => {
      if (!/^[\w.[\]-]+$/.test(name)) return 'has a line that is not name=value'
      return refused.includes(name)
        ? `cannot set the parameter ${show(name)}, which the gate sets itself`
        : undefined
    }
  })
}

interface Rules {
  readonly accepts: string
  readonly separator: string
  /** The problem with a pair, without its value; undefined for a valid pair. */
  readonly problemOf: (pair: Pair, isAgain: boolean) => string | undefined
}

function pairs({ accepts, separator, problemOf }: Rules): Format<readonly Pair[]> {
  const split = (text: string) => (lines.parse(text) ?? []).map(line => pairIn(line, separator))
  const problemIn = (text: string) => {
    const names = split(text).map(([name]) => name.toLowerCase())
    const problems = split(text).map((pair, index) =>
      problemOf(pair, names.indexOf(pair[0].toLowerCase()) < index)
    )
    return problems.find(problem => problem !== undefined)
  }
  return {
    accepts,
    parse: text => (problemIn(text) === undefined ? split(text) : undefined),
    explain: text => problemIn(text) ?? 'is empty',
    secretsIn: text => split(text).flatMap(([, value]) => (value.length < SHORTEST_SECRET ? [] : value))
  }
}

/** A line without a separator has an empty name, because its text may be a secret value. */
function pairIn(line: string, separator: string): Pair {
  const at = line.indexOf(separator)
  return at < 0 ? ['', line] : [line.slice(0, at).trim(), line.slice(at + separator.length).trim()]
}
