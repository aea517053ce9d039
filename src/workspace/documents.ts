import type { CommitId } from '../domain/blob.js'
import { isProblem } from '../domain/blob.js'
import type { ContractKind } from '../domain/change.js'
import type { FileDiff } from '../domain/diff.js'
import type { GitRepository } from '../git/index.js'

/** Files in which a description of an API, or a part of one, is written. */
const described = /\.(ya?ml|json)$/i

/** A repository has few descriptions; of one that has thousands of such files (translations), the rest stays unread. */
const mostFiles = 2_000

/**
 * The texts that a kind of contract compares, by path: its documents and the files that they may refer to. Empty when the
 * change touches no such file, because then no document can differ: a review costs what the change costs.
 */
export async function documentsOf(
  git: GitRepository,
  commit: CommitId,
  files: readonly FileDiff[],
  kinds: readonly ContractKind[],
): Promise<ReadonlyMap<string, string>> {
  const changed = files
    .flatMap((file) => [file.old?.path, file.new?.path])
    .filter((path) => path !== undefined)
  if (!changed.some((path) => described.test(path))) return new Map()
  const tree = await git.tree(commit)
  const paths = [...tree.keys()]
    .filter((path) => described.test(path) && !isForeign(path))
    .slice(0, mostFiles)
  const texts = new Map<string, string>()
  await Promise.all(
    paths.map(async (path) => {
      const entry = tree.get(path)
      if (!entry || entry.mode === 'symlink' || entry.mode === 'submodule') return
      const blob = await git.readBlob(entry.blob)
      if (!isProblem(blob)) texts.set(path, blob.text)
    }),
  )
  const hasDocument = [...texts].some(([path, text]) => kinds.some((kind) => kind.isDocument(path, text)))
  // Map order decides the order of changes: by path, not by which blob was read first.
  return hasDocument ? new Map([...texts].sort(([one], [other]) => (one < other ? -1 : 1))) : new Map()
}

function isForeign(path: string): boolean {
  return /(^|\/)(node_modules|vendor|third_party|dist)\/|(^|\/)package-lock\.json$/.test(path)
}
