import type { Decorator, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { calleeParts } from './calls.js'

/** Tells of one decorator: `@Injectable`, `@Get(':id')`. */
export function decorate(walk: Walk, node: SyntaxNode, on: Pick<Decorator, 'target' | 'on'>): void {
  const expression = node.namedChild(0)
  if (!expression) return
  const isCall = expression.type === 'call_expression'
  const named = isCall ? expression.childForFieldName('function') : expression
  const given = isCall ? (expression.childForFieldName('arguments')?.namedChildren ?? []) : []
  const { callee, name } = calleeParts(walk, named ?? expression)
  walk.decorators.push({
    callee,
    name,
    arguments: given.map((argument) => walk.value(argument)),
    keywords: {},
    line: lineOf(node),
    ...on,
  })
}
