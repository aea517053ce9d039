import type { Line } from '../../../domain/place.js'
import { asList, asObject, isObject, type Json, sameJson } from '../json.js'
import {
  listKeywords,
  presenceKeywords,
  type SchemaAspect,
  type SchemaDifference,
  valueKeywords,
} from './difference.js'
import { findProperty, propertiesOf, requires, type Schema, type SchemaPair, typesOf } from './schema.js'
import { matchSubschemas, type SameName, subschemaName } from './subschemas.js'
import { acceptsNull, type Transition, transitionOf } from './transitions.js'

/** Where a keyword stands, or the schema when it is not there. */
function lineOf(schema: Schema, keyword: string): Line | null {
  return schema.documents.lineOf(schema.node, keyword) ?? schema.documents.lineOf(schema.node)
}

type Values = Pick<SchemaDifference, 'from' | 'to'> & {
  readonly property?: string
  readonly keyword?: string
}

function difference(pair: SchemaPair, aspect: SchemaAspect, values: Values): SchemaDifference {
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

/** What differs between two schemas themselves; what differs inside the subschemas that both have is not said here. */
export function localDifferences(pair: SchemaPair, sameName: SameName): readonly SchemaDifference[] {
  if (pair.old.node === pair.new.node) return []
  const transition = transitionOf(pair)
  if (transition?.type === 'same') return []
  if (transition?.type === 'nullable') return [nullability(pair, transition.gained)]
  return [
    ...(transition ? [told(pair, transition)] : typeDifferences(pair)),
    ...nullabilityDifferences(pair),
    ...enumDifferences(pair),
    ...valueKeywords.flatMap((keyword) => valueDifference(pair, keyword)),
    ...presenceKeywords.flatMap((keyword) => presenceDifference(pair, keyword)),
    ...listDifferences(pair, transition, sameName),
    ...propertyDifferences(pair, transition?.type === 'one-of-wrapping' ? transition.moved : []),
    ...mapDifferences(pair, 'dependentSchemas', 'dependent-schema'),
    ...mapDifferences(pair, 'patternProperties', 'pattern-property'),
    ...dependentRequired(pair),
  ]
}

function told(pair: SchemaPair, transition: Transition): SchemaDifference {
  switch (transition.type) {
    case 'list-of-types':
      return difference(pair, 'list-of-types', {
        from: transition.removed,
        to: transition.added,
        keyword: 'type',
      })
    case 'one-of-wrapping':
      return difference(pair, 'one-of-wrapping', { from: undefined, to: transition.moved, keyword: 'oneOf' })
    default:
      return nullability(pair, true)
  }
}

function nullability(pair: SchemaPair, gained: boolean): SchemaDifference {
  const keyword = 'nullable' in pair.old.node || 'nullable' in pair.new.node ? 'nullable' : 'type'
  return difference(pair, 'nullable', { from: !gained, to: gained, keyword })
}

function nullabilityDifferences(pair: SchemaPair): readonly SchemaDifference[] {
  const [before, after] = [acceptsNull(pair.old), acceptsNull(pair.new)]
  // A schema without types accepts everything, null too: it neither gains nor loses it.
  const isOpen = [pair.old, pair.new].some((each) => !('nullable' in each.node) && typesOf(each).length === 0)
  const isSaid = 'nullable' in pair.old.node || 'nullable' in pair.new.node || !isOpen
  return before !== after && isSaid ? [nullability(pair, after)] : []
}

function typeDifferences(pair: SchemaPair): readonly SchemaDifference[] {
  const [before, after] = [typesOf(pair.old), typesOf(pair.new)]
  const changed = [...before.filter((t) => !after.includes(t)), ...after.filter((t) => !before.includes(t))]
  const isFormat = (pair.old.node['format'] ?? '') !== (pair.new.node['format'] ?? '')
  // A type that only gains or loses null is told as nullability.
  if (!isFormat && changed.every((type) => type === 'null')) return []
  const keyword = changed.length > 0 ? 'type' : 'format'
  return [difference(pair, 'type', { from: [...before], to: [...after], keyword })]
}

function enumDifferences(pair: SchemaPair): readonly SchemaDifference[] {
  const values = (schema: Schema, keyword: string) => asList(schema.node[keyword])
  const of = (keyword: string, aspect: SchemaAspect) => {
    const [before, after] = [values(pair.old, keyword), values(pair.new, keyword)]
    const missing = (list: readonly Json[], value: Json) => !list.some((each) => sameJson(each, value))
    return [
      ...before.filter((each) => missing(after, each)).map((from) => ({ from, to: undefined })),
      ...after.filter((each) => missing(before, each)).map((to) => ({ from: undefined, to })),
    ].map((each) => difference(pair, aspect, { ...each, keyword }))
  }
  const has = (schema: Schema, keyword: string) => schema.node[keyword] !== undefined
  const both = (keyword: string) => has(pair.old, keyword) && has(pair.new, keyword)
  // A list that appears or goes as a whole is one difference; its values are not told one by one.
  const appeared = !has(pair.old, 'enum') && has(pair.new, 'enum')
  return [
    ...(appeared ? [difference(pair, 'enum', { from: undefined, to: pair.new.node['enum'] })] : []),
    ...(both('enum') ? of('enum', 'enum-value') : []),
    ...(both('x-extensible-enum') ? of('x-extensible-enum', 'extensible-enum-value') : []),
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
  // Absent means nothing less than nothing is asked for, so a first lower bound is an increase.
  if (keyword === 'minLength' || keyword === 'minItems') return node[keyword] ?? 0
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

function listDifferences(pair: SchemaPair, transition: Transition | null, sameName: SameName) {
  return listKeywords.flatMap((keyword) => {
    // The transition tells what became of the structure; only the choice itself remains to be told.
    if (transition && !(transition.type === 'one-of-wrapping' && keyword === 'oneOf')) return []
    const { removed, added } = matchSubschemas(pair, keyword, sameName)
    const names = (list: readonly Schema[]) => list.map(subschemaName)
    return [
      ...(removed.length > 0 ? [difference(pair, keyword, { from: names(removed), to: undefined })] : []),
      ...(added.length > 0 ? [difference(pair, keyword, { from: undefined, to: names(added) })] : []),
    ]
  })
}

function propertyDifferences(pair: SchemaPair, moved: readonly string[]): readonly SchemaDifference[] {
  const [before, after] = [propertiesOf(pair.old), propertiesOf(pair.new)]
  const removed = Object.keys(before).filter((name) => !moved.includes(name) && !findProperty(pair.new, name))
  const added = Object.keys(after).filter((name) => !findProperty(pair.old, name))
  const kept = Object.keys(after).filter((name) => findProperty(pair.old, name))
  return [
    ...removed.map((property) => ofProperty(pair, 'property', { property, from: true, to: undefined })),
    ...added.map((property) => ofProperty(pair, 'property', { property, from: undefined, to: true })),
    ...kept.flatMap((property) => flagDifferences(pair, property)),
  ]
}

function flagDifferences(pair: SchemaPair, property: string): readonly SchemaDifference[] {
  const [wasRequired, isRequired] = [requires(pair.old, property), requires(pair.new, property)]
  const isWriteOnly = (schema: Schema) => findProperty(schema, property)?.node['writeOnly'] === true
  const [was, is] = [isWriteOnly(pair.old), isWriteOnly(pair.new)]
  return [
    ...(wasRequired === isRequired
      ? []
      : [difference(pair, 'required', { property, from: wasRequired, to: isRequired })]),
    ...(was === is ? [] : [ofProperty(pair, 'write-only', { property, from: was, to: is })]),
  ]
}

/** A difference that stands at the line of a property; of one that is gone, the head's line is that of its object. */
function ofProperty(pair: SchemaPair, aspect: SchemaAspect, values: Values & { readonly property: string }) {
  const line = (schema: Schema) =>
    schema.documents.lineOf(propertiesOf(schema), values.property) ?? schema.documents.lineOf(schema.node)
  return {
    ...difference(pair, aspect, values),
    old: values.from === undefined ? null : line(pair.old),
    new: line(pair.new),
  }
}

function mapDifferences(
  pair: SchemaPair,
  keyword: string,
  aspect: SchemaAspect,
): readonly SchemaDifference[] {
  const [before, after] = [asObject(pair.old.node[keyword]) ?? {}, asObject(pair.new.node[keyword]) ?? {}]
  return [
    ...Object.keys(before)
      .filter((key) => !(key in after))
      .map((from) => ({ from, to: undefined })),
    ...Object.keys(after)
      .filter((key) => !(key in before))
      .map((to) => ({ from: undefined, to })),
  ].map((each) => difference(pair, aspect, { ...each, keyword }))
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
