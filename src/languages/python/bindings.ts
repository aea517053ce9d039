import type { Binding, DestructuredField, SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, memberValue, otherValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { annotationOf } from './annotations.js'
import { isMember, memberOf } from './members.js'
import { noteLiteral } from './sets.js'

type Bound = { readonly value: Value } & Partial<Pick<Binding, 'type' | 'item'>>

const patterns = new Set(['pattern_list', 'tuple_pattern', 'list_pattern'])

/** Binds a name, a member or a pattern. `a, b` of a list of two takes one item each, and so does `asyncio.gather`. */
export function bindTo(walk: Walk, target: SyntaxNode, bound: Bound): void {
  const line = lineOf(target)
  if (isMember(target)) bindMember(walk, target, bound)
  else if (!patterns.has(target.type)) walk.bind({ name: target.text, line, ...bound })
  else {
    const items = bound.item ? null : itemsOf(walk, bound.value)
    if (items) bindEach(walk, target, items)
    else walk.bind({ name: '', fields: fieldsOf(target, '[]', 0), line, ...bound })
  }
}

function bindMember(walk: Walk, target: SyntaxNode, bound: Bound): void {
  const { of, name, line } = memberOf(walk, target)
  walk.read(of, name, line, 'write')
  const member = memberValue(of, name)
  if (member.type === 'name') walk.bind({ name: member.name, line, ...bound })
}

function bindEach(walk: Walk, pattern: SyntaxNode, items: readonly Value[]): void {
  for (const [position, target] of pattern.namedChildren.entries()) {
    if (!target || target.type === 'list_splat_pattern') return
    bindTo(walk, target, { value: items[position] ?? otherValue(target) })
  }
}

function itemsOf(walk: Walk, value: Value): readonly Value[] | null {
  if (value.type === 'list') return value.items
  const call = value.type === 'call' ? walk.calls[value.call] : undefined
  return call?.name === 'gather' ? call.arguments : null
}

function fieldsOf(pattern: SyntaxNode, path: string, depth: number): readonly DestructuredField[] {
  return pattern.namedChildren.flatMap((child) => {
    if (!child || depth > 10) return []
    if (patterns.has(child.type)) return fieldsOf(child, `${path}.[]`, depth + 1)
    return child.type === 'identifier' ? [{ field: path, local: child.text, line: lineOf(child) }] : []
  })
}

function assignment(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const right = node.childForFieldName('right')
  const { type, value: annotated } = annotationOf(walk, node.childForFieldName('type'))
  const place = left?.type === 'identifier' ? { name: left.text, owner: null } : null
  const value = right ? walk.value(right, place) : (annotated ?? otherValue(''))
  noteLiteral(walk, left, right)
  if (left) bindTo(walk, left, { value, type })
  return value
}

function augmentedAssignment(walk: Walk, node: SyntaxNode): void {
  const left = node.childForFieldName('left')
  walk.visit(node.childForFieldName('right'))
  if (!left || !isMember(left)) return
  const { of, name, line } = memberOf(walk, left)
  walk.read(of, name, line)
  walk.read(of, name, line, 'write')
}

function namedExpression(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.childForFieldName('value'))
  const name = node.childForFieldName('name')
  if (name) bindTo(walk, name, { value })
  return value
}

/** `with open(path) as file` */
function asPattern(walk: Walk, node: SyntaxNode): Value {
  const value = walk.value(node.namedChild(0))
  const target = node.childForFieldName('alias')?.namedChild(0)
  if (target) bindTo(walk, target, { value })
  return value
}

/** The name of a caught error is not bound: it is one of a class, and not the class. */
function exceptClause(walk: Walk, node: SyntaxNode): void {
  for (const child of node.namedChildren) {
    walk.visit(child?.type === 'as_pattern' ? child.namedChild(0) : child)
  }
}

function forStatement(walk: Walk, node: SyntaxNode): void {
  bindLoop(walk, node)
  walk.visit(node.childForFieldName('body'))
  walk.visit(node.childForFieldName('alternative'))
}

/** Binds the loop's variable to an item of what it runs over; `enumerate` puts a number before it. */
export function bindLoop(walk: Walk, node: SyntaxNode): void {
  const left = node.childForFieldName('left')
  const value = walk.value(node.childForFieldName('right'))
  if (!left) return
  const call = value.type === 'call' ? walk.calls[value.call] : undefined
  const [items] = call?.callee === 'enumerate' ? call.arguments : []
  const second = left.namedChild(1)
  if (items && second && patterns.has(left.type)) bindTo(walk, second, { value: items, item: true })
  else bindTo(walk, left, { value, item: true })
}

/** The names are bound before the body is read; the value is a list of such items. */
function comprehension(walk: Walk, node: SyntaxNode): Value {
  for (const clause of node.namedChildren) {
    if (clause?.type === 'for_in_clause') bindLoop(walk, clause)
    else if (clause?.type === 'if_clause') walk.visit(clause)
  }
  const body = node.childForFieldName('body')
  if (body?.type !== 'pair') return { type: 'list', items: [walk.value(body)] }
  walk.visitChildren(body)
  return otherValue(node)
}

export const bindingValues: readonly (readonly [string, ValueRule])[] = [
  ['assignment', assignment],
  ['named_expression', namedExpression],
  ['as_pattern', asPattern],
  ['list_comprehension', comprehension],
  ['set_comprehension', comprehension],
  ['generator_expression', comprehension],
  ['dictionary_comprehension', comprehension],
]

export const bindingVisits: readonly (readonly [string, VisitRule])[] = [
  ['augmented_assignment', augmentedAssignment],
  ['for_statement', forStatement],
  ['except_clause', exceptClause],
]
