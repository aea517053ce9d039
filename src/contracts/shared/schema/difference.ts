import type { Line } from '../../../domain/place.js'
import type { Json } from '../json.js'
import type { SchemaPair } from './schema.js'

/** The keywords that hold one value, compared as values. */
export const valueKeywords = [
  'maximum',
  'minimum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'maxItems',
  'minItems',
  'maxContains',
  'minContains',
  'pattern',
  'const',
  'default',
  'contentMediaType',
  'contentEncoding',
] as const

/** The keywords that hold one subschema, of which it matters that it is there at all. */
export const presenceKeywords = [
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
] as const

/** The keywords that hold a list of subschemas. */
export const listKeywords = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const

/** What differs between two schemas: a keyword, or what several keywords mean together. */
export type SchemaAspect =
  | (typeof valueKeywords)[number]
  | (typeof presenceKeywords)[number]
  | (typeof listKeywords)[number]
  /** Types and format: `from` and `to` are unused, a rule looks at the pair. */
  | 'type'
  /** Whether null is accepted: booleans. */
  | 'nullable'
  /** One type became a choice of types, or the reverse: lists of the types that went and came. */
  | 'list-of-types'
  /** An object became a choice whose alternatives hold its properties: `to` lists them. */
  | 'one-of-wrapping'
  /** The values were free and are now listed. */
  | 'enum'
  /** One listed value, gone (`from`) or new (`to`). */
  | 'enum-value'
  | 'extensible-enum-value'
  /** One property, gone (`from`) or new (`to`); its schema's node. */
  | 'property'
  /** Whether a property that both sides have must be there: booleans. */
  | 'required'
  /** Whether a property that both sides have is write-only: booleans. */
  | 'write-only'
  /** What one property requires of others: lists of names. */
  | 'dependent-required'
  /** One key of a map of subschemas, gone or new. */
  | 'dependent-schema'
  | 'pattern-property'

/** One neutral difference between two schemas: what it means depends on who sends and who receives. */
export type SchemaDifference = {
  readonly aspect: SchemaAspect
  /** The property it is about, relative to the pair; empty when it is about the pair itself. */
  readonly property: string
  readonly from: Json | undefined
  readonly to: Json | undefined
  readonly old: Line | null
  readonly new: Line | null
  readonly pair: SchemaPair
}

/** A difference at the place where a walk from a root found it. */
export type FoundDifference = SchemaDifference & {
  /** From the root: `items[].price`; empty for the root itself. */
  readonly field: string
  /** Whether it is about the root schema and not about something inside it. */
  readonly atRoot: boolean
}
