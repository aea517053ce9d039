import type { SyntaxNode, Value } from '../../domain/outline.js'
import { spelling } from '../shared/callee.js'
import { memberValue, otherValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { exportAssignment } from './common-js.js'
import { isMember, memberOf } from './members.js'
import { walkDefaults } from './patterns.js'
import { noteConstants } from './sets.js'
import { declaredType } from './shapes.js'
import { bindTo } from './targets.js'

function declarator(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')
  const given = node.childForFieldName('value')
  const type = declaredType(walk, node.childForFieldName('type'))
  if (!name || (!given && !type)) return
  const value = given ? walk.value(given, { name: name.text, owner: null }) : otherValue('')
  walkDefaults(walk, name)
  if (given && name.type === 'identifier') noteConstants(walk, name.text, given)
  bindTo(walk, name, { value, type })
}

function assignment(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const right = node.childForFieldName('right')
  if (!left) return walk.value(right)
  if (exportAssignment(walk, left, right)) return otherValue(node)
  if (isMember(left)) return assignMember(walk, left, right)
  const value = walk.value(right, { name: left.text, owner: null })
  walkDefaults(walk, left)
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
  if (left) walkDefaults(walk, left)
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
