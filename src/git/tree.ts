import type { CommitId, Tree, TreeEntry } from '../domain/blob.js'
import { UserError } from '../lib/errors.js'
import { requireSuccess } from './failure.js'
import { requireCommitId } from './names.js'
import { runGit } from './run.js'
import { splitStream } from './split.js'

/** What a tree may hold. A few hundred bytes of git can unfold to billions of paths. */
export type TreeLimits = { readonly entries: number; readonly depth: number }

export const treeLimits: TreeLimits = { entries: 500_000, depth: 200 }

const maxPath = 4096

/** What each mode of git is to us. */
export const modes: Readonly<Record<string, TreeEntry['mode']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
}

export type TreeWanted = {
  readonly limits?: TreeLimits
  /** Only what lies in it; by its name, which is no pattern. */
  readonly folder?: string | undefined
}

/** All paths of a commit. Throws the user error `tree-too-large` as soon as a limit is passed. */
export async function readTree(directory: string, commit: CommitId, wanted: TreeWanted = {}): Promise<Tree> {
  const { limits = treeLimits, folder } = wanted
  const tree = new Map<string, TreeEntry>()
  const split = splitStream('\0', maxPath + 100, (record) => {
    const entry = readEntry(record)
    if (entry) tree.set(entry.path, entry)
    if (tree.size > limits.entries) throw treeTooLarge(commit, `${limits.entries} files`)
    if (entry && entry.path.split('/').length > limits.depth)
      throw treeTooLarge(commit, `${limits.depth} folders deep`)
  })
  const within = folder === undefined ? [] : ['--', `${folder}/`]
  const args = ['-r', '-z', '--full-tree', requireCommitId(commit), ...within]
  const run = await runGit({ command: 'ls-tree', args, directory, onOutput: split })
  requireSuccess(`listing the files of ${commit}`, run)
  return tree
}

/** `<mode> <type> <id>\t<path>`; null for the end of the output. */
function readEntry(record: string): TreeEntry | null {
  const tab = record.indexOf('\t')
  const [mode = '', , blob = ''] = record.slice(0, tab).split(' ')
  return tab < 0 ? null : { path: record.slice(tab + 1), blob, mode: modes[mode] ?? 'file' }
}

export function treeTooLarge(commit: CommitId, limit: string): UserError {
  return new UserError('tree-too-large', `The tree of \`${commit}\` goes beyond the limit of ${limit}.`)
}
