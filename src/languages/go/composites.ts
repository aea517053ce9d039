import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { constantText, lineOf, otherValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { typeText } from './type-text.js'

function compositeValue(walk: Walk, node: SyntaxNode): Value {
  return literalOf(walk, node.childForFieldName('body'), node.childForFieldName('type'))
}

/** A literal of a type: fields of a struct, keys of a map, items of a list. */
function literalOf(walk: Walk, body: SyntaxNode | null, type: SyntaxNode | null): Value {
  const value = body ? contentOf(walk, body, type) : otherValue('')
  return { type: 'cast', value, to: typeText(type) ?? '' }
}

function contentOf(walk: Walk, body: SyntaxNode, type: SyntaxNode | null): Value {
  const inner = type?.childForFieldName('element') ?? type?.childForFieldName('value') ?? null
  const fields: ObjectField[] = []
  const items: Value[] = []
  for (const child of body.namedChildren) {
    if (child?.type === 'keyed_element') fields.push(fieldOf(walk, child, type))
    else if (child) items.push(elementValue(walk, child, { type: inner, name: '' }))
  }
  // A list may give its items numbers: `[]string{2: "paid"}`.
  const isList = fields.length === 0 ? items.length > 0 || isListType(type) : isListType(type)
  if (isList) return { type: 'list', items: [...items, ...fields.map(({ value }) => value)] }
  return { type: 'object', fields, spreads: [], line: lineOf(body) }
}

function isListType(type: SyntaxNode | null): boolean {
  return (
    type?.type === 'slice_type' || type?.type === 'array_type' || type?.type === 'implicit_length_array_type'
  )
}

function fieldOf(walk: Walk, element: SyntaxNode, type: SyntaxNode | null): ObjectField {
  const name = keyOf(walk, element.childForFieldName('key')?.namedChild(0) ?? null, type)
  const inner = type?.childForFieldName('value') ?? type?.childForFieldName('element') ?? null
  const value = elementValue(walk, element.childForFieldName('value'), { type: inner, name })
  return { name, value, line: lineOf(element) }
}

/** A bare word is a field of a struct, but a variable in a map. */
function keyOf(walk: Walk, key: SyntaxNode | null, type: SyntaxNode | null): string {
  if (key?.type === 'identifier' && type?.type !== 'map_type') return key.text
  return constantText(walk.value(key)) ?? '[]'
}

type Expected = { readonly type: SyntaxNode | null; readonly name: string }

/** An element; one in bare braces has the type that the literal around it says. */
function elementValue(walk: Walk, element: SyntaxNode | null, expected: Expected): Value {
  const inner = element?.namedChild(0) ?? null
  if (inner?.type !== 'literal_value') return walk.value(inner, { name: expected.name, owner: null })
  const pointed = expected.type?.type === 'pointer_type' ? expected.type.namedChild(0) : expected.type
  return walk.nested(inner, () => literalOf(walk, inner, pointed))
}

export const compositeRules: readonly (readonly [string, ValueRule])[] = [
  ['composite_literal', compositeValue],
  // Reached only when it lies too deep for the literal around it.
  ['literal_value', (walk, node) => literalOf(walk, node, null)],
]
