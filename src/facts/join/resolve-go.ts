import type { Paths } from './paths.js'

/**
 * The files of the package that an import of Go names: of the longest folder that ends the import's path, since what
 * stands before it is the name that some `go.mod` gives to the repository. Packages of the standard library have none.
 */
export function resolveGo({ folders }: Paths, _from: string, module: string): readonly string[] {
  const segments = module.split('/')
  if (!segments[0]?.includes('.')) return []
  for (let cut = 2; cut <= segments.length; cut += 1) {
    const files = (folders.get(segments.slice(cut).join('/')) ?? []).filter((each) => each.endsWith('.go'))
    if (files.length) return files
  }
  return []
}
