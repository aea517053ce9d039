import type { DeclaredField, SyntaxNode } from '../../domain/outline.js'
import { endLineOf, lineOf, textValue } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { constantKey } from './keys.js'

/** The declared type as written, from its annotation: `Promise<Order>` for `: Promise<Order>`. */
export function typeText(annotation: SyntaxNode | null): string | null {
  if (!annotation) return null
  return (annotation.type.endsWith('annotation') ? annotation.namedChild(0)?.text : annotation.text) ?? null
}

/** The declared properties of an interface's body or an object type. */
function propertiesOf(body: SyntaxNode | null): readonly DeclaredField[] {
  const fields: DeclaredField[] = []
  for (const child of body?.namedChildren ?? []) {
    if (child?.type === 'property_signature') fields.push(...declaredField(child))
  }
  return fields
}

/** A property with its type; nothing for a computed name. */
export function declaredField(node: SyntaxNode): readonly DeclaredField[] {
  const key = node.childForFieldName('name') ?? node.childForFieldName('property')
  const name = key ? constantKey(key) : null
  if (name === null) return []
  const type = typeText(node.childForFieldName('type')) ?? ''
  const optional = node.children.some((child) => child?.type === '?')
  return [{ name, type, optional, line: lineOf(node), tag: '', value: null }]
}

function interfaceDeclaration(walk: Walk, node: SyntaxNode): void {
  const extended = node.namedChildren.find((child) => child?.type === 'extends_type_clause')
  const bases = extended?.namedChildren.flatMap((base) => (base ? [base.text] : [])) ?? []
  defineType(walk, node, { bases, fields: propertiesOf(node.childForFieldName('body')) })
}

function typeAlias(walk: Walk, node: SyntaxNode): void {
  const bases: string[] = []
  const fields: DeclaredField[] = []
  for (const part of intersected(node.childForFieldName('value'))) {
    if (part.type === 'object_type') fields.push(...propertiesOf(part))
    else bases.push(part.text)
  }
  defineType(walk, node, { bases: fields.length > 0 || bases.length > 1 ? bases : [], fields })
}

/** The parts of `A & B & { … }`, however many; any other type is its only part. */
function intersected(type: SyntaxNode | null): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = []
  const pending = type ? [type] : []
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.type !== 'intersection_type') parts.push(next)
    else pending.push(...next.namedChildren.flatMap((child) => (child ? [child] : [])).reverse())
  }
  return parts
}

type Shape = { readonly bases: readonly string[]; readonly fields: readonly DeclaredField[] }

function defineType(walk: Walk, node: SyntaxNode, shape: Shape): void {
  walk.define({
    kind: 'type',
    name: node.childForFieldName('name')?.text ?? '',
    owner: null,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    ...shape,
  })
}

/** An enum is a type, and an object of constants at the same time. */
function enumDeclaration(walk: Walk, node: SyntaxNode): void {
  const fields: DeclaredField[] = []
  for (const member of node.childForFieldName('body')?.namedChildren ?? []) {
    if (!member) continue
    const name = constantKey(member.childForFieldName('name') ?? member)
    const given = member.childForFieldName('value')
    const value = given ? walk.value(given) : null
    if (name !== null) fields.push({ name, type: '', optional: false, line: lineOf(member), tag: '', value })
  }
  defineType(walk, node, { bases: [], fields })
  const constants = fields.map(({ name, value, line }) => ({
    name,
    value: value ?? textValue([name], line),
    line,
  }))
  walk.bind({
    name: node.childForFieldName('name')?.text ?? '',
    value: { type: 'object', fields: constants, spreads: [], line: lineOf(node) },
    line: lineOf(node),
  })
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
