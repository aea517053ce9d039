import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'

/** What a file says of the names of classes: its namespace, and those that it takes from it without saying so. */
type Known = { namespace: string; readonly used: Map<string, number> }

const files = new WeakMap<Walk, Known>()

export function namespaceOf(walk: Walk): string {
  return knownOf(walk).namespace
}

/** From here on, names without a namespace of their own are of this one. */
export function enterNamespace(walk: Walk, namespace: string): void {
  knownOf(walk).namespace = namespace
}

/**
 * The local name of a class as it is written: `Order`, `Models\Order`, `\App\Models\Order`. A qualified one is imported
 * under its last word, unless that means something else here.
 */
export function className(walk: Walk, node: SyntaxNode): string {
  const written = node.text
  if (/^(?:self|static)$/i.test(written)) return classAround(walk)
  const { used } = knownOf(walk)
  if (!written.includes('\\') && !used.has(written)) used.set(written, lineOf(node))
  return localName(walk, written, lineOf(node))
}

/** The same for a name that stands in a comment: it does not count as used where it is not imported. */
export function localName(walk: Walk, written: string, line: number): string {
  if (!written.includes('\\')) return written
  const full = fullName(walk, written)
  const short = lastWord(full)
  if (!full.includes('\\')) return short
  const known = importedAs(walk, short)
  if (known === full) return short
  const local = known === null ? short : full
  addImport(walk, full, local, line)
  return local
}

function classAround(walk: Walk): string {
  let scope = walk.scope
  while (scope !== null && walk.definitions[scope]?.kind !== 'class')
    scope = walk.definitions[scope]?.scope ?? null
  return (scope === null ? undefined : walk.definitions[scope]?.name) ?? ''
}

/** Classes of the file's own namespace, which need no `use`: they are imported all the same. */
export function importOwnNamespace(walk: Walk): void {
  const { namespace, used } = knownOf(walk)
  if (namespace === '') return
  const own = new Set(walk.definitions.map(({ name }) => name))
  for (const [name, line] of used) {
    if (own.has(name) || importedAs(walk, name) !== null || /^\W|^parent$/.test(name)) continue
    addImport(walk, `${namespace}\\${name}`, name, line)
  }
}

export function lastWord(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1)
}

/** A class is what its file exports as a whole. */
export function addImport(walk: Walk, full: string, local: string, line: number): void {
  walk.imports.push({ module: full, line, names: [{ imported: 'default', local }] })
}

function fullName(walk: Walk, written: string): string {
  if (written.startsWith('\\')) return written.slice(1)
  const [first = '', ...rest] = written.split('\\')
  if (first === 'namespace') return [namespaceOf(walk), ...rest].filter((word) => word !== '').join('\\')
  const above = importedAs(walk, first) ?? [namespaceOf(walk), first].filter((word) => word !== '').join('\\')
  return [above, ...rest].join('\\')
}

function importedAs(walk: Walk, local: string): string | null {
  const found = walk.imports.find(({ names }) => names[0]?.local === local)
  return found?.module ?? null
}

function knownOf(walk: Walk): Known {
  const known = files.get(walk) ?? { namespace: '', used: new Map() }
  files.set(walk, known)
  return known
}
