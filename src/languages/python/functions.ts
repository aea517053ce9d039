import type { SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { annotationOf } from './annotations.js'
import { withDecorators } from './decorators.js'
import { parametersOf } from './parameters.js'

type Signature = {
  readonly kind: 'function' | 'method'
  readonly name: string
  readonly owner: string | null
}

function defineFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
  const returns = node.childForFieldName('return_type')
  const index = walk.define({
    ...signature,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: returns ? annotationOf(walk, returns).type : null,
    bases: [],
    fields: [],
  })
  walk.inside(index, () => {
    walk.complete(index, { parameters: parametersOf(walk, node.childForFieldName('parameters')) })
    walkBody(walk, node, index)
  })
  return index
}

function walkBody(walk: Walk, node: SyntaxNode, scope: number): void {
  const body = node.childForFieldName('body')
  if (!body || node.type !== 'lambda') walk.visit(body)
  else walk.returns.push({ value: walk.value(body), scope, line: lineOf(body) })
}

function functionDefinition(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const around = walk.scope === null ? undefined : walk.definitions[walk.scope]
  const owner = around?.kind === 'class' ? around.name : null
  const kind = owner === null ? 'function' : 'method'
  withDecorators(walk, node, () => defineFunction(walk, node, { kind, name, owner }))
}

function lambdaValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const name = place?.name ?? ''
  return { type: 'function', definition: defineFunction(walk, node, { kind: 'function', name, owner: null }) }
}

function returnStatement(walk: Walk, node: SyntaxNode): void {
  const expression = node.namedChild(0)
  if (!expression) return
  const value = walk.value(expression)
  if (walk.scope !== null) walk.returns.push({ value, scope: walk.scope, line: lineOf(expression) })
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [['lambda', lambdaValue]]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['function_definition', functionDefinition],
  ['return_statement', returnStatement],
]
