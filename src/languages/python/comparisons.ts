import type { SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, otherValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'

/** `status == "paid"`, `status in ("paid", "open")`; of a chain of more only the values are read. */
function comparison(walk: Walk, node: SyntaxNode): Value {
  const [left, right, ...more] = node.namedChildren.map((child) => walk.value(child))
  const operator = node.children.find((child) => child?.field === 'operators')?.type ?? ''
  if (left && right && !more.length) {
    if (operator === '==' || operator === '!=') walk.compare(left, right, lineOf(node))
    const isIn = operator === 'in' || operator === 'not in'
    if (isIn && right.type === 'list')
      for (const item of right.items)
        walk.compare(left, item, item.type === 'text' ? item.line : lineOf(node))
  }
  return otherValue(node)
}

/** `match status:` with `case "paid" | "open":` */
function matchStatement(walk: Walk, node: SyntaxNode): void {
  const subject = walk.value(node.childForFieldName('subject'))
  for (const clause of node.childForFieldName('body')?.namedChildren ?? []) {
    for (const child of clause?.namedChildren ?? []) {
      if (child?.type === 'case_pattern') comparePattern(walk, subject, child)
      else walk.visit(child)
    }
  }
}

function comparePattern(walk: Walk, subject: Value, pattern: SyntaxNode): void {
  const inner = pattern.namedChild(0)
  const parts = inner?.type === 'union_pattern' ? inner.namedChildren : [inner]
  for (const part of parts) if (part?.type === 'string') walk.compare(subject, walk.value(part), lineOf(part))
}

export const comparisonValues: readonly (readonly [string, ValueRule])[] = [
  ['comparison_operator', comparison],
]
export const comparisonVisits: readonly (readonly [string, VisitRule])[] = [
  ['match_statement', matchStatement],
]
