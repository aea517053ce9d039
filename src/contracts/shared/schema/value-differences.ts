import { asList, asObject, isObject, type Json, type JsonObject, sameJson } from '../json.js'
import { presenceKeywords, type SchemaAspect, type SchemaDifference, valueKeywords } from './difference.js'
import { difference, lineOf } from './one-difference.js'
import type { Schema, SchemaPair } from './schema.js'

/** What differs in keywords that hold one value, one subschema, or a map. */
export function valueDifferences(pair: SchemaPair): readonly SchemaDifference[] {
  return [
    ...valueKeywords.flatMap((keyword) => valueDifference(pair, keyword)),
    ...presenceKeywords.flatMap((keyword) => presenceDifference(pair, keyword)),
    ...mapDifferences(pair, 'dependentSchemas', 'dependent-schema'),
    ...mapDifferences(pair, 'patternProperties', 'pattern-property'),
    ...dependentRequired(pair),
  ]
}

function valueDifference(
  pair: SchemaPair,
  keyword: (typeof valueKeywords)[number],
): readonly SchemaDifference[] {
  const [from, to] = [boundOf(pair.old, keyword), boundOf(pair.new, keyword)]
  const isSame = from === undefined || to === undefined ? from === to : sameJson(from, to)
  return isSame ? [] : [difference(pair, keyword, { from, to })]
}

/** A keyword's value; in OpenAPI 3.0 `exclusiveMaximum: true` says that `maximum` is the exclusive one. */
function boundOf(schema: Schema, keyword: string): Json | undefined {
  const { node } = schema
  // Absent is a length of 0 and a pattern that matches all, so a first lower bound is an increase.
  if (keyword === 'minLength' || keyword === 'minItems') return node[keyword] ?? 0
  if (keyword === 'pattern') return node[keyword] || undefined
  const [, end] = /^(?:exclusive)?(Maximum|Minimum)$/i.exec(keyword) ?? []
  if (!end) return node[keyword]
  const plain = end.toLowerCase()
  const exclusive = `exclusive${plain.charAt(0).toUpperCase()}${plain.slice(1)}`
  const isBoolean = typeof node[exclusive] === 'boolean'
  if (keyword === plain) return node[exclusive] === true ? undefined : node[plain]
  return isBoolean ? (node[exclusive] === true ? node[plain] : undefined) : node[exclusive]
}

function presenceDifference(pair: SchemaPair, keyword: (typeof presenceKeywords)[number]) {
  const [before, after] = [pair.old.node[keyword], pair.new.node[keyword]]
  const isSchema = (value: Json | undefined) => isObject(value)
  return isSchema(before) === isSchema(after) ? [] : [difference(pair, keyword, { from: before, to: after })]
}

function mapDifferences(
  pair: SchemaPair,
  keyword: string,
  aspect: SchemaAspect,
): readonly SchemaDifference[] {
  const [before, after] = [asObject(pair.old.node[keyword]) ?? {}, asObject(pair.new.node[keyword]) ?? {}]
  const at = (schema: Schema, map: JsonObject, key: string) =>
    schema.documents.lineOf(map, key) ?? lineOf(schema, keyword)
  return [
    ...Object.keys(before)
      .filter((key) => !(key in after))
      .map((from) => ({
        ...difference(pair, aspect, { from, to: undefined, keyword }),
        old: at(pair.old, before, from),
      })),
    ...Object.keys(after)
      .filter((key) => !(key in before))
      .map((to) => ({
        ...difference(pair, aspect, { from: undefined, to, keyword }),
        new: at(pair.new, after, to),
      })),
  ]
}

function dependentRequired(pair: SchemaPair): readonly SchemaDifference[] {
  const map = (schema: Schema) => asObject(schema.node['dependentRequired']) ?? {}
  const [before, after] = [map(pair.old), map(pair.new)]
  const spelt = (key: string, value: Json | undefined) =>
    value === undefined ? undefined : `${key}: ${asList(value).map(String).sort().join(', ')}`
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [from, to] = [spelt(key, before[key]), spelt(key, after[key])]
    return from === to
      ? []
      : [difference(pair, 'dependent-required', { from, to, keyword: 'dependentRequired' })]
  })
}
