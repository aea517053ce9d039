import type { DeclaredField, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { annotate, annotationsOf, hasModifier } from './annotations.js'
import { typeText } from './type-text.js'

export type Owner = { readonly name: string; readonly index: number; readonly isInterface: boolean }

export function isField(node: SyntaxNode): boolean {
  return node.type === 'field_declaration' || node.type === 'constant_declaration'
}

/** A field of the class and not of its objects: the ones of an interface all are. */
export function isConstant(node: SyntaxNode): boolean {
  return node.type === 'constant_declaration' || hasModifier(node, 'static')
}

export function declaratorsOf(field: SyntaxNode): readonly SyntaxNode[] {
  return field.children.flatMap((child) => (child?.type === 'variable_declarator' ? [child] : []))
}

export function namesOf(field: SyntaxNode): readonly string[] {
  return declaratorsOf(field).map((each) => each.childForFieldName('name')?.text ?? '')
}

/** The fields that objects have, as they are declared; what is `transient` goes nowhere. */
export function declaredFields(field: SyntaxNode): readonly DeclaredField[] {
  if (isConstant(field) || hasModifier(field, 'transient')) return []
  return declaratorsOf(field).map((declarator) => ({
    name: declarator.childForFieldName('name')?.text ?? '',
    type: typeText(field.childForFieldName('type'), declarator.childForFieldName('dimensions')) ?? '',
    optional: isOptional(field),
    line: lineOf(declarator),
    tag: tagOf(field),
    value: null,
  }))
}

/** The components of a record are its fields. */
export function componentField(parameter: SyntaxNode): DeclaredField {
  return {
    name: parameter.childForFieldName('name')?.text ?? '',
    type: typeText(parameter.childForFieldName('type'), parameter.childForFieldName('dimensions')) ?? '',
    optional: isOptional(parameter),
    line: lineOf(parameter),
    tag: tagOf(parameter),
    value: null,
  }
}

/** Its annotations, as written: they say how it is called on the wire. */
function tagOf(node: SyntaxNode): string {
  return annotationsOf(node)
    .map((each) => each.text)
    .join(' ')
}

function isOptional(node: SyntaxNode): boolean {
  const isNullable = annotationsOf(node).some((each) => each.childForFieldName('name')?.text === 'Nullable')
  return isNullable || /^Optional\b/.test(node.childForFieldName('type')?.text ?? '')
}

/** `this.rest` gets its value; a constant is known by the class's name, from the top of the file. */
export function walkField(walk: Walk, field: SyntaxNode, owner: Owner): void {
  for (const declarator of declaratorsOf(field)) {
    const name = declarator.childForFieldName('name')?.text ?? ''
    annotate(walk, field, { target: owner.index, on: { field: name } })
    const written = declarator.childForFieldName('value')
    if (!written) continue
    const value = walk.value(written, { name, owner: owner.name })
    const type = typeText(field.childForFieldName('type'), declarator.childForFieldName('dimensions'))
    const bound = { value, type, line: lineOf(declarator) }
    if (isConstant(field)) walk.bind({ name: `${owner.name}.${name}`, scope: null, ...bound })
    else walk.bind({ name: `this.${name}`, ...bound })
  }
}
