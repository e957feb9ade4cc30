// GitHub's own OpenAPI description decides what a request may look like and what GitHub can answer, so
// that neither the simulator nor the action rests on what somebody believes GitHub does.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'

interface Schema {
  $ref?: string
  type?: string
  nullable?: boolean
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  [keyword: string]: unknown
}
type Reference = { $ref?: string }
type Content = Record<string, { schema?: Schema }>
type Parameter = Reference & { name: string; in: string; required?: boolean; schema: Schema }
type Response = Reference & { content?: Content }
interface Operation {
  operationId: string
  externalDocs?: { url: string }
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content?: Content }
  responses: Record<string, Response>
}
interface Description {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

/** A request as GitHub would see it: the path starts at the API's root (no `/api/v3`) and may have a query. */
export interface DescribedRequest {
  method: string
  path: string
  /** Parsed JSON; `undefined` without a body. */
  body?: unknown
}

/** An answer, with the request that it answers. */
export interface DescribedReply extends DescribedRequest {
  status: number
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
}

/**
 * Statuses that GitHub answers to any operation though the description lists them for few: no sign-in, not
 * permitted (or over a rate limit), hidden from this token, too many requests, and faults of its own.
 */
export const GENERAL_STATUSES: readonly number[] = [401, 403, 404, 429, 500, 502, 503]

/**
 * Where GitHub answers null though its description says otherwise. The head of a deleted fork or account:
 * github/rest-api-description #1811 and #5562. The actor of an event, whose account may be gone: nullable
 * in `issue-event`, which describes the same events for a whole repository.
 */
const REALLY_NULLABLE: Record<string, string[]> = {
  'pull-request': ['head/repo', 'head/user', 'head/label'],
  'pull-request-simple': ['head/repo', 'head/label'],
  'labeled-issue-event': ['actor'],
  'unlabeled-issue-event': ['actor'],
  'added-to-project-issue-event': ['actor']
}

/** What GitHub's validation errors hold beyond their description: the status, as in all its other errors. */
const ALSO_ANSWERED: Record<string, Record<string, Schema>> = {
  'validation-error': { status: { type: 'string' } },
  'validation-error-simple': { status: { type: 'string' } }
}

/** Throws an error that names everything in a request that GitHub does not describe. */
export function checkRequest(request: DescribedRequest): void {
  const { operation, found } = locate(request)
  const problems = [
    ...pathProblems({ operation, found }),
    ...queryProblems({ operation, found }),
    ...requestBodyProblems({ operation, body: request.body })
  ]
  refuse({ what: 'request', found, problems })
}

/** Throws an error that names everything in an answer that GitHub does not describe. */
export function checkReply({ status, body, ...request }: DescribedReply): void {
  const { operation, found } = locate(request)
  refuse({ what: `reply ${status}`, found, problems: replyProblems({ operation, status, body }) })
}

/** Finds the operation that GitHub describes for a method and a path, or throws. */
export function findOperation({ method, path }: { method: string; path: string }): FoundOperation {
  return locate({ method, path }).found
}

interface Located {
  operation: Operation
  found: FoundOperation
}

function locate({ method, path }: { method: string; path: string }): Located {
  const { pathname, searchParams: query } = new URL(path, 'http://api')
  const segments = pathname.split('/')
  const matches = templates().filter(template => fits({ template, segments }))
  // `/commits/{ref}/status` and `/commits/{ref}/{other}` may both fit: the more literal one is meant.
  const [best] = matches.sort((a, b) => placeholders(a) - placeholders(b))
  const operation = best && description().paths[best.join('/')]?.[method.toLowerCase()]
  if (!best || !operation) throw new Error(`no operation is described for ${method} ${pathname}`)
  const params = Object.fromEntries(
    best.flatMap((part, i) => (isPlaceholder(part) ? [[part.slice(1, -1), decode(segments[i])]] : []))
  )
  const docs = operation.externalDocs?.url ?? 'https://docs.github.com/rest'
  return { operation, found: { id: operation.operationId, docs, params, query } }
}

const isPlaceholder = (part: string) => part.startsWith('{')
const placeholders = (template: string[]) => template.filter(isPlaceholder).length
const decode = (segment = '') => decodeURIComponent(segment)

function fits({ template, segments }: { template: string[]; segments: string[] }): boolean {
  return (
    template.length === segments.length &&
    template.every((part, i) => (isPlaceholder(part) ? segments[i] !== '' : part === segments[i]))
  )
}

function pathProblems({ operation, found }: Located): string[] {
  return parameters(operation, 'path').flatMap(({ name, schema }) =>
    problemsOf({ schema, value: fromText(schema, found.params[name] ?? ''), label: `path parameter ${name}` })
  )
}

function queryProblems({ operation, found }: Located): string[] {
  const known = parameters(operation, 'query')
  const names = new Set(known.map(({ name }) => name))
  const sent = [...found.query.keys()]
  const unknown = sent.filter(name => !names.has(name)).map(name => `unknown query parameter ${name}`)
  const repeated = sent
    .filter((name, i) => sent.indexOf(name) < i)
    .map(name => `repeated query parameter ${name}`)
  const wrong = known.flatMap(({ name, required, schema }) => {
    const text = found.query.get(name)
    if (text === null) return required ? [`missing query parameter ${name}`] : []
    return problemsOf({ schema, value: fromText(schema, text), label: `query parameter ${name}` })
  })
  return [...unknown, ...repeated, ...wrong]
}

function requestBodyProblems({ operation, body }: { operation: Operation; body: unknown }): string[] {
  const { requestBody } = operation
  if (body === undefined) return requestBody?.required ? ['a body is required'] : []
  const schema = requestBody?.content?.['application/json']?.schema
  return schema ? problemsOf({ schema, value: body, label: 'body' }) : ['takes no JSON body']
}

function replyProblems({
  operation,
  status,
  body
}: {
  operation: Operation
  status: number
  body: unknown
}): string[] {
  const described = operation.responses[status]
  if (!described && !GENERAL_STATUSES.includes(status)) return [`status ${status} is not described`]
  const schema = described && resolve(described).content?.['application/json']?.schema
  if (schema) return problemsOf({ schema, value: body, label: 'body' })
  if (body === undefined) return []
  if (status < 400) return ['no JSON body is described']
  return problemsOf({ schema: { $ref: '#/components/schemas/basic-error' }, value: body, label: 'body' })
}

function refuse({
  what,
  found,
  problems
}: {
  what: string
  found: FoundOperation
  problems: string[]
}): void {
  if (problems.length > 0) {
    throw new Error(`${what} does not fit GitHub's description of ${found.id}: ${problems.join('; ')}`)
  }
}

function parameters(operation: Operation, place: 'path' | 'query'): Parameter[] {
  return (operation.parameters ?? []).map(resolve).filter(parameter => parameter.in === place)
}

/** Parameters travel as text; the schema speaks of numbers and booleans. */
function fromText({ type }: Schema, text: string): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  return text
}

const SHOWN_PROBLEMS = 5

function problemsOf({ schema, value, label }: { schema: Schema; value: unknown; label: string }): string[] {
  const validate = validator(schema)
  if (validate(value)) return []
  return (validate.errors ?? []).slice(0, SHOWN_PROBLEMS).map(({ instancePath, message, params }) => {
    const detail = params['additionalProperty'] ?? params['allowedValues']
    return `${label}${instancePath} ${message}${detail === undefined ? '' : ` (${detail})`}`
  })
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

function resolve<T extends Reference>(value: T): T {
  return value.$ref ? (component(value.$ref) as T) : value
}

function component(reference: string): unknown {
  const [, , kind = '', name = ''] = reference.split('/')
  return description().components[kind]?.[name]
}

const isTime = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))

// References stay functions: inlined into each of the 26 kinds of event they take twice as long to compile.
const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false })
ajv.addFormat('date-time', isTime)
ajv.addFormat('uri', text => URL.canParse(text))
// These say how a number is stored, or nothing that JSON could break.
for (const format of ['int32', 'int64', 'double', 'email', 'date', 'uri-template', 'repo.nwo'])
  ajv.addFormat(format, true)

const validators = new WeakMap<Schema, ValidateFunction>()
const REFERENCES = new Map<string, ValidateFunction>()

/** Compiles what is used, when it is used: the whole description would take many seconds. */
function validator(schema: Schema): ValidateFunction {
  const known = schema.$ref ? REFERENCES.get(schema.$ref) : validators.get(schema)
  if (known) return known
  const compiled = ajv.compile(toJsonSchema(schema))
  if (schema.$ref) REFERENCES.set(schema.$ref, compiled)
  else validators.set(schema, compiled)
  return compiled
}

const SAME_IN_BOTH = [
  'required',
  'enum',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems'
]

/**
 * OpenAPI 3.0 as JSON schema. Objects are closed: a request with a misspelt key and a simulated reply with an
 * invented one are both mistakes, though GitHub itself would let them pass.
 */
function toJsonSchema(schema: Schema): Record<string, unknown> {
  const result = schema.$ref ? { $ref: register(schema.$ref) } : plainSchema(schema)
  if (!schema.nullable) return result
  // `nullable` beside an enum or a reference does not reach into it, so null is a choice of its own.
  return 'type' in result && !('enum' in result)
    ? { ...result, type: [result['type'], 'null'] }
    : { anyOf: [{ type: 'null' }, result] }
}

function plainSchema(schema: Schema): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const keyword of SAME_IN_BOTH) if (schema[keyword] !== undefined) result[keyword] = schema[keyword]
  if (schema.type) result['type'] = schema.type
  if (schema.items) result['items'] = toJsonSchema(schema.items)
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const choices = schema[keyword]
    if (choices) result[keyword] = choices.map(toJsonSchema)
  }
  return { ...result, ...objectKeywords(schema) }
}

function objectKeywords({ properties, additionalProperties, allOf }: Schema): Record<string, unknown> {
  // A closed part of an `allOf` would refuse what the other parts allow; nothing that is used here has one.
  if (allOf) throw new Error('allOf is not handled: no schema in use had one')
  const result: Record<string, unknown> = {}
  if (properties) {
    result['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, toJsonSchema(property)])
    )
  }
  if (typeof additionalProperties === 'object')
    result['additionalProperties'] = toJsonSchema(additionalProperties)
  else if (additionalProperties !== undefined) result['additionalProperties'] = additionalProperties
  else if (properties) result['additionalProperties'] = false
  return result
}

const registered = new Set<string>()

/** Gives ajv a component under its own name, once, together with all that it refers to. */
function register(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1)
  if (!registered.has(name)) {
    registered.add(name) // Before the conversion: components may refer to themselves.
    ajv.addSchema(toJsonSchema(corrected({ name, schema: component(reference) as Schema })), name)
  }
  return name
}

function corrected({ name, schema }: { name: string; schema: Schema }): Schema {
  const copy = structuredClone(schema)
  Object.assign(copy.properties ?? {}, ALSO_ANSWERED[name])
  for (const path of REALLY_NULLABLE[name] ?? []) {
    const target = path.split('/').reduce<Schema | undefined>((at, key) => at?.properties?.[key], copy)
    if (!target) throw new Error(`GitHub no longer describes ${path} of ${name}: mend REALLY_NULLABLE`)
    target.nullable = true
  }
  return copy
}
