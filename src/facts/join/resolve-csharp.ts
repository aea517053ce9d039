import type { BlobFacts } from '../../domain/fact.js'

/** Where a name of C# or Kotlin is declared: the file, and what it is called there. */
export type Declared = { readonly path: string; readonly local: string }

export type Namespaces = {
  /** Where a name without its namespace leads to, as a file sees it: its own ones from the inside, then those that it uses. */
  visible(path: string, name: string): readonly Declared[]
  /** Where a name with its namespace is declared. */
  qualified(name: string): readonly Declared[]
}

/** Languages in which a name is known by the namespace that its file says, wherever the file is. */
const named: ReadonlySet<string> = new Set(['csharp', 'kotlin'])

/** The namespaces of all C# and the packages of all Kotlin files. Names that no file of the tree declares are not found. */
export function createNamespaces(files: Iterable<readonly [string, BlobFacts]>): Namespaces {
  const declared = new Map<string, Declared[]>()
  const everywhere = new Set<string>()
  const seen = new Map<string, readonly string[]>()
  const byPath = new Map<string, BlobFacts>()
  for (const [path, facts] of files) {
    if (!named.has(facts.language)) continue
    byPath.set(path, facts)
    for (const { name, local, module } of facts.exports) {
      if (module !== null) everywhere.add(module)
      else declared.set(name, [...(declared.get(name) ?? []), { path, local }])
    }
  }
  const qualified = (name: string) => declared.get(name) ?? []
  return {
    qualified,
    visible: (path, written) => {
      const [, name = '', below = ''] = /^([^./(]*)(.*)$/.exec(written) ?? []
      const facts = byPath.get(path)
      const own = seen.get(path) ?? (facts ? ownNamespaces(facts) : [])
      seen.set(path, own)
      const inside = own.map((each) => qualified(inNamespace(each, name))).find((found) => found.length > 0)
      const used = new Set([...(facts?.imports ?? []).map(({ module }) => module), ...everywhere])
      const found = inside ?? [...used].flatMap((each) => qualified(inNamespace(each, name)))
      return below === '' ? found : found.map((each) => ({ ...each, local: `${each.local}${below}` }))
    },
  }
}

function inNamespace(namespace: string, name: string): string {
  return namespace === '' ? name : `${namespace}.${name}`
}

/** The namespaces that a file declares names in, and those around them, innermost first. */
function ownNamespaces({ exports }: BlobFacts): readonly string[] {
  const found = new Set([''])
  for (const { name, module } of exports) {
    for (let at = module === null ? name.lastIndexOf('.') : -1; at > 0; at = name.lastIndexOf('.', at - 1))
      found.add(name.slice(0, at))
  }
  return [...found].sort((a, b) => b.length - a.length)
}
