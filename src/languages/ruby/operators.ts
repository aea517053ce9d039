import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operandsOf, operatorOf, sumValue } from '../shared/operands.js'
import { choiceValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'

const either = ['||', 'or']

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  const operator = operatorOf(node)
  if (operator === '+') return sumValue(walk, node)
  if (either.includes(operator))
    return choiceValue(operandsOf(node, [operator]).map((operand) => walk.value(operand)))
  const left = walk.value(node.childForFieldName('left'))
  const right = walk.value(node.childForFieldName('right'))
  if (operator === '&&' || operator === 'and') return right
  if (operator !== '%' || left.type !== 'text') return otherValue(node)
  const given = right.type === 'list' ? right.items : [right]
  return { type: 'format', format: left, arguments: given, line: left.line }
}

function conditionalValue(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.childForFieldName('condition'))
  return choiceValue([
    walk.value(node.childForFieldName('consequence')),
    walk.value(node.childForFieldName('alternative')),
  ])
}

/** `(e)` is `e`; of several statements the last one is the value. */
function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const statements = node.namedChildren
  for (const statement of statements.slice(0, -1)) walk.visit(statement)
  return walk.value(statements.at(-1) ?? null, place)
}

export const operatorRules: readonly (readonly [string, ValueRule])[] = [
  ['binary', binaryValue],
  ['conditional', conditionalValue],
  ['parenthesized_statements', innerValue],
]
