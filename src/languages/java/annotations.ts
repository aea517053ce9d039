import type { Decorator, SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'

/** The annotations among a declaration's modifiers. */
export function annotationsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const modifiers = node.namedChildren.find((child) => child?.type === 'modifiers')
  return (modifiers?.namedChildren ?? []).flatMap((child) =>
    child?.type === 'annotation' || child?.type === 'marker_annotation' ? [child] : [],
  )
}

export function hasModifier(node: SyntaxNode, modifier: string): boolean {
  const modifiers = node.namedChildren.find((child) => child?.type === 'modifiers')
  return modifiers?.children.some((child) => child?.type === modifier) ?? false
}

/** Tells of each annotation: `value` alone is an argument, whether its name is written or not, others are keywords. */
export function annotate(walk: Walk, node: SyntaxNode, on: Pick<Decorator, 'target' | 'on'>): void {
  for (const annotation of annotationsOf(node)) {
    const callee = annotation.childForFieldName('name')?.text ?? ''
    const name = callee.slice(callee.lastIndexOf('.') + 1)
    const given = givenTo(walk, annotation.childForFieldName('arguments'))
    walk.decorators.push({ callee: name, name, ...given, line: lineOf(annotation), ...on })
  }
}

function givenTo(walk: Walk, list: SyntaxNode | null): Pick<Decorator, 'arguments' | 'keywords'> {
  const positional: Value[] = []
  const named: [string, Value][] = []
  for (const argument of list?.namedChildren ?? []) {
    if (!argument || /comment$/.test(argument.type)) continue
    const key = argument.type === 'element_value_pair' ? argument.childForFieldName('key')?.text : 'value'
    const isPair = argument.type === 'element_value_pair'
    const value = walk.value(isPair ? argument.childForFieldName('value') : argument)
    if (key === 'value') positional.push(value)
    else named.push([key ?? '', value])
  }
  return { arguments: positional, keywords: Object.fromEntries(named) }
}
