/** Git's name of a blob's content: 40 or 64 hexadecimal digits. */
export type BlobId = string

/** Git's name of a commit: 40 or 64 hexadecimal digits. */
export type CommitId = string

/** `owner/name` as GitHub spells it; for a local clone the remote's, else the folder's name. */
export type RepositoryName = string

/** A file's content at one moment, decoded as UTF-8. */
export type Blob = { readonly id: BlobId; readonly text: string }

/** What one path of a tree holds. Symbolic links and submodules are listed and never followed. */
export type TreeEntry = {
  readonly path: string
  readonly blob: BlobId
  readonly mode: 'file' | 'executable' | 'symlink' | 'submodule'
}

/** All files of one commit, by path from the repository's root, with `/` between folders. */
export type Tree = ReadonlyMap<string, TreeEntry>

/** A repository at one commit: what a verdict rests on. */
export type Snapshot = { readonly repository: RepositoryName; readonly commit: CommitId }

/** Text of a blob, or why it cannot be had; asking never throws. */
export type BlobReader = (id: BlobId) => Promise<Blob | Problem>

/** Something that could not be read or understood: shown as a gap in coverage, never swallowed. */
export type Problem = { readonly problem: string; readonly path?: string; readonly line?: number }

export function isProblem(value: object): value is Problem {
  return 'problem' in value
}
