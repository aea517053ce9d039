import type { Definition, Parameter, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf, nameValue } from '../shared/values.js'
import type { Given, Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { decorate } from './decorators.js'
import { isPattern, patternOf, walkDefaults } from './patterns.js'
import { declaredType } from './shapes.js'
import { bindTo } from './targets.js'

export type Signature = Pick<Definition, 'kind' | 'name' | 'owner'> & { readonly given?: readonly Given[] }

/** Defines a function of any spelling, walks its inside, and tells its index. */
export function defineFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
  const { given = [], ...named } = signature
  const index = walk.define({
    ...named,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: [],
    fields: [],
  })
  walk.inside(index, () => {
    const parameters = parametersOf(walk, node, index)
    walk.complete(index, {
      parameters,
      returnType: declaredType(walk, node.childForFieldName('return_type')),
    })
    for (const each of given) bindGiven(walk, node, each, parameters)
    walkBody(walk, node.childForFieldName('body'), index)
  })
  return index
}

function walkBody(walk: Walk, body: SyntaxNode | null, scope: number): void {
  if (!body || body.type === 'statement_block') {
    walk.visit(body)
    return
  }
  const value = walk.value(body)
  walk.returns.push({ value, scope, line: lineOf(body) })
}

/** Before the body is walked, so that what the body does with the parameter comes after it. */
function bindGiven(walk: Walk, node: SyntaxNode, given: Given, parameters: readonly Parameter[]): void {
  const declared = parameterNodes(node)[given.parameter]
  const pattern = declared && patternNode(declared)
  if (!pattern) return
  const type = parameters[given.parameter]?.type ?? null
  bindTo(walk, pattern, { value: given.of, item: given.item, type })
}

function parameterNodes(node: SyntaxNode): readonly SyntaxNode[] {
  const single = node.childForFieldName('parameter')
  const all = single ? [single] : (node.childForFieldName('parameters')?.namedChildren ?? [])
  return all.flatMap((child) => (child && !isThisType(child) ? [child] : []))
}

function parametersOf(walk: Walk, node: SyntaxNode, index: number): readonly Parameter[] {
  const parameters: Parameter[] = []
  for (const child of parameterNodes(node)) {
    for (const decorator of child.children) {
      if (decorator?.type !== 'decorator') continue
      decorate(walk, decorator, { target: index, on: { parameter: parameters.length } })
    }
    parameters.push(parameterOf(walk, child))
  }
  return parameters
}

/** `function (this: Context, id: string)` declares a type, not a parameter. */
function isThisType(child: SyntaxNode): boolean {
  return child.childForFieldName('pattern')?.type === 'this'
}

function parameterOf(walk: Walk, node: SyntaxNode): Parameter {
  const pattern = patternNode(node)
  const type = declaredType(walk, node.childForFieldName('type'))
  const initial = node.childForFieldName(isTyped(node) ? 'value' : 'right')
  const fields = pattern && isPattern(pattern) ? patternOf(pattern).fields : []
  const name = !pattern || isPattern(pattern) ? '' : bareName(pattern)
  if (pattern) walkDefaults(walk, pattern)
  if (isProperty(node)) {
    walk.bind({ name: `this.${name}`, value: nameValue(name), type, line: lineOf(node) })
  }
  return { name, type, fields, default: initial ? walk.value(initial) : null }
}

/** TypeScript wraps parameters; in JavaScript they stand as they are. */
function isTyped(parameter: SyntaxNode): boolean {
  return parameter.type === 'required_parameter' || parameter.type === 'optional_parameter'
}

function patternNode(parameter: SyntaxNode): SyntaxNode | null {
  return isTyped(parameter)
    ? parameter.childForFieldName('pattern')
    : (parameter.childForFieldName('left') ?? parameter)
}

function bareName(pattern: SyntaxNode): string {
  return (pattern.type === 'rest_pattern' ? pattern.namedChild(0)?.text : pattern.text) ?? ''
}

/** `constructor(private http: HttpClient)` declares a field as well. */
export function isProperty(parameter: SyntaxNode): boolean {
  return parameter.children.some(
    (child) =>
      child?.type === 'accessibility_modifier' ||
      child?.type === 'readonly' ||
      child?.type === 'override_modifier',
  )
}

function functionValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const own = node.childForFieldName('name')?.text
  const owner = place?.owner ?? null
  const kind = owner === null ? 'function' : 'method'
  const signature: Signature = { kind, name: place?.name ?? own ?? '', owner, given: place?.given ?? [] }
  return { type: 'function', definition: defineFunction(walk, node, signature) }
}

function functionDeclaration(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? 'default'
  defineFunction(walk, node, { kind: 'function', name, owner: null })
}

function returnStatement(walk: Walk, node: SyntaxNode): void {
  const expression = node.namedChild(0)
  if (!expression) return
  const value = walk.value(expression)
  if (walk.scope !== null) walk.returns.push({ value, scope: walk.scope, line: lineOf(expression) })
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [
  ['arrow_function', functionValue],
  ['function_expression', functionValue],
  ['generator_function', functionValue],
]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['function_declaration', functionDeclaration],
  ['generator_function_declaration', functionDeclaration],
  ['return_statement', returnStatement],
]
