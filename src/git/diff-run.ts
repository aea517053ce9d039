import type { CommitId } from '../domain/blob.js'
import type { FileDiff } from '../domain/diff.js'
import { requireCommitId } from './names.js'
import { createPatchReader, type PatchSection } from './patch.js'
import { hasContentChange, type RawChange, readRawChanges } from './raw-diff.js'
import { type GitOutput, runGit } from './run.js'
import { splitStream } from './split.js'

/** GitHub shows no file's diff beyond 20,000 lines or 500 kB, and nobody reads it there. */
const fileLimits = { lines: 50_000, characters: 4 * 1024 * 1024 }

/** All hunks together; the files that come after are listed without. In characters of the patch. */
const maxPatch = 128 * 1024 * 1024

/** The list of changed paths, in bytes. */
const maxRaw = 64 * 1024 * 1024

/** Git does not compare larger files by content; it says they are binary. In bytes. */
const bigFile = 4 * 1024 * 1024

const timeout = 120_000

/** What makes hunks equal GitHub's, whatever the repository's settings say. */
const style = [
  // This also asks for hunks.
  '--unified=3',
  '--inter-hunk-context=0',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--ignore-submodules=none',
  '--submodule=short',
  '--full-index',
  '--no-abbrev',
  '--no-color',
  '--no-textconv',
  '--no-ext-diff',
  '--no-relative',
]

/** Up to this many sources and targets are compared for renames, as GitHub does. */
const renameLimit = '-l1000'

export type DiffCall = {
  readonly directory: string
  readonly base: CommitId
  readonly head: CommitId
  /** `similar` reads contents; `same` pairs only files of equal content. */
  readonly renames: 'similar' | 'same'
  readonly hunks: boolean
  /** Only these paths; absent: all. */
  readonly paths?: readonly string[]
}

/** What git said of two trees: as much as came before it ended. */
export type DiffRun = {
  readonly run: GitOutput
  readonly changes: readonly RawChange[]
  readonly files: readonly FileDiff[]
}

export async function runDiff(call: DiffCall): Promise<DiffRun> {
  const reader = createDiffReader()
  const found = call.renames === 'similar' ? ['-M', '-C', renameLimit] : ['-M100%']
  const args = [
    ...['-r', '-z', '--raw', ...found, ...(call.hunks ? style : [])],
    ...[requireCommitId(call.base), requireCommitId(call.head), '--'],
    ...(call.paths ?? []).map((path) => `:(top,literal)${path}`),
  ]
  const settings = { 'core.bigFileThreshold': String(bigFile) }
  const { directory } = call
  const run = await runGit({
    command: 'diff-tree',
    args,
    directory,
    settings,
    timeout,
    onOutput: reader.take,
  })
  const changes = reader.changes()
  return { run, changes, files: pairUp(changes, reader.sections) }
}

/** Reads the raw listing up to the empty record that ends it, then the patch. */
function createDiffReader(): {
  readonly take: (piece: Buffer) => boolean
  readonly changes: () => readonly RawChange[]
  readonly sections: readonly PatchSection[]
} {
  const patch = createPatchReader(fileLimits)
  const takePatch = splitStream('\n', 2 * bigFile, patch.take)
  let raw = Buffer.alloc(0)
  let rawEnd = -1
  let room = maxPatch
  const takeRaw = (piece: Buffer): Buffer => {
    const seen = Math.max(0, raw.length - 1)
    raw = Buffer.concat([raw, piece])
    rawEnd = raw.indexOf('\0\0', seen)
    return rawEnd < 0 ? Buffer.alloc(0) : raw.subarray(rawEnd + 2)
  }
  return {
    sections: patch.sections,
    changes: () => readRawChanges(raw.toString('utf8', 0, rawEnd < 0 ? raw.length : rawEnd)),
    take(piece) {
      const rest = rawEnd < 0 ? takeRaw(piece) : piece
      room -= rest.length
      if (rest.length > 0) takePatch(rest)
      return room > 0 && (rawEnd >= 0 || raw.length < maxRaw)
    },
  }
}

/** Gives every change its part of the patch. Both come in the same order; a changed type has two parts. */
function pairUp(changes: readonly RawChange[], sections: readonly PatchSection[]): readonly FileDiff[] {
  let at = 0
  return changes.map((change) => {
    const parts = change.typeChanged ? 2 : 1
    const own = sections.slice(at, at + parts)
    at += parts
    return fileDiff(change, own.length < parts ? null : own)
  })
}

/** `sections` null: git ended before it came to this file. */
export function fileDiff(
  change: RawChange,
  sections: readonly PatchSection[] | null,
  why?: string,
): FileDiff {
  const { status, submodule, old, new: now } = change
  const all = sections ?? []
  const binary = all.some((each) => each.binary)
  const hunks = submodule ? [] : all.flatMap((each) => each.hunks)
  const tooLarge = sections === null || all.some((each) => each.tooLarge)
  const problem = hasContentChange(change) && (why ?? (tooLarge ? 'its diff is too large' : null))
  return { status, old, new: now, binary, submodule, hunks, ...(problem ? { problem } : {}) }
}
