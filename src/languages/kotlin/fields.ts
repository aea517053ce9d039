import type { DeclaredField, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import { annotationName, annotationsOf, tagOf } from './annotations.js'
import { hasModifier, isType, nameIn, partCalled, partsOf } from './nodes.js'
import { declaredType, typeText } from './type-text.js'

export function isProperty({ type }: SyntaxNode): boolean {
  return type === 'property_declaration'
}

export function propertyName(property: SyntaxNode): string {
  return nameIn(partCalled(partCalled(property, 'variable_declaration'), 'identifier'))
}

export function componentName(parameter: SyntaxNode): string {
  return nameIn(partCalled(parameter, 'identifier'))
}

/** A parameter of the constructor that objects keep; one without `val` or `var` goes no further. */
export function componentField(parameter: SyntaxNode): readonly DeclaredField[] {
  const isKept = parameter.children.some((child) => child?.type === 'val' || child?.type === 'var')
  const isDefaulted = parameter.children.some((child) => child?.type === '=')
  return isKept
    ? fieldOf(parameter, declaredType(parameter), { name: componentName(parameter), isDefaulted })
    : []
}

/** A property that objects hold; one that only has a getter is made anew, and one that extends a type is of that. */
export function propertyField(property: SyntaxNode): readonly DeclaredField[] {
  const declared = partCalled(property, 'variable_declaration')
  const isDefaulted = property.children.some((child) => child?.type === '=')
  const isMade = partCalled(property, 'getter') !== null && !isDefaulted
  if (!declared || isMade || partCalled(property, 'property_delegate')) return []
  if (partsOf(property).some(isType)) return []
  return fieldOf(property, declaredType(declared), { name: propertyName(property), isDefaulted })
}

type Known = { readonly name: string; readonly isDefaulted: boolean }

/** What may be null, or has a default, need not be sent. What is transient goes nowhere. */
function fieldOf(
  node: SyntaxNode,
  type: SyntaxNode | null,
  { name, isDefaulted }: Known,
): readonly DeclaredField[] {
  const annotations = annotationsOf(node)
  if (annotations.some((each) => annotationName(each) === 'Transient')) return []
  return [
    {
      name,
      type: typeText(type) ?? '',
      optional: type?.type === 'nullable_type' || isDefaulted,
      line: lineOf(partCalled(node, 'variable_declaration') ?? node),
      tag: tagOf(annotations),
      value: null,
      ...(hasModifier(node, 'private') ? { modifiers: ['private'] } : {}),
    },
  ]
}
