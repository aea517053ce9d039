import type { Call, SyntaxNode, Value } from '../../domain/outline.js'
import { calleeOf } from '../shared/callee.js'
import { readByGetter, readByKey, writtenBySetter } from '../shared/getters.js'
import { membersAround, resolved } from '../shared/own-names.js'
import { lineOf, nameValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { placeOfLambda } from './streams.js'
import { bareType, typeArgumentsIn, typeText } from './type-text.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line'>

function callValue(walk: Walk, node: SyntaxNode): Value {
  const callee = calleeParts(walk, node)
  const index = walk.reserveCall()
  const call = {
    ...callee,
    arguments: argumentsOf(walk, node, placeOfLambda(walk, callee)),
    keywords: {},
    constructs: false,
    typeArguments: typeArgumentsIn(node.childForFieldName('type_arguments')),
  }
  const value = walk.finishCall(index, call)
  writtenBySetter(walk, call)
  return formatOf(call) ?? readByGetter(walk, call) ?? readByKey(walk, call) ?? value
}

/** A method without anything before it is one's own, unless it was imported. */
function calleeParts(walk: Walk, node: SyntaxNode): Callee {
  const named = node.childForFieldName('name')
  const name = named?.text ?? ''
  const line = lineOf(named ?? node)
  const object = node.childForFieldName('object')
  if (object) {
    const receiver = object.type === 'super' ? nameValue('this') : walk.value(object)
    return { callee: calleeOf(receiver, name, walk.calls), name, receiver, line }
  }
  const owner = membersAround(walk)
  const isOwn = owner !== null && (owner.methods.has(name) || !isImported(walk, name))
  return isOwn
    ? { callee: `this.${name}`, name, receiver: nameValue('this'), line }
    : { callee: resolved(walk, name), name, receiver: null, line }
}

/** By its name, or by that of everything of a class: of two such imports nobody can say which one it is. */
function isImported(walk: Walk, name: string): boolean {
  return walk.imports.some(({ module, names }) =>
    names.some(
      ({ imported, local }) =>
        (local === name && imported.includes('.')) || (local === '*' && /(?:^|\.)[A-Z]\w*$/.test(module)),
    ),
  )
}

function argumentsOf(walk: Walk, node: SyntaxNode, place: Place | null): readonly Value[] {
  const given = node.childForFieldName('arguments')?.namedChildren ?? []
  return given.flatMap((argument) =>
    argument && !/comment$/.test(argument.type) ? [walk.value(argument, place)] : [],
  )
}

/** `String.format("/orders/%s", id)` and `"/orders/%s".formatted(id)`. */
function formatOf({ callee, name, receiver, line, arguments: given }: Omit<Call, 'scope'>): Value | null {
  const [first, ...rest] = given
  if (callee === 'String.format' && first) return { type: 'format', format: first, arguments: rest, line }
  if (name === 'formatted' && receiver) return { type: 'format', format: receiver, arguments: given, line }
  return null
}

/** `new Orders(base)`, whose body makes a class without a name. */
function newValue(walk: Walk, node: SyntaxNode): Value {
  const type = node.childForFieldName('type')
  const name = bareType(typeText(type) ?? '')
  const index = walk.reserveCall()
  const given = argumentsOf(walk, node, null)
  const value = walk.finishCall(index, {
    callee: name,
    receiver: null,
    name: name.slice(name.lastIndexOf('.') + 1),
    arguments: given,
    keywords: {},
    constructs: true,
    line: lineOf(type ?? node),
    typeArguments: typeArgumentsIn(type),
  })
  for (const child of node.namedChildren) if (child?.type === 'class_body') walk.visit(child)
  return value
}

/** `this(base)` and `super(base)` in a constructor. */
function constructorCall(walk: Walk, node: SyntaxNode): Value {
  argumentsOf(walk, node, null)
  return otherValue(node)
}

export const callRules: readonly (readonly [string, ValueRule])[] = [
  ['method_invocation', callValue],
  ['object_creation_expression', newValue],
  ['explicit_constructor_invocation', constructorCall],
]
