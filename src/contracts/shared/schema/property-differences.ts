import { asTexts } from '../json.js'
import type { SchemaAspect, SchemaDifference } from './difference.js'
import { difference, type Values } from './one-difference.js'
import {
  findProperty,
  mayHaveProperty,
  propertiesOf,
  requiredOf,
  requires,
  type Schema,
  type SchemaPair,
} from './schema.js'

/** Properties that went or came, and what became of those that stayed. `moved` ones live on in an alternative. */
export function propertyDifferences(pair: SchemaPair, moved: readonly string[]): readonly SchemaDifference[] {
  const [before, after] = [propertiesOf(pair.old), propertiesOf(pair.new)]
  const removed = Object.keys(before).filter(
    (name) => !moved.includes(name) && !mayHaveProperty(pair.new, name),
  )
  const added = Object.keys(after).filter((name) => !mayHaveProperty(pair.old, name))
  const named = new Set([...Object.keys(after), ...requiredOf(pair.old), ...requiredOf(pair.new)])
  const kept = [...named].filter((name) => findProperty(pair.old, name) && findProperty(pair.new, name))
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
    ...(wasRequired === isRequired ? [] : [requirement(pair, property, isRequired)]),
    ...(was === is ? [] : [ofProperty(pair, 'write-only', { property, from: was, to: is })]),
  ]
}

/** It stands at the name in the list of required ones, on the side that has it there. */
function requirement(pair: SchemaPair, property: string, isRequired: boolean): SchemaDifference {
  const found = difference(pair, 'required', { property, from: !isRequired, to: isRequired })
  const listed = lineInRequired(isRequired ? pair.new : pair.old, property)
  if (!listed) return found
  return isRequired ? { ...found, new: listed } : { ...found, old: listed }
}

function lineInRequired({ node, documents }: Schema, property: string) {
  const list = node['required']
  const index = asTexts(list).indexOf(property)
  return Array.isArray(list) && index >= 0 ? documents.lineOf(list, String(index)) : null
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
