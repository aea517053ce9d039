import type { CommitId, TreeEntry } from '../domain/blob.js'
import { requireSuccess } from './failure.js'
import type { EntryChange } from './git.js'
import { requireCommitId } from './names.js'
import { runGit } from './run.js'
import { modes } from './tree.js'

/** Paths in which two commits differ: git walks only the folders that do. */
export async function readChanges(
  directory: string,
  from: CommitId,
  to: CommitId,
): Promise<readonly EntryChange[]> {
  const args = [
    '-r',
    '-z',
    '--raw',
    '--no-renames',
    '--full-index',
    requireCommitId(from),
    requireCommitId(to),
  ]
  const run = await runGit({ command: 'diff-tree', args, directory })
  requireSuccess(`comparing ${from} with ${to}`, run)
  const fields = run.output.toString('utf8').split('\0')
  const changes: EntryChange[] = []
  for (let at = 0; fields[at]?.startsWith(':'); at += 2)
    changes.push(readChange(fields[at] ?? '', fields[at + 1] ?? ''))
  return changes
}

/** `:<mode> <mode> <id> <id> <letter>` and the path. */
function readChange(meta: string, path: string): EntryChange {
  const [oldMode = '', newMode = '', oldId = '', newId = ''] = meta.slice(1).split(' ')
  return { old: entry(path, oldMode, oldId), new: entry(path, newMode, newId) }
}

function entry(path: string, mode: string, blob: string): TreeEntry | null {
  return mode === '000000' ? null : { path, blob, mode: modes[mode] ?? 'file' }
}
