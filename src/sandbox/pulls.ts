import { type ChangedFile, diffFiles, type PatchHunk, parseHunks } from './git/diff.js'
import { type CommitRow, findMergeBase, listCommits } from './git/read.js'
import { notFound } from './http/refusal.js'
import { type Call, numberParam, repositoryOf } from './http/route.js'
import type { Pull, Repository, ReviewComment } from './world.js'

export type FoundPull = { readonly repository: Repository; readonly pull: Pull }

/** The pull request that a path names. */
export function pullOf(call: Call, name = 'number'): FoundPull {
  const repository = repositoryOf(call)
  const pull = repository.pulls.get(numberParam(call, name))
  if (!pull) throw notFound()
  return { repository, pull }
}

/** What the pull request changes, as GitHub shows it: from where it left its base. */
export async function filesOf({ repository, pull }: FoundPull): Promise<ChangedFile[]> {
  return diffFiles(repository.directory, await startOf({ repository, pull }), pull.headSha)
}

/** The commit where the pull request left its base. */
export async function startOf({ repository, pull }: FoundPull): Promise<string> {
  return (await findMergeBase(repository.directory, pull.baseSha, pull.headSha)) ?? pull.baseSha
}

/** Its commits, oldest first. */
export async function commitsOf({ repository, pull }: FoundPull): Promise<CommitRow[]> {
  return (await listCommits(repository.directory, [pull.headSha, `^${pull.baseSha}`])).reverse()
}

/** The hunk on which a line stands; on the left side only removed lines count, on the right added and context. */
export function hunkAt(
  files: readonly ChangedFile[],
  path: string,
  line: number,
  side: 'LEFT' | 'RIGHT',
): PatchHunk | null {
  const patch = files.find((file) => file.path === path)?.patch
  const hunks = patch ? parseHunks(patch) : []
  return (
    hunks.find((hunk) =>
      hunk.rows.some((row) =>
        side === 'LEFT'
          ? row.type === 'removed' && row.old === line
          : row.type !== 'removed' && row.new === line,
      ),
    ) ?? null
  )
}

/** A hunk's text up to a line: what GitHub shows above a comment. */
export function hunkUntil(hunk: PatchHunk, line: number, side: 'LEFT' | 'RIGHT'): string {
  const end = hunk.rows.findIndex((row) =>
    side === 'LEFT' ? row.type === 'removed' && row.old === line : row.new === line,
  )
  const sign = { added: '+', removed: '-', context: ' ' } as const
  return [hunk.header, ...hunk.rows.slice(0, end + 1).map((row) => sign[row.type] + row.text)].join('\n')
}

/** Every comment on lines of a pull request, in the order of writing. */
export function reviewCommentsOf({ repository, pull }: FoundPull): ReviewComment[] {
  return [...repository.reviewComments.values()].filter((each) => each.pull === pull.number)
}
