import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { calleeOf, spelling } from '../shared/callee.js'
import { constantText, lineOf, lineOfText } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { argumentsOf } from './arguments.js'
import { braceFormat } from './formats.js'
import { memberOf } from './members.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line'>

function callValue(walk: Walk, node: SyntaxNode): Value {
  const callee = calleeParts(walk, node.childForFieldName('function') ?? node)
  const given = node.childForFieldName('arguments')
  if (callee.name === 'format' && callee.receiver?.type === 'text') {
    const { arguments: positional, keywords: named } = argumentsOf(walk, given)
    return braceFormat(callee.receiver, { positional, named })
  }
  const index = walk.reserveCall()
  const call = { ...callee, ...argumentsOf(walk, given), constructs: false, typeArguments: [] }
  const value = walk.finishCall(index, call)
  readByKey(walk, call)
  bindLambda(walk, call)
  return value
}

/** How a callee is named and what it is a member of. Naming it does not count as reading it. */
export function calleeParts(walk: Walk, callee: SyntaxNode): Callee {
  if (callee.type === 'attribute') {
    const { of, name, line } = memberOf(walk, callee)
    return { callee: calleeOf(of, name, walk.calls), name, receiver: of, line }
  }
  const line = lineOf(callee)
  if (callee.type === 'identifier') return { callee: callee.text, name: callee.text, receiver: null, line }
  const called = walk.value(callee)
  return { callee: spelling(called, walk.calls), name: '', receiver: called, line }
}

/** A word, and not a path or a URL: `data.get("total")` reads a key, `client.get("/orders")` does not. */
const key = /^[\w.$@-]+$/

/** `data.get("total")` and `data.pop("total", 0)` read a key as well. */
function readByKey(walk: Walk, call: Omit<Call, 'scope'>): void {
  const [first, ...rest] = call.arguments
  if (!call.receiver || rest.length > 1 || (call.name !== 'get' && call.name !== 'pop')) return
  const member = constantText(first)
  if (member === null || !first || !key.test(member)) return
  walk.read(call.receiver, member, lineOfText(first))
}

const overSecond = new Set(['map', 'filter'])
const byKey = new Set(['sorted', 'min', 'max', 'sort'])

/** `map(lambda order: …, orders)` and `sorted(orders, key=lambda order: …)` hand over item by item. */
function bindLambda(walk: Walk, call: Omit<Call, 'scope'>): void {
  const [first, second] = call.arguments
  const items = call.name === 'sort' ? call.receiver : first
  if (overSecond.has(call.callee) && second) bindFunctionItems(walk, first, second)
  else if (byKey.has(call.name) && items) bindFunctionItems(walk, call.keywords['key'], items)
}

function bindFunctionItems(walk: Walk, callback: Value | undefined, items: Value): void {
  if (callback?.type !== 'function') return
  const definition = walk.definitions[callback.definition]
  const name = definition?.parameters[0]?.name
  if (!name) return
  walk.bind({ name, value: items, item: true, scope: callback.definition, line: definition.line })
}

export const callRules: readonly (readonly [string, ValueRule])[] = [['call', callValue]]
