import type { SyntaxNode, Value } from '../../domain/outline.js'
import { constantText, lineOf, nameValue, otherValue, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { pathName, segmentsOf, spelt } from './paths.js'
import { pathCallee, tokenArguments } from './tokens.js'

/** Macros that make a list of what they are given. */
const lists = new Set(['vec', 'services', 'smallvec'])

/** `format!` is a text, `vec!` a list, `json!` what stands in it; any other macro is a call. */
function macroValue(walk: Walk, node: SyntaxNode): Value {
  const path = node.childForFieldName('macro')
  const tree = node.namedChildren.find((child) => child?.type === 'token_tree') ?? null
  const name = segmentsOf(path).at(-1) ?? ''
  if (name === 'macro_rules' || !path) return otherValue(node)
  const isCall = name !== 'format' && name !== 'concat' && name !== 'json' && !lists.has(name)
  const index = isCall ? walk.reserveCall() : -1
  const { given, named } = tokenArguments(walk, tree)
  if (name === 'format') return formatted(walk, given, named, node)
  if (name === 'concat') return textValue(given, lineOf(node))
  if (name === 'json') return given[0] ?? otherValue(node)
  if (lists.has(name)) return { type: 'list', items: given }
  return walk.finishCall(index, {
    ...pathCallee(nameValue(pathName(walk, path))),
    arguments: given,
    keywords: Object.fromEntries(named.map((each) => [each.name, each.value])),
    constructs: false,
    line: lineOf(node),
    typeArguments: [],
  })
}

type Named = readonly { readonly name: string; readonly value: Value }[]

/** `format!("{base}/orders/{}", id)`: the literal with what stands in its holes. */
function formatted(walk: Walk, given: readonly Value[], named: Named, node: SyntaxNode): Value {
  const [format, ...rest] = given
  const text = constantText(format)
  if (text === null) return otherValue(node)
  let next = 0
  const parts = (text.match(/\{\{|\}\}|\{[^{}]*\}|[^{}]+/g) ?? []).map((piece): string | Value => {
    if (piece === '{{' || piece === '}}') return piece.charAt(0)
    if (!piece.startsWith('{')) return piece
    const name = piece.slice(1, -1).split(':')[0]?.trim() ?? ''
    if (name === '' || /^\d+$/.test(name)) return rest[name === '' ? next++ : Number(name)] ?? otherValue('')
    return named.find((each) => each.name === name)?.value ?? nameValue(spelt(walk, [name], lineOf(node)))
  })
  return textValue(parts, lineOf(node))
}

export const macroRules: readonly (readonly [string, ValueRule])[] = [['macro_invocation', macroValue]]
