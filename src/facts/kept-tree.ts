import type { CommitId, Problem, Snapshot } from '../domain/blob.js'
import type { LocatedFact, RepositoryFacts } from '../domain/fact.js'
import { inTurns } from '../lib/in-turns.js'
import { type JoinFile, joinSteps } from './join/join.js'
import type { FileFacts } from './join/world.js'
import { outwardOf } from './outward.js'

/** A tree whose facts are at hand, so that a commit beside it costs what differs. */
export type KeptTree = {
  readonly facts: RepositoryFacts
  readonly files: ReadonlyMap<string, FileFacts>
  /** The joined facts of each file, at some commit. */
  readonly joined: ReadonlyMap<string, readonly LocatedFact[]>
  readonly joinFile: JoinFile
  /** All paths of the tree, also of files that are not read. */
  readonly paths: readonly string[]
  /** Files that could not be read at all, by path. */
  readonly unread: ReadonlyMap<string, Problem>
}

/** What is known of the files of a tree before they are joined. */
export type ReadFiles = Pick<KeptTree, 'files' | 'paths' | 'unread'>

/** Joins all files with each other. */
export async function joinTree(snapshot: Snapshot, read: ReadFiles): Promise<KeptTree> {
  const made = await inTurns(joinSteps(snapshot, [...read.files.values()], read.paths))
  return { ...read, ...made, facts: factsIn(snapshot, made.joined, read) }
}

/**
 * The tree beside a kept one, where some files differ. As long as none of them says anything else to others, all others
 * stay joined as they were.
 */
export async function joinBeside(
  near: KeptTree,
  commit: CommitId,
  changed: ReadonlyMap<string, FileFacts | Problem>,
): Promise<KeptTree> {
  const snapshot = { ...near.facts.snapshot, commit }
  const read = readBeside(near, changed)
  if (![...changed.keys()].every((path) => saysTheSame(near.files.get(path), read.files.get(path))))
    return joinTree(snapshot, read)
  const joined = new Map(near.joined)
  for (const path of changed.keys()) {
    const file = read.files.get(path)
    if (file) joined.set(path, near.joinFile(file))
  }
  return { ...near, ...read, joined, facts: factsIn(snapshot, joined, read) }
}

function readBeside(near: KeptTree, changed: ReadonlyMap<string, FileFacts | Problem>): ReadFiles {
  const files = new Map(near.files)
  const unread = new Map(near.unread)
  for (const [path, file] of changed) {
    unread.delete(path)
    if ('problem' in file) {
      files.delete(path)
      unread.set(path, file)
    } else files.set(path, file)
  }
  return { files, unread, paths: near.paths }
}

function saysTheSame(before: FileFacts | undefined, now: FileFacts | undefined): boolean {
  if (!before || !now || before.facts.controllers?.length) return before === now
  return before.blob === now.blob || outwardOf(before.facts) === outwardOf(now.facts)
}

function factsIn(
  snapshot: Snapshot,
  joined: ReadonlyMap<string, readonly LocatedFact[]>,
  { files, unread }: Pick<ReadFiles, 'files' | 'unread'>,
): RepositoryFacts {
  const { commit } = snapshot
  const facts: LocatedFact[] = []
  for (const path of files.keys())
    for (const each of joined.get(path) ?? []) facts.push(each.commit === commit ? each : { ...each, commit })
  const problems = [...files.values()].flatMap(({ path, facts: { problems: found } }) =>
    found.map((each) => ({ ...each, path: each.path ?? path })),
  )
  return { snapshot, facts, problems: [...problems, ...unread.values()] }
}
