import { pathTemplate } from '../../domain/element.js'
import type { RouteFact, ServedFolder } from '../../domain/fact.js'
import { ancestors, directoryOf, joinPath } from './paths.js'

/** A folder with more files is one of a built site or of data: it is one route. */
const maxFiles = 200

/** The routes of the files that a route stands for; itself where it stands for none. */
export type ServeFiles = (path: string, fact: RouteFact) => readonly RouteFact[]

/** Looks served folders up among the paths of a tree. A folder that is not of the tree serves nothing that we know. */
export function createServing(paths: readonly string[]): ServeFiles {
  return (path, { serves, ...fact }) => {
    if (!serves) return [fact]
    const { files } = filesOf(paths, path, serves)
    if (files.length > maxFiles) return [{ ...fact, path: pathTemplate(`${fact.path}/*`) }]
    return files.map((file) => ({ ...fact, path: pathTemplate(`${fact.path}/${file}`) }))
  }
}

/** The files of a folder that a file names, below it. A program is run in its own folder or above: the nearest that has it. */
export function filesOf(
  paths: readonly string[],
  path: string,
  { folder, from }: ServedFolder,
): { readonly folder: string; readonly files: readonly string[] } {
  const places = from === 'file' ? [directoryOf(path)] : ancestors(path)
  for (const place of places) {
    const served = joinPath(place, folder)
    // The folder of the program itself holds its sources: those are not meant.
    if (served === '' || served === place) continue
    const files = paths.flatMap((each) =>
      each.startsWith(`${served}/`) ? [each.slice(served.length + 1)] : [],
    )
    const seen = files.filter((each) => isSegmentSafe(each))
    if (seen.length) return { folder: served, files: seen }
  }
  return { folder, files: [] }
}

/** Hidden files are not served, and names that a route would spell otherwise are none. */
function isSegmentSafe(file: string): boolean {
  return !/(?:^|\/)\.|[?#{}<>:*]/.test(file)
}
