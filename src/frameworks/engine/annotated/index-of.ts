import type { Decorator } from '../../../domain/outline.js'
import type { Reading } from '../reading.js'

/** What a blob declares, by what it is asked for: files that machines write have thousands of each. */
export type Index = {
  /** Annotations of a definition itself, and not of its parameters or fields. */
  on(definition: number): readonly Decorator[]
  /** Annotations of the parameters and fields of a definition. */
  inside(definition: number): readonly Decorator[]
  /** The methods that stand directly in a class. */
  methodsIn(definition: number): readonly number[]
  typeNamed(name: string): number | null
}

const known = new WeakMap<Reading, Index>()

export function indexOf(reading: Reading): Index {
  const found = known.get(reading) ?? createIndex(reading)
  known.set(reading, found)
  return found
}

function createIndex({ code }: Reading): Index {
  const { decorators, definitions } = code.outline
  const own = grouped(decorators, ({ target, on }) => (on === undefined ? target : null))
  const inner = grouped(decorators, ({ target, on }) => (on === undefined ? null : target))
  const methods = grouped([...definitions.keys()], (index) => {
    const each = definitions[index]
    return each?.kind === 'method' ? each.scope : null
  })
  const types = new Map<string, number>()
  for (const [index, { kind, name }] of definitions.entries())
    if ((kind === 'class' || kind === 'type') && !types.has(name)) types.set(name, index)
  return {
    on: (definition) => own.get(definition) ?? [],
    inside: (definition) => inner.get(definition) ?? [],
    methodsIn: (definition) => methods.get(definition) ?? [],
    typeNamed: (name) => types.get(name) ?? null,
  }
}

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => number | null,
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
