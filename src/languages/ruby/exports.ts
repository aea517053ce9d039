import type { Export } from '../../domain/fact.js'
import type { Outline } from '../../domain/outline.js'

/** What other files may name: every class and module under its full name, since constants are known everywhere. */
export function exportsOf({ definitions }: Outline): readonly Export[] {
  const names = definitions.flatMap(({ kind, name }) => (kind === 'class' && name !== '' ? [name] : []))
  return [...new Set(names)].map((name) => ({ name, local: name, module: null }))
}
