import { ancestors, directoryOf, type Paths } from './paths.js'
import { resolveGo } from './resolve-go.js'
import { resolveJava } from './resolve-java.js'
import { resolvePhp } from './resolve-php.js'
import { resolvePython } from './resolve-python.js'
import { resolveRuby } from './resolve-ruby.js'
import { resolveRust } from './resolve-rust.js'
import { resolveScript } from './resolve-script.js'

/** The files that an import names: one, or for a Go package all of its folder; none when it is not of this tree. */
export type ResolveModule = (from: string, module: string, language: string) => readonly string[]

const resolvers: Readonly<Record<string, (paths: Paths, from: string, module: string) => readonly string[]>> =
  {
    typescript: resolveScript,
    python: resolvePython,
    go: resolveGo,
    java: resolveJava,
    kotlin: resolveJava,
    php: resolvePhp,
    ruby: resolveRuby,
    rust: resolveRust,
  }

/** Resolves imports over the paths of a tree, without reading any configuration of a build. */
export function createModuleResolver(files: Iterable<string>): ResolveModule {
  const paths = { files: new Set(files), folders: filesByFolder(files) }
  const known = new Map<string, readonly string[]>()
  return (from, module, language) => {
    const key = `${language} ${directoryOf(from)} ${module}`
    const found = known.get(key) ?? resolvers[language]?.(paths, from, module) ?? []
    known.set(key, found)
    return found
  }
}

function filesByFolder(files: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>()
  for (const path of files) {
    const folder = directoryOf(path)
    const known = folders.get(folder)
    if (known) known.push(path)
    else folders.set(folder, [path])
    // A folder that holds only folders is still a place where a package may be.
    for (const above of ancestors(folder)) if (!folders.has(above)) folders.set(above, [])
  }
  return folders
}
