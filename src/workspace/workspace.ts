import type { CommitId, RepositoryName } from '../domain/blob.js'
import { isProblem } from '../domain/blob.js'
import type { Place } from '../domain/place.js'
import type { GitRepository } from '../git/index.js'

/** A repository at the commit at which a review asks it. */
export type Neighbour = { readonly git: GitRepository; readonly commit: CommitId }

/** Reads files of the repositories of one review, each file once. */
export type Reader = {
  /** The lines of a file, or null when it is not there or cannot be read. */
  readonly lines: (
    repository: RepositoryName,
    commit: CommitId,
    path: string,
  ) => Promise<readonly string[] | null>
  /** The text of one line, or null. */
  readonly line: (place: Place) => Promise<string | null>
}

/** A reader over these repositories; what lies outside of them does not exist for it. */
export function readerOf(repositories: readonly GitRepository[]): Reader {
  const byName = new Map(repositories.map((git) => [git.name, git]))
  const read = once((key: string) => {
    const [repository = '', commit = '', path = ''] = key.split('\0')
    return linesOf(byName.get(repository), commit, path)
  })
  const lines: Reader['lines'] = (repository, commit, path) => read([repository, commit, path].join('\0'))
  return {
    lines,
    line: async ({ repository, commit, path, line }) =>
      (await lines(repository, commit, path))?.[line - 1] ?? null,
  }
}

async function linesOf(
  git: GitRepository | undefined,
  commit: CommitId,
  path: string,
): Promise<readonly string[] | null> {
  const entry = (await git?.tree(commit))?.get(path)
  if (!git || !entry || entry.mode === 'symlink' || entry.mode === 'submodule') return null
  const blob = await git.readBlob(entry.blob)
  return isProblem(blob) ? null : blob.text.split(/\r?\n/)
}

/** A function that answers each question once and remembers. */
export function once<Answer>(answer: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>()
  return (key) => {
    const before = known.get(key)
    if (before) return before
    const asked = answer(key)
    known.set(key, asked)
    return asked
  }
}
