import type { SyntaxNode, Value } from '../../domain/outline.js'
import { resolved } from '../shared/own-names.js'
import { constantText, lineOf, memberValue, nameValue, otherValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'

/** A member before it is read: `order.total`, `rows[0]`. */
export type Member = { readonly of: Value; readonly name: string; readonly line: number }

export function isMember(node: SyntaxNode): boolean {
  return node.type === 'field_access' || node.type === 'array_access'
}

export function memberOf(walk: Walk, node: SyntaxNode): Member {
  const of = walk.value(node.childForFieldName('object') ?? node.childForFieldName('array'))
  const field = node.childForFieldName('field')
  if (field) return { of, name: field.text, line: lineOf(field) }
  const index = node.childForFieldName('index')
  const key = index?.type === 'string_literal' ? constantText(walk.value(index)) : null
  if (key === null) walk.visit(index)
  return { of, name: key ?? '[]', line: lineOf(index ?? node) }
}

function readMember(walk: Walk, node: SyntaxNode): Value {
  const member = memberOf(walk, node)
  walk.read(member.of, member.name, member.line)
  return memberValue(member.of, member.name)
}

function identifier(walk: Walk, node: SyntaxNode): Value {
  return nameValue(resolved(walk, node.text))
}

function named(_walk: Walk, node: SyntaxNode): Value {
  return nameValue(node.text)
}

/** `this::load` and `handler::list` are members that nobody has called yet. */
function methodReference(walk: Walk, node: SyntaxNode): Value {
  const [of, name] = node.namedChildren
  if (!of || name?.type !== 'identifier') return otherValue(node)
  const owner = of.type === 'this' || of.type === 'super' ? nameValue('this') : walk.value(of)
  return memberValue(owner, name.text)
}

export const memberRules: readonly (readonly [string, ValueRule])[] = [
  ['field_access', readMember],
  ['array_access', readMember],
  ['identifier', identifier],
  ['type_identifier', named],
  ['scoped_type_identifier', named],
  ['scoped_identifier', named],
  ['this', named],
  ['super', named],
  ['method_reference', methodReference],
]
