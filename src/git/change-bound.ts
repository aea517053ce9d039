import type { CommitId } from '../domain/blob.js'
import type { ObjectPipe } from './object-pipe.js'
import { treeTooLarge } from './tree.js'

/** How many paths may differ between two commits, how deep, and how many folders are compared to find out. */
const limits = { paths: 100_000, depth: 200, folders: 100_000, bytes: 32 * 1024 * 1024 }

type Entry = { readonly id: string; readonly isTree: boolean }
type Folder = ReadonlyMap<string, Entry>

/**
 * Throws the user error `tree-too-large` when too many paths differ. Git would gather all of them in memory first, and a
 * few hundred bytes can unfold to billions; here folders with the same content are counted once.
 */
export async function requireBoundedChange(pipe: ObjectPipe, base: CommitId, head: CommitId): Promise<void> {
  const known = new Map<string, number>()
  const refuse = (limit: string) => treeTooLarge(head, limit)

  const readFolder = async (name: string | null): Promise<Folder> => {
    if (name === null) return new Map()
    const about = await pipe.ask('info', name)
    if (about.type === 'head' && about.size > limits.bytes)
      throw refuse(`${limits.bytes} bytes in one folder`)
    const answer = await pipe.ask('contents', name)
    // What is missing cannot be counted; git will say so itself.
    return answer.type === 'content' && answer.kind === 'tree'
      ? readTreeObject(answer.content, base.length / 2)
      : new Map()
  }

  const count = async (one: string | null, other: string | null, depth: number): Promise<number> => {
    const key = `${one} ${other}`
    const before = known.get(key)
    if (before !== undefined) return before
    if (depth > limits.depth) throw refuse(`${limits.depth} folders deep`)
    if (known.size > limits.folders) throw refuse(`${limits.folders} changed folders`)
    let total = 0
    for (const [left, right] of differences(await readFolder(one), await readFolder(other))) {
      total += countFiles(left, right)
      const folders = [treeId(left), treeId(right)] as const
      if (folders[0] ?? folders[1]) total += await count(...folders, depth + 1)
      if (total > limits.paths) throw refuse(`${limits.paths} changed files`)
    }
    known.set(key, total)
    return total
  }

  await count(`${base}^{tree}`, `${head}^{tree}`, 1)
}

function differences(
  one: Folder,
  other: Folder,
): readonly (readonly [Entry | undefined, Entry | undefined])[] {
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names]
    .map((name) => [one.get(name), other.get(name)] as const)
    .filter(([left, right]) => left?.id !== right?.id)
}

function countFiles(one: Entry | undefined, other: Entry | undefined): number {
  return (one && !one.isTree) || (other && !other.isTree) ? 1 : 0
}

function treeId(entry: Entry | undefined): string | null {
  return entry?.isTree ? entry.id : null
}

/** Git's own form of a folder: `<mode> <name>\0<id as bytes>`, over and over. */
function readTreeObject(content: Buffer, idBytes: number): Folder {
  const folder = new Map<string, Entry>()
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at)
    const zero = content.indexOf(0, space)
    if (space < 0 || zero < 0) break
    const end = zero + 1 + idBytes
    const isTree = content.toString('latin1', at, space) === '40000'
    folder.set(content.toString('latin1', space + 1, zero), {
      id: content.toString('hex', zero + 1, end),
      isTree,
    })
    at = end
  }
  return folder
}
