import type { SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { lineOf, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'

const quotedValue: ValueRule = (_walk, node) => {
  let text = ''
  for (const child of node.namedChildren) {
    if (child) text += child.type === 'escape_sequence' ? unescaped(child.text) : child.text
  }
  return textValue([text], lineOf(node))
}

/** `@"a""b"` holds one quote and no escapes. */
const verbatimValue: ValueRule = (_walk, node) =>
  textValue([node.text.slice(2, -1).replaceAll('""', '"')], lineOf(node))

const rawValue: ValueRule = (_walk, node) => {
  const content = node.namedChildren.find((child) => child?.type === 'raw_string_content')
  return textValue([content?.text ?? ''], lineOf(node))
}

/** `$"/orders/{id:D}"`: the literal parts, and the values in braces without their formats. */
function interpolatedValue(walk: Walk, node: SyntaxNode): Value {
  const isVerbatim = node.child(0)?.text.includes('@') ?? false
  const parts = node.namedChildren.flatMap((child): readonly (string | Value)[] => {
    switch (child?.type) {
      case 'string_content':
        return [contentText(child.text, isVerbatim)]
      case 'escape_sequence':
        return [unescaped(child.text)]
      case 'interpolation':
        return [walk.value(child.namedChildren.find(isExpression) ?? null)]
      default:
        return []
    }
  })
  return textValue(['', ...parts], lineOf(node))
}

function isExpression(node: SyntaxNode | null): boolean {
  return node !== null && !node.type.startsWith('interpolation_')
}

/** `{{` is one brace. */
function contentText(text: string, isVerbatim: boolean): string {
  const plain = text.replaceAll('{{', '{').replaceAll('}}', '}')
  return isVerbatim ? plain.replaceAll('""', '"') : plain
}

function literalRule(type: 'number' | 'boolean' | 'null'): ValueRule {
  return (_walk, node) => ({ type, text: node.text })
}

export const literalRules: readonly (readonly [string, ValueRule])[] = [
  ['string_literal', quotedValue],
  ['character_literal', quotedValue],
  ['verbatim_string_literal', verbatimValue],
  ['raw_string_literal', rawValue],
  ['interpolated_string_expression', interpolatedValue],
  ['integer_literal', literalRule('number')],
  ['real_literal', literalRule('number')],
  ['boolean_literal', literalRule('boolean')],
  ['null_literal', literalRule('null')],
]
