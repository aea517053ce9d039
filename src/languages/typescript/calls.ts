import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { isPassing, placeOfCallback } from '../shared/callbacks.js'
import { calleeOf, spelling } from '../shared/callee.js'
import { lineOf, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { isMember, memberOf } from './members.js'
import { noteRequired } from './required.js'
import { typeArgumentsOf } from './shapes.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line'>

function callValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  return addCall(walk, node, node.childForFieldName('function'), place)
}

function newValue(walk: Walk, node: SyntaxNode): Value {
  return addCall(walk, node, node.childForFieldName('constructor'), null)
}

function addCall(walk: Walk, node: SyntaxNode, written: SyntaxNode | null, place: Place | null): Value {
  const callee = calleeParts(walk, written ?? node)
  const typeArguments = typeArgumentsOf(walk, node)
  const index = walk.reserveCall()
  const call = {
    ...callee,
    arguments: argumentsOf(walk, node.childForFieldName('arguments'), callee, place),
    keywords: {},
    constructs: node.type === 'new_expression',
    typeArguments,
  }
  const value = walk.finishCall(index, call)
  noteRequired(walk, node, call)
  return call.receiver && isTransparentPipe(walk, call) ? call.receiver : value
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

function argumentsOf(
  walk: Walk,
  given: SyntaxNode | null,
  callee: Callee,
  place: Place | null,
): readonly Value[] {
  if (!given) return []
  // A tagged template is called with its text.
  if (given.type === 'template_string') return [walk.value(given)]
  if (callee.name === 'pipe' && callee.receiver) return operatorsOf(walk, given, callee.receiver)
  const first = placeOfCallback(callee, place)
  return given.namedChildren.map((argument, position) => walk.value(argument, position === 0 ? first : null))
}

/** `orders$.pipe(retry(3), catchError(report))` gives what `orders$` gives. */
function isTransparentPipe(walk: Walk, call: Pick<Call, 'name' | 'arguments'>): boolean {
  const names = call.arguments.map((each) => (each.type === 'call' ? walk.calls[each.call]?.name : undefined))
  return call.name === 'pipe' && names.length > 0 && names.every((name) => isPassing(name ?? ''))
}

/** The operators of a `pipe`: each is given what comes in, until one of them changes it. */
function operatorsOf(walk: Walk, given: SyntaxNode, source: Value): readonly Value[] {
  let piped: Value | null = source
  return given.namedChildren.map((operator) => {
    const value = walk.value(operator, piped ? { piped } : null)
    const call = value.type === 'call' ? walk.calls[value.call] : undefined
    if (!isPassing(call?.name ?? '')) piped = null
    return value
  })
}

function spreadValue(walk: Walk, node: SyntaxNode): Value {
  walk.visitChildren(node)
  return otherValue(node)
}

export const callRules: readonly (readonly [string, ValueRule])[] = [
  ['call_expression', callValue],
  ['new_expression', newValue],
  ['spread_element', spreadValue],
]
