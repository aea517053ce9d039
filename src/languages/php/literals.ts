import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { constantText, lineOf, otherValue, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'

/** `'it\'s'`: only a quote and a backslash can be escaped. */
function plainString(_walk: Walk, node: SyntaxNode): Value {
  const parts = node.namedChildren.map((part) =>
    part?.type === 'escape_sequence' ? part.text.replace(/^\\([\\'])$/, '$1') : (part?.text ?? ''),
  )
  return textValue([parts.join('')], lineOf(node))
}

/** `"/orders/{$id}"`, and the same in a heredoc. */
function interpolated(walk: Walk, node: SyntaxNode): Value {
  const parts: (string | Value)[] = ['']
  for (const part of node.namedChildren) {
    if (part?.type === 'string_content' || part?.type === 'nowdoc_string') parts.push(part.text)
    else if (part?.type === 'escape_sequence') parts.push(unescaped(part.text))
    else if (part) parts.push(walk.value(part))
  }
  return textValue(parts, lineOf(node))
}

function heredoc(walk: Walk, node: SyntaxNode): Value {
  const body = node.childForFieldName('value')
  return body ? interpolated(walk, body) : textValue([''], lineOf(node))
}

/** A list, or an object as soon as one of its elements has a key. */
function arrayValue(walk: Walk, node: SyntaxNode): Value {
  const elements = node.namedChildren.flatMap((child) =>
    child?.type === 'array_element_initializer' ? [child] : [],
  )
  if (!elements.some((each) => each.namedChildCount > 1)) return listValue(walk, elements)
  const fields: ObjectField[] = []
  const spreads: Value[] = []
  for (const element of elements) {
    const [first, second] = element.namedChildren
    if (second) fields.push(fieldOf(walk, element))
    else if (first?.type === 'variadic_unpacking') spreads.push(walk.value(first.namedChild(0)))
    else fields.push({ name: '[]', value: walk.value(first ?? null), line: lineOf(element) })
  }
  return { type: 'object', fields, spreads, line: lineOf(node) }
}

function listValue(walk: Walk, elements: readonly SyntaxNode[]): Value {
  return { type: 'list', items: elements.map((each) => walk.value(each.namedChild(0))) }
}

function fieldOf(walk: Walk, element: SyntaxNode): ObjectField {
  const [key, value] = element.namedChildren
  const name = constantText(walk.value(key ?? null)) ?? '[]'
  return { name, value: walk.value(value ?? null, { name, owner: null }), line: lineOf(element) }
}

function unpacked(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.namedChild(0))
  return otherValue(node)
}

function literalRule(type: 'number' | 'boolean' | 'null'): ValueRule {
  return (_walk, node) => ({ type, text: node.text })
}

export const literalValues: readonly (readonly [string, ValueRule])[] = [
  ['string', plainString],
  ['encapsed_string', interpolated],
  ['heredoc', heredoc],
  ['nowdoc', heredoc],
  ['array_creation_expression', arrayValue],
  ['variadic_unpacking', unpacked],
  ['integer', literalRule('number')],
  ['float', literalRule('number')],
  ['boolean', literalRule('boolean')],
  ['null', literalRule('null')],
]
