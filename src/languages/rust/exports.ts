import type { Export } from '../../domain/fact.js'
import type { Outline } from '../../domain/outline.js'

/** Every name at the top of the file and what it passes on; what is private is asked for by nobody. */
export function exportsOf({ definitions, bindings, exports }: Outline): readonly Export[] {
  const defined = definitions.filter(({ scope, kind }) => scope === null && kind !== 'method')
  const bound = bindings.filter(({ scope }) => scope === null)
  const names = new Set([...defined, ...bound].map(({ name }) => name))
  const own = [...names].filter((name) => /^\w+$/.test(name))
  return [...own.map((name) => ({ name, local: name, module: null })), ...exports]
}
