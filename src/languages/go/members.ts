import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, memberValue, nameValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { isString, literalText } from './literals.js'

/** A member before it is read: `order.Total`, `order["total"]`, `rows[0]`. */
export type Member = { readonly of: Value; readonly name: string; readonly line: number }

export function isMember(node: SyntaxNode): boolean {
  return node.type === 'selector_expression' || node.type === 'index_expression'
}

export function memberOf(walk: Walk, node: SyntaxNode): Member {
  const of = walk.value(node.childForFieldName('operand'))
  const field = node.childForFieldName('field')
  if (field) return { of, name: field.text, line: lineOf(field) }
  const index = node.childForFieldName('index')
  if (isString(index)) return { of, name: literalText(index), line: lineOf(index) }
  walk.visit(index)
  return { of, name: '[]', line: lineOf(index ?? node) }
}

function readMember(walk: Walk, node: SyntaxNode): Value {
  const member = memberOf(walk, node)
  walk.read(member.of, member.name, member.line)
  return memberValue(member.of, member.name)
}

/** A part of a list is a list of the same items. */
function sliced(walk: Walk, node: SyntaxNode): Value {
  for (const field of ['start', 'end', 'capacity']) walk.visit(node.childForFieldName(field))
  return walk.value(node.childForFieldName('operand'))
}

/** Inside a method, the name that it gave its receiver is `this`. */
export function nameOf(walk: Walk, name: string): string {
  return walk.isReceiver(name) ? 'this' : name
}

function named(walk: Walk, node: SyntaxNode): Value {
  return nameValue(nameOf(walk, node.text))
}

export const memberRules: readonly (readonly [string, ValueRule])[] = [
  ['selector_expression', readMember],
  ['index_expression', readMember],
  ['slice_expression', sliced],
  ['identifier', named],
  ['type_identifier', named],
  ['qualified_type', named],
]
