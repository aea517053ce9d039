import type { CommitId } from '../domain/blob.js'
import type { LocatedFact, RepositoryFacts } from '../domain/fact.js'
import type { FactScope, IndexedFile, IndexTable } from '../store/index.js'

export type IndexerOptions = {
  readonly table: IndexTable
  readonly scope: FactScope
  /** The joined facts at a commit: only blobs that were never seen are read. */
  readonly factsAt: (commit: CommitId) => Promise<RepositoryFacts>
}

/** How a repository's index was brought to a commit. */
export type Indexing = 'stood' | 'moved' | 'built'

/** A few files at a time, so that nobody waits long for the database. */
const batchSize = 200

/** More changed files than this are a rebuild beside the index that stands, which stays in use meanwhile. */
const mostMoved = 2_000

/**
 * Brings the stored index of a repository to a commit. What stands is moved by the files whose facts differ; where nothing
 * stands, or too much differs, a new one is built aside.
 */
export async function bringIndex(
  { table, scope, factsAt }: IndexerOptions,
  repositoryId: number,
  commit: CommitId,
): Promise<Indexing> {
  const from = (await table.commits(scope, [repositoryId])).get(repositoryId)
  if (from === commit) return 'stood'
  const now = filesOf(await factsAt(commit))
  const before = from === undefined ? null : await standing(factsAt, from)
  if (from !== undefined && before) {
    const put = [...now.values()].filter((file) => !isSame(before.get(file.path), file))
    const gone = [...before.keys()].filter((path) => !now.has(path))
    const change = { from, put, gone }
    if (
      put.length + gone.length <= mostMoved &&
      (await table.update(scope, { repositoryId, commit }, change))
    )
      return 'moved'
  }
  await table.replace(scope, { repositoryId, commit }, batchesOf([...now.values()]))
  return 'built'
}

/** Null for a commit that is no longer there: its branch was rewritten, and git forgot it. */
async function standing(
  factsAt: IndexerOptions['factsAt'],
  commit: CommitId,
): Promise<ReadonlyMap<string, IndexedFile> | null> {
  try {
    return filesOf(await factsAt(commit))
  } catch {
    return null // Whatever the reason is, building anew needs nothing of it.
  }
}

function filesOf({ facts }: RepositoryFacts): ReadonlyMap<string, IndexedFile> {
  const files = new Map<
    string,
    { path: string; blob: string; facts: Pick<LocatedFact, 'fact' | 'element'>[] }
  >()
  for (const { path, blob, fact, element } of facts) {
    const file = files.get(path) ?? { path, blob, facts: [] }
    file.facts.push({ fact, element })
    files.set(path, file)
  }
  return files
}

/** A file whose blob is the same may still say something else, since others mount and explain it. */
function isSame(before: IndexedFile | undefined, now: IndexedFile): boolean {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now)
}

function* batchesOf(files: readonly IndexedFile[]): Iterable<readonly IndexedFile[]> {
  for (let from = 0; from < files.length; from += batchSize) yield files.slice(from, from + batchSize)
}
