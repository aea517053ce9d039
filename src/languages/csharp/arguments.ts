import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, otherValue } from '../shared/values.js'
import type { Place, Walk } from '../shared/walk.js'
import { typeText } from './type-text.js'

export type Arguments = {
  readonly arguments: readonly Value[]
  readonly keywords: Readonly<Record<string, Value>>
}

/** What a call or an attribute is given: by position, and by name (`pattern: "/orders"`, `Name = "orders"`). */
export function argumentsOf(walk: Walk, given: SyntaxNode | null, place: Place | null = null): Arguments {
  const positional: Value[] = []
  const keywords: Record<string, Value> = Object.create(null)
  for (const argument of given?.namedChildren ?? []) {
    if (!argument) continue
    const { name, expression } = partsOf(argument)
    const value = argumentValue(walk, expression, place)
    if (name === null) positional.push(value)
    else keywords[name] = value
  }
  return { arguments: positional, keywords: { ...keywords } }
}

function partsOf(argument: SyntaxNode): {
  readonly name: string | null
  readonly expression: SyntaxNode | null
} {
  const name = argument.childForFieldName('name')
  const expression = argument.namedChildren.findLast((child) => child?.type !== 'comment') ?? null
  const isSetting = argument.type === 'attribute_argument' && expression?.type === 'assignment_expression'
  if (!isSetting) return { name: name?.text ?? null, expression }
  return {
    name: expression.childForFieldName('left')?.text ?? '',
    expression: expression.childForFieldName('right'),
  }
}

/** `out var order` names what the call fills. */
function argumentValue(walk: Walk, expression: SyntaxNode | null, place: Place | null): Value {
  if (expression?.type !== 'declaration_expression') return walk.value(expression, place)
  const name = expression.childForFieldName('name')
  const type = typeText(expression.childForFieldName('type'))
  if (name) walk.bind({ name: name.text, value: otherValue(expression), type, line: lineOf(name) })
  return otherValue(expression)
}
