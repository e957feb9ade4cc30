// Fills an answer with everything that GitHub's description requires, so that the simulator states only what
// matters. The same description always gives the same values.
import { resolve, type Schema } from './description.ts'

const PLACEHOLDERS: Record<string, unknown> = {
  'date-time': '2024-01-02T03:04:05Z',
  uri: 'https://github.com/placeholder',
  string: '',
  integer: 0,
  number: 0,
  boolean: false
}

/**
 * The value with every required field that it leaves out. A field that may be null becomes null, any other a
 * neutral value of its type. An unknown field is kept: the check of the whole answer refuses it.
 */
export function complete(schema: Schema, value?: unknown): unknown {
  const known = resolve(schema)
  const choices = known.anyOf ?? known.oneOf
  if (value === undefined && known.nullable) return null
  if (value !== undefined && !isObject(value)) {
    return Array.isArray(value) ? value.map(item => complete(known.items ?? {}, item)) : value
  }
  if (choices) return complete(closest(choices, value), value)
  if (known.type === 'array') return []
  if (known.type === 'object' || known.properties) return completeObject(known, value)
  return value ?? known.enum?.[0] ?? PLACEHOLDERS[known.format ?? ''] ?? PLACEHOLDERS[known.type ?? '']
}

const givenNames = (value: object) =>
  Object.entries(value).flatMap(([name, field]) => (field === undefined ? [] : [name]))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function completeObject({ required = [], properties = {} }: Schema, value: Record<string, unknown> = {}) {
  const names = new Set([...required, ...givenNames(value)])
  return Object.fromEntries(
    [...names].map(name => [name, complete(properties[name] ?? {}, value[name])] as const)
  )
}

/** The first choice that has all fields of the value and needs the fewest others. */
function closest(choices: Schema[], value: Record<string, unknown> = {}): Schema {
  const given = givenNames(value)
  const missing = ({ required = [] }: Schema) => required.filter(name => !given.includes(name)).length
  const [best] = choices
    .filter(choice => given.every(name => resolve(choice).properties?.[name]))
    .sort((a, b) => missing(resolve(a)) - missing(resolve(b)))
  if (!best) throw new Error(`no choice of the description has all of ${given.join(', ')}`)
  return best
}
