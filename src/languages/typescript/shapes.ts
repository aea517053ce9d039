import type { DeclaredField, SyntaxNode } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { constantKey } from './keys.js'

/** Types inside types inside types: deeper ones stay as they are written. */
const depthLimit = 12

export type Shape = { readonly bases: readonly string[]; readonly fields: readonly DeclaredField[] }

/** Where a type is written: what an object type without a name of its own is called by. */
export type Site = { readonly owner: string; readonly depth: number }

const top: Site = { owner: '', depth: 0 }

/**
 * A declared type as written, given the annotation or the type itself. An object type inside it becomes a definition with
 * a name that no code can have (`Order$items`, or `$12_4` by its place), and stands in the text under that name.
 */
export function declaredType(walk: Walk, written: SyntaxNode | null, site: Site = top): string | null {
  const type = written?.type.endsWith('annotation') ? written.namedChild(0) : written
  if (!type) return null
  const inline = site.depth < depthLimit ? objectTypesIn(type) : []
  let text = ''
  let end = type.startIndex
  for (const object of inline) {
    text += type.text.slice(end - type.startIndex, object.startIndex - type.startIndex)
    text += defineInline(walk, object, site)
    end = object.endIndex
  }
  return text + type.text.slice(end - type.startIndex)
}

/** The types that a generic call is given: `['Order']` for `get<Order>(…)`. */
export function typeArgumentsOf(walk: Walk, node: SyntaxNode): readonly string[] {
  const written = node.childForFieldName('type_arguments')?.namedChildren ?? []
  return written.flatMap((type) => declaredType(walk, type) ?? [])
}

/** The outermost object types with properties inside a type, in order. */
function objectTypesIn(type: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = []
  const pending = [type]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const isShape = next.type === 'object_type' && next.namedChildren.some(isProperty)
    if (isShape) found.push(next)
    else for (const child of next.namedChildren.toReversed()) if (child) pending.push(child)
  }
  return found
}

function isProperty(child: SyntaxNode | null): boolean {
  return child?.type === 'property_signature'
}

function defineInline(walk: Walk, object: SyntaxNode, site: Site): string {
  const { row, column } = object.startPosition
  const name = site.owner === '' ? `$${row + 1}_${column}` : site.owner
  defineType(walk, object, name, (inside) => ({
    bases: [],
    fields: propertiesOf(walk, object, { ...inside, depth: site.depth + 1 }),
  }))
  return name
}

/** Defines a type before the types inside it, so that definitions stand in source order. */
export function defineType(walk: Walk, node: SyntaxNode, name: string, shapeOf: (site: Site) => Shape): void {
  const index = walk.define({
    kind: 'type',
    name,
    owner: null,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    bases: [],
    fields: [],
  })
  walk.complete(index, shapeOf({ owner: name, depth: 0 }))
}

/** The declared properties of an interface's body or an object type. */
export function propertiesOf(walk: Walk, body: SyntaxNode | null, site: Site): readonly DeclaredField[] {
  const properties = body?.namedChildren.filter(isProperty) ?? []
  return properties.flatMap((child) => (child ? declaredField(walk, child, site) : []))
}

/** A property with its type; nothing for a computed name. */
export function declaredField(walk: Walk, node: SyntaxNode, site: Site): readonly DeclaredField[] {
  const key = node.childForFieldName('name') ?? node.childForFieldName('property')
  const name = key ? constantKey(key) : null
  if (name === null) return []
  const inside = { owner: `${site.owner}$${name}`, depth: site.depth }
  const type = declaredType(walk, node.childForFieldName('type'), inside) ?? ''
  const optional = node.children.some((child) => child?.type === '?')
  return [{ name, type, optional, line: lineOf(node), tag: '', value: null }]
}

/** What a type alias stands for: its own fields, and the named types that it is put together of. */
export function aliasShape(walk: Walk, type: SyntaxNode | null, site: Site): Shape {
  if (type?.type === 'union_type') return unionShape(walk, type, site)
  const bases: string[] = []
  const fields: DeclaredField[] = []
  for (const part of partsOf(type, 'intersection_type')) {
    if (part.type === 'object_type') fields.push(...propertiesOf(walk, part, site))
    else if (part !== type || isNamed(part)) bases.push(part.text)
  }
  return { bases, fields }
}

function isNamed(type: SyntaxNode): boolean {
  return type.type === 'type_identifier' || type.type === 'nested_type_identifier'
}

/** A union has every field of its object types; one that is not in all of them is optional. */
function unionShape(walk: Walk, type: SyntaxNode, site: Site): Shape {
  const variants = partsOf(type, 'union_type')
    .filter((part) => part.type === 'object_type')
    .map((part) => propertiesOf(walk, part, site))
  const all = new Map(variants.flat().map((field) => [field.name, field]))
  const counts = new Map<string, number>()
  for (const { name } of variants.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const isInAll = (name: string) => counts.get(name) === variants.length
  const fields = [...all.values()].map((field) => ({
    ...field,
    optional: field.optional || !isInAll(field.name),
  }))
  return { bases: [], fields }
}

/** The parts of `A & B & { … }` or of a union, however many; any other type is its only part. */
function partsOf(type: SyntaxNode | null, kind: string): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = []
  const pending = type ? [type] : []
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.type !== kind) parts.push(next)
    else for (const child of next.namedChildren.toReversed()) if (child) pending.push(child)
  }
  return parts
}
