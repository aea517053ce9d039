import type { SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf, otherValue } from '../shared/values.js'
import type { Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { decorate, modifiersOf } from './attributes.js'
import { exportName } from './knowledge.js'
import { type Declared, parametersOf } from './parameters.js'
import { bareName, typeText } from './type-text.js'

type Signature = {
  readonly kind: 'function' | 'method'
  readonly name: string
  readonly owner: string | null
}

/** Defines a function, tells of its attributes and of those of its parameters, and walks its inside. */
function defineFunction(
  walk: Walk,
  node: SyntaxNode,
  signature: Signature,
  place: Place | null = null,
): number {
  const index = walk.define({
    ...signature,
    line: lineOf(node.childForFieldName('name') ?? node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: [],
    fields: [],
    modifiers: modifiersOf(node),
  })
  const declared = parametersOf(walk, node.childForFieldName('parameters'))
  const type = node.childForFieldName('returns') ?? node.childForFieldName('type')
  walk.complete(index, { parameters: declared.map(({ parameter }) => parameter), returnType: typeText(type) })
  decorate(walk, node, index)
  for (const [position, { node: parameter }] of declared.entries())
    if (parameter) decorate(walk, parameter, index, { parameter: position })
  walk.inside(index, () => {
    bindGiven(walk, declared, place)
    walkBody(walk, node)
  })
  return index
}

/** A lambda's parameter may be an item of what the call runs over. */
function bindGiven(walk: Walk, declared: readonly Declared[], place: Place | null): void {
  for (const { parameter, of, item } of place?.given ?? []) {
    const name = declared[parameter]?.parameter.name
    if (name && walk.scope !== null) {
      const line = walk.definitions[walk.scope]?.line ?? 0
      walk.bind({ name, value: of, item, line })
    }
  }
}

/** A block, or an expression that is what the function returns. */
function walkBody(walk: Walk, node: SyntaxNode): void {
  const body =
    node.childForFieldName('body') ??
    node.namedChildren.find((child) => child?.type === 'arrow_expression_clause' || child?.type === 'block')
  if (!body) return
  if (body.type === 'block') walk.visit(body)
  else returned(walk, body.type === 'arrow_expression_clause' ? body.namedChild(0) : body)
}

export function returned(walk: Walk, expression: SyntaxNode | null): void {
  if (!expression) return
  const value = walk.value(expression)
  if (walk.scope !== null) walk.returns.push({ value, scope: walk.scope, line: lineOf(expression) })
}

function methodDeclaration(walk: Walk, node: SyntaxNode): void {
  const owner = walk.scope === null ? null : (walk.definitions[walk.scope]?.name ?? null)
  const name = bareName(node.childForFieldName('name'))
  const initializer = node.namedChildren.find((child) => child?.type === 'constructor_initializer')
  const index = defineFunction(walk, node, { kind: 'method', name, owner })
  if (owner && extendsType(node)) exportName(walk, name, `${owner}.${name}`)
  if (initializer) walk.inside(index, () => walk.visit(initializer))
}

/** `static void MapOrders(this RouteGroupBuilder group)` is known by its own name wherever its class is. */
function extendsType(node: SyntaxNode): boolean {
  const first = node.childForFieldName('parameters')?.namedChild(0)
  return first ? modifiersOf(first).includes('this') : false
}

function localFunction(walk: Walk, node: SyntaxNode): void {
  const name = bareName(node.childForFieldName('name'))
  defineFunction(walk, node, { kind: 'function', name, owner: null })
}

function lambdaValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const index = defineFunction(walk, node, { kind: 'function', name: '', owner: null }, place)
  return { type: 'function', definition: index }
}

function returnStatement(walk: Walk, node: SyntaxNode): void {
  returned(walk, node.namedChild(0))
}

/** What a getter gives is what a property is worth; a setter is walked for what it calls. */
const accessors: VisitRule = (walk, node) => {
  for (const accessor of node.namedChildren) {
    const body = accessor?.namedChildren.find(
      (child) => child?.type === 'block' || child?.type === 'arrow_expression_clause',
    )
    if (body) walk.visitChildren(body)
  }
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [
  ['lambda_expression', lambdaValue],
  ['anonymous_method_expression', lambdaValue],
  ['default_expression', (_walk, node) => otherValue(node)],
]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['method_declaration', methodDeclaration],
  ['constructor_declaration', methodDeclaration],
  ['operator_declaration', methodDeclaration],
  ['local_function_statement', localFunction],
  ['return_statement', returnStatement],
  ['accessor_list', accessors],
]
