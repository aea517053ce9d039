import type { SyntaxNode, Value } from '../../domain/outline.js'
import { resolved } from '../shared/own-names.js'
import { constantText, lineOf, memberValue, nameValue, otherValue, textValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { nameIn, partsOf, signIn } from './nodes.js'

/** A member before it is read: `order.total`, `rows[0]`. */
type Member = { readonly of: Value; readonly name: string; readonly line: number }

export function isMember({ type }: SyntaxNode): boolean {
  return type === 'navigation_expression' || type === 'index_expression'
}

export function memberOf(walk: Walk, node: SyntaxNode): Member {
  const [object, ...rest] = partsOf(node)
  const of = walk.value(object ?? null)
  const last = rest.at(-1)
  const line = lineOf(last ?? node)
  if (node.type === 'navigation_expression') return { of, name: nameIn(last ?? null), line }
  const key = rest.length === 1 && last?.type === 'string_literal' ? constantText(walk.value(last)) : null
  if (key === null) for (const each of rest) walk.visit(each)
  return { of, name: key ?? '[]', line }
}

/** `Order::class.java` is the member `class` of `Order`, and `handler::list` a member that nobody has called yet. */
function readMember(walk: Walk, node: SyntaxNode): Value {
  const sign = signIn(node)
  const { of, name, line } = memberOf(walk, node)
  if (node.type === 'index_expression' && isEnvironment(walk, of)) return keyOf(walk, of, name, line)
  const member = memberValue(of, name)
  const isOfClass = of.type === 'name' && of.name.endsWith('.class')
  if (isOfClass && /^(?:java|javaObjectType|kotlin)$/.test(name)) return of
  if (sign !== '::') walk.read(of, name, line)
  return member
}

/** All variables of the environment. */
function isEnvironment(walk: Walk, value: Value): boolean {
  return value.type === 'call' && walk.calls[value.call]?.callee === 'System.getenv'
}

/** `System.getenv()["URL"]` is `System.getenv().get("URL")`. */
function keyOf(walk: Walk, receiver: Value, key: string, line: number): Value {
  return walk.finishCall(walk.reserveCall(), {
    callee: 'System.getenv().get',
    receiver,
    name: 'get',
    arguments: key === '[]' ? [] : [textValue([key], line)],
    keywords: {},
    constructs: false,
    line,
    typeArguments: [],
  })
}

const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', { type: 'boolean', text: 'true' }],
  ['false', { type: 'boolean', text: 'false' }],
  ['null', { type: 'null', text: 'null' }],
])

function identifier(walk: Walk, node: SyntaxNode): Value {
  return constants.get(node.text) ?? nameValue(resolved(walk, nameIn(node)))
}

/** The object itself; one of a lambda or of a class around, `this@route`, is another. */
function thisValue(_walk: Walk, node: SyntaxNode): Value {
  return nameValue(node.text === 'this' ? 'this' : node.text.replace(/\s/g, ''))
}

/** `::load`, a function that nobody has called yet; of a type, `Orders::load`. */
function callableReference(walk: Walk, node: SyntaxNode): Value {
  const parts = partsOf(node)
  const last = parts.at(-1)
  if (last?.type !== 'identifier') return otherValue(node)
  const [of] = parts.length > 1 ? parts : []
  return of ? nameValue(`${of.text}.${last.text}`) : nameValue(resolved(walk, nameIn(last)))
}

export const memberRules: readonly (readonly [string, ValueRule])[] = [
  ['navigation_expression', readMember],
  ['index_expression', readMember],
  ['identifier', identifier],
  ['this_expression', thisValue],
  ['super_expression', () => nameValue('this')],
  ['callable_reference', callableReference],
]
