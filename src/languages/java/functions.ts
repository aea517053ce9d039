import type { Definition, Parameter, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { Given, Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { annotate } from './annotations.js'
import { typeText } from './type-text.js'

type Signature = Pick<Definition, 'kind' | 'name' | 'owner'>

/** Defines a method, a constructor or a lambda with its parameters, and tells its index. */
function declareFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
  const index = walk.define({
    ...signature,
    line: lineOf(node.childForFieldName('name') ?? node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: typeText(node.childForFieldName('type'), node.childForFieldName('dimensions')),
    bases: [],
    fields: [],
  })
  walk.complete(index, { parameters: parametersOf(node.childForFieldName('parameters')) })
  return index
}

/** A method of a class; those of a class without a name are functions of their own. */
export function defineMethod(walk: Walk, node: SyntaxNode, owner: string | null): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const isConstructor = /constructor_declaration$/.test(node.type)
  const index = declareFunction(walk, node, {
    kind: owner === null ? 'function' : 'method',
    name: isConstructor ? 'constructor' : name,
    owner,
  })
  annotate(walk, node, { target: index })
  for (const [parameter, each] of parameterNodes(node.childForFieldName('parameters')).entries())
    annotate(walk, each, { target: index, on: { parameter } })
  walk.inside(index, () => walk.visit(node.childForFieldName('body')))
}

/** `Order this` names the type of the object itself. */
function parameterNodes(list: SyntaxNode | null): readonly SyntaxNode[] {
  return (list?.namedChildren ?? []).flatMap((child) =>
    child && /^(?:formal_parameter|spread_parameter|identifier)$/.test(child.type) ? [child] : [],
  )
}

function parametersOf(list: SyntaxNode | null): readonly Parameter[] {
  const single = list?.type === 'identifier' ? [list] : parameterNodes(list)
  return single.map((node) => ({ ...namedParameter(node), fields: [], default: null }))
}

function namedParameter(node: SyntaxNode): Pick<Parameter, 'name' | 'type'> {
  if (node.type === 'identifier') return { name: node.text, type: null }
  const name = node.childForFieldName('name')?.text
  if (name !== undefined)
    return { name, type: typeText(node.childForFieldName('type'), node.childForFieldName('dimensions')) }
  const declarator = node.namedChildren.find((child) => child?.type === 'variable_declarator')
  const type = node.namedChildren.find((child) => /type/.test(child?.type ?? ''))
  return {
    name: declarator?.childForFieldName('name')?.text ?? '',
    type: `${typeText(type ?? null) ?? ''}[]`,
  }
}

function lambdaValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const index = declareFunction(walk, node, { kind: 'function', name: place?.name ?? '', owner: null })
  const body = node.childForFieldName('body')
  walk.inside(index, () => {
    for (const given of place?.given ?? []) bindGiven(walk, index, given)
    if (body?.type === 'block') walk.visit(body)
    else if (body) walk.returns.push({ value: walk.value(body), scope: index, line: lineOf(body) })
  })
  return { type: 'function', definition: index }
}

function bindGiven(walk: Walk, index: number, { parameter, of, item }: Given): void {
  const definition = walk.definitions[index]
  const declared = definition?.parameters[parameter]
  if (!definition || !declared) return
  walk.bind({ name: declared.name, value: of, item, type: declared.type, line: definition.line })
}

function returnStatement(walk: Walk, node: SyntaxNode): void {
  const expression = node.namedChildren.find((child) => child && !/comment$/.test(child.type))
  if (!expression) return
  const value = walk.value(expression)
  if (walk.scope !== null) walk.returns.push({ value, scope: walk.scope, line: lineOf(expression) })
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [['lambda_expression', lambdaValue]]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['return_statement', returnStatement],
  // Reached only in a class without a name.
  ['method_declaration', (walk, node) => defineMethod(walk, node, null)],
]
