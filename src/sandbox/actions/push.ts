import { diffFiles, parseHunks } from '../git/diff.js'
import { findCommit, listCommits } from '../git/read.js'
import { git } from '../git/run.js'
import { type Files, setRef, writeCommits } from '../git/write.js'
import { hunkAt, startOf } from '../pulls.js'
import { suiteFor } from '../rest/check-runs.js'
import { checkSuiteShape } from '../shapes/check.js'
import { pullShape } from '../shapes/pull.js'
import {
  fullName,
  type Pull,
  type Repository,
  type ReviewComment,
  timestamp,
  userNamed,
  type World,
} from '../world.js'

export type Push = {
  readonly branch: string
  readonly files: Files
  readonly message: string
  /** A login; `dana` when absent. */
  readonly by?: string
  readonly date?: Date
  /** Where the branch is set before the commit: a forced push. Absent: it goes on from its tip, or from the default branch. */
  readonly onto?: string
}

/** Commits to a branch and tells about it: `push`, a check suite, and `synchronize` for its open pull requests. */
export async function push(world: World, repository: Repository, wanted: Push): Promise<string> {
  const ref = refOf(repository, wanted.branch)
  const before = await findCommit(repository.directory, ref)
  const head = await commitTo(world, repository, ref, wanted)
  await announcePush(world, repository, { ref, before, head, by: wanted.by ?? 'dana' })
  for (const pull of openFrom(repository, wanted.branch)) await synchronize(world, repository, pull, head)
  return head
}

/** A branch of the repository, or the head of a pull request from a fork, which lives nowhere else. */
function refOf(repository: Repository, branch: string): string {
  const fork = openFrom(repository, branch).find((pull) => pull.fork !== null)
  return fork ? `refs/pull/${fork.number}/head` : `refs/heads/${branch}`
}

function openFrom(repository: Repository, branch: string): Pull[] {
  return [...repository.pulls.values()].filter((pull) => pull.headRef === branch && pull.state === 'open')
}

/** One commit on a ref, without telling anybody. */
export async function commitTo(
  world: World,
  repository: Repository,
  ref: string,
  wanted: Push,
): Promise<string> {
  const { directory, defaultBranch } = repository
  const tip =
    (await findCommit(directory, ref)) ?? (await findCommit(directory, `refs/heads/${defaultBranch}`))
  const author = userNamed(world, wanted.by ?? 'dana')
  await writeCommits(directory, [
    {
      ref,
      from: wanted.onto ?? tip,
      message: wanted.message,
      author: { name: author.name, email: `${author.login}@acme.example` },
      date: wanted.date ?? world.now(),
      files: wanted.files,
    },
  ])
  return (await findCommit(directory, ref)) ?? ''
}

type Moved = {
  readonly ref: string
  readonly before: string | null
  readonly head: string
  readonly by: string
}

export async function announcePush(world: World, repository: Repository, moved: Moved): Promise<void> {
  if (!moved.ref.startsWith('refs/heads/')) return
  const zero = '0'.repeat(40)
  const range = moved.before ? [moved.head, `^${moved.before}`] : ['-1', moved.head]
  const commits = (await listCommits(repository.directory, range)).reverse().map((row) => ({
    id: row.id,
    tree_id: row.tree,
    message: row.message,
    timestamp: row.date,
    author: { name: row.author, email: row.email },
    committer: { name: row.author, email: row.email },
    distinct: true,
  }))
  const sender = userNamed(world, moved.by)
  const payload = {
    ref: moved.ref,
    before: moved.before ?? zero,
    after: moved.head,
    created: moved.before === null,
    deleted: false,
    forced: moved.before !== null && commits.length === 0,
    base_ref: null,
    compare: `${world.site}/${fullName(repository)}/compare/${moved.before ?? zero}...${moved.head}`,
    commits,
    head_commit: commits.at(-1) ?? null,
    pusher: { name: sender.login, email: `${sender.login}@acme.example` },
  }
  world.announce({ event: 'push', action: null, repository, sender, payload })
  await requestSuite(world, repository, moved)
}

async function requestSuite(world: World, repository: Repository, moved: Moved): Promise<void> {
  const suite = await suiteFor(world, repository, moved.head)
  const payload = { check_suite: checkSuiteShape(world, repository, suite) }
  world.announce({
    event: 'check_suite',
    action: 'requested',
    repository,
    sender: userNamed(world, moved.by),
    payload,
  })
}

async function synchronize(world: World, repository: Repository, pull: Pull, head: string): Promise<void> {
  const before = pull.headSha
  pull.headSha = head
  pull.baseSha = (await findCommit(repository.directory, `refs/heads/${pull.baseRef}`)) ?? pull.baseSha
  pull.updatedAt = timestamp(world)
  await setRef(repository.directory, `refs/pull/${pull.number}/head`, head)
  await moveComments(repository, pull)
  const payload = {
    number: pull.number,
    before,
    after: head,
    pull_request: pullShape(world, repository, pull),
  }
  world.announce({ event: 'pull_request', action: 'synchronize', repository, sender: pull.author, payload })
}

/** Comments follow their lines to a new head; one whose line has changed is outdated and loses its place. */
async function moveComments(repository: Repository, pull: Pull): Promise<void> {
  const own = [...repository.reviewComments.values()].filter((each) => each.pull === pull.number)
  if (own.length === 0) return
  const files = await diffFiles(repository.directory, await startOf({ repository, pull }), pull.headSha)
  for (const comment of own) {
    const line =
      comment.side === 'LEFT' ? comment.originalLine : await shifted(repository, comment, pull.headSha)
    const shift = line === null ? 0 : line - comment.originalLine
    comment.line = line !== null && hunkAt(files, comment.path, line, comment.side) ? line : null
    comment.startLine =
      comment.line === null || comment.originalStartLine === null ? null : comment.originalStartLine + shift
    if (comment.line !== null) comment.commit = pull.headSha
  }
}

/** The line's number at the new head; null when it was changed or removed. */
async function shifted(repository: Repository, comment: ReviewComment, head: string): Promise<number | null> {
  const between = [comment.originalCommit, head, '--', comment.path]
  const patch = await git(repository.directory, ['diff', '-U0', ...between])
  const from = patch.search(/^@@ /m)
  let shift = 0
  for (const hunk of from < 0 ? [] : parseHunks(patch.slice(from))) {
    const removed = hunk.rows.flatMap((row) => (row.type === 'removed' ? [row.old] : []))
    if (removed.includes(comment.originalLine)) return null
    const [, start = '0'] = /^@@ -(\d+)/.exec(hunk.header) ?? []
    if (Number(start) < comment.originalLine) shift += hunk.rows.length - 2 * removed.length
  }
  return comment.originalLine + shift
}
