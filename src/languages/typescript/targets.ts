import type { Binding, SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, otherValue } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { isPattern, patternOf } from './patterns.js'

export type Bound = { readonly value: Value } & Partial<Pick<Binding, 'type' | 'item'>>

/** Binds a name or a pattern. `[a, b]` of a list of two takes one item each, and so does `Promise.all`. */
export function bindTo(walk: Walk, target: SyntaxNode, bound: Bound): void {
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
  const { fields, rest } = patternOf(target)
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
