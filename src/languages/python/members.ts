import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, memberValue, nameValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { literalText } from './literals.js'

/** A member before it is read: `order.total`, `order["total"]`, `rows[0]`. */
export type Member = { readonly of: Value; readonly name: string; readonly line: number }

export function isMember(node: SyntaxNode): boolean {
  return node.type === 'attribute' || node.type === 'subscript'
}

export function memberOf(walk: Walk, node: SyntaxNode): Member {
  if (node.type === 'attribute') {
    const of = walk.value(node.childForFieldName('object'))
    const attribute = node.childForFieldName('attribute')
    return { of, name: attribute?.text ?? '', line: lineOf(attribute ?? node) }
  }
  const of = walk.value(node.childForFieldName('value'))
  const indexes = node.children.filter((child) => child?.field === 'subscript')
  const [index] = indexes
  const name = indexes.length === 1 ? literalText(walk, index ?? null) : null
  if (name === null) for (const child of indexes) walk.visit(child)
  return { of, name: name ?? '[]', line: lineOf(index ?? node) }
}

function readMember(walk: Walk, node: SyntaxNode): Value {
  if (node.childForFieldName('subscript')?.type === 'slice') return sliced(walk, node)
  const member = memberOf(walk, node)
  walk.read(member.of, member.name, member.line)
  return memberValue(member.of, member.name)
}

/** A part of a list is a list of the same items. */
function sliced(walk: Walk, node: SyntaxNode): Value {
  walk.visit(node.childForFieldName('subscript'))
  return walk.value(node.childForFieldName('value'))
}

/** The first parameter of a method is called so by everybody. */
function named(_walk: Walk, node: SyntaxNode): Value {
  const name = node.text
  return nameValue(name === 'self' || name === 'cls' ? 'this' : name)
}

export const memberRules: readonly (readonly [string, ValueRule])[] = [
  ['attribute', readMember],
  ['subscript', readMember],
  ['identifier', named],
]
