import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'

/** Each case holds the value against its own. */
function switchStatement(walk: Walk, node: SyntaxNode): void {
  const value = walk.value(node.childForFieldName('value'))
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
    const given = child?.type === 'switch_case' ? child.childForFieldName('value') : null
    if (given) walk.compare(value, walk.value(given), lineOf(given))
    for (const inner of child?.namedChildren ?? []) if (inner && inner.field !== 'value') walk.visit(inner)
  }
}

export const switchVisits: readonly (readonly [string, VisitRule])[] = [['switch_statement', switchStatement]]
