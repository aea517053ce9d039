import type { SyntaxNode, Value } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'

export type Arguments = {
  readonly arguments: readonly Value[]
  readonly keywords: Readonly<Record<string, Value>>
}

/** What a call is given: by position, and by name. */
export function argumentsOf(walk: Walk, given: SyntaxNode | null): Arguments {
  // `sum(order.total for order in orders)` needs no parentheses of its own.
  if (given?.type === 'generator_expression') return { arguments: [walk.value(given)], keywords: {} }
  const positional: Value[] = []
  const keywords: Record<string, Value> = Object.create(null)
  for (const argument of given?.namedChildren ?? []) {
    if (argument?.type !== 'keyword_argument') positional.push(walk.value(argument))
    else {
      const name = argument.childForFieldName('name')?.text ?? ''
      keywords[name] = walk.value(argument.childForFieldName('value'), { name, owner: null })
    }
  }
  return { arguments: positional, keywords: { ...keywords } }
}
