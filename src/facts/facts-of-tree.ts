import { type Blob, type CommitId, isProblem, type Problem, type TreeEntry } from '../domain/blob.js'
import type { BlobFacts, RepositoryFacts } from '../domain/fact.js'
import type { RuleSet } from '../domain/rule-set.js'
import type { GitRepository } from '../git/index.js'
import type { FileFacts } from './join/world.js'
import { joinBeside, joinTree, type KeptTree } from './kept-tree.js'

/** Facts that were made before, by blob and class of file: the same content under another language is something else. */
export type FactCache = {
  get(keys: readonly FactCacheKey[]): Promise<ReadonlyMap<FactCacheKey, BlobFacts>>
  put(facts: ReadonlyMap<FactCacheKey, BlobFacts>): Promise<void>
}

/** `<blob>:<class of file>`, such as `3b18e5…:.ts`. */
export type FactCacheKey = string

/**
 * With the rules of its repository, if it has any. A problem is of this moment, such as a reader that was ended: it is not
 * kept, and the file is asked for again.
 */
export type ExtractFile = (path: string, blob: Blob, rules?: RuleSet | null) => Promise<BlobFacts | Problem>

export type TreeFacts = {
  readonly git: Pick<GitRepository, 'name' | 'tree' | 'changes' | 'readBlob'>
  readonly commit: CommitId
  readonly extract: ExtractFile
  readonly cache: FactCache
  /** Endings and names of files that may hold facts: others are not even read. */
  readonly isWanted: (path: string) => boolean
  /** Files of one class and content say the same: see `createFileClass`. */
  readonly classOf: (path: string) => string
  readonly onProgress?: (done: number, total: number) => void
}

/** As many blobs as are read ahead of the parser: enough to keep git busy, few enough to keep memory flat. */
const inFlight = 32
/** Facts are kept in batches, so that a first index that is stopped halfway is not begun again. */
const batchSize = 500

/** Everything understood of a repository at one commit. Only blobs that the cache does not know are read and parsed. */
export async function factsOfTree(wanted: TreeFacts): Promise<RepositoryFacts> {
  return (await keepTree(wanted, null)).facts
}

/** The same, kept for the commits beside it; beside a kept tree of the repository, what differs is read and joined. */
export async function keepTree(wanted: TreeFacts, near: KeptTree | null): Promise<KeptTree> {
  const { git, commit } = wanted
  const changed = near && (await changedFiles(wanted, near.facts.snapshot.commit))
  if (near && changed) return joinBeside(near, commit, await readFiles(wanted, changed))
  const tree = readable([...(await git.tree(commit)).values()])
  const read = await readFiles(wanted, tree)
  return joinTree(
    { repository: git.name, commit },
    {
      files: new Map([...read].flatMap(([path, file]) => ('problem' in file ? [] : [[path, file] as const]))),
      unread: new Map(
        [...read].flatMap(([path, file]) => ('problem' in file ? [[path, file] as const] : [])),
      ),
      paths: tree.map((entry) => entry.path),
    },
  )
}

/** More than this is no small change: the tree is read as a whole. */
const mostChanged = 1_000

/** Files of which only the content differs; null where paths came or went, which may lead names and routes elsewhere. */
async function changedFiles(
  { git, commit }: TreeFacts,
  from: CommitId,
): Promise<readonly TreeEntry[] | null> {
  const changes = await git.changes(from, commit)
  if (changes.length > mostChanged) return null
  const entries = changes.flatMap(({ old, new: now }) =>
    old && now && old.mode === now.mode && old.path === now.path ? [now] : [],
  )
  return entries.length === changes.length ? readable(entries) : null
}

async function readFiles(
  wanted: TreeFacts,
  tree: readonly TreeEntry[],
): Promise<ReadonlyMap<string, FileFacts | Problem>> {
  const keyed = tree
    .filter((entry) => wanted.isWanted(entry.path))
    .map((entry): Keyed => ({ ...entry, key: `${entry.blob}:${wanted.classOf(entry.path)}` }))
  const known = await wanted.cache.get([...new Set(keyed.map(({ key }) => key))])
  const missing = firstOfEach(keyed.filter(({ key }) => !known.has(key)))
  const { fresh, problems } = await extractAll(wanted, missing)
  return new Map(
    keyed.flatMap(({ path, blob, key }): [string, FileFacts | Problem][] => {
      const facts = fresh.get(key) ?? known.get(key)
      const problem = problems.get(key)
      if (facts) return [[path, { path, blob, facts }]]
      return problem ? [[path, { ...problem, path }]] : []
    }),
  )
}

/** Links and submodules point elsewhere and are never followed. */
function readable(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  return entries.filter((entry) => entry.mode === 'file' || entry.mode === 'executable')
}

/** Of files with the same content one is enough, and always the same one. */
function firstOfEach(entries: readonly Keyed[]): readonly Keyed[] {
  const first = new Map<FactCacheKey, Keyed>()
  for (const entry of entries) if (!first.has(entry.key)) first.set(entry.key, entry)
  return [...first.values()]
}

type Keyed = TreeEntry & { readonly key: FactCacheKey }

type Extracted = {
  readonly fresh: ReadonlyMap<FactCacheKey, BlobFacts>
  readonly problems: ReadonlyMap<FactCacheKey, Problem>
}

async function extractAll(wanted: TreeFacts, entries: readonly Keyed[]): Promise<Extracted> {
  const fresh = new Map<FactCacheKey, BlobFacts>()
  const problems = new Map<FactCacheKey, Problem>()
  for (let from = 0; from < entries.length; from += batchSize) {
    const batch = entries.slice(from, from + batchSize)
    const made = new Map<FactCacheKey, BlobFacts>()
    await eachOf(batch, async (entry) => {
      const read = await extractOne(wanted, entry)
      if (isProblem(read)) problems.set(entry.key, read)
      else made.set(entry.key, read)
    })
    for (const [key, facts] of made) fresh.set(key, facts)
    await wanted.cache.put(made)
    wanted.onProgress?.(Math.min(from + batchSize, entries.length), entries.length)
  }
  return { fresh, problems }
}

async function extractOne({ git, extract }: TreeFacts, entry: TreeEntry): Promise<BlobFacts | Problem> {
  const blob = await git.readBlob(entry.blob)
  return isProblem(blob) ? { ...blob, path: entry.path } : extract(entry.path, blob)
}

/** Runs over all items with a few of them under way at any time. */
async function eachOf<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  const worker = async () => {
    for (const item of rest) await run(item)
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
}
