// GitHub's own description decides what a request may look like and what GitHub can answer, so that neither
// the simulator nor the action rests on assumptions about GitHub.
import { Ajv, type ValidateFunction } from 'ajv'
import { type FoundOperation, type Parameter, replySchema, resolve, type Schema } from './description.ts'

/**
 * Statuses that GitHub answers to any operation though the description lists them for few: no sign-in, not
 * permitted (or over a rate limit), hidden from this token, too many requests, and faults of its own.
 */
const GENERAL_STATUSES = [401, 403, 404, 429, 500, 502, 503]

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
export function checkRequest(found: FoundOperation, body: unknown): void {
  const problems = [...pathProblems(found), ...queryProblems(found), ...requestBodyProblems(found, body)]
  refuse({ what: 'request', found, problems })
}

/** Throws an error that names everything in an answer that GitHub does not describe. */
export function checkReply(found: FoundOperation, reply: { status: number; body: unknown }): void {
  refuse({ what: `reply ${reply.status}`, found, problems: replyProblems(found, reply) })
}

function pathProblems(found: FoundOperation): string[] {
  return parameters(found, 'path').flatMap(({ name, schema }) =>
    problemsOf({ schema, value: fromText(schema, found.params[name] ?? ''), label: `path parameter ${name}` })
  )
}

function queryProblems(found: FoundOperation): string[] {
  const known = parameters(found, 'query')
  const sent = [...found.query.keys()]
  const unknown = sent.filter(name => !known.some(parameter => parameter.name === name))
  const repeated = sent.filter((name, i) => sent.indexOf(name) < i)
  const wrong = known.flatMap(({ name, required, schema }) => {
    const text = found.query.get(name)
    if (text === null) return required ? [`missing query parameter ${name}`] : []
    return problemsOf({ schema, value: fromText(schema, text), label: `query parameter ${name}` })
  })
  return [
    ...unknown.map(name => `unknown query parameter ${name}`),
    ...repeated.map(name => `repeated query parameter ${name}`),
    ...wrong
  ]
}

function requestBodyProblems({ operation: { requestBody } }: FoundOperation, body: unknown): string[] {
  if (body === undefined) return requestBody?.required ? ['a body is required'] : []
  const schema = requestBody?.content?.['application/json']?.schema
  return schema ? problemsOf({ schema, value: body, label: 'body' }) : ['takes no JSON body']
}

function replyProblems(found: FoundOperation, { status, body }: { status: number; body: unknown }): string[] {
  const isDescribed = found.operation.responses[status] !== undefined
  if (!isDescribed && !GENERAL_STATUSES.includes(status)) return [`status ${status} is not described`]
  const schema = replySchema(found, status)
  if (schema) return problemsOf({ schema, value: body, label: 'body' })
  if (body === undefined) return []
  if (status < 400) return ['no JSON body is described']
  return problemsOf({ schema: { $ref: '#/components/schemas/basic-error' }, value: body, label: 'body' })
}

function refuse({ what, found, problems }: { what: string; found: FoundOperation; problems: string[] }) {
  if (problems.length === 0) return
  throw new Error(`${what} does not fit GitHub's description of ${found.id}: ${problems.join('; ')}`)
}

function parameters({ operation }: FoundOperation, place: 'path' | 'query'): Parameter[] {
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

const isTime = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))

// References stay functions: inlined into each of the 26 kinds of event they take twice as long to compile.
const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false })
ajv.addFormat('date-time', isTime)
ajv.addFormat('uri', text => URL.canParse(text))
// These say how a number is stored, or nothing that JSON could break.
for (const format of ['int32', 'int64', 'double', 'email', 'date', 'uri-template', 'repo.nwo'])
  ajv.addFormat(format, true)

const validators = new Map<Schema | string, ValidateFunction>()

/** Compiles what is used, when it is used: the whole description would take many seconds. */
function validator(schema: Schema): ValidateFunction {
  const key = schema.$ref ?? schema
  const compiled = validators.get(key) ?? ajv.compile(toJsonSchema(schema))
  validators.set(key, compiled)
  return compiled
}

/**
 * OpenAPI 3.0 as JSON schema. Objects are closed: a request with a misspelt key and a simulated answer with an
 * invented one are both mistakes, though GitHub itself would accept them.
 */
function toJsonSchema({ nullable, ...schema }: Schema): Record<string, unknown> {
  const result = schema.$ref ? { $ref: register(schema.$ref) } : plainSchema(schema)
  // `nullable` beside an enum or a reference does not reach into it, so null is a choice of its own.
  return nullable ? { anyOf: [{ type: 'null' }, result] } : result
}

function plainSchema({ items, properties, additionalProperties, ...rest }: Schema): Record<string, unknown> {
  // A closed part of an `allOf` would refuse what the other parts allow; nothing that is used here has one.
  if (rest.allOf) throw new Error('allOf is not handled: no schema in use had one')
  const result: Record<string, unknown> = { ...rest }
  if (items) result['items'] = toJsonSchema(items)
  if (rest.anyOf) result['anyOf'] = rest.anyOf.map(toJsonSchema)
  if (rest.oneOf) result['oneOf'] = rest.oneOf.map(toJsonSchema)
  if (properties) {
    const converted = Object.entries(properties).map(([name, property]) => [name, toJsonSchema(property)])
    result['properties'] = Object.fromEntries(converted)
  }
  const others = additionalProperties ?? !properties
  result['additionalProperties'] = typeof others === 'object' ? toJsonSchema(others) : others
  return result
}

const registered = new Set<string>()

/** Gives ajv a component under its own name, once, together with all that it refers to. */
function register($ref: string): string {
  const name = $ref.slice($ref.lastIndexOf('/') + 1)
  if (!registered.has(name)) {
    registered.add(name) // Before the conversion: components may refer to themselves.
    ajv.addSchema(toJsonSchema(corrected(name, resolve<Schema>({ $ref }))), name)
  }
  return name
}

function corrected(name: string, schema: Schema): Schema {
  const copy = structuredClone(schema)
  Object.assign(copy.properties ?? {}, ALSO_ANSWERED[name])
  for (const path of REALLY_NULLABLE[name] ?? []) {
    const target = path.split('/').reduce<Schema | undefined>((at, key) => at?.properties?.[key], copy)
    if (!target) throw new Error(`GitHub no longer describes ${path} of ${name}: correct REALLY_NULLABLE`)
    target.nullable = true
  }
  return copy
}
