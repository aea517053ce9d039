import type { Parameter, SyntaxNode } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'
import { typeText } from './type-text.js'

/** A parameter with the node that its attributes stand on; `params` stands in the list without a node of its own. */
export type Declared = { readonly parameter: Parameter; readonly node: SyntaxNode | null }

/** The parameters of a function. `this` before the first says that it extends that type, and changes nothing here. */
export function parametersOf(walk: Walk, list: SyntaxNode | null): readonly Declared[] {
  if (list?.type === 'implicit_parameter' || list?.type === 'identifier')
    return [{ parameter: plain(list.text, null), node: null }]
  const declared: Declared[] = []
  let type: SyntaxNode | null = null
  for (const child of list?.children ?? []) {
    if (child?.type === 'parameter') declared.push({ parameter: parameterOf(walk, child), node: child })
    else if (child?.field === 'type') type = child
    else if (child?.field === 'name')
      declared.push({ parameter: plain(child.text, typeText(type)), node: null })
  }
  return declared
}

function plain(name: string, type: string | null): Parameter {
  return { name, type, fields: [], default: null }
}

function parameterOf(walk: Walk, node: SyntaxNode): Parameter {
  const name = node.childForFieldName('name')
  const last = node.namedChildren.at(-1) ?? null
  const given =
    last && last.field === null && node.children.some((child) => child?.type === '=') ? last : null
  return {
    name: name?.text.replace(/^@/, '') ?? '',
    type: typeText(node.childForFieldName('type')),
    fields: [],
    default: given ? walk.value(given) : null,
  }
}
