import type { Export } from '../../domain/fact.js'
import type { Outline } from '../../domain/outline.js'

/** Every capitalised name at the top of the file. Methods belong to their types, and a struct without a name to nobody. */
export function exportsOf(outline: Outline): readonly Export[] {
  const defined = outline.definitions.filter(({ scope, owner }) => scope === null && owner === null)
  const bound = outline.bindings.filter(({ scope }) => scope === null)
  const names = new Set([...defined, ...bound].map(({ name }) => name))
  return [...names]
    .filter((name) => /^\p{Lu}[^$]*$/u.test(name))
    .map((name) => ({ name, local: name, module: null }))
}
