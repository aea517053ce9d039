import type { CommitId } from '../domain/blob.js'
import { requireSuccess } from './failure.js'
import type { Commit } from './git.js'
import { requireCommitId } from './names.js'
import { runGit } from './run.js'

export async function findMergeBase(
  directory: string,
  one: CommitId,
  other: CommitId,
): Promise<CommitId | null> {
  const args = [requireCommitId(one), requireCommitId(other)]
  const run = await runGit({ command: 'merge-base', args, directory })
  // Exit code 1: nothing in common.
  return requireSuccess('finding the merge base', run, [0, 1]).toString('latin1').split('\n')[0] || null
}

const plain = ['--no-color', '--no-decorate', '--no-mailmap', '--no-notes', '--no-show-signature']

export async function listCommits(
  directory: string,
  base: CommitId,
  head: CommitId,
  limit: number,
): Promise<readonly Commit[]> {
  const range = `${requireCommitId(base)}..${requireCommitId(head)}`
  const args = ['-z', '--format=%H%x00%an%x00%aI%x00%s', `--max-count=${limit}`, ...plain, range, '--']
  const run = await runGit({ command: 'log', args, directory })
  const fields = requireSuccess('listing commits', run).toString('utf8').split('\0')
  return Array.from({ length: Math.floor(fields.length / 4) }, (_, index) => {
    const [id = '', author = '', date = '', subject = ''] = fields.slice(index * 4, index * 4 + 4)
    return { id, subject, author, date }
  })
}
