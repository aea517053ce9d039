import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operandsOf, operatorOf } from '../shared/operands.js'
import { choiceValue, constantText, lineOf, memberValue, nameValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { holderOf } from './knowledge.js'
import { bareName } from './type-text.js'

/** A member before it is read: `order.Total`, `order?.Total`, `order["total"]`, `rows[0]`. */
export type Member = { readonly of: Value; readonly name: string; readonly line: number }

export function isMember(node: SyntaxNode): boolean {
  return (
    node.type === 'member_access_expression' ||
    node.type === 'element_access_expression' ||
    node.type === 'conditional_access_expression'
  )
}

export function memberOf(walk: Walk, node: SyntaxNode): Member {
  const [first = null, second = null] = node.namedChildren
  const of = walk.value(node.childForFieldName('expression') ?? first)
  if (node.type === 'member_access_expression') return named(of, node.childForFieldName('name') ?? node)
  if (second?.type === 'member_binding_expression')
    return named(of, second.childForFieldName('name') ?? second)
  const [argument] = (node.childForFieldName('subscript') ?? second)?.namedChildren ?? []
  const index = walk.value(argument?.namedChild(0) ?? null)
  const key = constantText(index)
  return { of, name: key ?? '[]', line: lineOf(argument ?? node) }
}

/** `Get<Order>` without its type arguments. */
function named(of: Value, name: SyntaxNode): Member {
  return { of, name: bareName(name), line: lineOf(name) }
}

function readMember(walk: Walk, node: SyntaxNode): Value {
  const chosen = chosenMember(walk, node)
  if (chosen) return chosen
  const member = memberOf(walk, node)
  walk.read(member.of, member.name, member.line)
  return memberValue(member.of, member.name)
}

/** The grammar reads `a ?? b?.Total` as `(a ?? b)?.Total`. */
function chosenMember(walk: Walk, node: SyntaxNode): Value | null {
  const [of, member] = node.namedChildren
  const isChoice = node.type === 'conditional_access_expression' && of?.type === 'binary_expression'
  if (!isChoice || operatorOf(of) !== '??' || member?.type !== 'member_binding_expression') return null
  const values = operandsOf(of, ['??']).map((operand) => walk.value(operand))
  const name = member.childForFieldName('name') ?? member
  const last = values.at(-1) ?? nameValue('')
  walk.read(last, bareName(name), lineOf(name))
  return choiceValue([...values.slice(0, -1), memberValue(last, bareName(name))])
}

/** A bare name, with what it is a member of. */
export function nameOf(walk: Walk, name: string): string {
  const bare = name.startsWith('@') ? name.slice(1) : name
  const holder = holderOf(walk, bare)
  return holder === null ? bare : `${holder}.${bare}`
}

const identifier: ValueRule = (walk, node) => nameValue(nameOf(walk, node.text))

const thisValue: ValueRule = () => nameValue('this')

/** `global::System` is `System`, and `Task<Order>` in an expression its bare name. */
const bareValue: ValueRule = (_walk, node) => nameValue(bareName(node))

export const memberRules: readonly (readonly [string, ValueRule])[] = [
  ['member_access_expression', readMember],
  ['element_access_expression', readMember],
  ['conditional_access_expression', readMember],
  ['identifier', identifier],
  ['this_expression', thisValue],
  ['this', thisValue],
  ['base_expression', thisValue],
  ['base', thisValue],
  ['alias_qualified_name', bareValue],
  ['generic_name', bareValue],
  ['qualified_name', bareValue],
  ['predefined_type', bareValue],
]
