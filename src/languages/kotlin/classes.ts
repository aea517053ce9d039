import type { SyntaxNode } from '../../domain/outline.js'
import { declareMembers } from '../shared/own-names.js'
import { endLineOf, lineOf, nameValue } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { annotate, annotationsAt, annotationsIn, annotationsOf } from './annotations.js'
import { argumentsIn } from './arguments.js'
import { valueOfProperty } from './bindings.js'
import { componentField, componentName, isProperty, propertyField, propertyName } from './fields.js'
import { defineFunction } from './functions.js'
import { exportTop } from './imports.js'
import { hasModifier, isType, nameIn, partCalled, partsOf } from './nodes.js'
import { bareType, declaredType, typeText } from './type-text.js'

type Owner = { readonly name: string; readonly index: number; readonly isObject: boolean }

/** A class, an interface, an object, an enumeration or an annotation, with everything in it. */
function typeDeclaration(walk: Walk, node: SyntaxNode): void {
  const name = nameIn(node.childForFieldName('name'))
  const members = membersOf(node)
  const components = componentsOf(node)
  const isObject = node.type === 'object_declaration'
  exportTop(walk, name)
  const index = walk.define({
    kind: isInterface(node) ? 'type' : 'class',
    name,
    owner: null,
    line: lineOf(node.childForFieldName('name') ?? node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: basesOf(node),
    fields: [
      ...components.flatMap(componentField),
      ...(isObject ? [] : members.filter(isProperty).flatMap(propertyField)),
    ],
  })
  declareOwn(walk, node, { name, index, isObject })
  annotate(walk, annotationsAt(walk, node), { target: index })
  walk.inside(index, () => {
    construct(walk, node, { name, index, isObject })
    for (const member of members) walkMember(walk, member, { name, index, isObject })
    for (const member of companionMembers(node)) walkMember(walk, member, { name, index, isObject: true })
  })
}

function isInterface(node: SyntaxNode): boolean {
  return hasModifier(node, 'annotation') || node.children.some((child) => child?.type === 'interface')
}

function bodyOf(node: SyntaxNode): SyntaxNode | null {
  return partCalled(node, 'class_body', 'enum_class_body')
}

function membersOf(node: SyntaxNode): readonly SyntaxNode[] {
  return partsOf(bodyOf(node)).filter(({ type }) => type !== 'companion_object')
}

function companionMembers(node: SyntaxNode): readonly SyntaxNode[] {
  return partsOf(bodyOf(node))
    .filter(({ type }) => type === 'companion_object')
    .flatMap(membersOf)
}

function componentsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return partsOf(partCalled(partCalled(node, 'primary_constructor'), 'class_parameters'))
}

/** What it extends and implements, by name. */
function basesOf(node: SyntaxNode): readonly string[] {
  return specifiersOf(node).flatMap(({ type }) => (type && type.text !== 'Any' ? [bareType(type.text)] : []))
}

function specifiersOf(node: SyntaxNode) {
  return partsOf(partCalled(node, 'delegation_specifiers')).map((specifier) => {
    const written = partsOf(specifier).find(({ type }) => type !== 'annotation')
    const isWrapped = written && !isType(written)
    return { type: isWrapped ? partsOf(written)[0] : written, written }
  })
}

/** What is known under the class's name is its companion's, an object's, or an entry of an enumeration. */
function declareOwn(walk: Walk, node: SyntaxNode, { name, index, isObject }: Owner): void {
  const members = membersOf(node)
  const shared = isObject ? members : companionMembers(node)
  const entries = members.filter(({ type }) => type === 'enum_entry')
  const own = isObject ? [] : members.filter(isProperty).map(propertyName)
  declareMembers(walk, index, {
    name,
    fields: new Set([...own, ...componentsOf(node).map(componentName)]),
    constants: new Set([
      ...shared.filter(isProperty).map(propertyName),
      ...(isObject ? [] : functionNames(shared)),
      ...entries.map((entry) => nameIn(partCalled(entry, 'identifier'))),
    ]),
    methods: new Set(functionNames(members)),
  })
}

function functionNames(members: readonly SyntaxNode[]): readonly string[] {
  return members
    .filter(({ type }) => type === 'function_declaration')
    .map((each) => nameIn(each.childForFieldName('name')))
}

/** `class Orders(private val client: Client)`: the constructor keeps what it is given. */
function construct(walk: Walk, node: SyntaxNode, { name, index }: Owner): void {
  const components = componentsOf(node)
  const base = specifiersOf(node).map(({ written }) => written)
  if (components.length && !isInterface(node)) {
    const made = walk.define({
      kind: 'method',
      name: 'constructor',
      owner: name,
      line: lineOf(node.childForFieldName('name') ?? node),
      endLine: endLineOf(node),
      parameters: components.map((each) => ({
        name: componentName(each),
        type: typeText(declaredType(each)),
        fields: [],
        default: null,
      })),
      returnType: null,
      bases: [],
      fields: [],
    })
    for (const [position, each] of components.entries())
      walkComponent(walk, each, { made, position, owner: index })
  }
  for (const each of base) {
    if (each?.type === 'constructor_invocation') argumentsIn(walk, partCalled(each, 'value_arguments'))
    else if (each?.type === 'explicit_delegation') walk.visit(partsOf(each)[1] ?? null)
  }
}

type Component = { readonly made: number; readonly position: number; readonly owner: number }

function walkComponent(walk: Walk, node: SyntaxNode, { made, position, owner }: Component): void {
  const name = componentName(node)
  const annotations = annotationsIn(partCalled(node, 'modifiers'))
  const isField = componentField(node).length > 0
  annotate(walk, annotations, { target: made, on: { parameter: position } })
  if (isField) annotate(walk, annotations, { target: owner, on: { field: name } })
  const parts = partsOf(node)
  const written = parts.slice(parts.findIndex(isType) + 1)[0]
  if (written) walk.value(written)
  const type = typeText(declaredType(node))
  walk.bind({ name: `this.${name}`, value: nameValue(name), type, scope: made, line: lineOf(node) })
}

function walkMember(walk: Walk, member: SyntaxNode, owner: Owner): void {
  if (isProperty(member)) walkProperty(walk, member, owner)
  else if (member.type === 'function_declaration' || member.type === 'secondary_constructor')
    defineFunction(walk, member, owner.name)
  else walk.visit(member)
}

function walkProperty(walk: Walk, member: SyntaxNode, owner: Owner): void {
  const name = propertyName(member)
  if (!owner.isObject) annotate(walk, annotationsOf(member), { target: owner.index, on: { field: name } })
  const value = valueOfProperty(walk, member, name)
  if (value.type === 'other' && value.text === '') return
  const declared = partCalled(member, 'variable_declaration')
  const bound = { value, type: typeText(declaredType(declared)), line: lineOf(declared ?? member) }
  if (owner.isObject) walk.bind({ name: `${owner.name}.${name}`, scope: null, ...bound })
  else walk.bind({ name: `this.${name}`, ...bound })
}

/** The members of a class without a name are functions of their own. */
export function walkInside(walk: Walk, body: SyntaxNode | null): void {
  for (const member of partsOf(body)) {
    if (member.type === 'function_declaration') defineFunction(walk, member, null)
    else walk.visit(member)
  }
}

function enumEntry(walk: Walk, node: SyntaxNode): void {
  argumentsIn(walk, partCalled(node, 'value_arguments'))
  walkInside(walk, bodyOf(node))
}

export const classVisits: readonly (readonly [string, VisitRule])[] = [
  ['class_declaration', typeDeclaration],
  ['object_declaration', typeDeclaration],
  ['enum_entry', enumEntry],
  ['anonymous_initializer', (walk, node) => walk.visitChildren(node)],
]
