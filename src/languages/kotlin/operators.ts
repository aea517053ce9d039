import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operandsOf, operatorOf, sumValue } from '../shared/operands.js'
import { choiceValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { partsOf } from './nodes.js'
import { typeText } from './type-text.js'

export function binaryValue(walk: Walk, node: SyntaxNode): Value {
  const operator = operatorOf(node)
  if (operator === '+') return sumValue(walk, node)
  if (operator === '?:') return fallback(walk, node)
  walk.visitChildren(node)
  return otherValue(node)
}

/** `a ?: b` is either; `a ?: return` and `a ?: throw e` are the first wherever the code goes on. */
function fallback(walk: Walk, node: SyntaxNode): Value {
  const values = operandsOf(node, ['?:']).flatMap((operand) => {
    const value = walk.value(operand)
    return /^(?:return|throw|break|continue)_expression$/.test(operand.type) ? [] : [value]
  })
  const [only] = values
  return only && values.length === 1 ? only : choiceValue(values)
}

/** `order!!` is the order; any other sign makes something else of it. */
function unaryValue(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('argument'))
  return operatorOf(node) === '!!' ? value : otherValue(node)
}

/** What stands in parentheses, behind a label or an annotation. */
function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.value(partsOf(node).at(-1) ?? null, place)
}

function castValue(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('left'))
  return { type: 'cast', value, to: typeText(node.childForFieldName('right')) ?? '' }
}

function testValue(walk: Walk, node: SyntaxNode): Value {
  walk.value(node.childForFieldName('left'))
  return otherValue(node)
}

export const operatorRules: readonly (readonly [string, ValueRule])[] = [
  ['unary_expression', unaryValue],
  ['parenthesized_expression', innerValue],
  ['annotated_expression', innerValue],
  ['labeled_expression', innerValue],
  ['spread_expression', innerValue],
  ['as_expression', castValue],
  ['is_expression', testValue],
]
