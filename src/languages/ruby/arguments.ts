import type { SyntaxNode, Value } from '../../domain/outline.js'
import { constantText, lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { fieldsOf, keyValue, pairValue } from './literals.js'

export type Arguments = {
  readonly arguments: readonly Value[]
  readonly keywords: Readonly<Record<string, Value>>
}

/** What a call is given: by position, and by name. Pairs whose keys are no symbols are one hash among the others. */
export function argumentsOf(walk: Walk, given: SyntaxNode | null): Arguments {
  const positional: Value[] = []
  const keywords: Record<string, Value> = Object.create(null)
  const pairs: SyntaxNode[] = []
  for (const argument of given?.namedChildren ?? []) {
    if (!argument || argument.type === 'comment') continue
    if (argument.type !== 'pair') {
      const inner = /^(?:splat|hash_splat|block)_argument$/.test(argument.type)
      if (!inner) positional.push(walk.value(argument))
      else walk.visit(argument)
    } else if (isSymbol(argument.childForFieldName('key'))) {
      const name = constantText(keyValue(walk, argument.childForFieldName('key'))) ?? ''
      keywords[name] = pairValue(walk, argument, name)
    } else pairs.push(argument)
  }
  const [first] = pairs
  if (first) positional.push({ type: 'object', ...fieldsOf(walk, pairs), line: lineOf(first) })
  return { arguments: positional, keywords: { ...keywords } }
}

function isSymbol(key: SyntaxNode | null): boolean {
  return key?.type === 'hash_key_symbol' || key?.type === 'simple_symbol'
}
