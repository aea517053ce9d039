import type { CommitId, RepositoryName } from './blob.js'

/** One line of one file at one commit. Lines count from 1. */
export type Place = {
  readonly repository: RepositoryName
  readonly commit: CommitId
  readonly path: string
  readonly line: number
}

/** A place with the text that stands there, trimmed: what a finding shows, and what makes it checkable. */
export type Citation = Place & { readonly quote: string }

/** A line of a file whose repository and commit are known from the context. */
export type Line = { readonly path: string; readonly line: number }
