import { stat } from 'node:fs/promises'
import { basename, dirname, resolve as resolvePath } from 'node:path'
import type { CommitId, RepositoryName } from '../domain/blob.js'
import { UserError } from '../lib/errors.js'
import { createBlobReader } from './blobs.js'
import { requireBoundedChange } from './change-bound.js'
import { readChanges } from './changes.js'
import { diffCommits } from './diff.js'
import type { GitRepository } from './git.js'
import { grepCommit } from './grep.js'
import { findMergeBase, listCommits } from './history.js'
import { isSafeRevision, printable, repositoryOfUrl } from './names.js'
import { openObjectPipe } from './object-pipe.js'
import { runGit } from './run.js'
import { readTree, type TreeLimits, treeLimits } from './tree.js'
import { requireGit } from './version.js'

export type OpenOptions = {
  /** Default: read from the address of its `origin`, else the folder's name. */
  readonly name?: RepositoryName
  /** Larger blobs are problems. Default: 1 MB. */
  readonly maxBlobBytes?: number
  readonly treeLimits?: TreeLimits
}

const defaultMaxBlobBytes = 1024 * 1024

/**
 * A clone or bare mirror on this machine; a folder inside a work tree opens the repository around it. Throws the user
 * error `not-a-repository`.
 */
export async function openRepository(folder: string, options: OpenOptions = {}): Promise<GitRepository> {
  await requireGit()
  const directory = await findGitDirectory(resolvePath(folder))
  const pipe = openObjectPipe(directory)
  return {
    directory,
    name: options.name ?? (await findName(directory)),
    resolve: (revision) => resolveRevision(directory, revision),
    mergeBase: (one, other) => findMergeBase(directory, one, other),
    tree: (commit, folder) =>
      readTree(directory, commit, { limits: options.treeLimits ?? treeLimits, folder }),
    changes: async (from, to) => {
      await requireBoundedChange(pipe, from, to)
      return readChanges(directory, from, to)
    },
    readBlob: createBlobReader(pipe, options.maxBlobBytes ?? defaultMaxBlobBytes),
    diff: (base, head) => diffCommits(directory, pipe, base, head),
    commits: (base, head, limit) => listCommits(directory, base, head, limit),
    grep: (commit, query) => grepCommit(directory, commit, query),
    close: () => pipe.close(),
  }
}

async function findGitDirectory(cwd: string): Promise<string> {
  const isFolder = await stat(cwd).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  if (isFolder) {
    const run = await runGit({ command: 'rev-parse', args: ['--absolute-git-dir'], directory: null, cwd })
    if (run.code === 0) return run.output.toString('utf8').replace(/\n$/, '')
  }
  throw new UserError('not-a-repository', `\`${cwd}\` is not a git repository.`)
}

async function findName(directory: string): Promise<RepositoryName> {
  const args = ['--get', 'remote.origin.url']
  const { code, output } = await runGit({ command: 'config', args, directory })
  const name = code === 0 ? repositoryOfUrl(output.toString('utf8').trim()) : null
  const folder = basename(directory) === '.git' ? dirname(directory) : directory
  return name ?? basename(folder).replace(/\.git$/, '')
}

async function resolveRevision(directory: string, revision: string): Promise<CommitId> {
  // In a fresh clone the branches of others are only known as `origin/…`.
  const candidates = isSafeRevision(revision) ? [revision, `refs/remotes/origin/${revision}`] : []
  for (const candidate of candidates) {
    const args = ['--verify', '--quiet', '--end-of-options', `${candidate}^{commit}`]
    const { code, output } = await runGit({ command: 'rev-parse', args, directory })
    if (code === 0) return output.toString('latin1').trim()
  }
  // Not where it lies: this text can stand on a pull request.
  throw new UserError('unknown-revision', `\`${printable(revision)}\` names no commit of this repository.`)
}
