import type { Binding, Definition, Outline, Scope, Value } from '../../domain/outline.js'

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

/** An outline with its look-ups: by name, by scope, by class. */
export type Code = {
  readonly outline: Outline
  readonly language: string
  find(name: string, at: At): Found | null
  /** The bindings of `this.<name>` in any method of a class. */
  memberBindings(owner: string, name: string): readonly number[]
  /** The method of a class, or of a class of this blob that it extends. */
  method(owner: string, name: string): number | null
  /** The class that the scope belongs to. */
  ownerOf(scope: Scope): string | null
  /** The nearest enclosing definition that has a name: the function that a reader would say it stands in. */
  namedAround(scope: Scope): number | null
  typeNamed(name: string): Definition | null
  returnsOf(definition: number): readonly Value[]
}

export function readCode(outline: Outline, language: string): Code {
  const bindings = indexByName(outline.bindings, (each) =>
    each.name ? [each.name] : each.fields.map((field) => field.local),
  )
  const definitions = indexByName(outline.definitions, (each) => [each.name])
  const imports = new Map(
    outline.imports.flatMap((each) => each.names.map((name) => [name.local, { each, name }])),
  )
  const code: Code = {
    outline,
    language,
    find: (name, at) => findInScopes(name, at) ?? findImport(name) ?? findAssignedElsewhere(name, at),
    memberBindings: (owner, name) => [
      ...(bindings.get(`this.${name}`) ?? []).filter(
        (index) => ownerOf(outline.bindings[index]?.scope ?? null) === owner,
      ),
      // `&Client{base: base}` gives a field from outside.
      ...(bindings.get(`${owner}.${name}`) ?? []),
    ],
    method: (owner, name) => findMethod(owner, name, 0),
    ownerOf,
    namedAround,
    typeNamed: (name) =>
      outline.definitions.find(
        (each) => (each.kind === 'class' || each.kind === 'type') && each.name === name,
      ) ?? null,
    returnsOf: (definition) =>
      outline.returns.filter((each) => each.scope === definition).map((each) => each.value),
  }
  return code

  function findInScopes(name: string, at: At): Found | null {
    for (let scope: Scope = at.scope; ; scope = outline.definitions[scope]?.scope ?? null) {
      const found = findBinding(name, at, scope) ?? findParameter(name, scope) ?? findDefinition(name, scope)
      if (found || scope === null) return found
    }
  }

  function findBinding(name: string, at: At, scope: Scope): Found | null {
    const all = (bindings.get(name) ?? []).filter((index) => !isImport(index))
    const here = all.filter((index) => outline.bindings[index]?.scope === scope && index !== at.before)
    // From an inner function everything of the outer one may have run; in the same one only what stands before.
    const ran = scope === at.scope ? here.filter((index) => precedes(index, at)) : here
    const index = ran.at(-1)
    const binding = index === undefined ? undefined : outline.bindings[index]
    return index === undefined || !binding ? null : { type: 'binding', index, binding }
  }

  /** `const express = require('express')` is an import, and is looked up as one. */
  function isImport(index: number): boolean {
    const value = outline.bindings[index]?.value
    const call = value?.type === 'call' ? outline.calls[value.call] : undefined
    return call?.callee === 'require' && call.arguments[0]?.type === 'text'
  }

  function precedes(index: number, at: At): boolean {
    const binding = outline.bindings[index]
    if (!binding) return false
    return at.before === undefined ? binding.line <= at.line : index < at.before
  }

  function findParameter(name: string, scope: Scope): Found | null {
    if (scope === null) return null
    for (const [index, parameter] of (outline.definitions[scope]?.parameters ?? []).entries()) {
      const field = parameter.fields.find((each) => each.local === name)
      if (parameter.name !== name && !field) continue
      return { type: 'parameter', definition: scope, index, field: field?.field ?? '' }
    }
    return null
  }

  function findDefinition(name: string, scope: Scope): Found | null {
    const index = (definitions.get(name) ?? []).find((each) => {
      const definition = outline.definitions[each]
      return definition?.scope === scope && definition.kind !== 'method'
    })
    return index === undefined ? null : { type: 'definition', index }
  }

  function findImport(name: string): Found | null {
    const found = imports.get(name)
    return found ? { type: 'import', module: found.each.module, imported: found.name.imported } : null
  }

  /** A dotted name (`order.value`) that is only ever assigned in another function: a reference cell, a field. */
  function findAssignedElsewhere(name: string, at: At): Found | null {
    if (!name.includes('.') || name.startsWith('this.')) return null
    const index = bindings.get(name)?.find((each) => each !== at.before)
    const binding = index === undefined ? undefined : outline.bindings[index]
    return index === undefined || !binding ? null : { type: 'binding', index, binding }
  }

  function findMethod(owner: string, name: string, depth: number): number | null {
    const index = outline.definitions.findIndex((each) => each.owner === owner && each.name === name)
    if (index >= 0) return index
    if (depth > 4) return null
    const bases = code.typeNamed(owner)?.bases ?? []
    return bases.map((base) => findMethod(base, name, depth + 1)).find((found) => found !== null) ?? null
  }

  function ownerOf(scope: Scope): string | null {
    for (let each = scope; each !== null; each = outline.definitions[each]?.scope ?? null) {
      const definition = outline.definitions[each]
      if (definition?.owner) return definition.owner
      if (definition?.kind === 'class') return definition.name
    }
    return null
  }

  function namedAround(scope: Scope): number | null {
    for (let each = scope; each !== null; each = outline.definitions[each]?.scope ?? null) {
      const definition = outline.definitions[each]
      if (definition?.name && (definition.kind === 'function' || definition.kind === 'method')) return each
    }
    return null
  }
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
