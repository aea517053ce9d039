import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, memberValue, nameValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { isString, literalText } from './literals.js'
import { pathName } from './paths.js'

/** A member before it is read: `order.total`, `order["total"]`, `rows[0]`. */
export type Member = { readonly of: Value; readonly name: string; readonly line: number }

export function isMember(node: SyntaxNode): boolean {
  return node.type === 'field_expression' || node.type === 'index_expression'
}

/** What is read, without reading it yet. */
export function memberOf(walk: Walk, node: SyntaxNode): Member {
  const field = node.childForFieldName('field')
  if (field) return { of: walk.value(node.childForFieldName('value')), name: field.text, line: lineOf(field) }
  const of = walk.value(node.namedChild(0))
  const index = node.namedChild(1)
  if (isString(index)) return { of, name: literalText(index), line: lineOf(index) }
  walk.visit(index)
  return { of, name: '[]', line: lineOf(index ?? node) }
}

function readMember(walk: Walk, node: SyntaxNode): Value {
  const member = memberOf(walk, node)
  // `payload.0` is what a type of one part wraps, and the first part of a tuple.
  if (member.name === '0') return member.of
  walk.read(member.of, member.name, member.line)
  return memberValue(member.of, member.name)
}

function named(walk: Walk, node: SyntaxNode): Value {
  return nameValue(pathName(walk, node))
}

export const memberRules: readonly (readonly [string, ValueRule])[] = [
  ['field_expression', readMember],
  ['index_expression', readMember],
  ['identifier', named],
  ['self', named],
  ['scoped_identifier', named],
  ['type_identifier', named],
  ['scoped_type_identifier', named],
  ['generic_function', (walk, node) => walk.value(node.childForFieldName('function'))],
]
