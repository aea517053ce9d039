import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { calleeOf } from '../shared/callee.js'
import { readByGetter, readByKey, writtenBySetter } from '../shared/getters.js'
import { operatorOf } from '../shared/operands.js'
import { membersAround, resolved } from '../shared/own-names.js'
import { lineOf, nameValue, otherValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { argumentsIn, type Given } from './arguments.js'
import { builtOf } from './built.js'
import { placeOfLambda } from './callbacks.js'
import { walkInside } from './classes.js'
import { nameIn, partCalled, partsOf, signIn } from './nodes.js'
import { binaryValue } from './operators.js'
import { bareType, typeArgumentsIn } from './type-text.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line' | 'constructs'>

/** What is called, and what it is given: `f(a) { … }` are two nodes and one call. */
type Parts = {
  readonly called: SyntaxNode
  readonly types: SyntaxNode
  readonly list: SyntaxNode | null
  readonly lambda: SyntaxNode | null
}

function partsOfCall(node: SyntaxNode): Parts | null {
  const [called] = partsOf(node)
  if (!called) return null
  const lambda = partCalled(partCalled(node, 'annotated_lambda'), 'lambda_literal')
  const list = partCalled(node, 'value_arguments')
  const isSplit =
    lambda && !list && called.type === 'call_expression' && !partCalled(called, 'annotated_lambda')
  const [inner] = isSplit ? partsOf(called) : []
  return inner
    ? { called: inner, types: called, list: partCalled(called, 'value_arguments'), lambda }
    : { called, types: node, list, lambda }
}

function callValue(walk: Walk, node: SyntaxNode): Value {
  const parts = partsOfCall(node)
  if (!parts) return otherValue(node)
  const callee = calleeParts(walk, parts.called)
  const index = walk.reserveCall()
  const call = {
    ...callee,
    ...givenIn(walk, parts, callee),
    typeArguments: typeArgumentsIn(parts.types),
  }
  const value = walk.finishCall(index, call)
  if (call.constructs || parts.lambda) return builtOf(walk, call) ?? value
  writtenBySetter(walk, call)
  return builtOf(walk, call) ?? readByGetter(walk, call) ?? readByKey(walk, call) ?? value
}

function givenIn(walk: Walk, { list, lambda }: Parts, callee: Callee): Given {
  const place = placeOfLambda(callee)
  const given = argumentsIn(walk, list, place)
  if (!lambda) return given
  return { ...given, arguments: [...given.arguments, walk.value(lambda, place)] }
}

function calleeParts(walk: Walk, called: SyntaxNode): Callee {
  const line = lineOf(called.type === 'navigation_expression' ? (partsOf(called).at(-1) ?? called) : called)
  if (called.type === 'identifier') return { ...bareCallee(walk, nameIn(called)), line }
  if (called.type !== 'navigation_expression' || signIn(called) === '::')
    return { callee: '', name: '', receiver: walk.value(called), line, constructs: false }
  const [object, member] = partsOf(called)
  const name = nameIn(member ?? null)
  const receiver = walk.value(object ?? null)
  const callee = calleeOf(receiver, name, walk.calls)
  return isClass(name) && receiver.type === 'name' && /(?:^|\.)[A-Z]\w*$/.test(receiver.name)
    ? { callee, name, receiver: null, line, constructs: true }
    : { callee, name, receiver, line, constructs: false }
}

/** A function of one's own class, or of what that extends; of a lambda's receiver nothing is known. */
function bareCallee(walk: Walk, name: string): Omit<Callee, 'line'> {
  const owner = membersAround(walk)
  const isOwn = owner !== null && (owner.methods.has(name) || isInherited(walk, name))
  return isOwn
    ? { callee: `this.${name}`, name, receiver: nameValue('this'), constructs: false }
    : { callee: resolved(walk, name), name, receiver: null, constructs: isClass(name) }
}

function isInherited(walk: Walk, name: string): boolean {
  const around = walk.scope === null ? undefined : walk.definitions[walk.scope]
  const isMethod = around?.kind === 'method' && around.extension === undefined && !isClass(name)
  const owner = walk.definitions.find(
    (each) => isMethod && each.kind === 'class' && each.name === around.owner,
  )
  if (!owner?.bases.length) return false
  const isImported = walk.imports.some(({ names }) => names.some(({ local }) => local === name))
  return !isImported && !walk.definitions.some((each) => each.scope === null && each.name === name)
}

/** `Order` makes one; `GET` and `order` do something. */
function isClass(name: string): boolean {
  return /^[A-Z]\w*[a-z]/.test(name) || /^[A-Z]$/.test(name)
}

/** `object : TypeReference<List<Order>>() { … }` makes one of a class without a name. */
function objectValue(walk: Walk, node: SyntaxNode): Value {
  const specifiers = partsOf(partCalled(node, 'delegation_specifiers')).flatMap(partsOf)
  const made = specifiers.find(({ type }) => type === 'constructor_invocation')
  const [type] = made ? partsOf(made) : specifiers
  const name = bareType(type?.text ?? '')
  const index = walk.reserveCall()
  const value = walk.finishCall(index, {
    callee: name,
    receiver: null,
    name: name.slice(name.lastIndexOf('.') + 1),
    ...argumentsIn(walk, partCalled(made ?? null, 'value_arguments')),
    constructs: true,
    line: lineOf(node),
    typeArguments: typeArgumentsIn(type ?? null),
  })
  walkInside(walk, partCalled(node, 'class_body'))
  return value
}

/** `a to b`: a call of what stands between, on what stands before. */
function infixValue(walk: Walk, node: SyntaxNode): Value {
  const [left, between, right] = partsOf(node)
  const name = nameIn(between ?? null)
  const receiver = walk.value(left ?? null)
  const index = walk.reserveCall()
  return walk.finishCall(index, {
    callee: calleeOf(receiver, name, walk.calls),
    receiver,
    name,
    arguments: [walk.value(right ?? null)],
    keywords: {},
    constructs: false,
    line: lineOf(between ?? node),
    typeArguments: [],
  })
}

/** The grammar takes `get<Order> { … }` and `get<Order>(id)` for comparisons, where nothing follows. */
function comparedValue(walk: Walk, node: SyntaxNode): Value {
  const [compared, given] = [node.childForFieldName('left'), node.childForFieldName('right')]
  const isLike = operatorOf(node) === '>' && compared?.type === node.type && operatorOf(compared) === '<'
  const called = isLike ? compared.childForFieldName('left') : null
  const type = isLike ? compared.childForFieldName('right') : null
  const isGiven = given?.type === 'lambda_literal' || given?.type === 'parenthesized_expression'
  if (!called || !type || !given || !isGiven || !/^(?:identifier|navigation_expression)$/.test(called.type))
    return binaryValue(walk, node)
  const callee = calleeParts(walk, called)
  const index = walk.reserveCall()
  const call = {
    ...callee,
    arguments: [walk.value(given, placeOfLambda(callee))],
    keywords: {},
    typeArguments: [type.text],
  }
  const value = walk.finishCall(index, call)
  return builtOf(walk, call) ?? value
}

export const callRules: readonly (readonly [string, ValueRule])[] = [
  ['call_expression', callValue],
  ['binary_expression', comparedValue],
  ['object_literal', objectValue],
  ['infix_expression', infixValue],
]
