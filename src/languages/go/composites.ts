import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { constantText, lineOf } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { declaredType } from './shapes.js'

/** A type as a node, which tells lists from maps and structs, and the text it is known under. */
type Type = { readonly node: SyntaxNode | null; readonly text: string }

const untyped: Type = { node: null, text: '' }

/** A literal also says what the fields of its type may hold: `&Orders{client: c}` binds `Orders.client`. */
function compositeValue(walk: Walk, node: SyntaxNode): Value {
  const written = node.childForFieldName('type')
  const type = { node: written, text: declaredType(walk, written) ?? '' }
  const value = contentOf(walk, node.childForFieldName('body') ?? node, type)
  if (written?.type === 'type_identifier' && value.type === 'object') {
    for (const field of value.fields) walk.bind({ ...field, name: `${type.text}.${field.name}` })
  }
  return { type: 'cast', value, to: type.text }
}

/** Fields of a struct, keys of a map, items of a list. */
function contentOf(walk: Walk, body: SyntaxNode, type: Type): Value {
  const fields: ObjectField[] = []
  const items: Value[] = []
  for (const child of body.namedChildren) {
    if (child?.type === 'keyed_element') fields.push(fieldOf(walk, child, type))
    else if (child) items.push(elementValue(walk, child, type, ''))
  }
  // A list may give its items numbers: `[]string{2: "paid"}`.
  const isList = isListType(type) || (fields.length === 0 && items.length > 0)
  if (isList) return { type: 'list', items: [...items, ...fields.map(({ value }) => value)] }
  return { type: 'object', fields, spreads: [], line: lineOf(body) }
}

function isListType({ node }: Type): boolean {
  return (
    node?.type === 'slice_type' || node?.type === 'array_type' || node?.type === 'implicit_length_array_type'
  )
}

function fieldOf(walk: Walk, element: SyntaxNode, type: Type): ObjectField {
  const name = keyOf(walk, element.childForFieldName('key')?.namedChild(0) ?? null, type)
  return {
    name,
    value: elementValue(walk, element.childForFieldName('value'), type, name),
    line: lineOf(element),
  }
}

/** A bare word is a field of a struct, but a variable in a map. */
function keyOf(walk: Walk, key: SyntaxNode | null, type: Type): string {
  if (key?.type === 'identifier' && type.node?.type !== 'map_type') return key.text
  return constantText(walk.value(key)) ?? '[]'
}

/** An element of a literal; one in bare braces has the type that the literal around it says. */
function elementValue(walk: Walk, element: SyntaxNode | null, around: Type, name: string): Value {
  const inner = element?.namedChild(0) ?? null
  if (inner?.type !== 'literal_value') return walk.value(inner, { name })
  const type = elementType(around)
  return walk.nested(inner, () => ({ type: 'cast', value: contentOf(walk, inner, type), to: type.text }))
}

/** `Order` of `[]Order` and of `map[string]*Order`. */
function elementType({ node, text }: Type): Type {
  const element = node?.childForFieldName('element') ?? node?.childForFieldName('value') ?? null
  const pointed = element?.type === 'pointer_type' ? element.namedChild(0) : element
  return { node: pointed, text: text.replace(/^(?:map)?\[[^\]]*\]/, '') }
}

export const compositeRules: readonly (readonly [string, ValueRule])[] = [
  ['composite_literal', compositeValue],
  // Reached only when it lies too deep for the literal around it.
  ['literal_value', (walk, node) => contentOf(walk, node, untyped)],
]
