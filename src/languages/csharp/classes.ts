import type { DeclaredField, Definition, Scope, SyntaxNode } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { attributesText, decorate, modifiersOf } from './attributes.js'
import { declaredValue, initialOf } from './bindings.js'
import { exportName, setMembers } from './knowledge.js'
import { parametersOf } from './parameters.js'
import { bareName, isNullable, typeText } from './type-text.js'

type Owner = { readonly name: string; readonly index: number }

/** Classes, records, structs and interfaces. What a record is made with are its properties, of a class its fields. */
function typeDeclaration(walk: Walk, node: SyntaxNode): void {
  const name = bareName(node.childForFieldName('name'))
  const body = node.childForFieldName('body')
  const modifiers = modifiersOf(node)
  const index = walk.define({
    kind: node.type === 'interface_declaration' ? 'type' : 'class',
    name,
    owner: null,
    line: lineOf(node.childForFieldName('name') ?? node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: basesOf(node),
    fields: [],
    modifiers,
  })
  exportType(walk, name)
  decorate(walk, node, index)
  const owner = { name, index }
  const made = primaryFields(walk, node, owner)
  const members = body?.namedChildren ?? []
  setMembers(walk, index, new Set([...made.map((field) => field.name), ...members.flatMap(memberNames)]))
  const fields = members.flatMap((member) =>
    member ? fieldsOf(member, node.type === 'interface_declaration') : [],
  )
  walk.complete(index, { fields: [...made, ...fields] })
  walk.inside(index, () => {
    for (const member of members) if (member) walkMember(walk, member, owner)
  })
}

/** Under its name with the namespace and the types around it. */
function exportType(walk: Walk, local: string): void {
  exportName(walk, [...namesAround(walk, walk.scope), local].join('.'), local)
}

/** The names of the definitions around a scope, outermost first. */
function namesAround(walk: Walk, scope: Scope): readonly string[] {
  const around: string[] = []
  for (let at = scope; at !== null && around.length < 10; at = walk.definitions[at]?.scope ?? null)
    around.unshift(walk.definitions[at]?.name ?? '')
  return around.filter((name) => name !== '')
}

function basesOf(node: SyntaxNode): Definition['bases'] {
  const list = node.namedChildren.find((child) => child?.type === 'base_list')
  return (list?.namedChildren ?? []).flatMap((base) => {
    const type = base?.type === 'primary_constructor_base_type' ? base.childForFieldName('type') : base
    const text = base?.type === 'argument_list' ? null : typeText(type ?? null)
    return text === null ? [] : [text]
  })
}

/** `record Order(int Id)`: public properties; `class Orders(HttpClient http)`: names that its methods know. */
function primaryFields(walk: Walk, node: SyntaxNode, { index }: Owner): readonly DeclaredField[] {
  const list = node.namedChildren.find((child) => child?.type === 'parameter_list') ?? null
  const isRecord = node.type === 'record_declaration'
  return parametersOf(walk, list).map(({ parameter, node: declared }) => {
    if (declared) decorate(walk, declared, index, { field: parameter.name })
    return {
      name: parameter.name,
      type: parameter.type ?? '',
      optional: isNullable(declared?.childForFieldName('type') ?? null),
      line: lineOf(declared ?? node),
      tag: declared ? attributesText(declared) : '',
      value: null,
      modifiers: isRecord ? ['public', 'get'] : [],
    }
  })
}

function memberNames(member: SyntaxNode | null): readonly string[] {
  if (member?.type === 'field_declaration')
    return declaratorsOf(member).flatMap((each) => each.childForFieldName('name')?.text ?? [])
  const isNamed = member?.type === 'property_declaration' || member?.type === 'method_declaration'
  return isNamed ? [bareName(member.childForFieldName('name'))] : []
}

function declaratorsOf(field: SyntaxNode): readonly SyntaxNode[] {
  const declaration = field.namedChildren.find((child) => child?.type === 'variable_declaration')
  return (declaration?.namedChildren ?? []).flatMap((child) =>
    child?.type === 'variable_declarator' ? [child] : [],
  )
}

function fieldsOf(member: SyntaxNode, isInterface: boolean): readonly DeclaredField[] {
  const isProperty = member.type === 'property_declaration'
  if (!isProperty && member.type !== 'field_declaration') return []
  const declaration = isProperty
    ? member
    : (member.namedChildren.find((child) => child?.type === 'variable_declaration') ?? null)
  const type = declaration?.childForFieldName('type') ?? null
  const own = [...modifiersOf(member), ...(isInterface ? ['public'] : []), ...(isProperty ? ['get'] : [])]
  return (isProperty ? [member] : declaratorsOf(member)).flatMap((each) => {
    const name = each.childForFieldName('name')
    if (!name) return []
    return {
      name: name.text.replace(/^@/, ''),
      type: typeText(type) ?? '',
      optional: isNullable(type),
      line: lineOf(name),
      tag: attributesText(member),
      value: null,
      modifiers: own,
    }
  })
}

function walkMember(walk: Walk, member: SyntaxNode, owner: Owner): void {
  if (member.type === 'property_declaration') propertyDeclaration(walk, member, owner)
  else if (member.type === 'field_declaration') fieldDeclaration(walk, member, owner)
  else walk.visit(member)
}

function propertyDeclaration(walk: Walk, node: SyntaxNode, owner: Owner): void {
  const name = bareName(node.childForFieldName('name'))
  decorate(walk, node, owner.index, { field: name })
  walk.visit(node.childForFieldName('accessors'))
  const written = node.childForFieldName('value')
  const value = written?.type === 'arrow_expression_clause' ? written.namedChild(0) : written
  if (value) bindMember(walk, node, owner, { name, value, type: typeText(node.childForFieldName('type')) })
}

function fieldDeclaration(walk: Walk, node: SyntaxNode, owner: Owner): void {
  const declaration = node.namedChildren.find((child) => child?.type === 'variable_declaration')
  const type = typeText(declaration?.childForFieldName('type') ?? null)
  for (const declarator of declaratorsOf(node)) {
    const name = declarator.childForFieldName('name')?.text ?? ''
    const value = initialOf(declarator)
    decorate(walk, node, owner.index, { field: name })
    if (value) bindMember(walk, declarator, owner, { name, value, type })
  }
}

type Member = { readonly name: string; readonly value: SyntaxNode; readonly type: string | null }

/** A member is a name of the object and of the class: `this.Base`, `Settings.Base`. */
function bindMember(
  walk: Walk,
  node: SyntaxNode,
  owner: Owner,
  { name, value: written, type }: Member,
): void {
  const value = declaredValue(walk, written, type, name)
  const line = lineOf(node)
  walk.bind({ name: `this.${name}`, value, type, line })
  walk.bind({ name: `${owner.name}.${name}`, value, type, line, scope: null })
  const whole = [...namesAround(walk, walk.scopeAround), owner.name, name].join('.')
  if (whole !== `${owner.name}.${name}`) walk.bind({ name: whole, value, type, line, scope: null })
}

/** The values of an enum are members of its name. */
function enumDeclaration(walk: Walk, node: SyntaxNode): void {
  const name = bareName(node.childForFieldName('name'))
  walk.define({
    kind: 'type',
    name,
    owner: null,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: [],
    fields: [],
    modifiers: modifiersOf(node),
  })
  exportType(walk, name)
  for (const member of node.childForFieldName('body')?.namedChildren ?? []) {
    const value = member?.childForFieldName('value')
    if (value?.childCount) walk.visit(value)
  }
}

const passOver: VisitRule = () => {}

export const classVisits: readonly (readonly [string, VisitRule])[] = [
  ['class_declaration', typeDeclaration],
  ['record_declaration', typeDeclaration],
  ['struct_declaration', typeDeclaration],
  ['interface_declaration', typeDeclaration],
  ['enum_declaration', enumDeclaration],
  ['delegate_declaration', passOver],
]
