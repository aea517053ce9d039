import type { SyntaxNode, Value } from '../../domain/outline.js'
import { choiceValue, lineOf, otherValue, textValue } from '../shared/values.js'
import type { Naming, ValueRule, Walk } from '../shared/walk.js'

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  const operator = operatorOf(node)
  switch (operator) {
    case '+':
      return sumValue(walk, node)
    case '??':
    case '||':
      return choiceValue(operands(node, ['??', '||']).map((operand) => walk.value(operand)))
    case '&&':
      walk.visit(node.childForFieldName('left'))
      return walk.value(node.childForFieldName('right'))
    default:
      walk.visitChildren(node)
      return otherValue(node)
  }
}

/** A concatenation, as soon as one side of it is a text; otherwise it may be arithmetic. */
function sumValue(walk: Walk, node: SyntaxNode): Value {
  const values = operands(node, ['+']).map((operand) => walk.value(operand))
  return values.some((value) => value.type === 'text') ? textValue(values, lineOf(node)) : otherValue(node)
}

/** The operands of a chain of these operators, from left to right, however long it is. */
function operands(node: SyntaxNode, operators: readonly string[]): readonly SyntaxNode[] {
  const found: SyntaxNode[] = []
  let at: SyntaxNode | null = node
  while (at?.type === 'binary_expression' && operators.includes(operatorOf(at))) {
    const right: SyntaxNode | null = at.childForFieldName('right')
    if (right) found.push(right)
    at = at.childForFieldName('left')
  }
  if (at) found.push(at)
  return found.reverse()
}

function operatorOf(node: SyntaxNode): string {
  return node.childForFieldName('operator')?.type ?? ''
}

function conditionalValue(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.childForFieldName('condition'))
  const branches = ['consequence', 'alternative'].map((field) => walk.value(node.childForFieldName(field)))
  return choiceValue(branches)
}

function castValue(walk: Walk, node: SyntaxNode, naming: Naming | null): Value {
  const [expression, type] = node.namedChildren
  const value = walk.value(expression ?? null, naming)
  // `as const` names no type.
  return type ? { type: 'cast', value, to: type.text } : value
}

function angleCastValue(walk: Walk, node: SyntaxNode, naming: Naming | null): Value {
  const [types, expression] = node.namedChildren
  return { type: 'cast', value: walk.value(expression ?? null, naming), to: types?.text.slice(1, -1) ?? '' }
}

/** `await e`, `(e)`, `e!` are `e`. */
function innerValue(walk: Walk, node: SyntaxNode, naming: Naming | null): Value {
  return walk.value(node.namedChild(0), naming)
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
