import type { SyntaxNode } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { lineOf, textValue } from '../shared/values.js'
import type { ValueRule } from '../shared/walk.js'

/** The characters that a string stands for. A backslash at the end of a line drops the line's beginning too. */
export function literalText(node: SyntaxNode): string {
  let text = ''
  for (const child of node.namedChildren) {
    if (child) text += child.type === 'escape_sequence' ? unescaped(child.text) : child.text
  }
  return text
}

export function isString(node: SyntaxNode | null | undefined): node is SyntaxNode {
  return node?.type === 'string_literal' || node?.type === 'raw_string_literal'
}

const stringValue: ValueRule = (_walk, node) => textValue([literalText(node)], lineOf(node))

function literalRule(type: 'number' | 'boolean'): ValueRule {
  return (_walk, node) => ({ type, text: node.text })
}

export const literalRules: readonly (readonly [string, ValueRule])[] = [
  ['string_literal', stringValue],
  ['raw_string_literal', stringValue],
  ['integer_literal', literalRule('number')],
  ['float_literal', literalRule('number')],
  ['boolean_literal', literalRule('boolean')],
]
