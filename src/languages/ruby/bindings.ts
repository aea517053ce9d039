import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, memberValue, otherValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { isMember, memberOf } from './members.js'
import { constantName, rememberLocal } from './names.js'

/** Binds a variable, a constant or a member to a value. */
function bindTo(walk: Walk, target: SyntaxNode, value: Value): void {
  const line = lineOf(target)
  if (isMember(target)) {
    const { of, name } = memberOf(walk, target)
    walk.read(of, name, line, 'write')
    const member = memberValue(of, name)
    if (member.type === 'name') walk.bind({ name: member.name, value, line })
  } else if (target.type === 'left_assignment_list') bindEach(walk, target, value)
  else if (/^(?:instance|class)_variable$/.test(target.type))
    walk.bind({ name: `this.${target.text.replace(/^@+/, '')}`, value, line })
  else if (target.type === 'constant') bindConstant(walk, constantName(target), value, line)
  else {
    rememberLocal(walk, target.text)
    walk.bind({ name: target.text, value, line })
  }
}

/** A constant is known by its own name inside its module, and by its full name outside. */
function bindConstant(walk: Walk, name: string, value: Value, line: number): void {
  walk.bind({ name, value, line })
  const around = walk.scope === null ? undefined : walk.definitions[walk.scope]
  if (around?.kind === 'class') walk.bind({ name: `${around.name}::${name}`, value, line, scope: null })
}

function bindEach(walk: Walk, pattern: SyntaxNode, value: Value): void {
  for (const [position, target] of pattern.namedChildren.entries()) {
    if (!target || target.type === 'rest_assignment') return
    if (target.type === 'destructured_left_assignment') continue
    const item = value.type === 'list' ? value.items[position] : undefined
    bindTo(walk, target, item ?? otherValue(target))
  }
}

function assignment(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const right = node.childForFieldName('right')
  const value: Value =
    right?.type === 'right_assignment_list'
      ? { type: 'list', items: right.namedChildren.map((each) => walk.value(each)) }
      : walk.value(right)
  if (left) bindTo(walk, left, value)
  return value
}

/** `@conn ||= …` gives a value to what had none; other operators make something new of it. */
function operatorAssignment(walk: Walk, node: SyntaxNode): Value {
  const left = node.childForFieldName('left')
  const value = walk.value(node.childForFieldName('right'))
  const isDefault = node.children.some((child) => child?.type === '||=')
  if (!isDefault || !left) return otherValue(node)
  bindTo(walk, left, value)
  return value
}

export const bindingValues: readonly (readonly [string, ValueRule])[] = [
  ['assignment', assignment],
  ['operator_assignment', operatorAssignment],
]
