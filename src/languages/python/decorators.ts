import type { Decorator, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { argumentsOf } from './arguments.js'
import { calleeParts } from './calls.js'

/** Defines what is decorated, and tells of the decorators around it. They are evaluated first, as Python does. */
export function withDecorators(walk: Walk, node: SyntaxNode, define: () => number): void {
  const around = node.parent?.type === 'decorated_definition' ? node.parent.children : []
  const decorators = around.flatMap((child) => (child?.type === 'decorator' ? decoratorOf(walk, child) : []))
  const target = define()
  walk.decorators.push(...decorators.map((decorator) => ({ ...decorator, target })))
}

function decoratorOf(walk: Walk, node: SyntaxNode): readonly Omit<Decorator, 'target'>[] {
  const expression = node.namedChild(0)
  if (!expression) return []
  const isCall = expression.type === 'call'
  const named = isCall ? expression.childForFieldName('function') : expression
  const { callee, name } = calleeParts(walk, named ?? expression)
  const given = argumentsOf(walk, isCall ? expression.childForFieldName('arguments') : null)
  return [{ callee, name, ...given, line: lineOf(node) }]
}
