import { ancestors, directoryOf, joinPath, nameOf, type Paths } from './paths.js'

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte']

/** What an import of TypeScript or JavaScript names: relative, by an alias of a folder above, or a workspace's package. */
export function resolveScript(paths: Paths, from: string, module: string): readonly string[] {
  if (/^\.{1,2}(?:\/|$)/.test(module)) return fileAt(paths, joinPath(directoryOf(from), module))
  const aliased = /^[@~#$]\/|^[~#$]|^src\//.test(module) || (!module.startsWith('@') && module.includes('/'))
  const found = aliased ? atAlias(paths, from, module) : []
  return found.length ? found : workspacePackage(paths, module)
}

/** `@/lib/api`, `~/lib/api`, `#lib/api`, `src/lib/api`: in a folder above the importing file, or in its `src`. */
function atAlias(paths: Paths, from: string, module: string): readonly string[] {
  const rest = module.replace(/^(?:[@~#$]\/?|src\/)/, '')
  for (const above of ancestors(from)) {
    const found = [...fileAt(paths, joinPath(above, rest)), ...fileAt(paths, joinPath(above, `src/${rest}`))]
    if (found.length) return found.slice(0, 1)
  }
  return []
}

/** `@acme/orders-client`: a package of the same repository is found by its folder's name. */
function workspacePackage(paths: Paths, module: string): readonly string[] {
  const [, name = '', inside = ''] = /^@[\w.-]+\/([\w.-]+)(?:\/(.*))?$/.exec(module) ?? []
  if (name === '') return []
  const found = (foldersByName(paths).get(name) ?? []).flatMap((each) => [
    ...fileAt(paths, joinPath(each, inside)),
    ...fileAt(paths, joinPath(each, `src/${inside}`)),
  ])
  return found.slice(0, 1)
}

const byName = new WeakMap<Paths, ReadonlyMap<string, readonly string[]>>()

/** Told once a tree: every package that is imported from elsewhere is looked for. */
function foldersByName(paths: Paths): ReadonlyMap<string, readonly string[]> {
  const known = byName.get(paths) ?? grouped(paths.folders.keys())
  byName.set(paths, known)
  return known
}

function grouped(folders: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const folder of folders) {
    const name = nameOf(folder)
    const known = groups.get(name)
    if (known) known.push(folder)
    else groups.set(name, [folder])
  }
  return groups
}

/** The file itself, with an ending, under the ending it is compiled from (`./orders.js` is `orders.ts`), or its index. */
function fileAt({ files }: Paths, path: string): readonly string[] {
  const bare = path.replace(/\.[cm]?jsx?$/, '')
  const candidates = [
    path,
    ...endings.flatMap((each) => [`${path}${each}`, `${bare}${each}`]),
    ...endings.map((each) => joinPath(path, `index${each}`)),
  ]
  const found = candidates.find((each) => files.has(each))
  return found ? [found] : []
}
