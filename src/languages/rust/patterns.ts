import type { DestructuredField, SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, otherValue } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'

/** Patterns inside patterns: deeper ones bind nothing. */
const depthLimit = 8

export type Bound = { readonly value: Value; readonly type: string | null; readonly item?: boolean }

/**
 * Binds the names of a pattern: `Some(order)`, `Json(order)` and `&order` give the whole value to `order`, a tuple gives each
 * its own where those are written, and a struct its fields.
 */
export function bindPattern(walk: Walk, written: SyntaxNode | null, bound: Bound, depth = 0): void {
  const pattern = innermost(written)
  if (!pattern || depth > depthLimit) return
  // A name in capitals is a constant or a case, and binds nothing.
  if (pattern.type === 'identifier' && !/^\p{Lu}/u.test(pattern.text)) {
    walk.bind({ name: pattern.text, line: lineOf(pattern), ...bound })
  } else if (pattern.type === 'struct_pattern') {
    walk.bind({ name: '', fields: fieldsOf(pattern), line: lineOf(pattern), ...bound })
  } else if (pattern.type === 'tuple_pattern') {
    for (const [index, child] of pattern.namedChildren.entries()) {
      const part = bound.value.type === 'list' ? bound.value.items[index] : undefined
      bindPattern(walk, child, { value: part ?? otherValue(pattern), type: null }, depth + 1)
    }
  }
}

/** What a pattern of one part wraps. */
function innermost(written: SyntaxNode | null): SyntaxNode | null {
  let at = written
  for (let depth = 0; at && depth < depthLimit; depth += 1) {
    const inner = wrapped(at)
    if (!inner) return at
    at = inner
  }
  return at
}

function wrapped(pattern: SyntaxNode): SyntaxNode | null {
  switch (pattern.type) {
    case 'mut_pattern':
    case 'ref_pattern':
    case 'reference_pattern':
    case 'match_pattern':
      return pattern.namedChildren.find((child) => child?.type !== 'mutable_specifier') ?? null
    case 'tuple_struct_pattern': {
      const inside = pattern.namedChildren.filter((child) => child?.field !== 'type')
      const isError = pattern.childForFieldName('type')?.text === 'Err'
      return inside.length === 1 && !isError ? (inside[0] ?? null) : null
    }
    default:
      return null
  }
}

function fieldsOf(pattern: SyntaxNode): readonly DestructuredField[] {
  return pattern.namedChildren.flatMap((child) => {
    const name = child?.type === 'field_pattern' ? child.childForFieldName('name') : null
    const inner = innermost(child?.childForFieldName('pattern') ?? null)
    if (!name || (inner && inner.type !== 'identifier')) return []
    return [{ field: name.text, local: inner?.text ?? name.text, line: lineOf(name) }]
  })
}

/** A parameter's name, or its fields where a struct is taken apart; neither where it cannot be told. */
export function parameterPattern(written: SyntaxNode | null): {
  readonly name: string
  readonly fields: readonly DestructuredField[]
} {
  const pattern = innermost(written)
  if (pattern?.type === 'identifier') return { name: pattern.text, fields: [] }
  return { name: '', fields: pattern?.type === 'struct_pattern' ? fieldsOf(pattern) : [] }
}
