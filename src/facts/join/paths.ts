/** The paths of a tree, and those of each folder. */
export type Paths = {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlyMap<string, readonly string[]>
}

/** The folder of a path; empty for the root of the repository. */
export function directoryOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Folders above a file, the nearest first, down to the root. */
export function ancestors(path: string): readonly string[] {
  const folders: string[] = []
  for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
    folders.push(folder)
    if (folder === '') return folders
  }
}

/** A path under a folder with `.` and `..` taken out; `..` above the root stays at the root. */
export function joinPath(folder: string, path: string): string {
  const segments: string[] = []
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

/** Those of the places that share most folders with a path. */
export function nearest<T extends { readonly path: string }>(
  from: string,
  places: readonly T[],
): readonly T[] {
  const around = ancestors(from)
  const shared = places.map(({ path }) => sharedFolders(around, path))
  const most = Math.max(...shared)
  return places.filter((_, index) => shared[index] === most)
}

function sharedFolders(around: readonly string[], path: string): number {
  const own = new Set(ancestors(path))
  return around.filter((folder) => own.has(folder)).length
}
