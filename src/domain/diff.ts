import type { BlobId, CommitId, RepositoryName } from './blob.js'

/** One contiguous part of a file's difference. Counts from 1; a count of 0 means that the side has no lines here. */
export type Hunk = {
  readonly oldStart: number
  readonly oldCount: number
  readonly newStart: number
  readonly newCount: number
  readonly lines: readonly HunkLine[]
}

export type HunkLine = {
  readonly type: 'context' | 'added' | 'removed'
  /** Its number on the old side; null for an added line. */
  readonly old: number | null
  readonly new: number | null
  readonly text: string
  /** The file ends after this line, without a newline. */
  readonly endsFile?: true
}

/** What happened to one file. `old` is null when it was added, `new` when it was removed. */
export type FileDiff = {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'mode'
  readonly old: { readonly path: string; readonly blob: BlobId } | null
  readonly new: { readonly path: string; readonly blob: BlobId } | null
  readonly binary: boolean
  readonly submodule: boolean
  /** Empty for a binary file, a pure rename, a submodule, or a file whose content is missing. */
  readonly hunks: readonly Hunk[]
  /** Why there are no hunks although the content changed: it is missing, or its diff is beyond all measure. */
  readonly problem?: string
}

/** What a pull request does: from the commit where it left its base to its head. */
export type PullChange = {
  readonly repository: RepositoryName
  /** The merge base, or the base itself when the histories have nothing in common. */
  readonly base: CommitId
  readonly head: CommitId
  readonly files: readonly FileDiff[]
}

/** The side and line of a pull request's diff on which a comment may stand. */
export type Anchor = { readonly path: string; readonly line: number; readonly side: 'LEFT' | 'RIGHT' }
