import type { Definition, Parameter, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf, nameValue } from '../shared/values.js'
import type { Naming, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { decorate } from './decorators.js'
import { isPattern, patternOf } from './patterns.js'
import { typeText } from './types.js'

type Signature = Pick<Definition, 'kind' | 'name' | 'owner'>

/** Defines a function of any spelling, walks its inside, and tells its index. */
export function defineFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
  const index = walk.define({
    ...signature,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: typeText(node.childForFieldName('return_type')),
    bases: [],
    fields: [],
  })
  walk.inside(index, () => {
    walk.complete(index, { parameters: parametersOf(walk, node, index) })
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

function parametersOf(walk: Walk, node: SyntaxNode, index: number): readonly Parameter[] {
  const single = node.childForFieldName('parameter')
  const all = single ? [single] : (node.childForFieldName('parameters')?.namedChildren ?? [])
  const parameters: Parameter[] = []
  for (const child of all) {
    if (!child || isThisType(child)) continue
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
  const isBare = node.type !== 'required_parameter' && node.type !== 'optional_parameter'
  const pattern = isBare ? (node.childForFieldName('left') ?? node) : node.childForFieldName('pattern')
  const type = typeText(node.childForFieldName('type'))
  const initial = node.childForFieldName(isBare ? 'right' : 'value')
  const fields = pattern && isPattern(pattern) ? patternOf(walk, pattern).fields : []
  const name = !pattern || isPattern(pattern) ? '' : bareName(pattern)
  if (isProperty(node)) {
    walk.bind({ name: `this.${name}`, value: nameValue(name), type, line: lineOf(node) })
  }
  return { name, type, fields, default: initial ? walk.value(initial) : null }
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

function functionValue(walk: Walk, node: SyntaxNode, naming: Naming | null): Value {
  const own = node.childForFieldName('name')?.text
  const owner = naming?.owner ?? null
  const kind = owner === null ? 'function' : 'method'
  return {
    type: 'function',
    definition: defineFunction(walk, node, { kind, name: naming?.name ?? own ?? '', owner }),
  }
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
