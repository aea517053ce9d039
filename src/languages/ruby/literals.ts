import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { constantText, lineOf, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { bodyOfHeredoc } from './heredocs.js'

/** The parts of a string: `"#{base}/orders"` holds `base`. */
function stringParts(walk: Walk, node: SyntaxNode): readonly (string | Value)[] {
  const parts: (string | Value)[] = ['']
  for (const child of node.children) {
    if (child?.type === 'string_content' || child?.type === 'heredoc_content') parts.push(child.text)
    else if (child?.type === 'escape_sequence') parts.push(unescaped(child.text))
    else if (child?.type === 'interpolation') parts.push(walk.value(child.namedChild(0)))
  }
  return parts
}

function stringValue(walk: Walk, node: SyntaxNode): Value {
  return textValue(stringParts(walk, node), lineOf(node))
}

/** `'a' 'b'` */
function chainedValue(walk: Walk, node: SyntaxNode): Value {
  const parts = node.namedChildren.flatMap((part) => (part ? stringParts(walk, part) : []))
  return textValue(parts, lineOf(node))
}

function heredocValue(walk: Walk, node: SyntaxNode): Value {
  const body = bodyOfHeredoc(walk, node)
  return textValue(body ? stringParts(walk, body) : [''], lineOf(body ?? node))
}

/** A symbol is what it is called: `:orders` is `orders`. */
function symbolValue(_walk: Walk, node: SyntaxNode): Value {
  return textValue([node.text.replace(/^:|:$/g, '')], lineOf(node))
}

function listValue(walk: Walk, node: SyntaxNode): Value {
  return { type: 'list', items: node.namedChildren.map((item) => walk.value(item)) }
}

function hashValue(walk: Walk, node: SyntaxNode): Value {
  const { fields, spreads } = fieldsOf(walk, node.namedChildren)
  return { type: 'object', fields, spreads, line: lineOf(node) }
}

/** The pairs among these nodes, and what is spread between them. */
export function fieldsOf(
  walk: Walk,
  nodes: readonly (SyntaxNode | null)[],
): { readonly fields: readonly ObjectField[]; readonly spreads: readonly Value[] } {
  const fields: ObjectField[] = []
  const spreads: Value[] = []
  for (const node of nodes) {
    if (node?.type === 'hash_splat_argument') spreads.push(walk.value(node.namedChild(0)))
    else if (node?.type === 'pair') {
      const key = keyValue(walk, node.childForFieldName('key'))
      const name = key.type === 'name' ? key.name : (constantText(key) ?? '[]')
      const plain = constantText(key) !== null
      const value = pairValue(walk, node, name)
      fields.push({ name, value, line: lineOf(node), ...(plain ? {} : { key }) })
    }
  }
  return { fields, spreads }
}

export function keyValue(walk: Walk, key: SyntaxNode | null): Value {
  return key?.type === 'hash_key_symbol' ? textValue([key.text], lineOf(key)) : walk.value(key)
}

/** `{ total: }` is `{ total: total }`. */
export function pairValue(walk: Walk, pair: SyntaxNode, name: string): Value {
  const value = pair.childForFieldName('value')
  return value ? walk.value(value, { name, owner: null }) : { type: 'name', name }
}

function literalRule(type: 'number' | 'boolean' | 'null'): ValueRule {
  return (_walk, node) => ({ type, text: node.text })
}

export const literalRules: readonly (readonly [string, ValueRule])[] = [
  ['string', stringValue],
  ['bare_string', stringValue],
  ['bare_symbol', stringValue],
  ['delimited_symbol', stringValue],
  ['chained_string', chainedValue],
  ['heredoc_beginning', heredocValue],
  ['simple_symbol', symbolValue],
  ['hash_key_symbol', symbolValue],
  ['array', listValue],
  ['string_array', listValue],
  ['symbol_array', listValue],
  ['hash', hashValue],
  ['integer', literalRule('number')],
  ['float', literalRule('number')],
  ['true', literalRule('boolean')],
  ['false', literalRule('boolean')],
  ['nil', literalRule('null')],
]
