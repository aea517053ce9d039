import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, memberValue, nameValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { literalText } from './literals.js'

/** A member before it is read: `order.total`, `order?.total`, `order["total"]`, `rows[0]`. */
export type Member = { readonly of: Value; readonly name: string; readonly line: number }

export function isMember(node: SyntaxNode): boolean {
  return node.type === 'member_expression' || node.type === 'subscript_expression'
}

export function memberOf(walk: Walk, node: SyntaxNode): Member {
  const of = walk.value(node.childForFieldName('object'))
  const property = node.childForFieldName('property')
  if (property) return { of, name: property.text, line: lineOf(property) }
  const index = node.childForFieldName('index')
  if (index?.type === 'string') return { of, name: literalText(index), line: lineOf(index) }
  walk.visit(index)
  return { of, name: '[]', line: lineOf(index ?? node) }
}

function readMember(walk: Walk, node: SyntaxNode): Value {
  const member = memberOf(walk, node)
  walk.read(member.of, member.name, member.line)
  return memberValue(member.of, member.name)
}

function named(_walk: Walk, node: SyntaxNode): Value {
  return nameValue(node.text)
}

export const memberRules: readonly (readonly [string, ValueRule])[] = [
  ['member_expression', readMember],
  ['subscript_expression', readMember],
  ['identifier', named],
  ['shorthand_property_identifier', named],
  ['this', named],
  ['super', named],
  ['meta_property', named],
]
