import type { Binding, SyntaxNode, Value } from '../../domain/outline.js'
import { spelling } from '../shared/callee.js'
import { lineOf, memberValue, otherValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { exportAssignment } from './common-js.js'
import { isMember, memberOf } from './members.js'
import { isPattern, patternOf } from './patterns.js'
import { typeText } from './types.js'

function declarator(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')
  const given = node.childForFieldName('value')
  const type = typeText(node.childForFieldName('type'))
  if (!name || (!given && !type)) return
  const value = given ? walk.value(given, { name: name.text, owner: null }) : otherValue('')
  bindTo(walk, name, { value, type })
}

type Bound = { readonly value: Value } & Partial<Pick<Binding, 'type' | 'item'>>

/** Binds a name or a pattern. `[a, b]` of a list of two takes one item each, and so does `Promise.all`. */
function bindTo(walk: Walk, target: SyntaxNode, bound: Bound): void {
  const line = lineOf(target)
  if (!isPattern(target)) {
    walk.bind({ name: target.text, line, ...bound })
    return
  }
  const items = target.type === 'array_pattern' && !bound.item ? itemsOf(walk, bound.value) : null
  if (items) {
    bindEach(walk, target, items)
    return
  }
  const { fields, rest } = patternOf(walk, target)
  walk.bind({ name: '', fields, line, ...bound })
  if (rest) walk.bind({ name: rest, line, ...bound })
}

function bindEach(walk: Walk, pattern: SyntaxNode, items: readonly Value[]): void {
  // Holes count: `[, total]` takes the second item.
  let position = 0
  for (const child of pattern.children) {
    if (child?.type === ',') position++
    if (!child?.isNamed || child.type === 'rest_pattern') continue
    const target = child.type === 'assignment_pattern' ? child.childForFieldName('left') : child
    bindTo(walk, target ?? child, { value: items[position] ?? otherValue(child) })
  }
}

function itemsOf(walk: Walk, value: Value): readonly Value[] | null {
  if (value.type === 'list') return value.items
  const call = value.type === 'call' ? walk.calls[value.call] : undefined
  const first = call?.arguments[0]
  return call?.callee.startsWith('Promise.all') && first?.type === 'list' ? first.items : null
}

function assignment(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const right = node.childForFieldName('right')
  if (!left) return walk.value(right)
  if (exportAssignment(walk, left, right)) return otherValue(node)
  if (isMember(left)) return assignMember(walk, left, right)
  const value = walk.value(right, { name: left.text, owner: null })
  bindTo(walk, left, { value })
  return value
}

function assignMember(walk: Walk, left: SyntaxNode, right: SyntaxNode | null): Value {
  const { of, name, line } = memberOf(walk, left)
  walk.read(of, name, line, 'write')
  const value = walk.value(right, { name, owner: ownerOf(spelling(of, walk.calls)) })
  const target = memberValue(of, name)
  if (target.type === 'name') walk.bind({ name: target.name, value, line })
  return value
}

/** `Orders.prototype.get = function …` is a method of `Orders`; `this.get = …` has no name to be found by. */
function ownerOf(object: string): string | null {
  if (object === 'this' || object === '') return null
  return object.endsWith('.prototype') ? object.slice(0, -'.prototype'.length) : object
}

function augmentedAssignment(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const value = walk.value(node.childForFieldName('right'))
  if (!left) return value
  if (!isMember(left)) {
    // Only `x ??= y` and `x ||= y` say what x may be; `x += y` changes what it was.
    if (/^(\?\?|\|\|)=$/.test(node.childForFieldName('operator')?.type ?? '')) bindTo(walk, left, { value })
    return otherValue(node)
  }
  const { of, name, line } = memberOf(walk, left)
  walk.read(of, name, line)
  walk.read(of, name, line, 'write')
  return otherValue(node)
}

function forIn(walk: Walk, node: SyntaxNode): void {
  const left = node.childForFieldName('left')
  const value = walk.value(node.childForFieldName('right'))
  const isOf = node.childForFieldName('operator')?.type === 'of'
  if (left && isOf) bindTo(walk, left, { value, item: true })
  walk.visit(node.childForFieldName('body'))
}

export const bindingValues: readonly (readonly [string, ValueRule])[] = [
  ['assignment_expression', assignment],
  ['augmented_assignment_expression', augmentedAssignment],
]

export const bindingVisits: readonly (readonly [string, VisitRule])[] = [
  ['variable_declarator', declarator],
  ['for_in_statement', forIn],
]
