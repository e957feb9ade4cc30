// GitHub's own OpenAPI description: what can be asked, and the shape of each answer. It is read here; `check.ts`
// holds requests and answers against it, `complete.ts` fills answers from it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export interface Schema {
  $ref?: string
  type?: string
  format?: string
  enum?: unknown[]
  nullable?: boolean
  required?: string[]
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}
type Content = Record<string, { schema?: Schema }>
export interface Parameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
  schema: Schema
}
interface Operation {
  operationId: string
  externalDocs?: { url: string }
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content?: Content }
  responses: Record<string, { $ref?: string; content?: Content }>
}
interface Description {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

/** The operation that a method and a path name. */
export interface FoundOperation {
  /** GitHub's name of it, for example `pulls/get`. */
  id: string
  /** The page of GitHub's documentation, as in the `documentation_url` of an error. */
  docs: string
  /** Values of the path's placeholders, decoded. */
  params: Record<string, string>
  query: URLSearchParams
  operation: Operation
}

/** Finds the operation for a method and a path from the API's root (no `/api/v3`), or throws. */
export function findOperation({ method, path }: { method: string; path: string }): FoundOperation {
  const { pathname, searchParams: query } = new URL(path, 'http://api')
  const segments = pathname.split('/')
  const matches = templates().filter(template => fits({ template, segments }))
  // `/commits/{ref}/status` and `/commits/{ref}/{other}` may both fit: the more literal one is meant.
  const [best] = matches.sort((a, b) => placeholders(a) - placeholders(b))
  const operation = best && description().paths[best.join('/')]?.[method.toLowerCase()]
  if (!best || !operation) throw new Error(`no operation is described for ${method} ${pathname}`)
  const params = Object.fromEntries(
    best.flatMap((part, i) =>
      isPlaceholder(part) ? [[part.slice(1, -1), decodeURIComponent(segments[i] ?? '')]] : []
    )
  )
  const docs = operation.externalDocs?.url ?? 'https://docs.github.com/rest'
  return { id: operation.operationId, docs, params, query, operation }
}

const isPlaceholder = (part: string) => part.startsWith('{')
const placeholders = (template: string[]) => template.filter(isPlaceholder).length

function fits({ template, segments }: { template: string[]; segments: string[] }): boolean {
  return (
    template.length === segments.length &&
    template.every((part, i) => (isPlaceholder(part) ? segments[i] !== '' : part === segments[i]))
  )
}

/** The schema of an answer's JSON body; `undefined` when no JSON body is described for the status. */
export function replySchema({ operation }: FoundOperation, status: number): Schema | undefined {
  const described = operation.responses[status]
  return described && resolve(described).content?.['application/json']?.schema
}

/** A part of the description, or what it refers to. */
export function resolve<T extends { $ref?: string }>(value: T): T {
  if (!value.$ref) return value
  const [, , kind = '', name = ''] = value.$ref.split('/')
  return description().components[kind]?.[name] as T
}

let loaded: Description | undefined

/** The undereferenced file is a fifth of the other and loads in a tenth of a second. */
function description(): Description {
  const file = '@octokit/openapi/generated/api.github.com.json'
  loaded ??= JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')) as Description
  return loaded
}

let split: string[][] | undefined

function templates(): string[][] {
  split ??= Object.keys(description().paths).map(path => path.split('/'))
  return split
}
