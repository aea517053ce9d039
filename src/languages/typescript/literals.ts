import type { SyntaxNode, Value } from '../../domain/outline.js'
import { unescaped } from '../shared/escapes.js'
import { lineOf, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'

/** The characters that a string or a piece of a template stands for. */
export function literalText(node: SyntaxNode): string {
  let text = ''
  for (const child of node.children) {
    if (child?.type === 'escape_sequence') text += unescaped(child.text)
    else if (child?.isNamed) text += child.text
  }
  return text
}

function stringValue(_walk: Walk, node: SyntaxNode): Value {
  return textValue([literalText(node)], lineOf(node))
}

function templateValue(walk: Walk, node: SyntaxNode): Value {
  const parts = node.namedChildren.map((child) => templatePart(walk, child))
  return textValue(parts, lineOf(node))
}

function templatePart(walk: Walk, child: SyntaxNode | null): string | Value {
  if (child?.type === 'template_substitution') return walk.value(child.namedChild(0))
  return child?.type === 'escape_sequence' ? unescaped(child.text) : (child?.text ?? '')
}

function listValue(walk: Walk, node: SyntaxNode): Value {
  return { type: 'list', items: node.namedChildren.map((child) => walk.value(child)) }
}

export function literalRule(type: 'number' | 'boolean' | 'null'): ValueRule {
  return (_walk, node) => ({ type, text: node.text })
}

export const literalRules: readonly (readonly [string, ValueRule])[] = [
  ['string', stringValue],
  ['template_string', templateValue],
  ['array', listValue],
  ['number', literalRule('number')],
  ['true', literalRule('boolean')],
  ['false', literalRule('boolean')],
  ['null', literalRule('null')],
  ['undefined', literalRule('null')],
]
