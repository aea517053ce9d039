import type { SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { lineOf, textValue } from '../shared/values.js'
import type { ValueRule } from '../shared/walk.js'

/** The characters that a quoted or a raw string stands for. */
export function literalText(node: SyntaxNode): string {
  const isRaw = node.type === 'raw_string_literal'
  let text = ''
  for (const child of node.namedChildren) {
    if (child) text += child.type === 'escape_sequence' ? unescaped(child.text) : child.text
  }
  // Go drops carriage returns from raw strings.
  return isRaw ? text.replaceAll('\r', '') : text
}

export function isString(node: SyntaxNode | null): node is SyntaxNode {
  return node?.type === 'interpreted_string_literal' || node?.type === 'raw_string_literal'
}

const stringValue: ValueRule = (_walk, node): Value => textValue([literalText(node)], lineOf(node))

function literalRule(type: 'number' | 'boolean' | 'null'): ValueRule {
  return (_walk, node) => ({ type, text: node.text })
}

export const literalRules: readonly (readonly [string, ValueRule])[] = [
  ['interpreted_string_literal', stringValue],
  ['raw_string_literal', stringValue],
  ['int_literal', literalRule('number')],
  ['float_literal', literalRule('number')],
  ['true', literalRule('boolean')],
  ['false', literalRule('boolean')],
  ['nil', literalRule('null')],
]
