import type { Call, ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { placeOfCallback } from '../shared/callbacks.js'
import { calleeOf, spelling } from '../shared/callee.js'
import { lineOf, nameValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, Walk } from '../shared/walk.js'
import { memberOf } from './members.js'
import { pathName, segmentsOf } from './paths.js'
import { pathCallee } from './tokens.js'
import { typeText } from './type-text.js'

type Callee = Pick<Call, 'callee' | 'name' | 'receiver' | 'line'>

/** What only holds, points to or may lack a value is that value. */
const wrapping =
  /^(?:(?:Result\.)?Ok|(?:Option\.)?Some|(?:Box|Arc|Rc|Mutex|RwLock|RefCell|String)\.(?:new|from|pin))$/

function callValue(walk: Walk, node: SyntaxNode): Value {
  const called = node.childForFieldName('function')
  const given = (node.childForFieldName('arguments')?.namedChildren ?? []).filter(
    (child) => child !== null && !/^(?:attribute_item|line_comment|block_comment)$/.test(child.type),
  )
  if (!called) return otherValue(node)
  const isGeneric = called.type === 'generic_function'
  const written = isGeneric ? (called.childForFieldName('function') ?? called) : called
  const callee = calleeParts(walk, written)
  const [only = null] = given
  if (given.length === 1 && wrapping.test(callee.callee)) return walk.value(only)
  const index = walk.reserveCall()
  const place = placeOf(walk, callee)
  const types = isGeneric ? (called.childForFieldName('type_arguments')?.namedChildren ?? []) : []
  return walk.finishCall(index, {
    ...callee,
    arguments: given.map((argument, position) => walk.value(argument, position === 0 ? place : null)),
    keywords: {},
    constructs: false,
    typeArguments: types.map((type) => typeText(walk, type) ?? ''),
  })
}

/** Calls that give the items of what they are made on. */
const iterating =
  /^(?:iter|into_iter|iter_mut|par_iter|into_par_iter|drain|values|into_values|chunks|windows)$/

/** Longer than what people chain after an iterator. */
const maxChain = 40

/** What a callback is given: an item of what is iterated over, and otherwise what is there or not: `order.map(|order| …)`. */
function placeOf(walk: Walk, callee: Callee): Place | null {
  const place = placeOfCallback(callee, null)
  if (!place?.given) return place
  let at = callee.receiver
  for (let length = 0; length < maxChain; length += 1) {
    const call = callOf(walk, at)
    if (!call) break
    if (iterating.test(call.name)) return place
    at = call.receiver
  }
  return { given: place.given.map((each) => ({ ...each, item: false })) }
}

function callOf(walk: Walk, value: Value | null): Call | undefined {
  return value?.type === 'call' ? walk.calls[value.call] : undefined
}

function calleeParts(walk: Walk, written: SyntaxNode): Callee {
  if (written.type === 'field_expression') {
    const { of, name, line } = memberOf(walk, written)
    return { callee: calleeOf(of, name, walk.calls), name, receiver: of, line }
  }
  const line = lineOf(written)
  if (/^(?:identifier|scoped_identifier|self)$/.test(written.type))
    return { ...pathCallee(nameValue(pathName(walk, written))), line }
  const value = walk.value(written)
  return { callee: spelling(value, walk.calls), name: '', receiver: value, line }
}

/** A literal also says what the fields of its type may hold: `Api { client }` binds `Api.client`. */
function structValue(walk: Walk, node: SyntaxNode): Value {
  const name = node.childForFieldName('name')
  const type = (name && typeText(walk, name)) ?? ''
  const fields: ObjectField[] = []
  const spreads: Value[] = []
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
    if (child?.type === 'base_field_initializer') spreads.push(walk.value(child.namedChild(0)))
    const field = child && fieldOf(walk, child)
    if (field) fields.push(field)
  }
  const isOwn = name !== null && segmentsOf(name).length === 1
  if (isOwn) for (const field of fields) walk.bind({ ...field, name: `${type}.${field.name}` })
  return { type: 'cast', value: { type: 'object', fields, spreads, line: lineOf(node) }, to: type }
}

function fieldOf(walk: Walk, child: SyntaxNode): ObjectField | null {
  const line = lineOf(child)
  if (child.type === 'shorthand_field_initializer') {
    const name = child.namedChildren.findLast((each) => each?.type === 'identifier')
    return name ? { name: name.text, value: walk.value(name), line } : null
  }
  const name = child.type === 'field_initializer' ? child.childForFieldName('field') : null
  if (!name) return null
  return { name: name.text, value: walk.value(child.childForFieldName('value'), { name: name.text }), line }
}

export const callRules: readonly (readonly [string, ValueRule])[] = [
  ['call_expression', callValue],
  ['struct_expression', structValue],
]
