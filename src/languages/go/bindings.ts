import type { SyntaxNode, Value } from '../../domain/outline.js'
import { operatorOf } from '../shared/operands.js'
import { lineOf, memberValue, otherValue } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { isString, literalText } from './literals.js'
import { isMember, memberOf } from './members.js'
import { declaredType } from './shapes.js'
import { isBuiltInType } from './type-text.js'

type Target = { readonly node: SyntaxNode; readonly type: string | null }

/** `a, b := x, y` pairs them; `resp, err := call()` gives the call to the first and something else to the others. */
function bindAll(walk: Walk, targets: readonly Target[], right: SyntaxNode | null): void {
  const expressions = right?.namedChildren ?? []
  const values = expressions.map((expression, position) => {
    const target = targets[position]?.node
    const name = expressions.length === targets.length ? target?.text : undefined
    return walk.value(expression, name ? { name, owner: null } : null)
  })
  for (const [position, target] of targets.entries()) {
    bind(walk, target, values[position] ?? otherValue(expressions[0] ?? ''))
  }
}

function bind(walk: Walk, target: Target, value: Value): void {
  const { node, type } = target
  if (node.text === '_') return
  if (!isMember(node)) {
    walk.bind({ name: node.text, value, type, line: lineOf(node) })
    return
  }
  const { of, name, line } = memberOf(walk, node)
  walk.read(of, name, line, 'write')
  const member = memberValue(of, name)
  if (member.type === 'name') walk.bind({ name: member.name, value, type, line })
}

function targetsOf(left: SyntaxNode | null): readonly Target[] {
  return (left?.namedChildren ?? []).flatMap((node) => (node ? [{ node: pointedTo(node), type: null }] : []))
}

/** `*total = 1` writes to `total`. */
function pointedTo(node: SyntaxNode): SyntaxNode {
  const isPointer = node.type === 'unary_expression' && operatorOf(node) === '*'
  return isPointer ? (node.childForFieldName('operand') ?? node) : node
}

function shortDeclaration(walk: Walk, node: SyntaxNode): void {
  bindAll(walk, targetsOf(node.childForFieldName('left')), node.childForFieldName('right'))
}

function assignment(walk: Walk, node: SyntaxNode): void {
  const right = node.childForFieldName('right')
  if (operatorOf(node) === '=') {
    bindAll(walk, targetsOf(node.childForFieldName('left')), right)
    return
  }
  walk.visit(right)
  const [target] = targetsOf(node.childForFieldName('left'))
  if (target && isMember(target.node)) readAndWrite(walk, target.node)
}

function readAndWrite(walk: Walk, node: SyntaxNode): void {
  const { of, name, line } = memberOf(walk, node)
  walk.read(of, name, line)
  walk.read(of, name, line, 'write')
}

/** `var order Order` and `const a, b = "x", 2`; a group is many of these. */
function variableSpec(walk: Walk, node: SyntaxNode): void {
  const type = declaredType(walk, node.childForFieldName('type'))
  const right = node.childForFieldName('value')
  const targets = node.children.flatMap((child) =>
    child?.field === 'name' && child.isNamed ? [{ node: child, type }] : [],
  )
  // Without a value or a type it repeats the line before it (`iota`), which says nothing.
  if (right || type) bindAll(walk, targets, right)
}

/** Constants of a type of one's own are a set: `const Paid Status = "paid"`. */
function constantSpec(walk: Walk, node: SyntaxNode): void {
  variableSpec(walk, node)
  const name = node.childForFieldName('type')
  const [given, ...others] = node.childForFieldName('value')?.namedChildren ?? []
  if (name?.type !== 'type_identifier' || isBuiltInType(name.text)) return
  if (!isString(given ?? null) || others.length || !given) return
  const constant = node.childForFieldName('name')?.text ?? ''
  const value = { name: constant, text: literalText(given), line: lineOf(given) }
  walk.sets.push({ name: name.text, values: [value] })
}

/** The last name of a range is the item. A name alone is one of a channel: members are read of nothing else that it can be. */
function rangeClause(walk: Walk, node: SyntaxNode): void {
  const value = walk.value(node.childForFieldName('right'))
  const item = node.childForFieldName('left')?.namedChildren.at(-1)
  if (item && item.text !== '_') walk.bind({ name: item.text, value, item: true, line: lineOf(item) })
}

/** `switch order := value.(type)` */
function typeSwitch(walk: Walk, node: SyntaxNode): void {
  const alias = node.childForFieldName('alias')?.namedChild(0)
  walk.visit(node.childForFieldName('initializer'))
  const value = walk.value(node.childForFieldName('value'))
  if (alias) walk.bind({ name: alias.text, value, line: lineOf(alias) })
  for (const child of node.namedChildren) if (child?.field === null) walk.visit(child)
}

function receiveStatement(walk: Walk, node: SyntaxNode): void {
  const right = node.childForFieldName('right')
  const [target] = targetsOf(node.childForFieldName('left'))
  const channel = walk.value(right?.childForFieldName('operand') ?? right)
  if (target && target.node.text !== '_') {
    walk.bind({ name: target.node.text, value: channel, item: true, line: lineOf(target.node) })
  }
}

export const bindingVisits: readonly (readonly [string, VisitRule])[] = [
  ['short_var_declaration', shortDeclaration],
  ['assignment_statement', assignment],
  ['var_spec', variableSpec],
  ['const_spec', constantSpec],
  ['range_clause', rangeClause],
  ['type_switch_statement', typeSwitch],
  ['receive_statement', receiveStatement],
]
