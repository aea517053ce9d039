import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operandsOf, operatorOf, sumValue } from '../shared/operands.js'
import { choiceValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { percentFormat } from './formats.js'

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  const operator = operatorOf(node)
  if (operator === '+') return sumValue(walk, node)
  const left = walk.value(node.childForFieldName('left'))
  const right = walk.value(node.childForFieldName('right'))
  const isFormat = operator === '%' && (left.type === 'text' || right.type === 'list')
  return isFormat ? percentFormat(left, right) : otherValue(node)
}

function booleanValue(walk: Walk, node: SyntaxNode): Value {
  if (operatorOf(node) === 'or') {
    return choiceValue(operandsOf(node, ['or']).map((operand) => walk.value(operand)))
  }
  walk.visit(node.childForFieldName('left'))
  return walk.value(node.childForFieldName('right'))
}

function conditionalValue(walk: Walk, node: SyntaxNode): Value {
  const [consequence, condition, alternative] = node.namedChildren
  walk.visit(condition ?? null)
  return choiceValue([walk.value(consequence ?? null), walk.value(alternative ?? null)])
}

/** `await e` and `(e)` are `e`. */
function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.value(node.namedChild(0), place)
}

function splatValue(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.namedChild(0))
  return otherValue(node)
}

export const operatorRules: readonly (readonly [string, ValueRule])[] = [
  ['binary_operator', binaryValue],
  ['boolean_operator', booleanValue],
  ['conditional_expression', conditionalValue],
  ['await', innerValue],
  ['parenthesized_expression', innerValue],
  ['list_splat', splatValue],
  ['dictionary_splat', splatValue],
]
