import type { Binding, Outline, Scope } from '../../domain/outline.js'

/** Where a name is used: names are looked up from here outwards, and only in what stands before it. */
export type At = {
  readonly scope: Scope
  readonly line: number
  /** When the value of a binding is followed, its own index: `url = url + '?'` means the earlier `url`. */
  readonly before?: number
}

/** What a name stands for. */
export type Found =
  | { readonly type: 'binding'; readonly index: number; readonly binding: Binding }
  | {
      readonly type: 'parameter'
      readonly definition: number
      readonly index: number
      readonly field: string
    }
  | { readonly type: 'definition'; readonly index: number }
  | { readonly type: 'import'; readonly module: string; readonly imported: string }

/** An outline's names: positions of bindings and definitions, and what is imported. */
export type Names = {
  readonly outline: Outline
  readonly bindings: ReadonlyMap<string, readonly number[]>
  readonly definitions: ReadonlyMap<string, readonly number[]>
  readonly imports: ReadonlyMap<string, { readonly module: string; readonly imported: string }>
}

export function indexNames(outline: Outline): Names {
  const imports = outline.imports.flatMap(({ module, names }) =>
    names.map(({ local, imported }) => [local, { module, imported }] as const),
  )
  return {
    outline,
    bindings: indexByName(outline.bindings, (each) =>
      each.name ? [each.name] : each.fields.map((field) => field.local),
    ),
    definitions: indexByName(outline.definitions, (each) => [each.name]),
    imports: new Map(imports),
  }
}

/** What a name means at a place; null for a global, or a name of another file of the package. */
export function findName(names: Names, name: string, at: At): Found | null {
  return findInScopes(names, name, at) ?? findImport(names, name) ?? findAssignedElsewhere(names, name, at)
}

function findInScopes(names: Names, name: string, at: At): Found | null {
  for (let scope: Scope = at.scope; ; scope = names.outline.definitions[scope]?.scope ?? null) {
    const found =
      findBinding(names, name, at, scope) ??
      findParameter(names, name, scope) ??
      findDefinition(names, name, scope)
    if (found || scope === null) return found
  }
}

function findBinding(names: Names, name: string, at: At, scope: Scope): Found | null {
  const all = (names.bindings.get(name) ?? []).filter((index) => !isImport(names, index))
  const here = all.filter((index) => names.outline.bindings[index]?.scope === scope && index !== at.before)
  // From an inner function everything of the outer one may have run; in the same one only what stands before.
  const ran = scope === at.scope ? here.filter((index) => precedes(names, index, at)) : here
  const index = ran.at(-1)
  const binding = index === undefined ? undefined : names.outline.bindings[index]
  return index === undefined || !binding ? null : { type: 'binding', index, binding }
}

/** `const express = require('express')` is an import, and is looked up as one. */
function isImport(names: Names, index: number): boolean {
  const value = names.outline.bindings[index]?.value
  const call = value?.type === 'call' ? names.outline.calls[value.call] : undefined
  return call?.callee === 'require' && call.arguments[0]?.type === 'text'
}

function precedes(names: Names, index: number, at: At): boolean {
  const binding = names.outline.bindings[index]
  if (!binding) return false
  return at.before === undefined ? binding.line <= at.line : index < at.before
}

function findParameter(names: Names, name: string, scope: Scope): Found | null {
  if (scope === null) return null
  for (const [index, parameter] of (names.outline.definitions[scope]?.parameters ?? []).entries()) {
    const field = parameter.fields.find((each) => each.local === name)
    if (parameter.name !== name && !field) continue
    return { type: 'parameter', definition: scope, index, field: field?.field ?? '' }
  }
  return null
}

function findDefinition(names: Names, name: string, scope: Scope): Found | null {
  const index = (names.definitions.get(name) ?? []).find((each) => {
    const definition = names.outline.definitions[each]
    return definition?.scope === scope && definition.kind !== 'method'
  })
  return index === undefined ? null : { type: 'definition', index }
}

function findImport(names: Names, name: string): Found | null {
  const found = names.imports.get(name)
  return found ? { type: 'import', ...found } : null
}

/** A dotted name (`order.value`) that is assigned in another function, of the same `order`: a reference cell, a field. */
function findAssignedElsewhere(names: Names, name: string, at: At): Found | null {
  const head = name.slice(0, name.indexOf('.'))
  if (head === '' || head === 'this') return null
  const holder = findInScopes(names, head, at)
  for (const index of names.bindings.get(name) ?? []) {
    const binding = names.outline.bindings[index]
    if (!binding || index === at.before || holder?.type !== 'binding') continue
    const other = findInScopes(names, head, { scope: binding.scope, line: binding.line })
    if (other?.type === 'binding' && other.index === holder.index) return { type: 'binding', index, binding }
  }
  return null
}

/** Indexes of the items by each of their names, in order. */
function indexByName<T>(items: readonly T[], namesOf: (item: T) => readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [position, item] of items.entries()) {
    for (const name of namesOf(item)) {
      const known = index.get(name)
      if (known) known.push(position)
      else index.set(name, [position])
    }
  }
  return index
}
