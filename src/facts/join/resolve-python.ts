import { ancestors, directoryOf, joinPath, type Paths } from './paths.js'

/** What an import of Python names: by its dots, or below the nearest folder above that has it. */
export function resolvePython(paths: Paths, from: string, module: string): readonly string[] {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0
  const rest = module.slice(dots).split('.').filter(Boolean).join('/')
  if (dots > 0) return moduleAt(paths, joinPath(directoryOf(from), '../'.repeat(dots - 1) + rest))
  for (const above of ancestors(from)) {
    const found = moduleAt(paths, joinPath(above, rest))
    if (found.length) return found
  }
  return []
}

function moduleAt({ files }: Paths, path: string): readonly string[] {
  const found = [`${path}.py`, joinPath(path, '__init__.py')].find((each) => files.has(each))
  return found ? [found] : []
}
