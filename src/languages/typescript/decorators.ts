import type { Decorator, SyntaxNode } from '../../domain/outline.js'
import { spelling } from '../shared/callee.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'

/** Tells of one decorator: `@Injectable`, `@Get(':id')`. */
export function decorate(walk: Walk, node: SyntaxNode, on: Pick<Decorator, 'target' | 'on'>): void {
  const expression = node.namedChild(0)
  if (!expression) return
  const isCall = expression.type === 'call_expression'
  const named = isCall ? expression.childForFieldName('function') : expression
  const given = isCall ? (expression.childForFieldName('arguments')?.namedChildren ?? []) : []
  const callee = named ? spelling(walk.value(named), walk.calls) : ''
  walk.decorators.push({
    callee,
    name: callee.slice(callee.lastIndexOf('.') + 1),
    arguments: given.map((argument) => walk.value(argument)),
    keywords: {},
    line: lineOf(node),
    ...on,
  })
}
