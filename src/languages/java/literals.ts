import type { SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { lineOf, nameValue, otherValue, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { typeText } from './type-text.js'

/** The characters that a string or a text block stands for. */
export function literalText(node: SyntaxNode): string {
  let text = ''
  for (const child of node.namedChildren) {
    if (child) text += child.type === 'escape_sequence' ? unescaped(child.text) : child.text
  }
  return node.text.startsWith('"""') ? withoutIndent(text) : text
}

/** A text block begins on the line after its quotes, and what all of its lines are indented by is not part of it. */
function withoutIndent(block: string): string {
  const lines = block.replace(/^[^\S\n]*\n/, '').split('\n')
  const indents = lines.flatMap((line, index) =>
    line.trim() !== '' || index === lines.length - 1 ? [line.length - line.trimStart().length] : [],
  )
  const indent = indents.reduce((least, each) => Math.min(least, each), block.length)
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n')
}

function literalRule(type: 'number' | 'boolean' | 'null'): ValueRule {
  return (_walk, node) => ({ type, text: node.text })
}

function stringValue(_walk: Walk, node: SyntaxNode): Value {
  return textValue([literalText(node)], lineOf(node))
}

/** `'/'` beside a text is a text. */
function characterValue(_walk: Walk, node: SyntaxNode): Value {
  const inner = node.text.slice(1, -1)
  return textValue([inner.startsWith('\\') ? unescaped(inner) : inner], lineOf(node))
}

/** `Order.class` is the member `class` of `Order`. */
function classValue(_walk: Walk, node: SyntaxNode): Value {
  return nameValue(`${typeText(node.namedChild(0)) ?? ''}.class`)
}

function listValue(walk: Walk, node: SyntaxNode): Value {
  return { type: 'list', items: node.namedChildren.map((item) => walk.value(item)) }
}

function arrayValue(walk: Walk, node: SyntaxNode): Value {
  const content = node.childForFieldName('value')
  if (content) return walk.value(content)
  walk.visitChildren(node)
  return otherValue(node)
}

export const literalRules: readonly (readonly [string, ValueRule])[] = [
  ['string_literal', stringValue],
  ['character_literal', characterValue],
  ['class_literal', classValue],
  ['array_initializer', listValue],
  ['element_value_array_initializer', listValue],
  ['array_creation_expression', arrayValue],
  ...[
    'decimal_integer_literal',
    'hex_integer_literal',
    'octal_integer_literal',
    'binary_integer_literal',
    'decimal_floating_point_literal',
    'hex_floating_point_literal',
  ].map((type) => [type, literalRule('number')] as const),
  ['true', literalRule('boolean')],
  ['false', literalRule('boolean')],
  ['null_literal', literalRule('null')],
]
