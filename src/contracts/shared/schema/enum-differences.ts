import { asList, type Json } from '../json.js'
import type { SchemaAspect, SchemaDifference } from './difference.js'
import { difference, lineOf } from './one-difference.js'
import type { Schema, SchemaPair } from './schema.js'

/**
 * Listed values that went or came, each at its own line. A list that appears as a whole is one difference, and one that
 * goes as a whole is none: its values are not told one by one, because then everything is allowed.
 */
export function enumDifferences(pair: SchemaPair): readonly SchemaDifference[] {
  const has = (schema: Schema, keyword: string) => schema.node[keyword] !== undefined
  const both = (keyword: string) => has(pair.old, keyword) && has(pair.new, keyword)
  const appeared = !has(pair.old, 'enum') && has(pair.new, 'enum')
  return [
    ...(appeared ? [difference(pair, 'enum', { from: undefined, to: pair.new.node['enum'] })] : []),
    ...(both('enum') ? valueDifferences(pair, 'enum', 'enum-value') : []),
    ...(both('x-extensible-enum')
      ? valueDifferences(pair, 'x-extensible-enum', 'extensible-enum-value')
      : []),
  ]
}

function valueDifferences(
  pair: SchemaPair,
  keyword: string,
  aspect: SchemaAspect,
): readonly SchemaDifference[] {
  const [before, after] = [valuesOf(pair.old, keyword), valuesOf(pair.new, keyword)]
  const only = (list: Values, other: Values) =>
    [...list].filter(([key]) => !other.has(key)).map(([, each]) => each)
  return [
    ...only(before, after).map(({ value, index }) => ({
      ...difference(pair, aspect, { from: value, to: undefined, keyword }),
      old: lineOfValue(pair.old, keyword, index),
    })),
    ...only(after, before).map(({ value, index }) => ({
      ...difference(pair, aspect, { from: undefined, to: value, keyword }),
      new: lineOfValue(pair.new, keyword, index),
    })),
  ]
}

/** By their spelling, so that long lists are compared in one pass. */
type Values = ReadonlyMap<string, { readonly value: Json; readonly index: number }>

function valuesOf(schema: Schema, keyword: string): Values {
  return new Map(
    asList(schema.node[keyword]).map((value, index) => [JSON.stringify(value), { value, index }]),
  )
}

function lineOfValue(schema: Schema, keyword: string, index: number) {
  return schema.documents.lineOf(asList(schema.node[keyword]), String(index)) ?? lineOf(schema, keyword)
}
