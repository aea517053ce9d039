import type { SyntaxNode, Value } from '../../domain/outline.js'
import type { Place, Walk } from '../shared/walk.js'

export type Arguments = {
  readonly arguments: readonly Value[]
  readonly keywords: Readonly<Record<string, Value>>
}

/** What a call is given, by position and by name; the first argument is told what it will be called with. */
export function argumentsOf(walk: Walk, given: SyntaxNode | null, first: Place | null = null): Arguments {
  const positional: Value[] = []
  const keywords: Record<string, Value> = Object.create(null)
  for (const argument of given?.namedChildren ?? []) {
    if (argument?.type !== 'argument') continue
    const name = argument.childForFieldName('name')?.text
    const written = argument.namedChildren.findLast((child) => child?.field !== 'name') ?? null
    const place = positional.length === 0 ? first : null
    if (name !== undefined) keywords[name] = walk.value(written, { name, owner: null })
    else if (written?.type !== 'variadic_placeholder') positional.push(walk.value(written, place))
  }
  return { arguments: positional, keywords: { ...keywords } }
}
