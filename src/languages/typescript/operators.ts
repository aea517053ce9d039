import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operandsOf, operatorOf, sumValue } from '../shared/operands.js'
import { choiceValue, lineOf, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { declaredType } from './shapes.js'

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  const operator = operatorOf(node)
  switch (operator) {
    case '+':
      return sumValue(walk, node)
    case '??':
    case '||':
      return choiceValue(operandsOf(node, ['??', '||']).map((operand) => walk.value(operand)))
    case '&&':
      walk.visit(node.childForFieldName('left'))
      return walk.value(node.childForFieldName('right'))
    case '==':
    case '===':
    case '!=':
    case '!==':
      return comparedValue(walk, node)
    default:
      walk.visitChildren(node)
      return otherValue(node)
  }
}

function comparedValue(walk: Walk, node: SyntaxNode): Value {
  const left = walk.value(node.childForFieldName('left'))
  walk.compare(left, walk.value(node.childForFieldName('right')), lineOf(node))
  return otherValue(node)
}

function conditionalValue(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.childForFieldName('condition'))
  const branches = ['consequence', 'alternative'].map((field) => walk.value(node.childForFieldName(field)))
  return choiceValue(branches)
}

function castValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const [expression, type] = node.namedChildren
  const value = walk.value(expression ?? null, place)
  // `as const` names no type.
  return type ? { type: 'cast', value, to: declaredType(walk, type) ?? '' } : value
}

function angleCastValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const [types, expression] = node.namedChildren
  const to = declaredType(walk, types?.namedChild(0) ?? null) ?? ''
  return { type: 'cast', value: walk.value(expression ?? null, place), to }
}

/** `await e`, `(e)`, `e!` are `e`. */
function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.value(node.namedChild(0), place)
}

function lastValue(walk: Walk, node: SyntaxNode): Value {
  const expressions = node.namedChildren
  for (const expression of expressions.slice(0, -1)) walk.visit(expression)
  return walk.value(expressions.at(-1) ?? null)
}

export const operatorRules: readonly (readonly [string, ValueRule])[] = [
  ['binary_expression', binaryValue],
  ['ternary_expression', conditionalValue],
  ['as_expression', castValue],
  ['satisfies_expression', castValue],
  ['type_assertion', angleCastValue],
  ['await_expression', innerValue],
  ['parenthesized_expression', innerValue],
  ['non_null_expression', innerValue],
  ['sequence_expression', lastValue],
]
