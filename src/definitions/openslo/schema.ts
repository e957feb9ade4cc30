import * as v from 'valibot'
import { oneOf, text } from '../../schema/values.ts'
import { show } from '../../text/show.ts'
import { type Duration, parseDuration } from '../../time/duration.ts'

export type Schema<T> = v.GenericSchema<unknown, T>

/** The kinds that others refer to by name. */
export type ReferenceKind = 'SLI' | 'AlertPolicy' | 'AlertCondition' | 'DataSource'

/** `refused` when what is wrong with the document has been reported. */
export type Resolved<T> = { readonly value: T } | 'missing' | 'refused'

/** The documents of all files, by kind and name. */
export interface Library {
  /** What the one document of this name says. */
  resolve<T>(kind: ReferenceKind, name: string, spec: Schema<T>): Resolved<T>
}

type Given = Readonly<Record<string, unknown>>

/** The message of an issue that is reported at another place, so not here as well. */
const TOLD = 'is reported elsewhere'

/** For what stands beside something that has been refused already. */
export const told = v.never(TOLD)

/** Means nothing here. */
export const ignored = v.exactOptional(v.unknown())

/** A key of OpenSLO that cannot be mapped. */
export const refused = (reason: string) => v.exactOptional(v.never(reason))

/** A key that is one too many. */
export const beside = (key: string) => refused(`cannot be combined with ${key}`)

/** YAML has null where a key has no value; OpenSLO's own examples leave lists empty that way. */
const given = v.pipe(
  v.custom<Given>(
    value => typeof value === 'object' && value !== null && !Array.isArray(value),
    'a mapping of keys to values'
  ),
  v.transform((value): unknown =>
    Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
  )
)

/** A mapping whose form depends on the keys that are given. */
export const depending = <T>(choose: (keys: Given) => Schema<T>): Schema<T> =>
  v.pipe(
    given,
    v.lazy(keys => choose(keys as Given))
  )

/** A mapping of these keys. Each other key is reported; Valibot's own strict object stops at the first. */
export const strict = <const E extends v.ObjectEntries>(
  entries: E
): Schema<v.InferOutput<v.ObjectSchema<E, undefined>>> =>
  depending(keys =>
    v.pipe(
      v.object(entries),
      v.rawCheck(({ addIssue }) => {
        for (const [key, value] of Object.entries(keys).filter(([key]) => !Object.hasOwn(entries, key))) {
          const path = { type: 'object', origin: 'value', input: keys, key, value } as const
          addIssue({ message: 'is not a known key of OpenSLO v1', path: [path] })
        }
      })
    )
  )

/** A list with one item. */
export const exactlyOne = <T>(item: Schema<T>, what: string): Schema<T> =>
  v.pipe(
    v.array(item, `a list of exactly one ${what}`),
    // Whatever is wrong with the items has to be reported as well, so this looks at wrong ones too.
    v.rawCheck(({ dataset: { value }, addIssue }) => {
      if (Array.isArray(value) && value.length !== 1)
        addIssue({ message: `holds ${value.length} entries; it takes exactly one ${what}` })
    }),
    v.transform(([only]) => only as T)
  )

/**
 * What the document says that is named here.
 *
 * @param otherwise stands in for a document that is in no file; without it, there has to be one
 */
export const reference = <T>(library: Library, kind: ReferenceKind, spec: Schema<T>, otherwise?: T) =>
  v.pipe(
    text,
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): T => {
      const found = library.resolve(kind, value, spec)
      if (typeof found === 'object') return found.value
      if (found === 'missing' && otherwise !== undefined) return otherwise
      addIssue({
        message:
          found === 'refused' ? TOLD : `${show(value)} names no ${kind} document in the files of slo-file`
      })
      return NEVER
    })
  )

const labels = { displayName: v.exactOptional(text), labels: ignored, annotations: ignored }

/** What every document has beside its `spec`. */
export const head = (name: Schema<string> = text) => ({
  apiVersion: ignored,
  kind: ignored,
  metadata: strict({ name, ...labels })
})

const inlineMetadata = v.exactOptional(strict({ name: v.exactOptional(text), ...labels }))

/** What stands where it is used, instead of in a document of its own. */
export const inline = <T>(kind: ReferenceKind, spec: Schema<T>) =>
  v.pipe(
    strict({ kind: v.exactOptional(oneOf(kind)), metadata: inlineMetadata, spec }),
    v.transform(object => object.spec as T)
  )

/** An entry of a list: the name of a document, or what it would say. */
export const inlineOrReference = <T>(library: Library, kind: ReferenceKind, key: string, spec: Schema<T>) =>
  depending<T>(keys =>
    key in keys
      ? v.pipe(
          strict({ [key]: reference(library, kind, spec) }),
          v.transform(found => found[key] as T)
        )
      : inline(kind, spec)
  )

const SHORTHAND = 'a duration such as 5m, 6h, 30d or 4w; M, Q and Y have no fixed length'

const ISO: ReadonlyMap<unknown, (count: string) => string> = new Map([
  ['m', count => `PT${count}M`],
  ['h', count => `PT${count}H`],
  ['d', count => `P${count}D`],
  ['w', count => `P${count}W`]
])

function parseShorthand(value: unknown): Duration | undefined {
  const [, count = '', unit] = (typeof value === 'string' && /^0*(\d+)(\w)$/.exec(value)) || []
  return parseDuration(ISO.get(unit)?.(count) ?? '')
}

/** OpenSLO's duration shorthand. */
export const duration = v.pipe(
  v.custom<string>(value => parseShorthand(value) !== undefined, SHORTHAND),
  v.transform(value => parseShorthand(value) as Duration)
)

const isNone = (value: unknown) => value === 0 || (typeof value === 'string' && /^0+[mhdwMQY]?$/.test(value))

/** The same, where nothing at all is a duration as well. */
export const durationOrNone = v.pipe(
  v.custom<unknown>(value => isNone(value) || parseShorthand(value) !== undefined, SHORTHAND),
  v.transform(value => parseShorthand(value))
)

/** Of any number of lines, which become one. */
export const prose = v.pipe(
  v.custom<string>(value => typeof value === 'string', 'text'),
  v.transform(value => value.replace(/\s+/g, ' ').trim()),
  text
)

type Issue = v.BaseIssue<unknown>

/** The field and what is wrong with it; undefined when that is reported at another place. */
export function problemOf(issue: Issue): { readonly field: string; readonly what: string } | undefined {
  return issue.message === TOLD ? undefined : { field: fieldOf(issue), what: explain(issue) }
}

/** The path as one would write it: `spec.timeWindow[0].calendar`. */
function fieldOf({ path }: Issue): string {
  return (path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

function explain({ type, input, message }: Issue): string {
  if (type === 'object') return 'is missing'
  return type === 'custom' || type === 'array'
    ? `${show(input)} is not accepted; it takes ${message}`
    : message
}
