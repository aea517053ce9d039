import type { CommitId } from '../domain/blob.js'
import type { FileDiff } from '../domain/diff.js'
import { requireBoundedChange } from './change-bound.js'
import { type DiffCall, fileDiff, runDiff } from './diff-run.js'
import { requireSuccess } from './failure.js'
import type { ObjectPipe } from './object-pipe.js'
import { hasContentChange, pathOf, type RawChange } from './raw-diff.js'

/**
 * What differs between two commits, with hunks. A file whose content is missing, or whose diff is beyond all measure, is
 * listed without hunks and says why; the others are not touched by it.
 */
export async function diffCommits(
  directory: string,
  pipe: ObjectPipe,
  base: CommitId,
  head: CommitId,
): Promise<readonly FileDiff[]> {
  await requireBoundedChange(pipe, base, head)
  const call: DiffCall = { directory, base, head, renames: 'similar', hunks: true }
  const { run, files } = await runDiff(call)
  // Exit code 128: it met something that it cannot read, and gave up. Then everything is asked for in parts.
  if (run.ended === 'itself' && run.code === 128) return diffInParts(call, pipe)
  if (run.ended !== 'enough') requireSuccess('comparing commits', run)
  return files
}

/** The same where contents are missing: renames only between equal contents, and hunks only where both sides are here. */
async function diffInParts(call: DiffCall, pipe: ObjectPipe): Promise<readonly FileDiff[]> {
  const names = await runDiff({ ...call, renames: 'same', hunks: false })
  requireSuccess('comparing commits', names.run)
  const missing = await findMissing(names.changes, pipe)
  const wanted = names.changes
    .filter((change) => hasContentChange(change) && !missing.has(change))
    .map(pathOf)
  const found = new Map<string, FileDiff>()
  for (const paths of chunks(wanted)) await diffPaths({ ...call, renames: 'same', paths }, found)
  return names.changes.map(
    (change) => found.get(pathOf(change)) ?? fileDiff(change, [], 'its content is missing from this clone'),
  )
}

async function findMissing(changes: readonly RawChange[], pipe: ObjectPipe): Promise<ReadonlySet<RawChange>> {
  const missing = new Set<RawChange>()
  for (const change of changes.filter(hasContentChange)) {
    for (const side of [change.old, change.new]) {
      if (side && (await pipe.ask('info', side.blob)).type !== 'head') missing.add(change)
    }
  }
  return missing
}

/** Fills `found` with the diffs of these paths. Where git fails, halves are tried, down to the one path that it fails on. */
async function diffPaths(
  call: DiffCall & { readonly paths: readonly string[] },
  found: Map<string, FileDiff>,
): Promise<void> {
  const { run, files } = await runDiff(call)
  if (run.code === 0) {
    for (const file of files) found.set((file.new ?? file.old)?.path ?? '', file)
    return
  }
  if (call.paths.length < 2) return
  const middle = Math.ceil(call.paths.length / 2)
  await diffPaths({ ...call, paths: call.paths.slice(0, middle) }, found)
  await diffPaths({ ...call, paths: call.paths.slice(middle) }, found)
}

/** So few that they fit on a command line: paths are at most 4 kB long. */
function chunks(paths: readonly string[]): readonly (readonly string[])[] {
  const size = 50
  return Array.from({ length: Math.ceil(paths.length / size) }, (_, index) =>
    paths.slice(index * size, (index + 1) * size),
  )
}
