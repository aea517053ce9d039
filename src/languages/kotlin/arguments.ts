import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import type { Place, Walk } from '../shared/walk.js'
import { nameIn, partsOf } from './nodes.js'

export type Given = Pick<Call, 'arguments' | 'keywords'>

/** What stands between the parentheses of a call: values in order, and those that have names. */
export function argumentsIn(walk: Walk, list: SyntaxNode | null, place: Place | null = null): Given {
  if (list?.type === 'parenthesized_expression') return { arguments: [walk.value(list, place)], keywords: {} }
  const positional: Value[] = []
  const named: [string, Value][] = []
  for (const argument of partsOf(list)) {
    const parts = partsOf(argument)
    const isNamed = argument.children.some((child) => child?.type === '=')
    const value = walk.value(parts.at(-1) ?? null, place)
    if (isNamed) named.push([nameIn(parts[0] ?? null), value])
    else positional.push(value)
  }
  return { arguments: positional, keywords: Object.fromEntries(named) }
}
