import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operatorOf, sumValue } from '../shared/operands.js'
import { choiceValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { typeText } from './type-text.js'

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  if (operatorOf(node) === '+') return sumValue(walk, node)
  walk.visitChildren(node)
  return otherValue(node)
}

function choice(walk: Walk, node: SyntaxNode): Value {
  walk.value(node.childForFieldName('condition'))
  return choiceValue([
    walk.value(node.childForFieldName('consequence')),
    walk.value(node.childForFieldName('alternative')),
  ])
}

function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.value(node.namedChild(0), place)
}

function castValue(walk: Walk, node: SyntaxNode): Value {
  const to = typeText(node.childForFieldName('type')) ?? ''
  return { type: 'cast', value: walk.value(node.childForFieldName('value')), to }
}

export const operatorRules: readonly (readonly [string, ValueRule])[] = [
  ['binary_expression', binaryValue],
  ['ternary_expression', choice],
  ['parenthesized_expression', innerValue],
  ['cast_expression', castValue],
]
