import type { SyntaxNode, Value } from '../../domain/outline.js'
import { constantText, lineOf, memberValue, nameValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { className } from './class-names.js'

/** A member before it is read: `$order->total`, `$order['total']`, `Order::TABLE`, `self::$cache`. */
export type Member = { readonly of: Value; readonly name: string; readonly line: number }

const members = new Set([
  'member_access_expression',
  'nullsafe_member_access_expression',
  'subscript_expression',
  'scoped_property_access_expression',
])

export function isMember(node: SyntaxNode): boolean {
  return members.has(node.type)
}

export function memberOf(walk: Walk, node: SyntaxNode): Member {
  if (node.type === 'subscript_expression') return itemOf(walk, node)
  const object = node.childForFieldName('object')
  const of = object ? walk.value(object) : scopeValue(walk, node.childForFieldName('scope'))
  const name = node.childForFieldName('name')
  return { of, name: memberName(walk, node, name), line: lineOf(name ?? node) }
}

/** `$rows[0]` is an item, `$rows['total']` and `"$rows[total]"` are members. */
function itemOf(walk: Walk, node: SyntaxNode): Member {
  const [object, index] = node.namedChildren
  const of = walk.value(object ?? null)
  const key = index?.type === 'name' ? index.text : constantText(index ? walk.value(index) : undefined)
  return { of, name: key ?? '[]', line: lineOf(index ?? node) }
}

/** Names of variables (`$order->$field`) tell nothing, except after `::`, where they name a static property. */
function memberName(walk: Walk, node: SyntaxNode, name: SyntaxNode | null): string {
  if (name?.type === 'name') return name.text
  if (name?.type === 'variable_name' && node.type.startsWith('scoped_')) return name.text.slice(1)
  return (name && constantText(walk.value(name))) ?? '[]'
}

/** What stands before `::`: a class, or a value. */
export function scopeValue(walk: Walk, scope: SyntaxNode | null): Value {
  if (!scope) return nameValue('')
  // `self::` and `static::` are spelt as `$this->` is, and mean the same names.
  if (scope.type === 'relative_scope') return nameValue(scope.text === 'parent' ? 'parent' : 'this')
  const isClass = /^(?:name|qualified_name|relative_name)$/.test(scope.type)
  return isClass ? nameValue(className(walk, scope)) : walk.value(scope)
}

function readMember(walk: Walk, node: SyntaxNode): Value {
  const { of, name, line } = memberOf(walk, node)
  walk.read(of, name, line)
  return memberValue(of, name)
}

/** `Order::class` is the class, `Status::Paid` one of its constants. */
function classConstant(walk: Walk, node: SyntaxNode): Value {
  const [scope, name] = node.namedChildren
  const of = scopeValue(walk, scope ?? null)
  return !name || name.text === 'class' ? of : memberValue(of, name.text)
}

function variable(_walk: Walk, node: SyntaxNode): Value {
  return nameValue(node.text === '$this' ? 'this' : node.text)
}

/** A constant by its name. */
function named(_walk: Walk, node: SyntaxNode): Value {
  return nameValue(node.text.slice(node.text.lastIndexOf('\\') + 1))
}

export const memberValues: readonly (readonly [string, ValueRule])[] = [
  ...[...members].map((type): [string, ValueRule] => [type, readMember]),
  ['class_constant_access_expression', classConstant],
  ['variable_name', variable],
  ['name', named],
  ['qualified_name', named],
]
