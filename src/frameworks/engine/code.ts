import type { Definition, Outline, Scope, Value } from '../../domain/outline.js'
import { type At, type Found, findName, indexNames, type Names } from './names.js'

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
  /** The call that is made on the value of a call, in the same expression. */
  madeOn(call: number): number | null
}

/** As long as chains of classes are. */
const maxDepth = 4

export function readCode(outline: Outline, language: string): Code {
  const names = indexNames(outline)
  const next = new Map(
    [...outline.calls.entries()].flatMap(([index, { receiver }]): [number, number][] =>
      receiver?.type === 'call' ? [[receiver.call, index]] : [],
    ),
  )
  return {
    outline,
    language,
    find: (name, at) => findName(names, name, at),
    memberBindings: (owner, name) => memberBindings(names, owner, name),
    method: (owner, name) => findMethod(names, owner, name, 0),
    ownerOf: (scope) => ownerOf(outline, scope),
    namedAround: (scope) => namedAround(outline, scope),
    typeNamed: (name) => typeNamed(names, name),
    returnsOf: (definition) =>
      outline.returns.filter((each) => each.scope === definition).map((each) => each.value),
    madeOn: (call) => next.get(call) ?? null,
  }
}

function findMethod(names: Names, owner: string, name: string, depth: number): number | null {
  const { definitions } = names.outline
  const own = names.definitions.get(name)?.find((each) => definitions[each]?.owner === owner)
  if (own !== undefined) return own
  if (depth > maxDepth) return null
  const bases = typeNamed(names, owner)?.bases ?? []
  return bases.map((base) => findMethod(names, base, name, depth + 1)).find((found) => found !== null) ?? null
}

function typeNamed({ outline, definitions }: Names, name: string): Definition | null {
  const found = (definitions.get(name) ?? []).map((each) => outline.definitions[each])
  return found.find((each) => each?.kind === 'class' || each?.kind === 'type') ?? null
}

/** `this.base = …` in any method of the class, and `&Client{base: base}` from outside. */
function memberBindings({ outline, bindings }: Names, owner: string, name: string): readonly number[] {
  const own = (bindings.get(`this.${name}`) ?? []).filter(
    (index) => ownerOf(outline, outline.bindings[index]?.scope ?? null) === owner,
  )
  return [...own, ...(bindings.get(`${owner}.${name}`) ?? [])]
}

function ownerOf(outline: Outline, scope: Scope): string | null {
  for (let each = scope; each !== null; each = outline.definitions[each]?.scope ?? null) {
    const definition = outline.definitions[each]
    if (definition?.owner) return definition.owner
    if (definition?.kind === 'class') return definition.name
  }
  return null
}

function namedAround(outline: Outline, scope: Scope): number | null {
  for (let each = scope; each !== null; each = outline.definitions[each]?.scope ?? null) {
    const definition = outline.definitions[each]
    if (definition?.name && (definition.kind === 'function' || definition.kind === 'method')) return each
  }
  return null
}
