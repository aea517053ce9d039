import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'

/** Each case holds the value against its own; without a value the cases are conditions. */
function switchStatement(walk: Walk, node: SyntaxNode): void {
  walk.visit(node.childForFieldName('initializer'))
  const written = node.childForFieldName('value')
  const value = written ? walk.value(written) : null
  for (const child of node.namedChildren) {
    if (child?.type !== 'expression_case' && child?.type !== 'default_case') continue
    const given = child.childForFieldName('value')
    for (const each of given?.namedChildren ?? []) {
      if (!each) continue
      const other = walk.value(each)
      if (value) walk.compare(value, other, lineOf(each))
    }
    for (const inner of child.namedChildren) if (inner && inner.field !== 'value') walk.visit(inner)
  }
}

export const switchVisits: readonly (readonly [string, VisitRule])[] = [
  ['expression_switch_statement', switchStatement],
]
