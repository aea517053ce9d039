import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { bindCallbacks } from '../shared/callbacks.js'
import { calleeOf, spelling } from '../shared/callee.js'
import { lineOf, otherValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { isMember, memberOf } from './members.js'
import { noteRequired } from './required.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line'>

function callValue(walk: Walk, node: SyntaxNode): Value {
  return addCall(walk, node, node.childForFieldName('function'))
}

function newValue(walk: Walk, node: SyntaxNode): Value {
  return addCall(walk, node, node.childForFieldName('constructor'))
}

function addCall(walk: Walk, node: SyntaxNode, written: SyntaxNode | null): Value {
  const callee = calleeParts(walk, written ?? node)
  const index = walk.reserveCall()
  const call = {
    ...callee,
    arguments: argumentsOf(walk, node.childForFieldName('arguments')),
    keywords: {},
    constructs: node.type === 'new_expression',
    typeArguments: typeArgumentsOf(node),
  }
  const value = walk.finishCall(index, call)
  noteRequired(walk, node, call)
  bindCallbacks(walk, call)
  return value
}

/**
 * How a callee is named and what it is a member of; naming it does not count as reading it. The line is that of the
 * name, so that the links of a chain over several lines tell their own.
 */
export function calleeParts(walk: Walk, written: SyntaxNode): Callee {
  const callee = unwrapped(written)
  if (isMember(callee)) {
    const { of, name, line } = memberOf(walk, callee)
    return { callee: calleeOf(of, name, walk.calls), name, receiver: of, line }
  }
  const line = lineOf(callee)
  if (callee.namedChildCount === 0) return { callee: callee.text, name: callee.text, receiver: null, line }
  const called = walk.value(callee)
  return { callee: spelling(called, walk.calls), name: '', receiver: called, line }
}

const transparent = new Set([
  'parenthesized_expression',
  'non_null_expression',
  'as_expression',
  'instantiation_expression',
  // The grammar reads `await get<Order>(id)` as a call of `await get`.
  'await_expression',
])

function unwrapped(written: SyntaxNode): SyntaxNode {
  let at = written
  for (;;) {
    const inner: SyntaxNode | null | undefined = transparent.has(at.type)
      ? at.namedChild(0)
      : // Compilers write `(0, orders.get)(id)`.
        at.type === 'sequence_expression'
        ? at.namedChildren.at(-1)
        : null
    if (!inner) return at
    at = inner
  }
}

function argumentsOf(walk: Walk, given: SyntaxNode | null): readonly Value[] {
  if (!given) return []
  // A tagged template is called with its text.
  if (given.type === 'template_string') return [walk.value(given)]
  return given.namedChildren.map((argument) => walk.value(argument))
}

function spreadValue(walk: Walk, node: SyntaxNode): Value {
  walk.visitChildren(node)
  return otherValue(node)
}

function typeArgumentsOf(node: SyntaxNode): readonly string[] {
  const written = node.childForFieldName('type_arguments')
  return written ? written.namedChildren.flatMap((type) => (type ? [type.text] : [])) : []
}

export const callRules: readonly (readonly [string, ValueRule])[] = [
  ['call_expression', callValue],
  ['new_expression', newValue],
  ['spread_element', spreadValue],
]
