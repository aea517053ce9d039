import { directoryOf, nameOf, type Paths } from './paths.js'

const endings = ['.java', '.kt']

/**
 * The file of the class that an import of Java names, by its package's folders: of several source trees the one nearest to
 * the importing file. A class inside another is in the file of that one, and a file of Kotlin may be called anything.
 */
export function resolveJava(paths: Paths, from: string, module: string): readonly string[] {
  const words = module.split('.')
  for (let length = words.length - 1; length > 0; length -= 1) {
    const folder = words.slice(0, length).join('/')
    const found = nearestFirst(foldersCalled(paths, folder), from).flatMap((each) =>
      fileOf(paths, each, words[length] ?? ''),
    )
    if (found.length) return found.slice(0, 1)
    // Packages are in small letters: above a class there is only a package, and below a package nothing else.
    if (!/^[A-Z]/.test(words[length - 1] ?? '')) break
  }
  return []
}

const byName = new WeakMap<Paths, ReadonlyMap<string, readonly string[]>>()

function foldersCalled(paths: Paths, folder: string): readonly string[] {
  const index = byName.get(paths) ?? indexFolders(paths)
  byName.set(paths, index)
  return (index.get(nameOf(folder)) ?? []).filter((each) => each === folder || each.endsWith(`/${folder}`))
}

function indexFolders({ folders }: Paths): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const folder of folders.keys()) {
    const known = index.get(nameOf(folder))
    if (known) known.push(folder)
    else index.set(nameOf(folder), [folder])
  }
  return index
}

function nearestFirst(folders: readonly string[], from: string): readonly string[] {
  const own = directoryOf(from)
  return [...folders].sort((a, b) => sharedLength(b, own) - sharedLength(a, own) || (a < b ? -1 : 1))
}

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

function fileOf({ files, folders }: Paths, folder: string, name: string): readonly string[] {
  const own = endings.map((ending) => `${folder}/${name}${ending}`).find((each) => files.has(each))
  if (own) return [own]
  return (folders.get(folder) ?? []).filter((each) => each.endsWith('.kt')).slice(0, 1)
}
