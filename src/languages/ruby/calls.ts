import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { calleeOf } from '../shared/callee.js'
import { choiceValue, constantText, lineOf, lineOfText, nameValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { argumentsOf } from './arguments.js'
import { defineBlock } from './functions.js'
import { isMember, readMember } from './members.js'
import { isOwnMethod } from './names.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line' | 'constructs'>

function callValue(walk: Walk, node: SyntaxNode): Value {
  if (isRead(node)) return readMember(walk, node)
  const callee = calleeParts(walk, node)
  const index = walk.reserveCall()
  const { arguments: positional, keywords } = argumentsOf(walk, node.childForFieldName('arguments'))
  const value: Value = { type: 'call', call: index }
  const call = { ...callee, arguments: positional, keywords, typeArguments: [] }
  walk.finishCall(index, call)
  const block = node.childForFieldName('block')
  if (block) {
    const definition = defineBlock(walk, block, (parameter) => givenTo(call, value, parameter))
    walk.finishCall(index, { ...call, arguments: [...positional, { type: 'function', definition }] })
  }
  readByKey(walk, call)
  return value
}

/** `order.total` without anything more; but `Orders.new`, `order.to_json`, `save!` and `empty?` are calls. */
function isRead(node: SyntaxNode): boolean {
  const method = node.childForFieldName('method')
  if (!isMember(node) || node.childForFieldName('arguments') || node.childForFieldName('block')) return false
  return method !== null && !/^(?:new|to_json)$|\W$/.test(method.text)
}

function calleeParts(walk: Walk, node: SyntaxNode): Callee {
  const method = node.childForFieldName('method')
  const name = method?.text ?? 'call'
  const line = lineOf(method ?? node)
  const written = node.childForFieldName('receiver')
  if (!written) {
    if (!isOwnMethod(walk, name)) return { callee: name, name, receiver: null, line, constructs: false }
    return { callee: `this.${name}`, name, receiver: nameValue('this'), line, constructs: false }
  }
  const receiver = walk.value(written)
  if (name === 'new' && receiver.type === 'name')
    return { callee: receiver.name, name: receiver.name, receiver: null, line, constructs: true }
  return { callee: calleeOf(receiver, name, walk.calls), name, receiver, line, constructs: false }
}

const overItems =
  /^(?:each|map|flat_map|collect|select|filter|filter_map|reject|find|detect|find_all|each_with_index|each_with_object|sort_by|group_by|sum|any\?|all\?|none\?|find_each|index_by|to_h|partition|min_by|max_by)$/
const overItself = /^(?:tap|then|yield_self)$/
/** These hand to the block what they open: `Net::HTTP.start(host) do |http|`. */
const opening = /^(?:start|open)$/

type Given = { readonly value: Value; readonly item: boolean }

/** What a call gives to a parameter of its block; each of the items, where they are written down. */
function givenTo({ name, receiver, constructs }: Callee, call: Value, parameter: number): Given | null {
  if (parameter !== 0) return null
  if (constructs || opening.test(name)) return { value: call, item: false }
  if (!receiver) return null
  if (overItself.test(name)) return { value: receiver, item: false }
  if (!overItems.test(name)) return null
  if (receiver.type === 'list' && receiver.items.length > 0)
    return { value: choiceValue(receiver.items), item: false }
  return { value: receiver, item: true }
}

/** `order.fetch(:total)` and `order.dig('customer', 'email')` read keys as well. */
function readByKey(
  walk: Walk,
  { receiver, name, arguments: given }: Pick<Call, 'receiver' | 'name' | 'arguments'>,
): void {
  const [first] = given
  const key = name === 'fetch' || name === 'dig' ? constantText(first) : null
  if (receiver && first && key !== null && /^[\w.$@-]+$/.test(key))
    walk.read(receiver, key, lineOfText(first))
}

export const callRules: readonly (readonly [string, ValueRule])[] = [['call', callValue]]
