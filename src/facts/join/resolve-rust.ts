import { ancestors, directoryOf, joinPath, nameOf, type Paths } from './paths.js'

/**
 * The file of a module that a path of Rust names: from the root of its crate, from here, or of another crate of the
 * workspace. What the path names below the last module that is a file stands in that file.
 */
export function resolveRust(paths: Paths, from: string, module: string): readonly string[] {
  const [first = '', ...rest] = module.split('::').map((word) => word.replace(/^r#/, ''))
  if (first === 'crate') return moduleAt(paths, rootOf(paths, from), rest)
  if (first === 'self' || first === 'super') return relative(paths, from, [first, ...rest])
  const beside = relative(paths, from, ['self', first, ...rest])
  return beside.length && beside[0] !== from ? beside : crateCalled(paths, from, first, rest)
}

/** The folder that holds the modules of a crate: the nearest above with a `lib.rs` or `main.rs`, or one called `src`. */
function rootOf({ files }: Paths, from: string): string {
  const above = ancestors(from)
  const isRoot = (folder: string) => rootFiles(folder).some((file) => files.has(file))
  const found = above.find(isRoot) ?? above.find((folder) => nameOf(folder) === 'src')
  return found ?? directoryOf(from)
}

function rootFiles(folder: string): readonly string[] {
  return ['lib.rs', 'main.rs'].map((name) => joinPath(folder, name))
}

function relative(paths: Paths, from: string, words: readonly string[]): readonly string[] {
  let folder = folderOf(from)
  let rest = words
  for (let word = rest[0]; word === 'self' || word === 'super'; word = rest[0]) {
    if (word === 'super') folder = directoryOf(folder)
    rest = rest.slice(1)
  }
  const found = moduleAt(paths, folder, rest)
  // A module inside this file.
  return found.length || words[0] === 'super' ? found : [from]
}

/** The folder of a file's own modules. */
function folderOf(path: string): string {
  const name = nameOf(path)
  return /^(?:mod|lib|main)\.rs$/.test(name)
    ? directoryOf(path)
    : joinPath(directoryOf(path), name.slice(0, -3))
}

function moduleAt(paths: Paths, folder: string, words: readonly string[]): readonly string[] {
  const { files } = paths
  for (let length = words.length; length > 0; length -= 1) {
    const path = joinPath(folder, words.slice(0, length).join('/'))
    const found = [`${path}.rs`, `${path}/mod.rs`].filter((file) => files.has(file))
    if (found.length) return found
  }
  const own = [...rootFiles(folder), joinPath(folder, 'mod.rs'), `${folder}.rs`]
  return words.length <= 1 ? own.filter((file) => files.has(file)).slice(0, 1) : []
}

/** A crate of the same repository by the name of its folder, of which `-` is `_` in paths. */
function crateCalled(paths: Paths, from: string, name: string, rest: readonly string[]): readonly string[] {
  for (const above of ancestors(from)) {
    for (const inside of ['', 'crates', 'libs', 'packages', 'apps']) {
      for (const folder of [name, name.replaceAll('_', '-')]) {
        const source = joinPath(joinPath(above, inside), `${folder}/src`)
        if (paths.files.has(`${source}/lib.rs`)) return moduleAt(paths, source, rest)
      }
    }
  }
  return []
}
