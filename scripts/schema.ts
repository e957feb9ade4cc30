// Writes schema/slo.schema.json, by which editors check definitions, from the schemas that read them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type * as v from 'valibot'
import { COMMON } from '../src/definitions/definition.ts'
import { strict } from '../src/schema/values.ts'
import { CATALOG, SOURCE_TYPES, type SourceType } from '../src/sources/catalog.ts'
import { DEFINITION, FORMS, type Json, SOURCE } from './schemaParts.ts'

/** The schemas of valibot that say themselves what they take. */
type Telling =
  | v.ObjectSchema<v.ObjectEntries, string>
  | v.ArraySchema<v.GenericSchema, string>
  | v.ExactOptionalSchema<v.GenericSchema, unknown>
  | v.PicklistSchema<readonly string[], string>
  | v.LiteralSchema<string, undefined>

/** Turns schemas into JSON Schema, with what the parts say about the path of each key. */
function converter(parts: Readonly<Record<string, Json>>) {
  const ofKey = (path: string, schema: v.GenericSchema): Json => {
    const { description } = parts[path] ?? {}
    if (description === undefined) throw new Error(`scripts/schemaParts.ts does not describe ${path}`)
    return convert(path, schema)
  }
  const convert = (path: string, schema: v.GenericSchema): Json => {
    const told = schema as Telling
    switch (told.type) {
      case 'exact_optional':
        return {
          ...convert(path, told.wrapped),
          ...(told.default !== undefined && { default: told.default })
        }
      case 'object':
        return { ...parts[path], ...objectOf(told.entries, path) }
      case 'array':
        return { ...parts[path], type: 'array', items: itemsOf(path, told.item) }
      case 'picklist':
        return { ...parts[path], enum: told.options }
      case 'literal':
        return { ...parts[path], const: told.literal }
    }
    if (parts[path] === undefined) throw new Error(`scripts/schemaParts.ts does not say what ${path} takes`)
    return parts[path]
  }
  const itemsOf = (path: string, item: v.GenericSchema) =>
    convert(item.type === 'object' ? path : `${path}[]`, item)
  const objectOf = (entries: v.ObjectEntries, path: string): Json => {
    const keys = Object.entries(entries as Record<string, v.GenericSchema>)
    const below = path === '' ? '' : `${path}.`
    return {
      type: 'object',
      properties: Object.fromEntries(keys.map(([key, entry]) => [key, ofKey(`${below}${key}`, entry)])),
      required: keys.filter(([, { type }]) => type !== 'exact_optional').map(([key]) => key),
      additionalProperties: false
    }
  }
  return convert
}

/** The keys of one type of source, from the form that reads them. */
async function sourceOf(type: SourceType): Promise<Json> {
  const { schema } = await CATALOG[type].form()
  const form = converter(SOURCE)(type, schema)
  const forms = FORMS[type]?.map(({ required, optional = [] }) => ({
    properties: Object.fromEntries(['type', ...required, ...optional].map(key => [key, true])),
    required,
    additionalProperties: false
  }))
  return {
    if: { properties: { type: { const: type } }, required: ['type'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { ...form, ...(forms && { anyOf: forms }) }
  }
}

/** The JSON Schema of a file of definitions: one of them, a list, or `slos: [...]`. */
export async function definitionSchema(): Promise<string> {
  const { properties, ...definition } = converter(DEFINITION)('', strict(COMMON))
  const source = {
    description: 'Where the numbers come from: a type and its own keys.',
    type: 'object',
    properties: { type: { enum: SOURCE_TYPES, description: 'The kind of the source.' } },
    required: ['type'],
    allOf: await Promise.all(SOURCE_TYPES.map(sourceOf))
  }
  const list = { type: 'array', items: { $ref: '#/definitions/slo' } }
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'SLO definitions of Error Budget Gate',
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: list,
    else: {
      if: { required: ['slos'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        type: 'object',
        properties: { $schema: DEFINITION['$schema'], slos: list },
        additionalProperties: false
      },
      else: { $ref: '#/definitions/slo' }
    },
    definitions: {
      slo: {
        ...definition,
        properties: { ...(properties as Json), source },
        if: { required: ['metric'] },
        else: { required: ['source'] }
      }
    }
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

if (import.meta.main) {
  const file = join(import.meta.dirname, '../schema/slo.schema.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await definitionSchema())
}
