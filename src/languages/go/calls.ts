import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { calleeOf, spelling } from '../shared/callee.js'
import { operatorOf } from '../shared/operands.js'
import { lineOf, otherValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { isMember, memberOf, nameOf } from './members.js'
import { conversion } from './operators.js'
import { isBuiltInType, typeText } from './type-text.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line'>

function callValue(walk: Walk, node: SyntaxNode): Value {
  const written = node.childForFieldName('function')
  const given = node.childForFieldName('arguments')
  if (!written) return otherValue(node)
  if (written.type === 'identifier') {
    const special = builtInCall(walk, written.text, given)
    if (special) return special
  }
  const callee = calleeParts(walk, written)
  if (callee.callee === 'fmt.Sprintf') return sprintf(walk, given, node)
  return addCall(walk, callee, given?.namedChildren ?? [], node.childForFieldName('type_arguments'))
}

/** `string(b)` is `b`; `new(T)` and `make([]T, 0)` are empty values of their type. */
function builtInCall(walk: Walk, name: string, given: SyntaxNode | null): Value | null {
  const [first, ...rest] = given?.namedChildren ?? []
  if (!first) return null
  if (isBuiltInType(name)) return conversion(walk.value(first), name)
  if (name !== 'new' && name !== 'make') return null
  for (const argument of rest) walk.visit(argument)
  return { type: 'cast', value: otherValue(''), to: typeText(first) ?? '' }
}

function sprintf(walk: Walk, given: SyntaxNode | null, node: SyntaxNode): Value {
  const [format, ...rest] = (given?.namedChildren ?? []).map((argument) => walk.value(argument))
  return { type: 'format', format: format ?? otherValue(''), arguments: rest, line: lineOf(node) }
}

function addCall(
  walk: Walk,
  callee: Callee,
  given: readonly (SyntaxNode | null)[],
  types: SyntaxNode | null,
): Value {
  const index = walk.reserveCall()
  return walk.finishCall(index, {
    ...callee,
    arguments: given.map((argument) => walk.value(argument)),
    keywords: {},
    constructs: false,
    typeArguments: (types?.namedChildren ?? []).map((type) => typeText(type) ?? ''),
  })
}

/** How a callee is named and what it is a member of; naming it does not count as reading it. */
function calleeParts(walk: Walk, written: SyntaxNode): Callee {
  const callee = unwrapped(written)
  if (isMember(callee)) {
    const { of, name, line } = memberOf(walk, callee)
    return { callee: calleeOf(of, name, walk.calls), name, receiver: of, line }
  }
  const line = lineOf(callee)
  if (callee.namedChildCount === 0) {
    const name = nameOf(walk, callee.text)
    return { callee: name, name, receiver: null, line }
  }
  const called = walk.value(callee)
  return { callee: spelling(called, walk.calls), name: '', receiver: called, line }
}

function unwrapped(written: SyntaxNode): SyntaxNode {
  let at = written
  for (let inner: SyntaxNode | null = at; inner; inner = isTransparent(at) ? at.namedChild(0) : null)
    at = inner
  return at
}

/** `(*Order)(row)` converts to what it points to. */
function isTransparent(node: SyntaxNode): boolean {
  return (
    node.type === 'parenthesized_expression' || (node.type === 'unary_expression' && operatorOf(node) === '*')
  )
}

/** The grammar cannot tell `fetch[Order](url)` from a conversion to a generic type: it is taken for a call. */
function conversionValue(walk: Walk, node: SyntaxNode): Value {
  const type = node.childForFieldName('type')
  const operand = node.childForFieldName('operand')
  if (type?.type !== 'generic_type') return conversion(walk.value(operand), typeText(type) ?? '')
  const called = type.childForFieldName('type') ?? type
  const parts = called.text.split('.')
  const name = parts.at(-1) ?? ''
  const receiver = parts.length > 1 ? walk.value(called.namedChild(0)) : null
  const callee = { callee: called.text, name, receiver, line: lineOf(called) }
  return addCall(walk, callee, [operand], type.childForFieldName('type_arguments'))
}

export const callRules: readonly (readonly [string, ValueRule])[] = [
  ['call_expression', callValue],
  ['type_conversion_expression', conversionValue],
]
