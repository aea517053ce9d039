import type { Definition, Parameter, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf, otherValue } from '../shared/values.js'
import type { ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { rememberLocal } from './names.js'

type Signature = Pick<Definition, 'kind' | 'name' | 'owner'>

function defineFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
  return walk.define({
    ...signature,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: [],
    fields: [],
  })
}

function methodDefinition(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const owner = ownerAround(walk)
  const index = defineFunction(walk, node, { kind: owner === null ? 'function' : 'method', name, owner })
  const body = node.childForFieldName('body')
  walk.inside(index, () => {
    const parameters = parametersOf(walk, node.childForFieldName('parameters'))
    walk.complete(index, { parameters })
    const value = walkBody(walk, body, index)
    // `@conn ||= …` in a method called `conn` has bound it already.
    const isBound = walk.bindings.at(-1)?.name === `this.${name}`
    if (value && owner !== null && parameters.length === 0 && !isBound)
      walk.bind({ name: `this.${name}`, value, line: lineOf(node) })
  })
}

/** The class or module that a method is written in. */
function ownerAround(walk: Walk): string | null {
  const around = walk.scope === null ? undefined : walk.definitions[walk.scope]
  return around?.kind === 'class' ? around.name : null
}

type GivenTo = (parameter: number) => { readonly value: Value; readonly item: boolean } | null

/** The function of a block; its parameters are bound to what the call gives them, before the body is walked. */
export function defineBlock(walk: Walk, node: SyntaxNode, givenTo: GivenTo): number {
  const index = defineFunction(walk, node, { kind: 'function', name: '', owner: null })
  walk.inside(index, () => {
    const parameters = parametersOf(walk, node.childForFieldName('parameters'))
    walk.complete(index, { parameters })
    for (const [position, { name }] of parameters.entries()) {
      const given = name === '' ? null : givenTo(position)
      if (given) walk.bind({ name, ...given, line: lineOf(node) })
    }
    walkBody(walk, node.childForFieldName('body'), index)
  })
  return index
}

/** Walks a body; its last expression is what it returns, and is given back. */
function walkBody(walk: Walk, body: SyntaxNode | null, scope: number): Value | null {
  if (!body) return null
  const isBody = body.type === 'body_statement' || body.type === 'block_body'
  const statements = isBody
    ? body.namedChildren.filter((each) => each !== null && each.type !== 'comment')
    : [body]
  const last = statements.findLast((each) => !/^(?:rescue|ensure|else|heredoc_body)$/.test(each?.type ?? ''))
  for (const statement of statements) if (statement !== last) walk.visit(statement)
  if (!last || notReturned.test(last.type)) {
    walk.visit(last ?? null)
    return null
  }
  const value = walk.value(last)
  walk.returns.push({ value, scope, line: lineOf(last) })
  return value
}

/** Statements whose value is that of one of their branches, or that tell by themselves what they return. */
const notReturned =
  /^(?:return|if|unless|case|case_match|begin|while|until|for|method|singleton_method|class|module|if_modifier|unless_modifier)$/

function parametersOf(walk: Walk, list: SyntaxNode | null): readonly Parameter[] {
  return (list?.namedChildren ?? []).flatMap((node) => {
    if (!node) return []
    const name = node.type === 'identifier' ? node.text : (node.childForFieldName('name')?.text ?? '')
    const value = node.childForFieldName('value')
    if (name !== '') rememberLocal(walk, name)
    return [{ name, type: null, fields: [], default: value ? walk.value(value) : null }]
  })
}

/** `->(order) { … }` */
function lambdaValue(walk: Walk, node: SyntaxNode): Value {
  const body = node.childForFieldName('body')
  if (!body) return otherValue(node)
  const index = defineFunction(walk, node, { kind: 'function', name: '', owner: null })
  walk.inside(index, () => {
    walk.complete(index, { parameters: parametersOf(walk, node.childForFieldName('parameters')) })
    walkBody(walk, body.childForFieldName('body'), index)
  })
  return { type: 'function', definition: index }
}

function returnStatement(walk: Walk, node: SyntaxNode): void {
  const given = node.namedChild(0)
  const values = (given?.namedChildren ?? []).map((each) => walk.value(each))
  const [first] = values
  if (!first || walk.scope === null) return
  const value: Value = values.length === 1 ? first : { type: 'list', items: values }
  walk.returns.push({ value, scope: walk.scope, line: lineOf(node) })
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [['lambda', lambdaValue]]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['method', methodDefinition],
  ['singleton_method', methodDefinition],
  ['return', returnStatement],
]
