import type { Definition, Parameter, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf, nameValue } from '../shared/values.js'
import type { Given, Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { withAnnotations } from './annotations.js'
import { withAttributes } from './attributes.js'
import { typeText } from './type-text.js'

type Signature = Pick<Definition, 'kind' | 'name' | 'owner'> & { readonly given?: readonly Given[] }

/** Defines a function of any spelling, walks its inside, and tells its index. */
export function defineFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
  const { given = [], ...named } = signature
  const index = walk.define({
    ...named,
    line: lineOf(node.childForFieldName('name') ?? node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: typeText(walk, node.childForFieldName('return_type')),
    bases: [],
    fields: [],
  })
  withAttributes(walk, node, { target: index })
  if (named.name !== '') withAnnotations(walk, node, index)
  walk.inside(index, () => {
    const parameters = parametersOf(walk, node, index)
    walk.complete(index, { parameters })
    for (const { parameter, of, item } of given) {
      const name = parameters[parameter]?.name
      if (name) walk.bind({ name, value: of, item, line: lineOf(node) })
    }
    walkBody(walk, node, index)
  })
  return index
}

function walkBody(walk: Walk, node: SyntaxNode, scope: number): void {
  const body = node.childForFieldName('body')
  if (!body || node.type !== 'arrow_function') walk.visit(body)
  else walk.returns.push({ value: walk.value(body), scope, line: lineOf(body) })
}

function parametersOf(walk: Walk, node: SyntaxNode, target: number): readonly Parameter[] {
  const parameters: Parameter[] = []
  for (const child of node.childForFieldName('parameters')?.namedChildren ?? []) {
    if (!child || !/_parameter$/.test(child.type)) continue
    withAttributes(walk, child, { target, on: { parameter: parameters.length } })
    parameters.push(parameterOf(walk, child))
  }
  return parameters
}

/** `private Client $http` in a constructor is a field as well. */
function parameterOf(walk: Walk, node: SyntaxNode): Parameter {
  const name = variableOf(node)
  const type = typeText(walk, node.childForFieldName('type'))
  const given = node.childForFieldName('default_value')
  if (isProperty(node))
    walk.bind({ name: `this.${name.slice(1)}`, value: nameValue(name), type, line: lineOf(node) })
  return { name, type, fields: [], default: given ? walk.value(given) : null }
}

export function isProperty(parameter: SyntaxNode): boolean {
  return parameter.type === 'property_promotion_parameter'
}

/** The variable that a parameter or field names, with its `$`. */
export function variableOf(node: SyntaxNode): string {
  const name = node.childForFieldName('name')
  return (name?.type === 'by_ref' ? name.namedChild(0)?.text : name?.text) ?? ''
}

function functionDefinition(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? ''
  defineFunction(walk, node, { kind: 'function', name, owner: null })
}

function closure(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const signature: Signature = { kind: 'function', name: '', owner: null, given: place?.given ?? [] }
  return { type: 'function', definition: defineFunction(walk, node, signature) }
}

function returnStatement(walk: Walk, node: SyntaxNode): void {
  const expression = node.namedChild(0)
  if (!expression) return
  const value = walk.value(expression)
  if (walk.scope !== null) walk.returns.push({ value, scope: walk.scope, line: lineOf(expression) })
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [
  ['anonymous_function', closure],
  ['arrow_function', closure],
]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['function_definition', functionDefinition],
  ['return_statement', returnStatement],
]
