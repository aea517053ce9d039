import type { Definition, Parameter, SyntaxNode, Value } from '../../domain/outline.js'
import { declareLocal } from '../shared/own-names.js'
import { endLineOf, lineOf, nameValue } from '../shared/values.js'
import type { Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { annotate, annotationsAt, annotationsIn } from './annotations.js'
import { lastValue } from './branches.js'
import { exportTop } from './imports.js'
import { isType, nameIn, partCalled, partsOf } from './nodes.js'
import { declaredType, typeText } from './type-text.js'

/** A parameter with what stands around it: its modifiers before, its default after. */
type Declared = {
  readonly node: SyntaxNode
  readonly modifiers: SyntaxNode | null
  readonly default: SyntaxNode | null
}

function parametersIn(list: SyntaxNode | null): readonly Declared[] {
  const parts = partsOf(list)
  return parts.flatMap((node, index) => {
    if (node.type !== 'parameter') return []
    const [before, after] = [parts[index - 1], parts[index + 1]]
    const isDefault = after && after.type !== 'parameter' && after.type !== 'parameter_modifiers'
    const modifiers = before?.type === 'parameter_modifiers' ? before : null
    return [{ node, modifiers, default: isDefault ? after : null }]
  })
}

function parameterOf(walk: Walk, { node, modifiers, default: written }: Declared): Parameter {
  const type = typeText(declaredType(node))
  const isMany = partsOf(modifiers).some(({ text }) => text === 'vararg')
  return {
    name: nameIn(partCalled(node, 'identifier')),
    type: isMany ? `${type}[]` : type,
    fields: [],
    default: written ? walk.value(written) : null,
  }
}

type Signature = Pick<Definition, 'kind' | 'name' | 'owner'>

/** Defines a function with its parameters, and tells its index. */
function declareFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
  const list = partCalled(node, 'function_value_parameters')
  const parts = partsOf(node)
  const after = parts.filter((part) => list !== null && part.startIndex > list.startIndex)
  const extended = list ? parts.find((part) => isType(part) && part.startIndex < list.startIndex) : null
  const index = walk.define({
    ...signature,
    line: lineOf(node.childForFieldName('name') ?? node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: typeText(after.find(isType) ?? null),
    bases: [],
    fields: [],
    ...(extended ? { extension: typeText(extended) ?? '' } : {}),
  })
  const declared = parametersIn(list)
  walk.inside(index, () =>
    walk.complete(index, { parameters: declared.map((each) => parameterOf(walk, each)) }),
  )
  for (const [parameter, { modifiers }] of declared.entries())
    annotate(walk, annotationsIn(modifiers), { target: index, on: { parameter } })
  return index
}

/** A function of a class, of an object, or of nothing but its package. */
export function defineFunction(walk: Walk, node: SyntaxNode, owner: string | null): void {
  const isConstructor = node.type === 'secondary_constructor'
  const name = isConstructor ? 'constructor' : nameIn(node.childForFieldName('name'))
  if (owner === null) exportTop(walk, name)
  const index = declareFunction(walk, node, { kind: owner === null ? 'function' : 'method', name, owner })
  annotate(walk, annotationsAt(walk, node), { target: index })
  walk.inside(index, () => {
    walk.visit(partCalled(node, 'constructor_delegation_call'))
    walkBody(walk, isConstructor ? node : partCalled(node, 'function_body'), index)
  })
}

/** Statements, or `= …`, which is what the function returns. */
function walkBody(walk: Walk, body: SyntaxNode | null, index: number): void {
  const written = partsOf(body).at(-1)
  if (written?.type === 'block') walk.visitChildren(written)
  else if (written) walk.returns.push({ value: walk.value(written), scope: index, line: lineOf(written) })
}

/** A lambda's last expression is what it returns; its only parameter may have no name but `it`. */
function lambdaValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const named = partsOf(partCalled(node, 'lambda_parameters'))
  const index = declareFunction(walk, node, { kind: 'function', name: place?.name ?? '', owner: null })
  const isGiven = (place?.given ?? []).some(({ parameter }) => parameter === 0)
  const implied = isGiven && !named.length ? [{ name: 'it', type: null, fields: [], default: null }] : []
  const written = named.map((each) => ({
    name: nameIn(partCalled(each, 'identifier')),
    type: typeText(declaredType(each)),
    fields: [],
    default: null,
  }))
  walk.complete(index, { parameters: [...written, ...implied] })
  walk.inside(index, () => {
    bindGiven(walk, index, place)
    const statements = partsOf(node).filter(({ type }) => type !== 'lambda_parameters')
    const value = lastValue(walk, statements)
    const last = statements.at(-1)
    if (last && value.type !== 'other') walk.returns.push({ value, scope: index, line: lineOf(last) })
  })
  return { type: 'function', definition: index }
}

function bindGiven(walk: Walk, index: number, place: Place | null): void {
  const definition = walk.definitions[index]
  for (const { parameter, of, item } of place?.given ?? []) {
    const declared = definition?.parameters[parameter]
    if (!definition || !declared?.name) continue
    walk.bind({ name: declared.name, value: of, item, type: declared.type, line: definition.line })
  }
}

function anonymousFunction(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const index = declareFunction(walk, node, { kind: 'function', name: place?.name ?? '', owner: null })
  walk.inside(index, () => walkBody(walk, partCalled(node, 'function_body'), index))
  return { type: 'function', definition: index }
}

/** `return@get order` leaves the lambda, `return order` the function with a name. */
function returnValue(walk: Walk, node: SyntaxNode): Value {
  const label = node.childForFieldName('label')
  const expression = partsOf(node).find(({ field }) => field !== 'label')
  if (!expression) return nameValue('Unit')
  const value = walk.value(expression)
  const scope = label ? walk.scope : namedScope(walk)
  if (scope !== null) walk.returns.push({ value, scope, line: lineOf(expression) })
  return value
}

function namedScope(walk: Walk): number | null {
  let at = walk.scope
  while (at !== null && walk.definitions[at]?.name === '') at = walk.definitions[at]?.scope ?? null
  return at ?? walk.scope
}

/** A function inside a function. */
function localFunction(walk: Walk, node: SyntaxNode): void {
  declareLocal(walk, nameIn(node.childForFieldName('name')))
  defineFunction(walk, node, null)
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [
  ['lambda_literal', lambdaValue],
  ['anonymous_function', anonymousFunction],
  ['return_expression', returnValue],
]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['function_declaration', localFunction],
]
