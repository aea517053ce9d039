import { findCommit } from '../git/read.js'
import { type Files, setRef } from '../git/write.js'
import { notFound } from '../http/refusal.js'
import { pullShape } from '../shapes/pull.js'
import { type Pull, type Repository, timestamp, type User, userNamed, type World } from '../world.js'
import { announcePush, commitTo } from './push.js'

export type NewPull = {
  readonly title: string
  readonly branch: string
  readonly body?: string
  /** A login; `dana` when absent. */
  readonly author?: string
  readonly base?: string
  readonly draft?: boolean
  /** The owner of the fork that it comes from. */
  readonly fork?: string
  /** Committed to the branch first; absent: the branch is there already. */
  readonly files?: Files
  readonly message?: string
  readonly date?: Date
}

/** Opens a pull request and tells about it. */
export async function openPull(world: World, repository: Repository, wanted: NewPull): Promise<Pull> {
  const number = repository.pulls.size + 1
  const author = userNamed(world, wanted.author ?? 'dana')
  const head = await headFor(world, repository, wanted, number)
  const baseRef = wanted.base ?? repository.defaultBranch
  const baseSha = await findCommit(repository.directory, `refs/heads/${baseRef}`)
  if (baseSha === null) throw new Error(`There is no branch ${baseRef} to open a pull request against.`)
  const now = wanted.date ? wanted.date.toISOString().replace(/\.\d+Z$/, 'Z') : timestamp(world)
  const pull: Pull = {
    id: world.nextId() * 10,
    number,
    title: wanted.title,
    body: wanted.body ?? '',
    author,
    state: 'open',
    draft: wanted.draft ?? false,
    merged: false,
    locked: false,
    baseRef,
    baseSha,
    headRef: wanted.branch,
    headSha: head,
    fork: wanted.fork ?? null,
    createdAt: now,
    updatedAt: now,
    mergeableFor: null,
  }
  await setRef(repository.directory, `refs/pull/${number}/head`, head)
  repository.pulls.set(number, pull)
  announcePull(world, repository, pull, { action: 'opened', by: author })
  return pull
}

async function headFor(
  world: World,
  repository: Repository,
  wanted: NewPull,
  number: number,
): Promise<string> {
  const ref = wanted.fork ? `refs/pull/${number}/head` : `refs/heads/${wanted.branch}`
  const before = await findCommit(repository.directory, ref)
  if (!wanted.files) {
    if (before === null) throw new Error(`There is no branch ${wanted.branch} to open a pull request from.`)
    return before
  }
  const by = wanted.author ?? 'dana'
  const { files, branch } = wanted
  const message = wanted.message ?? wanted.title
  const commit = { branch, files, message, by, ...(wanted.date ? { date: wanted.date } : {}) }
  const head = await commitTo(world, repository, ref, commit)
  await announcePush(world, repository, { ref, before, head, by })
  return head
}

export type PullEvent = {
  readonly action: string
  readonly by: User
  readonly extra?: Readonly<Record<string, unknown>>
}

export function announcePull(world: World, repository: Repository, pull: Pull, event: PullEvent): void {
  const payload = { number: pull.number, pull_request: pullShape(world, repository, pull), ...event.extra }
  world.announce({ event: 'pull_request', action: event.action, repository, sender: event.by, payload })
}

/** What people do with a pull request besides pushing to it. */
export type PullStep = 'close' | 'reopen' | 'ready' | 'draft'

const steps = {
  close: { action: 'closed', change: { state: 'closed' } },
  reopen: { action: 'reopened', change: { state: 'open' } },
  ready: { action: 'ready_for_review', change: { draft: false } },
  draft: { action: 'converted_to_draft', change: { draft: true } },
} as const

export function stepPull(world: World, repository: Repository, number: number, step: PullStep): Pull {
  const pull = repository.pulls.get(number)
  if (!pull) throw notFound()
  Object.assign(pull, steps[step].change, { updatedAt: timestamp(world) })
  announcePull(world, repository, pull, { action: steps[step].action, by: pull.author })
  return pull
}

/** Points a pull request at another branch; the event is `edited` and says what the base was. */
export async function changeBase(
  world: World,
  repository: Repository,
  pull: Pull,
  base: string,
): Promise<void> {
  const changes = { base: { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } } }
  pull.baseRef = base
  pull.baseSha = (await findCommit(repository.directory, `refs/heads/${base}`)) ?? pull.baseSha
  announcePull(world, repository, pull, { action: 'edited', by: pull.author, extra: { changes } })
}
