import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, otherValue, textValue } from './values.js'
import type { Walk } from './walk.js'

/** The kind of operator, which in every grammar here is the token itself. */
export function operatorOf(node: SyntaxNode): string {
  return node.childForFieldName('operator')?.type ?? ''
}

/** The operands of a chain of these operators, from left to right, however long it is. */
export function operandsOf(node: SyntaxNode, operators: readonly string[]): readonly SyntaxNode[] {
  const found: SyntaxNode[] = []
  let at: SyntaxNode | null = node
  while (at?.type === node.type && operators.includes(operatorOf(at))) {
    const right: SyntaxNode | null = at.childForFieldName('right')
    if (right) found.push(right)
    at = at.childForFieldName('left')
  }
  if (at) found.push(at)
  return found.reverse()
}

const notInTexts = new Set(['number', 'boolean', 'null', 'object', 'list', 'function'])

/** A concatenation: certainly with a text in it, and for all one can see with names alone (`base + path`). */
export function sumValue(walk: Walk, node: SyntaxNode): Value {
  const values = operandsOf(node, ['+']).map((operand) => walk.value(operand))
  const isText = values.some(({ type }) => type === 'text' || type === 'format')
  const mayBeText = isText || !values.some(({ type }) => notInTexts.has(type))
  return mayBeText ? textValue(values, lineOf(node)) : otherValue(node)
}
