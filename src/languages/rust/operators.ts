import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operatorOf, sumValue } from '../shared/operands.js'
import { otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { typeText } from './type-text.js'

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  if (operatorOf(node) === '+') return sumValue(walk, node)
  walk.visitChildren(node)
  return otherValue(node)
}

/** `&e`, `*e`, `e?`, `e.await` and `(e)` are `e`. */
function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.value(node.childForFieldName('value') ?? node.namedChild(0), place)
}

function unaryValue(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.namedChild(0))
  return node.child(0)?.type === '*' ? value : otherValue(node)
}

function castValue(walk: Walk, node: SyntaxNode): Value {
  const to = typeText(walk, node.childForFieldName('type')) ?? ''
  return { type: 'cast', value: walk.value(node.childForFieldName('value')), to }
}

function listValue(walk: Walk, node: SyntaxNode): Value {
  return { type: 'list', items: node.namedChildren.map((child) => walk.value(child)) }
}

export const operatorRules: readonly (readonly [string, ValueRule])[] = [
  ['binary_expression', binaryValue],
  ['unary_expression', unaryValue],
  ['reference_expression', innerValue],
  ['parenthesized_expression', innerValue],
  ['try_expression', innerValue],
  ['await_expression', innerValue],
  ['type_cast_expression', castValue],
  ['tuple_expression', listValue],
  ['array_expression', listValue],
]
