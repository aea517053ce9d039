import { asList, asObject, isObject, type Json, type JsonObject, sameJson } from '../json.js'
import { propertiesOf, readSchema, requiredOf, type Schema } from './schema.js'

/** Keywords that describe and do not constrain. */
export const annotations: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'example',
  'examples',
  'externalDocs',
  '$comment',
  'xml',
])

const comparisons = 5_000

/** Whether two schemas accept the same values because they say the same, wherever they say it. */
export function equivalent(one: Schema, other: Schema): boolean {
  return new Equivalence().schemas(one, other)
}

/** Whether a schema accepts everything. */
export function constrainsNothing(node: JsonObject): boolean {
  return Object.keys(node).every((key) => annotations.has(key) || key.startsWith('x-'))
}

/** One question; circles are assumed to agree, and a question that grows without end is answered with no. */
class Equivalence {
  private readonly asked = new Map<JsonObject, Set<JsonObject>>()
  private left = comparisons

  schemas(one: Schema, other: Schema): boolean {
    if (one.node === other.node) return true
    if (this.left-- <= 0) return false
    const asked = this.asked.get(one.node) ?? new Set()
    if (asked.has(other.node)) return true
    this.asked.set(one.node, asked.add(other.node))
    const keys = new Set([...Object.keys(one.node), ...Object.keys(other.node)])
    return [...keys].every((key) => annotations.has(key) || this.keyword(key, one, other))
  }

  private keyword(key: string, one: Schema, other: Schema): boolean {
    const [a, b] = [one.node[key], other.node[key]]
    if (key === 'required') return sameSet(requiredOf(one), requiredOf(other))
    if (a === undefined || b === undefined) return false
    if (schemaKeywords.has(key) && isObject(a) && isObject(b)) return this.values(a, b, one, other)
    if (schemaLists.has(key)) return this.lists(asList(a), asList(b), one, other)
    if (schemaMaps.has(key)) return this.maps(asObject(a) ?? {}, asObject(b) ?? {}, one, other)
    return key === 'enum' ? sameSet(asList(a).map(text), asList(b).map(text)) : sameJson(a, b)
  }

  private values(a: Json | undefined, b: Json | undefined, one: Schema, other: Schema): boolean {
    const [left, right] = [readSchema(one.documents, a), readSchema(other.documents, b)]
    return left !== null && right !== null && this.schemas(left, right)
  }

  private lists(a: readonly Json[], b: readonly Json[], one: Schema, other: Schema): boolean {
    return a.length === b.length && a.every((each, index) => this.values(each, b[index], one, other))
  }

  private maps(a: JsonObject, b: JsonObject, one: Schema, other: Schema): boolean {
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => key in b && this.values(a[key], b[key], one, other))
    )
  }
}

/** `allOf` folded into one schema, where all of its parts only name properties; null where they say more. */
export function flattened(schema: Schema, depth = 0): Schema | null {
  const parts = asList(schema.node['allOf'])
  if (depth > 10) return null
  if (parts.length === 0) return schema
  const properties: { [key: string]: Json } = Object.assign(Object.create(null), propertiesOf(schema))
  const required = new Set(requiredOf(schema))
  for (const part of parts) {
    const read = readSchema(schema.documents, part)
    const flat = read && flattened(read, depth + 1)
    if (!flat || !Object.keys(flat.node).every((key) => foldable.has(key) || annotations.has(key)))
      return null
    for (const [name, each] of Object.entries(propertiesOf(flat))) {
      if (name in properties) return null
      properties[name] = each
    }
    for (const name of requiredOf(flat)) required.add(name)
  }
  const { allOf: _, ...rest } = schema.node
  return { ...schema, node: { ...rest, type: 'object', properties, required: [...required] } }
}

const foldable: ReadonlySet<string> = new Set(['type', 'properties', 'required'])
const schemaKeywords: ReadonlySet<string> = new Set([
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
])
const schemaLists: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const schemaMaps: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
])

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(one)
  return set.size === new Set(other).size && other.every((each) => set.has(each))
}

function text(value: Json): string {
  return JSON.stringify(value)
}
