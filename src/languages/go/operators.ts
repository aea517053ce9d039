import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operatorOf, sumValue } from '../shared/operands.js'
import { lineOf, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { isBuiltInType, typeText } from './type-text.js'

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  if (operatorOf(node) === '+') return sumValue(walk, node)
  if (operatorOf(node) === '==' || operatorOf(node) === '!=') {
    const left = walk.value(node.childForFieldName('left'))
    walk.compare(left, walk.value(node.childForFieldName('right')), lineOf(node))
  } else walk.visitChildren(node)
  return otherValue(node)
}

/** `&e` and `*e` are `e`. */
function unaryValue(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('operand'))
  const operator = operatorOf(node)
  return operator === '&' || operator === '*' ? value : otherValue(node)
}

function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.value(node.namedChild(0), place)
}

function assertionValue(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('operand'))
  return { type: 'cast', value, to: typeText(node.childForFieldName('type')) ?? '' }
}

/** Bytes of a text and text of bytes are the same text. */
export function conversion(value: Value, to: string): Value {
  return to === 'string' || to === '[]byte' || isBuiltInType(to) ? value : { type: 'cast', value, to }
}

export const operatorRules: readonly (readonly [string, ValueRule])[] = [
  ['binary_expression', binaryValue],
  ['unary_expression', unaryValue],
  ['parenthesized_expression', innerValue],
  ['type_assertion_expression', assertionValue],
]
