import type { SyntaxNode, Value } from '../../domain/outline.js'
import { constantText, lineOf, memberValue, nameValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { constantName, isOwnMethod } from './names.js'

/** A member before it is read: `order.total`, `order[:total]`, `rows[0]`. */
export type Member = { readonly of: Value; readonly name: string; readonly line: number }

export function isMember(node: SyntaxNode): boolean {
  return (
    node.type === 'element_reference' || (node.type === 'call' && node.childForFieldName('receiver') !== null)
  )
}

export function memberOf(walk: Walk, node: SyntaxNode): Member {
  if (node.type === 'call') {
    const of = walk.value(node.childForFieldName('receiver'))
    const method = node.childForFieldName('method')
    return { of, name: method?.text ?? '', line: lineOf(method ?? node) }
  }
  const object = node.childForFieldName('object')
  const of = walk.value(object)
  const indexes = node.namedChildren.filter((child) => child !== null && child.field !== 'object')
  const values = indexes.map((index) => walk.value(index))
  const [first] = values
  const name = values.length === 1 ? constantText(first) : null
  return { of, name: name ?? '[]', line: lineOf(indexes[0] ?? node) }
}

/** Members that are what they are members of. */
const same =
  /^(?:freeze|dup|itself|to_s|to_str|to_h|to_a|presence|with_indifferent_access|(?:deep_)?(?:symbolize|stringify)_keys)$/

export function readMember(walk: Walk, node: SyntaxNode): Value {
  const member = memberOf(walk, node)
  if (same.test(member.name)) return member.of
  walk.read(member.of, member.name, member.line)
  return memberValue(member.of, member.name)
}

/** A bare name is a variable, or a method of the class around. */
function named(walk: Walk, node: SyntaxNode): Value {
  return nameValue(isOwnMethod(walk, node.text) ? `this.${node.text}` : node.text)
}

function ownVariable(_walk: Walk, node: SyntaxNode): Value {
  return nameValue(`this.${node.text.replace(/^@+/, '')}`)
}

export const memberRules: readonly (readonly [string, ValueRule])[] = [
  ['element_reference', readMember],
  ['identifier', named],
  ['instance_variable', ownVariable],
  ['class_variable', ownVariable],
  ['global_variable', (_walk, node) => nameValue(node.text)],
  ['constant', (_walk, node) => nameValue(constantName(node))],
  ['scope_resolution', (_walk, node) => nameValue(constantName(node))],
  ['self', () => nameValue('this')],
]
