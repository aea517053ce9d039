import type { Export } from '../../domain/fact.js'
import type { Outline, Value } from '../../domain/outline.js'
import { constantText } from '../shared/values.js'

/**
 * What others can import: the names in `__all__` where there is one, else every name at the top of the file. The file of
 * a package (`__init__.py`) passes on what it imports.
 */
export function exportsOf(path: string, outline: Outline): readonly Export[] {
  const listed = outline.bindings.find(({ name, scope }) => name === '__all__' && scope === null)
  const passed = importedNames(outline)
  if (listed?.value.type === 'list') return namedIn(listed.value.items, passed)
  const own = topLevelNames(outline).map((name) => ({ name, local: name, module: null }))
  return path.endsWith('__init__.py') ? [...passed, ...own] : own
}

function namedIn(names: readonly Value[], passed: readonly Export[]): readonly Export[] {
  return names.flatMap((value) => {
    const name = constantText(value)
    if (name === null) return []
    return [passed.find((known) => known.name === name) ?? { name, local: name, module: null }]
  })
}

function importedNames(outline: Outline): readonly Export[] {
  return outline.imports.flatMap(({ module, names }) =>
    names.map(({ imported, local }) => ({ name: local, local: imported, module })),
  )
}

function topLevelNames(outline: Outline): readonly string[] {
  const definitions = outline.definitions.filter(({ scope, name }) => scope === null && name !== '')
  const bindings = outline.bindings.filter(({ scope, item }) => scope === null && !item)
  const bound = bindings.flatMap(({ name, fields }) =>
    name === '' ? fields.map(({ local }) => local) : [name],
  )
  const names = [...definitions.map(({ name }) => name), ...bound.filter((name) => !name.includes('.'))]
  return [...new Set(names)]
}
