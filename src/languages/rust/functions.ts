import type { Parameter, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { decorate } from './attributes.js'
import { returnBlock } from './blocks.js'
import { knownOf, takeAttributes } from './knowledge.js'
import { parameterPattern } from './patterns.js'
import { typeText } from './type-text.js'

type Signature = {
  readonly kind: 'function' | 'method'
  readonly name: string
  readonly owner: string | null
}

function declareFunction(walk: Walk, node: SyntaxNode, signature: Signature): number {
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
  walk.complete(index, { parameters, returnType: typeText(walk, node.childForFieldName('return_type')) })
  return index
}

/** Without `self`. A closure may leave the types of its parameters away, and is then given bare patterns. */
function parametersOf(walk: Walk, list: SyntaxNode | null): readonly Parameter[] {
  return (list?.namedChildren ?? []).flatMap((child) => {
    if (
      !child ||
      /^(?:self_parameter|attribute_item|variadic_parameter|line_comment|block_comment)$/.test(child.type)
    )
      return []
    const isTyped = child.type === 'parameter'
    const { name, fields } = parameterPattern(isTyped ? child.childForFieldName('pattern') : child)
    const type = isTyped ? typeText(walk, child.childForFieldName('type')) : null
    return [{ name, type, fields, default: null }]
  })
}

function functionItem(walk: Walk, node: SyntaxNode): void {
  const attributes = takeAttributes(walk)
  const { owner } = knownOf(walk)
  const name = node.childForFieldName('name')?.text ?? ''
  const isMethod = owner !== null && node.parent?.type === 'declaration_list'
  const index = declareFunction(walk, node, {
    kind: isMethod ? 'method' : 'function',
    name,
    owner: isMethod ? owner : null,
  })
  decorate(walk, attributes, index)
  walk.inside(index, () => returnBlock(walk, node.childForFieldName('body')))
}

/** `|order| order.total` gives what its expression comes to. */
function closureValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const index = declareFunction(walk, node, { kind: 'function', name: place?.name ?? '', owner: null })
  walk.inside(index, () => {
    for (const { parameter, of, item } of place?.given ?? []) {
      const given = walk.definitions[index]?.parameters[parameter]
      if (!given) continue
      walk.bind({
        name: given.name,
        fields: given.fields,
        value: of,
        item,
        type: given.type,
        line: lineOf(node),
      })
    }
    returnBlock(walk, node.childForFieldName('body'))
  })
  return { type: 'function', definition: index }
}

function returnValue(walk: Walk, node: SyntaxNode): void {
  const written = node.namedChild(0)
  const value = walk.value(written)
  if (written && walk.scope !== null) walk.returns.push({ value, scope: walk.scope, line: lineOf(written) })
}

export const functionValues: readonly (readonly [string, ValueRule])[] = [
  ['closure_expression', closureValue],
]

export const functionVisits: readonly (readonly [string, VisitRule])[] = [
  ['function_item', functionItem],
  ['function_signature_item', functionItem],
  ['return_expression', returnValue],
]
