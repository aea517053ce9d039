import type { BlobReader, CommitId, RepositoryName, Tree, TreeEntry } from '../domain/blob.js'
import type { FileDiff } from '../domain/diff.js'

/** A repository on disk, bare or with a work tree. Nothing is ever checked out, and no code of it runs. */
export type GitRepository = {
  readonly directory: string
  readonly name: RepositoryName
  /** The commit that a revision names. Throws a user error `unknown-revision` when there is none. */
  resolve(revision: string): Promise<CommitId>
  /** Where two histories part; null when they have nothing in common. */
  mergeBase(one: CommitId, other: CommitId): Promise<CommitId | null>
  /** All files of it, or those of one folder: none where there is no such folder. */
  tree(commit: CommitId, folder?: string): Promise<Tree>
  /** Paths that differ, with what each commit has there: no renames are looked for, and no content. */
  changes(from: CommitId, to: CommitId): Promise<readonly EntryChange[]>
  /** Through one long-lived `cat-file --batch`; a missing or oversized blob is a problem. */
  readonly readBlob: BlobReader
  /** Renames and copies detected, binary files, mode changes and submodules told apart; never by API. */
  diff(base: CommitId, head: CommitId): Promise<readonly FileDiff[]>
  /** One line per commit, newest first: those that `head` has and `base` has not. */
  commits(base: CommitId, head: CommitId, limit: number): Promise<readonly Commit[]>
  /** Lines that hold a text, at one commit; bounded. Fixed string unless `regex`, which is git's own engine. */
  grep(commit: CommitId, query: GrepQuery): Promise<readonly GrepHit[]>
  /** Ends the processes it keeps. */
  close(): Promise<void>
}

export type EntryChange = { readonly old: TreeEntry | null; readonly new: TreeEntry | null }

export type Commit = {
  readonly id: CommitId
  readonly subject: string
  readonly author: string
  readonly date: string
}

export type GrepQuery = {
  readonly text: string
  readonly regex: boolean
  /** A pathspec glob; absent: every file. */
  readonly glob?: string
  readonly limit: number
}

export type GrepHit = { readonly path: string; readonly line: number; readonly text: string }

/** Where to fetch from, and how to prove who we are. The token appears in no argument, file or log. */
export type Remote = { readonly url: string; readonly token: () => Promise<string | null> }

/** Bare mirrors of the installation's repositories, in one folder, kept up to date by fetching. */
export type Mirrors = {
  /**
   * The mirror of a repository with these refs or commits fetched (`refs/heads/main`, `refs/pull/7/head`, a commit id).
   * Two callers at once share one fetch. A corrupt mirror is made again once.
   */
  open(name: RepositoryName, remote: Remote, wanted: readonly string[]): Promise<GitRepository>
  remove(name: RepositoryName): Promise<void>
  close(): Promise<void>
}
