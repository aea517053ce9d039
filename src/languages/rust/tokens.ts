import type { Call, ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { calleeOf } from '../shared/callee.js'
import { lineOf, memberValue, nameValue, otherValue, textValue } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { isString, literalText } from './literals.js'
import { spelt } from './paths.js'

/** Tokens inside tokens: deeper ones say nothing. */
const depthLimit = 24

export type Given = {
  readonly given: readonly Value[]
  readonly named: readonly { readonly name: string; readonly value: Value }[]
}

type Tokens = readonly SyntaxNode[]

/**
 * What stands between the brackets of a macro or an attribute, which the grammar leaves as bare tokens: its arguments, and
 * those with a name (`method = "GET"`). Literals, paths, calls and members are read; the rest says nothing.
 */
export function tokenArguments(walk: Walk, tree: SyntaxNode | null, depth = 0): Given {
  const given: Value[] = []
  const named: { name: string; value: Value }[] = []
  for (const tokens of split(insideOf(tree), ',')) {
    const isNamed = tokens[0]?.type === 'identifier' && tokens[1]?.type === '='
    const value = expression(walk, isNamed ? tokens.slice(2) : tokens, depth + 1)
    if (isNamed) named.push({ name: tokens[0]?.text ?? '', value })
    else given.push(value)
  }
  return { given, named }
}

/** The grammar keeps neither brackets nor the dots and colons between tokens. */
function insideOf(tree: SyntaxNode | null): Tokens {
  return (tree?.children ?? [])
    .filter((child) => child !== null)
    .filter(({ type }) => !/^(?:line_comment|block_comment|[.:()[\]{}])$/.test(type))
}

function bracketOf(tree: SyntaxNode | undefined): string {
  return tree?.type === 'token_tree' ? tree.text.charAt(0) : ''
}

function split(tokens: Tokens, separator: string): readonly Tokens[] {
  const parts: SyntaxNode[][] = [[]]
  for (const token of tokens) {
    if (token.type === separator) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

function expression(walk: Walk, written: Tokens, depth: number): Value {
  const begin = written.findIndex((token) => !/^(?:&|\*|mut|mutable_specifier)$/.test(token.type))
  const tokens = written.slice(Math.max(0, begin))
  const [first] = tokens
  if (!first || depth > depthLimit) return otherValue('')
  if (/^(?:integer|float)_literal$/.test(first.type)) return { type: 'number', text: first.text }
  if (first.text === 'null') return { type: 'null', text: 'null' }
  if (first.text === 'true' || first.text === 'false') return { type: 'boolean', text: first.text }
  if (first.type === 'token_tree') return bracketed(walk, first, depth)
  const begins = isWord(first) || first.type === 'string_literal' || first.type === 'raw_string_literal'
  return begins ? postfix(walk, tokens, depth) : otherValue(first.text)
}

/** `{ "total": order.total }` and `[order]` of `json!`. */
function bracketed(walk: Walk, tree: SyntaxNode, depth: number): Value {
  const bracket = bracketOf(tree)
  if (bracket !== '{') {
    const { given } = tokenArguments(walk, tree, depth)
    const [only] = given
    return bracket === '(' && only && given.length === 1 ? only : { type: 'list', items: given }
  }
  const fields = split(insideOf(tree), ',').flatMap((tokens): readonly ObjectField[] => {
    const [key, ...rest] = tokens
    if (!key || rest.length === 0) return []
    const name = isString(key) ? literalText(key) : '[]'
    return [{ name, value: expression(walk, rest, depth + 1), line: lineOf(key) }]
  })
  return { type: 'object', fields, spreads: [], line: lineOf(tree) }
}

function isWord(token: SyntaxNode | undefined): boolean {
  return /^(?:identifier|self|crate|super)$/.test(token?.type ?? '')
}

/** A path or a text, and the members and calls that follow it; an operator makes something else of it. */
function postfix(walk: Walk, tokens: Tokens, depth: number): Value {
  const [first] = tokens
  if (!first) return otherValue('')
  const path = isString(first) ? [] : pathOf(tokens)
  let value: Value = isString(first)
    ? textValue([literalText(first)], lineOf(first))
    : nameValue(spelt(walk, path, lineOf(first)))
  let at = isString(first) ? 1 : path.length * 2 - 1
  if (!isString(first) && isCall(tokens[at])) {
    value = call(walk, { value, member: null, tree: tokens[at], depth })
    at += 1
  }
  for (let token = tokens[at]; token; token = tokens[at]) {
    at += 1
    if (/^(?:\?|await|integer_literal)$/.test(token.type)) continue
    if (token.type !== 'identifier') return otherValue(token.text)
    if (isCall(tokens[at])) {
      value = call(walk, { value, member: token, tree: tokens[at], depth })
      at += 1
    } else {
      walk.read(value, token.text, lineOf(token))
      value = memberValue(value, token.text)
    }
  }
  return value
}

function pathOf(tokens: Tokens): readonly string[] {
  const words: string[] = []
  for (let at = 0; isWord(tokens[at]); at += 2) {
    words.push(tokens[at]?.text ?? '')
    if (tokens[at + 1]?.type !== '::') break
  }
  return words
}

function isCall(token: SyntaxNode | undefined): boolean {
  return bracketOf(token) === '('
}

type Called = {
  readonly value: Value
  readonly member: SyntaxNode | null
  readonly tree: SyntaxNode | undefined
  readonly depth: number
}

function call(walk: Walk, { value, member, tree, depth }: Called): Value {
  const index = walk.reserveCall()
  const { given } = tokenArguments(walk, tree ?? null, depth + 1)
  const callee = member ? memberCallee(walk, value, member) : pathCallee(value)
  const line = tree ? lineOf(tree) : 0
  return walk.finishCall(index, {
    ...callee,
    arguments: given,
    keywords: {},
    constructs: false,
    line,
    typeArguments: [],
  })
}

type Callee = Pick<Call, 'callee' | 'name' | 'receiver'>

function memberCallee(walk: Walk, receiver: Value, member: SyntaxNode): Callee {
  return { callee: calleeOf(receiver, member.text, walk.calls), name: member.text, receiver }
}

/** `orders::list` is a member of its module or type; a word alone is called by itself. */
export function pathCallee(value: Value): Callee {
  const callee = value.type === 'name' ? value.name : ''
  const end = callee.lastIndexOf('.')
  return end === -1
    ? { callee, name: callee, receiver: null }
    : { callee, name: callee.slice(end + 1), receiver: nameValue(callee.slice(0, end)) }
}
