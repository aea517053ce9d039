import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operandsOf, operatorOf } from '../shared/operands.js'
import { choiceValue, lineOf, otherValue, textValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'

/** The grammar keeps the dot of a concatenation to itself, and no other operator. */
const concatenation = ''
const choosing = ['??', '||', 'or']

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  const operator = operatorOf(node)
  if (operator === concatenation)
    return textValue(
      operandsOf(node, [concatenation]).map((operand) => walk.value(operand)),
      lineOf(node),
    )
  if (choosing.includes(operator))
    return choiceValue(operandsOf(node, choosing).map((operand) => walk.value(operand)))
  const left = walk.value(node.childForFieldName('left'))
  const right = walk.value(node.childForFieldName('right'))
  // `['a' => 1] + $defaults` has the keys of both.
  if (operator === '+' && left.type === 'object') return { ...left, spreads: [...left.spreads, right] }
  return operator === '&&' ? right : otherValue(node)
}

/** `$a ? $b : $c`, and `$a ?: $c`. */
function conditionalValue(walk: Walk, node: SyntaxNode): Value {
  const condition = walk.value(node.childForFieldName('condition'))
  const body = node.childForFieldName('body')
  const alternative = node.childForFieldName('alternative')
  return choiceValue([body ? walk.value(body) : condition, walk.value(alternative)])
}

function matchValue(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.childForFieldName('condition'))
  const arms = node.childForFieldName('body')?.namedChildren ?? []
  return choiceValue(
    arms.flatMap((arm) => {
      walk.visit(arm?.childForFieldName('conditional_expressions') ?? null)
      const returned = arm?.childForFieldName('return_expression')
      return returned ? [walk.value(returned)] : []
    }),
  )
}

/** `(e)`, `clone e`, `@e`, `(string) e` and `await e` are `e`, as far as names go. */
function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.value(node.childForFieldName('value') ?? node.namedChildren.at(-1) ?? null, place)
}

function operationValue(walk: Walk, node: SyntaxNode): Value {
  walk.visitChildren(node)
  return otherValue(node)
}

export const operatorValues: readonly (readonly [string, ValueRule])[] = [
  ['binary_expression', binaryValue],
  ['conditional_expression', conditionalValue],
  ['match_expression', matchValue],
  ['parenthesized_expression', innerValue],
  ['clone_expression', innerValue],
  ['error_suppression_expression', innerValue],
  ['cast_expression', innerValue],
  ['by_ref', innerValue],
  ['unary_op_expression', operationValue],
]
