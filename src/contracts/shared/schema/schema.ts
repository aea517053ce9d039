import type { DocumentSet } from '../document-set.js'
import { asList, asObject, asTexts, isObject, type Json, type JsonObject } from '../json.js'

/** A JSON Schema with its reference followed: what stands at the end, and the name it was reached by. */
export type Schema = {
  readonly node: JsonObject
  /** `path#/pointer` of a schema that was referred to; null for one that stands where it is used. */
  readonly name: string | null
  /** The documents it stands in, which know its places and follow its references. */
  readonly documents: DocumentSet
}

/** The same part of a contract on both sides. */
export type SchemaPair = { readonly old: Schema; readonly new: Schema }

/** `true` allows everything, `false` nothing. */
const anything: JsonObject = Object.create(null)
const nothing: JsonObject = Object.assign(Object.create(null), { not: anything })

/** The schema that a value stands for; null when there is none, or when its reference leads nowhere: it is unknown. */
export function readSchema(documents: DocumentSet, value: Json | undefined): Schema | null {
  const { value: node, name } = documents.resolve(value)
  if (typeof node === 'boolean') return { node: node ? anything : nothing, name, documents }
  return isObject(node) ? { node, name, documents } : null
}

export function typesOf(schema: Schema): readonly string[] {
  const { type } = schema.node
  return typeof type === 'string' ? [type] : asTexts(type)
}

export function requiredOf(schema: Schema): readonly string[] {
  return asTexts(schema.node['required'])
}

export function propertiesOf(schema: Schema): JsonObject {
  return asObject(schema.node['properties']) ?? anything
}

/** A subschema by its keyword; null when there is none. */
export function childOf(schema: Schema, keyword: string): Schema | null {
  const value = schema.node[keyword]
  return value === undefined ? null : readSchema(schema.documents, value)
}

/** The subschemas of `allOf`, `anyOf`, `oneOf` or `prefixItems`; unknown ones are left out. */
export function childrenOf(schema: Schema, keyword: string): readonly Schema[] {
  return asList(schema.node[keyword]).flatMap((each) => readSchema(schema.documents, each) ?? [])
}

/** A property of the schema itself or of what it is composed of with `allOf`. */
export function findProperty(schema: Schema, name: string, depth = 0): Schema | null {
  const own = propertiesOf(schema)[name]
  if (own !== undefined) return readSchema(schema.documents, own)
  if (depth > 10) return null
  for (const part of childrenOf(schema, 'allOf')) {
    const found = findProperty(part, name, depth + 1)
    if (found) return found
  }
  return null
}

/** Whether a schema has a property or may have it, because a part of it could not be read. */
export function mayHaveProperty(schema: Schema, name: string, depth = 0): boolean {
  if (name in propertiesOf(schema) || depth > 10) return true
  return asList(schema.node['allOf']).some((each) => {
    const part = readSchema(schema.documents, each)
    return part === null || mayHaveProperty(part, name, depth + 1)
  })
}

/** Whether the schema itself or what it is composed of with `allOf` requires a property. */
export function requires(schema: Schema, name: string, depth = 0): boolean {
  if (requiredOf(schema).includes(name)) return true
  return depth < 10 && childrenOf(schema, 'allOf').some((part) => requires(part, name, depth + 1))
}
