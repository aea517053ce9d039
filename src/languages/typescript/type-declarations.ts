import type { DeclaredField, SyntaxNode } from '../../domain/outline.js'
import { constantText, lineOf, textValue } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { defineFunction } from './functions.js'
import { constantKey } from './keys.js'
import { noteUnion } from './sets.js'
import { aliasShape, defineType, propertiesOf } from './shapes.js'

function interfaceDeclaration(walk: Walk, node: SyntaxNode): void {
  const name = nameOf(node)
  const body = node.childForFieldName('body')
  const extended = node.namedChildren.find((child) => child?.type === 'extends_type_clause')
  const bases = extended?.namedChildren.flatMap((base) => (base ? [base.text] : [])) ?? []
  defineType(walk, node, name, (site) => ({ bases, fields: propertiesOf(walk, body, site) }))
  declareMethods(walk, body, name)
}

/** What an interface says that its methods take and give. */
function declareMethods(walk: Walk, body: SyntaxNode | null, owner: string): void {
  for (const child of body?.namedChildren ?? []) {
    if (child?.type !== 'method_signature') continue
    const key = child.childForFieldName('name')
    const name = key && constantKey(key)
    if (name) defineFunction(walk, child, { kind: 'method', name, owner })
  }
}

function typeAlias(walk: Walk, node: SyntaxNode): void {
  const type = node.childForFieldName('value')
  noteUnion(walk, nameOf(node), type)
  defineType(walk, node, nameOf(node), (site) => aliasShape(walk, type, site))
}

/** An enum is a type, and an object of constants at the same time. */
function enumDeclaration(walk: Walk, node: SyntaxNode): void {
  const fields = (node.childForFieldName('body')?.namedChildren ?? []).flatMap((member) =>
    member ? memberOf(walk, member) : [],
  )
  defineType(walk, node, nameOf(node), () => ({ bases: [], fields }))
  const constants = fields.map(({ name, value, line }) => ({
    name,
    value: value ?? textValue([name], line),
    line,
  }))
  const line = lineOf(node)
  const texts = constants.map((each) => ({
    name: each.name,
    text: constantText(each.value),
    line: each.line,
  }))
  const values = texts.flatMap((each) => (each.text === null ? [] : [{ ...each, text: each.text }]))
  walk.sets.push({ name: nameOf(node), values: fields.some(({ value }) => value) ? values : [] })
  walk.bind({ name: nameOf(node), value: { type: 'object', fields: constants, spreads: [], line }, line })
}

function memberOf(walk: Walk, member: SyntaxNode): readonly DeclaredField[] {
  const name = constantKey(member.childForFieldName('name') ?? member)
  const given = member.childForFieldName('value')
  const value = given ? walk.value(given) : null
  return name === null ? [] : [{ name, type: '', optional: false, line: lineOf(member), tag: '', value }]
}

function nameOf(node: SyntaxNode): string {
  return node.childForFieldName('name')?.text ?? ''
}

/** Types say nothing that is called or read. */
function passOver(): void {}

export const typeVisits: readonly (readonly [string, VisitRule])[] = [
  ['interface_declaration', interfaceDeclaration],
  ['type_alias_declaration', typeAlias],
  ['enum_declaration', enumDeclaration],
  ['type_annotation', passOver],
  ['type_arguments', passOver],
  ['type_parameters', passOver],
]
