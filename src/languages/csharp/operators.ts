import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operandsOf, operatorOf, sumValue } from '../shared/operands.js'
import { choiceValue, lineOf, nameValue, otherValue, textValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { bareName, typeText } from './type-text.js'

function binaryValue(walk: Walk, node: SyntaxNode): Value {
  const operator = operatorOf(node)
  if (operator === '+') return sumValue(walk, node)
  if (operator === '??') return choiceValue(operandsOf(node, ['??']).map((operand) => walk.value(operand)))
  walk.visitChildren(node)
  return otherValue(node)
}

function conditionalValue(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.childForFieldName('condition'))
  return choiceValue([
    walk.value(node.childForFieldName('consequence')),
    walk.value(node.childForFieldName('alternative')),
  ])
}

/** `await e`, `(e)`, `ref e` and `e!` are `e`. */
function innerValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return walk.value(node.namedChild(0), place)
}

function castValue(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('value') ?? node.childForFieldName('left'))
  const to = typeText(node.childForFieldName('type') ?? node.childForFieldName('right'))
  return to === null ? value : { type: 'cast', value, to }
}

/** `x switch { 1 => "a", _ => "b" }` */
function switchValue(walk: Walk, node: SyntaxNode): Value {
  const [subject, ...arms] = node.namedChildren
  walk.visit(subject ?? null)
  const values = arms.map((arm) => {
    for (const child of arm?.namedChildren.slice(0, -1) ?? []) if (child?.childCount) walk.visit(child)
    return walk.value(arm?.namedChildren.at(-1) ?? null)
  })
  return values.length > 0 ? choiceValue(values) : otherValue(node)
}

/** `value is Order order` gives the value another name and a type. */
function patternValue(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('expression'))
  const pattern = node.childForFieldName('pattern')
  const inner = pattern?.type === 'negated_pattern' ? pattern.namedChild(0) : pattern
  const name = inner?.childForFieldName('name')
  if (name) {
    walk.bind({
      name: name.text,
      value,
      type: typeText(inner?.childForFieldName('type') ?? null),
      line: lineOf(name),
    })
  }
  return otherValue(node)
}

const typeValue: ValueRule = (_walk, node) => nameValue(bareName(node.childForFieldName('type')))

function unaryValue(walk: Walk, node: SyntaxNode): Value {
  walk.visitChildren(node)
  return otherValue(node)
}

/** `nameof(order.Total)` is the text `Total`. */
export function nameOfValue(given: SyntaxNode): Value {
  return textValue([bareName(given)], lineOf(given))
}

export const operatorRules: readonly (readonly [string, ValueRule])[] = [
  ['binary_expression', binaryValue],
  ['conditional_expression', conditionalValue],
  ['await_expression', innerValue],
  ['parenthesized_expression', innerValue],
  ['postfix_unary_expression', innerValue],
  ['ref_expression', innerValue],
  ['checked_expression', innerValue],
  ['throw_expression', unaryValue],
  ['prefix_unary_expression', unaryValue],
  ['cast_expression', castValue],
  ['as_expression', castValue],
  ['switch_expression', switchValue],
  ['is_pattern_expression', patternValue],
  ['typeof_expression', typeValue],
]
