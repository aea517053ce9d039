import { ancestors, directoryOf, joinPath, nameOf } from './paths.js'

/** The files that an import names: one, or for a Go package all of its directory; none when it is not of this tree. */
export type ResolveModule = (from: string, module: string, language: string) => readonly string[]

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte']

/** Resolves imports over the paths of a tree, without reading any configuration of a build. */
export function createModuleResolver(paths: Iterable<string>): ResolveModule {
  const files = new Set(paths)
  const directories = filesByDirectory(files)
  const resolve: Readonly<Record<string, (from: string, module: string) => readonly string[]>> = {
    typescript: resolveScript,
    python: resolvePython,
    go: resolveGo,
  }
  const known = new Map<string, readonly string[]>()
  return (from, module, language) => {
    const key = `${language} ${directoryOf(from)} ${module}`
    const found = known.get(key) ?? resolve[language]?.(from, module) ?? []
    known.set(key, found)
    return found
  }

  function resolveScript(from: string, module: string): readonly string[] {
    if (/^\.{1,2}(?:\/|$)/.test(module)) return scriptAt(joinPath(directoryOf(from), module))
    // `@/lib/api`, `~/lib/api`, `#lib/api`, `src/lib/api`: an alias of a folder above the importing file.
    const rest = module.replace(/^(?:[@~#$]\/?|src\/)(?=[\w./])/, '')
    for (const above of module.startsWith('@') && !module.startsWith('@/') ? [] : ancestors(from)) {
      const found = [...scriptAt(joinPath(above, rest)), ...scriptAt(joinPath(above, `src/${rest}`))]
      if (found.length && /^[@~#$]|\//.test(module)) return found.slice(0, 1)
    }
    return workspacePackage(module)
  }

  /** `@acme/orders-client`: a package of the same repository is found by its folder's name. */
  function workspacePackage(module: string): readonly string[] {
    const [, name = '', inside = ''] = /^(?:@[\w.-]+\/)([\w.-]+)(?:\/(.*))?$/.exec(module) ?? []
    if (name === '') return []
    const folders = [...directories.keys()].filter(
      (each) => nameOf(each) === name && !each.includes('node_modules'),
    )
    return folders
      .flatMap((each) => [...scriptAt(joinPath(each, inside)), ...scriptAt(joinPath(each, `src/${inside}`))])
      .slice(0, 1)
  }

  function scriptAt(path: string): readonly string[] {
    const bare = path.replace(/\.[cm]?jsx?$/, '')
    const candidates = [
      path,
      ...endings.flatMap((each) => [`${path}${each}`, `${bare}${each}`]),
      ...endings.map((each) => joinPath(path, `index${each}`)),
    ]
    const found = candidates.find((each) => files.has(each))
    return found ? [found] : []
  }

  function resolvePython(from: string, module: string): readonly string[] {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0
    const rest = module.slice(dots).split('.').filter(Boolean).join('/')
    if (dots > 0) return pythonAt(joinPath(directoryOf(from), '../'.repeat(dots - 1) + rest))
    for (const above of ancestors(from)) {
      const found = pythonAt(joinPath(above, rest))
      if (found.length) return found
    }
    return []
  }

  function pythonAt(path: string): readonly string[] {
    const found = [`${path}.py`, joinPath(path, '__init__.py')].find((each) => files.has(each))
    return found ? [found] : []
  }

  /** The longest directory that ends the import path: what stands before it is the name of some module in `go.mod`. */
  function resolveGo(_from: string, module: string): readonly string[] {
    const segments = module.split('/')
    if (!segments[0]?.includes('.')) return []
    for (let cut = 2; cut <= segments.length; cut += 1) {
      const directory = segments.slice(cut).join('/')
      const found = (directories.get(directory) ?? []).filter((each) => each.endsWith('.go'))
      if (found.length && (directory !== '' || cut === segments.length)) return found
    }
    return []
  }
}

function filesByDirectory(files: Iterable<string>): Map<string, string[]> {
  const directories = new Map<string, string[]>()
  for (const path of files) {
    const directory = directoryOf(path)
    const known = directories.get(directory)
    if (known) known.push(path)
    else directories.set(directory, [path])
    // A folder that holds only folders is still a place where a package may be.
    for (const above of ancestors(directory)) if (!directories.has(above)) directories.set(above, [])
  }
  return directories
}
