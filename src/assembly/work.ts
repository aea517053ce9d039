import type { AppWork, Reviewed } from '../app.js'
import type { CommitId } from '../domain/blob.js'
import type { MergeGroupJob } from '../domain/job.js'
import type { InstalledRepository, PullRequest } from '../domain/pull.js'
import type { GitRepository, Mirrors, Remote } from '../git/index.js'
import { UserError } from '../lib/errors.js'
import { factVersion } from '../means.js'
import { type LinkTo, planPublication } from '../report/index.js'
import { type ReviewMeans, review } from '../review.js'
import { readSettings, settingsPath } from '../settings/index.js'
import type { Store } from '../store/index.js'
import { type Neighbourhood, readerOf } from '../workspace/index.js'

export type WorkParts = {
  readonly store: Store
  readonly mirrors: Mirrors
  readonly neighbourhood: Neighbourhood
  readonly means: ReviewMeans
  readonly remote: (repository: InstalledRepository) => Remote
  readonly linkTo: LinkTo
  /** Asks GitHub which repositories an installation covers. */
  readonly list: (installation: number) => Promise<readonly InstalledRepository[]>
}

/** Snapshots of other versions, and halves of a stopped one, are kept so long: instances of two releases may run together. */
const keepOldMs = 7 * 24 * 60 * 60_000

/** What the app does with the rest of the house: it reviews, indexes and forgets, and never speaks to GitHub itself. */
export function createWork(parts: WorkParts): AppWork {
  return {
    review: (pull, signal) => reviewPull(parts, pull, signal),
    reviewGroup: (group, signal) => reviewGroup(parts, group, signal),
    index: async (job) => {
      const repository = await known(parts, job)
      const branch = `refs/heads/${repository.defaultBranch}`
      const git = await parts.mirrors.open(repository.name, parts.remote(repository), [branch])
      parts.neighbourhood.moved(repository.name)
      try {
        await parts.means.index.bring(git, await git.resolve(branch))
        await parts.store.index.prune(factVersion, new Date(Date.now() - keepOldMs))
      } finally {
        await git.close()
      }
    },
    forget: async ({ repositories }) => {
      for (const { name } of repositories ?? []) await parts.mirrors.remove(name)
    },
  }
}

async function reviewPull(parts: WorkParts, pull: PullRequest, signal: AbortSignal): Promise<Reviewed> {
  const target = { ...(await known(parts, pull)), private: pull.private }
  const refs = [`refs/heads/${pull.baseRef}`, `refs/pull/${pull.number}/head`]
  const git = await openWith(parts, target, { refs, commits: [pull.base, pull.head] })
  return closing([git], () =>
    reviewRange(parts, { target, git, base: pull.base, head: pull.head, intent: pull, signal }),
  )
}

type Wanted = { readonly refs: readonly string[]; readonly commits: readonly CommitId[] }

/** The repository with these commits in it, also those that a branch no longer holds because it was rewritten. */
async function openWith(
  { mirrors, remote }: WorkParts,
  target: InstalledRepository,
  { refs, commits }: Wanted,
): Promise<GitRepository> {
  const git = await mirrors.open(target.name, remote(target), refs)
  const absent = await Promise.all(commits.map(async (each) => ((await isKnown(git, each)) ? [] : [each])))
  if (absent.flat().length === 0) return git
  await git.close()
  return mirrors.open(target.name, remote(target), absent.flat())
}

async function isKnown(git: GitRepository, commit: CommitId): Promise<boolean> {
  try {
    await git.resolve(commit)
    return true
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

async function reviewGroup(parts: WorkParts, group: MergeGroupJob, signal: AbortSignal): Promise<Reviewed> {
  const target = await known(parts, group)
  const git = await parts.mirrors.open(target.name, parts.remote(target), [group.head, group.base])
  const intent = { title: `Merge group of ${group.baseRef}`, body: '' }
  return closing([git], () =>
    reviewRange(parts, { target, git, base: group.base, head: group.head, intent, signal }),
  )
}

type Range = {
  readonly target: InstalledRepository
  readonly git: GitRepository
  readonly base: CommitId
  readonly head: CommitId
  readonly intent: { readonly title: string; readonly body: string }
  readonly signal: AbortSignal
}

async function reviewRange(
  parts: WorkParts,
  { target, git, intent, signal, ...range }: Range,
): Promise<Reviewed> {
  const base = await git.resolve(range.base)
  const head = await git.resolve(range.head)
  // The base branch decides how it is reviewed: what a pull request says of its own review is not asked.
  const lines = await readerOf([git]).lines(git.name, base, settingsPath)
  const { settings, problems } = readSettings(lines?.join('\n') ?? null)
  if (!settings.enabled)
    throw new UserError('switched-off', `Switched off by \`enabled: false\` in \`${settingsPath}\`.`)
  const { neighbours, problems: unasked } = await parts.neighbourhood.around(target)
  const request = {
    git,
    base,
    head,
    neighbours,
    intent: { title: intent.title, body: intent.body },
    settings,
    problems: [...problems, ...unasked],
    signal,
  }
  const done = await closing(
    neighbours.map((each) => each.git),
    () => review(request, parts.means),
  )
  const options = { linkTo: parts.linkTo, comments: settings.comments.max }
  return { review: done.review, plan: planPublication(done.review, done.change.files, options) }
}

/** Does the work, and closes the repositories whatever becomes of it. */
async function closing<Value>(opened: readonly GitRepository[], work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } finally {
    await Promise.all(opened.map((git) => git.close()))
  }
}

/** The repository as the installation lists it: a delivery can come before the list does, so GitHub is asked then. */
async function known(
  { store, list }: WorkParts,
  { installation, repositoryId, repository }: RepositoryJob,
): Promise<InstalledRepository> {
  const found = await store.repositories.byId(repositoryId)
  if (found) return found
  const listed = await list(installation)
  await store.repositories.put(listed)
  const now = listed.find((each) => each.id === repositoryId)
  if (now) return now
  throw new UserError('not-installed', `Interlock is not installed on \`${repository}\`.`)
}

type RepositoryJob = {
  readonly installation: number
  readonly repositoryId: number
  readonly repository: string
}
