import type { Line } from '../../../domain/place.js'
import type { SchemaAspect, SchemaDifference } from './difference.js'
import type { Schema, SchemaPair } from './schema.js'

/** Where a keyword stands, or the schema when it is not there. */
export function lineOf(schema: Schema, keyword: string): Line | null {
  return schema.documents.lineOf(schema.node, keyword) ?? schema.documents.lineOf(schema.node)
}

export type Values = Pick<SchemaDifference, 'from' | 'to'> & {
  readonly property?: string
  readonly keyword?: string
}

/** A difference that stands at the line of its keyword. */
export function difference(pair: SchemaPair, aspect: SchemaAspect, values: Values): SchemaDifference {
  const keyword = values.keyword ?? aspect
  return {
    aspect,
    property: values.property ?? '',
    from: values.from,
    to: values.to,
    // Something added stood nowhere; something removed leaves the line of what it was part of.
    old: values.from === undefined ? null : lineOf(pair.old, keyword),
    new: lineOf(pair.new, keyword),
    pair,
  }
}
