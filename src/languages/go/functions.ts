import type { Parameter, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { declaredType } from './shapes.js'

type Signature = {
  readonly kind: 'function' | 'method'
  readonly name: string
  readonly owner: string | null
}

/** Defines a function without walking its inside. */
export function declareFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
  const index = walk.define({
    ...signature,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: [],
    fields: [],
  })
  const parameters = parametersOf(walk, node.childForFieldName('parameters'))
  walk.complete(index, { parameters, returnType: firstResult(walk, node.childForFieldName('result')) })
  return index
}

function parametersOf(walk: Walk, list: SyntaxNode | null): readonly Parameter[] {
  return (list?.namedChildren ?? []).flatMap((declaration) => {
    if (!declaration) return []
    const written = declaredType(walk, declaration.childForFieldName('type')) ?? ''
    const type = declaration.type === 'variadic_parameter_declaration' ? `...${written}` : written
    const names = declaration.children.flatMap((child) =>
      child?.field === 'name' && child.isNamed ? [child.text] : [],
    )
    // `func(string, int)` gives its parameters no names.
    return (names.length > 0 ? names : ['']).map((name) => ({ name, type, fields: [], default: null }))
  })
}

function firstResult(walk: Walk, result: SyntaxNode | null): string | null {
  if (result?.type !== 'parameter_list') return declaredType(walk, result)
  return declaredType(walk, result.namedChild(0)?.childForFieldName('type') ?? null)
}

function functionDeclaration(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const index = declareFunction(walk, node, { kind: 'function', name, owner: null })
  walk.inside(index, () => walk.visit(node.childForFieldName('body')))
}

function methodDeclaration(walk: Walk, node: SyntaxNode): void {
  const receiver = node.childForFieldName('receiver')?.namedChild(0)
  const owner = ownerOf(receiver?.childForFieldName('type') ?? null)
  const name = node.childForFieldName('name')?.text ?? ''
  const index = declareFunction(walk, node, { kind: 'method', name, owner })
  const receiverName = receiver?.childForFieldName('name')?.text
  if (receiverName) walk.nameReceiver(index, receiverName)
  walk.inside(index, () => walk.visit(node.childForFieldName('body')))
}

/** `Orders` for `*Orders[T]`. */
function ownerOf(type: SyntaxNode | null): string {
  return /\w+/.exec(type?.text ?? '')?.[0] ?? ''
}

function functionValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const index = declareFunction(walk, node, { kind: 'function', name: place?.name ?? '', owner: null })
  walk.inside(index, () => walk.visit(node.childForFieldName('body')))
  return { type: 'function', definition: index }
}

/** Only the first of several values is told: the others say whether it can be trusted. */
function returnStatement(walk: Walk, node: SyntaxNode): void {
  const [first, ...rest] = node.namedChild(0)?.namedChildren ?? []
  if (!first) return
  const value = walk.value(first)
  if (walk.scope !== null) walk.returns.push({ value, scope: walk.scope, line: lineOf(first) })
  for (const other of rest) walk.visit(other)
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [['func_literal', functionValue]]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['function_declaration', functionDeclaration],
  ['method_declaration', methodDeclaration],
  ['return_statement', returnStatement],
]
