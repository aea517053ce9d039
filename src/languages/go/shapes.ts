import type { DeclaredField, SyntaxNode } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { literalText } from './literals.js'
import { typeText, withoutPointers } from './type-text.js'

/** Structs inside structs inside structs: deeper ones stay as they are written. */
const depthLimit = 12

export type Shape = { readonly bases: readonly string[]; readonly fields: readonly DeclaredField[] }

/** Where a type is written: what a struct without a name of its own is called by. */
export type Site = { readonly owner: string; readonly depth: number }

const top: Site = { owner: '', depth: 0 }

/**
 * A type as written, without its pointers. A struct inside it becomes a definition with a name that no code can have
 * (`Order$Items`, or `$12_4` by its place), and stands in the text under that name: `[]Order$Items`.
 */
export function declaredType(walk: Walk, type: SyntaxNode | null, site: Site = top): string | null {
  const struct = type && site.depth < depthLimit ? structIn(type) : null
  if (!type || !struct) return typeText(type)
  const before = type.text.slice(0, struct.startIndex - type.startIndex)
  const after = type.text.slice(struct.endIndex - type.startIndex)
  return withoutPointers(before) + defineInline(walk, struct, site) + withoutPointers(after)
}

/** The struct that a type is a pointer, list or map of. */
function structIn(type: SyntaxNode): SyntaxNode | null {
  let at: SyntaxNode | null = type
  for (let depth = 0; at && depth < depthLimit; depth++) {
    if (at.type === 'struct_type') return at
    at =
      at.type === 'pointer_type'
        ? at.namedChild(0)
        : (at.childForFieldName('element') ?? at.childForFieldName('value'))
  }
  return null
}

function defineInline(walk: Walk, struct: SyntaxNode, site: Site): string {
  const { row, column } = struct.startPosition
  const name = site.owner === '' ? `$${row + 1}_${column}` : site.owner
  defineType(walk, struct, name, (inside) => structShape(walk, struct, { ...inside, depth: site.depth + 1 }))
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

/** A struct's fields with their tags; a field without a name embeds its type. */
export function structShape(walk: Walk, struct: SyntaxNode, site: Site): Shape {
  const bases: string[] = []
  const fields: DeclaredField[] = []
  for (const declaration of struct.namedChild(0)?.namedChildren ?? []) {
    if (!declaration) continue
    const [first, ...rest] = declaration.children.filter((child) => child?.field === 'name' && child.isNamed)
    const written = declaration.childForFieldName('type')
    const inside = { owner: `${site.owner}$${first?.text ?? ''}`, depth: site.depth }
    const type = declaredType(walk, written, inside) ?? ''
    if (!first) bases.push(type)
    for (const name of first ? [first, ...rest] : []) if (name) fields.push(fieldOf(declaration, name, type))
  }
  return { bases, fields }
}

function fieldOf(declaration: SyntaxNode, name: SyntaxNode, type: string): DeclaredField {
  const tag = declaration.childForFieldName('tag')
  return {
    name: name.text,
    type,
    optional: declaration.childForFieldName('type')?.type === 'pointer_type',
    line: lineOf(name),
    tag: tag ? literalText(tag) : '',
    value: null,
  }
}
