import type { DeclaredField, SyntaxNode, Value } from '../../domain/outline.js'
import { endLineOf, lineOf, nameValue, otherValue } from '../shared/values.js'
import type { Place, ValueRule, VisitRule, Walk } from '../shared/walk.js'
import { withAnnotations } from './annotations.js'
import { withAttributes } from './attributes.js'
import { className } from './class-names.js'
import { defineFunction, isProperty, variableOf } from './functions.js'
import { typeText } from './type-text.js'

type Owner = { readonly name: string; readonly index: number }

function defineClass(walk: Walk, node: SyntaxNode, name: string): void {
  const body = node.childForFieldName('body')
  const index = walk.define({
    kind: 'class',
    name,
    owner: null,
    line: lineOf(node.childForFieldName('name') ?? node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: basesOf(walk, node, body),
    fields: (body?.namedChildren ?? []).flatMap((member) => (member ? fieldsOf(walk, member) : [])),
  })
  withAttributes(walk, node, { target: index })
  withAnnotations(walk, node, index)
  walk.inside(index, () => {
    for (const member of body?.namedChildren ?? []) if (member) walkMember(walk, member, { name, index })
  })
}

/** What a class extends, then the traits it uses; interfaces hold nothing that could be inherited. */
function basesOf(walk: Walk, node: SyntaxNode, body: SyntaxNode | null): readonly string[] {
  const named = [...node.namedChildren, ...(body?.namedChildren ?? [])].filter(
    (child) => child?.type === 'base_clause' || child?.type === 'use_declaration',
  )
  return named.flatMap((clause) =>
    (clause?.namedChildren ?? []).flatMap((base) =>
      base?.type === 'name' || base?.type === 'qualified_name' ? [className(walk, base)] : [],
    ),
  )
}

/** The properties of a class, those of its constructor's parameters among them. Defaults are walked later, as bindings. */
function fieldsOf(walk: Walk, member: SyntaxNode): readonly DeclaredField[] {
  if (member.type === 'property_declaration') {
    const type = typeText(walk, member.childForFieldName('type')) ?? ''
    return propertiesOf(member).map((property) => {
      const value = property.childForFieldName('default_value')
      return fieldOf(property, type, value !== null || isNullable(member))
    })
  }
  if (member.type !== 'method_declaration' || member.childForFieldName('name')?.text !== '__construct')
    return []
  return (member.childForFieldName('parameters')?.namedChildren ?? []).flatMap((parameter) => {
    if (!parameter || !isProperty(parameter)) return []
    const type = typeText(walk, parameter.childForFieldName('type')) ?? ''
    const value = parameter.childForFieldName('default_value')
    return [fieldOf(parameter, type, value !== null || isNullable(parameter))]
  })
}

function isNullable(declared: SyntaxNode): boolean {
  return declared.childForFieldName('type')?.type === 'optional_type'
}

function fieldOf(node: SyntaxNode, type: string, optional: boolean): DeclaredField {
  return { name: variableOf(node).slice(1), type, optional, line: lineOf(node), tag: '', value: null }
}

function propertiesOf(member: SyntaxNode): readonly SyntaxNode[] {
  return member.namedChildren.flatMap((child) => (child?.type === 'property_element' ? [child] : []))
}

function walkMember(walk: Walk, member: SyntaxNode, owner: Owner): void {
  switch (member.type) {
    case 'method_declaration': {
      const name = member.childForFieldName('name')?.text ?? ''
      defineFunction(walk, member, { kind: 'method', name, owner: owner.name })
      return
    }
    case 'property_declaration':
      for (const property of propertiesOf(member)) walkProperty(walk, member, property, owner)
      return
    case 'const_declaration':
      for (const element of member.namedChildren)
        if (element?.type === 'const_element') bindConstant(walk, element.namedChildren, owner)
      return
    case 'enum_case':
      bindConstant(walk, [member.childForFieldName('name'), member.childForFieldName('value')], owner)
      return
    case 'use_declaration':
      return
    default:
      walk.visit(member)
  }
}

function walkProperty(walk: Walk, member: SyntaxNode, property: SyntaxNode, { name, index }: Owner): void {
  const field = variableOf(property).slice(1)
  withAttributes(walk, member, { target: index, on: { field } })
  const given = property.childForFieldName('default_value')
  for (const child of property.namedChildren) if (child?.type === 'property_hook_list') walk.visit(child)
  if (!given) return
  const type = typeText(walk, member.childForFieldName('type'))
  const bound = { value: walk.value(given), type, line: lineOf(property) }
  walk.bind({ name: `this.${field}`, ...bound })
  const isStatic = member.children.some((child) => child?.type === 'static_modifier')
  if (isStatic) walk.bind({ name: `${name}.${field}`, scope: walk.scopeAround, ...bound })
}

/** A constant is a name of the class, and of the class as its own methods call it (`self::PATH`). */
function bindConstant(walk: Walk, [key, given]: readonly (SyntaxNode | null)[], owner: Owner): void {
  if (!key || !given) return
  const bound = { value: walk.value(given), line: lineOf(key) }
  walk.bind({ name: `this.${key.text}`, ...bound })
  walk.bind({ name: `${owner.name}.${key.text}`, scope: walk.scopeAround, ...bound })
}

function classDeclaration(walk: Walk, node: SyntaxNode): void {
  defineClass(walk, node, node.childForFieldName('name')?.text ?? '')
}

function anonymousClass(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const name = place?.name ?? ''
  walk.visit(node.namedChildren.find((child) => child?.type === 'arguments') ?? null)
  defineClass(walk, node, name)
  return name === '' ? otherValue(node) : nameValue(name)
}

export const classValues: readonly (readonly [string, ValueRule])[] = [['anonymous_class', anonymousClass]]

export const classVisits: readonly (readonly [string, VisitRule])[] = [
  ['class_declaration', classDeclaration],
  ['interface_declaration', classDeclaration],
  ['trait_declaration', classDeclaration],
  ['enum_declaration', classDeclaration],
]
