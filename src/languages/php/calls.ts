import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { calleeOf, spelling } from '../shared/callee.js'
import { constantText, lineOf, memberValue, nameValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { argumentsOf } from './arguments.js'
import { placeOfCallback } from './callbacks.js'
import { className } from './class-names.js'
import { scopeValue } from './members.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line'>

function callValue(walk: Walk, node: SyntaxNode): Value {
  const given = node.childForFieldName('arguments')
  const callee = calleeParts(walk, node)
  if (given?.namedChild(0)?.type === 'variadic_placeholder' || isPlaceholder(given)) return reference(callee)
  if (callee.receiver === null && callee.callee === 'sprintf') return sprintf(walk, given, node)
  if (callee.receiver === null && callee.callee === 'compact') return compacted(walk, given, node)
  const index = walk.reserveCall()
  const call = {
    ...callee,
    ...argumentsOf(walk, given, placeOfCallback(walk, callee, given)),
    constructs: false,
    typeArguments: [],
  }
  readByKey(walk, call)
  return walk.finishCall(index, call)
}

/** `$response->json('customer.email')` reads a key of what `json()` gives. */
function readByKey(walk: Walk, { name, receiver, arguments: given, line }: Omit<Call, 'scope'>): void {
  const key = given.length === 1 ? constantText(given[0]) : null
  if (name !== 'json' || !receiver || key === null || !/^[\w.-]+$/.test(key)) return
  const whole: Value = { type: 'member', of: receiver, member: 'json()' }
  const keys = key.split('.')
  const around = keys.slice(0, -1).reduce<Value>((of, member) => memberValue(of, member), whole)
  walk.read(around, keys.at(-1) ?? key, line)
}

/** `total(...)` is the function itself. */
function isPlaceholder(given: SyntaxNode | null): boolean {
  return given?.namedChildCount === 1 && given.namedChild(0)?.namedChild(0)?.type === 'variadic_placeholder'
}

function reference({ receiver, name }: Callee): Value {
  return receiver === null ? nameValue(name) : memberValue(receiver, name)
}

/** How a callee is named and what it is a member of; naming it does not count as reading it. */
function calleeParts(walk: Walk, node: SyntaxNode): Callee {
  const written = node.childForFieldName('function')
  if (written) return functionParts(walk, written)
  const object = node.childForFieldName('object')
  const receiver = object ? walk.value(object) : scopeValue(walk, node.childForFieldName('scope'))
  const named = node.childForFieldName('name')
  const name = named?.type === 'name' ? named.text : '[]'
  if (named && named.type !== 'name') walk.visit(named)
  return { callee: calleeOf(receiver, name, walk.calls), name, receiver, line: lineOf(named ?? node) }
}

function functionParts(walk: Walk, written: SyntaxNode): Callee {
  const line = lineOf(written)
  if (/^(?:name|qualified_name|relative_name)$/.test(written.type)) {
    const name = written.text.slice(written.text.lastIndexOf('\\') + 1)
    return { callee: name, name, receiver: null, line }
  }
  const called = walk.value(written)
  return { callee: spelling(called, walk.calls), name: '', receiver: called, line }
}

/** `new Client(['base_uri' => $url])`; a class that is only known at run time has no name. */
function newValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const [written] = node.namedChildren
  if (written?.type === 'anonymous_class') return walk.value(written, place)
  const isNamed = /^(?:name|qualified_name|relative_name)$/.test(written?.type ?? '')
  const callee = written && isNamed ? className(walk, written) : ''
  if (written && !isNamed) walk.visit(written)
  const index = walk.reserveCall()
  const given = node.namedChildren.find((child) => child?.type === 'arguments') ?? null
  return walk.finishCall(index, {
    callee,
    name: callee,
    receiver: null,
    line: lineOf(node),
    ...argumentsOf(walk, given),
    constructs: true,
    typeArguments: [],
  })
}

function sprintf(walk: Walk, given: SyntaxNode | null, node: SyntaxNode): Value {
  const [format, ...rest] = argumentsOf(walk, given).arguments
  return { type: 'format', format: format ?? otherValue(''), arguments: rest, line: lineOf(node) }
}

/** `compact('order', 'total')` is an object of those variables. */
function compacted(walk: Walk, given: SyntaxNode | null, node: SyntaxNode): Value {
  const line = lineOf(node)
  const items = argumentsOf(walk, given).arguments.flatMap((each) =>
    each.type === 'list' ? each.items : [each],
  )
  const fields = items.flatMap((each) => {
    const name = constantText(each)
    return name === null ? [] : [{ name, value: nameValue(`$${name}`), line }]
  })
  return { type: 'object', fields, spreads: [], line }
}

/** `require __DIR__ . '/orders.php'`, however it is spelt. */
function requireValue(walk: Walk, node: SyntaxNode): Value {
  const index = walk.reserveCall()
  return walk.finishCall(index, {
    callee: 'require',
    name: 'require',
    receiver: null,
    line: lineOf(node),
    arguments: [walk.value(node.namedChild(0))],
    keywords: {},
    constructs: false,
    typeArguments: [],
  })
}

export const callValues: readonly (readonly [string, ValueRule])[] = [
  ['function_call_expression', callValue],
  ['member_call_expression', callValue],
  ['nullsafe_member_call_expression', callValue],
  ['scoped_call_expression', callValue],
  ['object_creation_expression', newValue],
  ['require_expression', requireValue],
  ['require_once_expression', requireValue],
  ['include_expression', requireValue],
  ['include_once_expression', requireValue],
]
