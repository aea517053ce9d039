import type { DeclaredField, SyntaxNode } from '../../domain/outline.js'
import { declareMembers } from '../shared/own-names.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { annotate } from './annotations.js'
import {
  componentField,
  declaredFields,
  isConstant,
  isField,
  namesOf,
  type Owner,
  walkField,
} from './fields.js'
import { defineMethod } from './functions.js'
import { noteEnum } from './sets.js'
import { bareType } from './type-text.js'

/** A class, an interface, a record, an enumeration or an annotation, with everything in it. */
function typeDeclaration(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const members = membersOf(node.childForFieldName('body'))
  const components = node.type === 'record_declaration' ? componentsOf(node) : []
  const index = walk.define({
    kind: /^(?:interface|annotation_type)_declaration$/.test(node.type) ? 'type' : 'class',
    name,
    owner: null,
    line: lineOf(node.childForFieldName('name') ?? node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: basesOf(node),
    fields: [...components.map(componentField), ...members.filter(isField).flatMap(declaredFields)],
  })
  declareOwn(walk, index, { name, members, components: components.map(componentField) })
  const owner = { name, index, isInterface: node.type === 'interface_declaration' }
  annotate(walk, node, { target: index })
  for (const each of components)
    annotate(walk, each, { target: index, on: { field: each.childForFieldName('name')?.text ?? '' } })
  if (node.type === 'enum_declaration') noteEnum(walk, name, members)
  walk.inside(index, () => {
    for (const member of members) walkMember(walk, member, owner)
  })
}

/** Members of a body; those of an enumeration stand behind its constants. */
function membersOf(body: SyntaxNode | null): readonly SyntaxNode[] {
  return (body?.namedChildren ?? []).flatMap((child) => {
    if (child?.type === 'enum_body_declarations') return membersOf(child)
    return child ? [child] : []
  })
}

function componentsOf(record: SyntaxNode): readonly SyntaxNode[] {
  const list = record.childForFieldName('parameters')?.namedChildren ?? []
  return list.flatMap((child) => (child?.type === 'formal_parameter' ? [child] : []))
}

/** What it extends first, then what it implements, by name. */
function basesOf(node: SyntaxNode): readonly string[] {
  const superclass = node.childForFieldName('superclass')?.namedChildren ?? []
  const clause = node.namedChildren.find((child) => /^(?:super|extends)_interfaces$/.test(child?.type ?? ''))
  const listed = clause?.namedChild(0)?.namedChildren ?? []
  return [...superclass, ...listed].flatMap((type) => (type ? [bareType(type.text)] : []))
}

type Inside = {
  readonly name: string
  readonly members: readonly SyntaxNode[]
  readonly components: readonly DeclaredField[]
}

function declareOwn(walk: Walk, index: number, { name, members, components }: Inside): void {
  const fields = members.filter(isField)
  const constants = members.flatMap((each) => {
    if (each.type === 'enum_constant') return [each.childForFieldName('name')?.text ?? '']
    return isField(each) && isConstant(each) ? namesOf(each) : []
  })
  const own = fields.filter((each) => !isConstant(each)).flatMap(namesOf)
  const methods = members.filter((each) => each.type === 'method_declaration')
  declareMembers(walk, index, {
    name,
    fields: new Set([...own, ...components.map((each) => each.name)]),
    constants: new Set(constants),
    methods: new Set(methods.map((each) => each.childForFieldName('name')?.text ?? '')),
  })
}

function walkMember(walk: Walk, member: SyntaxNode, owner: Owner): void {
  if (isField(member)) walkField(walk, member, owner)
  else if (/^(?:method|constructor|compact_constructor)_declaration$/.test(member.type))
    defineMethod(walk, member, owner.name)
  else walk.visit(member)
}

export const classVisits: readonly (readonly [string, VisitRule])[] = [
  ['class_declaration', typeDeclaration],
  ['interface_declaration', typeDeclaration],
  ['record_declaration', typeDeclaration],
  ['enum_declaration', typeDeclaration],
  ['annotation_type_declaration', typeDeclaration],
]
