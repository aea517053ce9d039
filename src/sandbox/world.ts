import type { KeyObject } from 'node:crypto'

/** What somebody may do on a repository, GitHub's role names from most to least. */
export type Level = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'

export type User = {
  readonly id: number
  readonly login: string
  readonly name: string
  readonly type: 'User' | 'Bot' | 'Organization'
}

/** Permissions as an installation grants them: `{ checks: 'write' }`. */
export type Grants = Readonly<Record<string, 'read' | 'write'>>

export type RegisteredApp = {
  readonly id: number
  readonly slug: string
  readonly bot: User
  readonly publicKey: KeyObject
  readonly permissions: Grants
  readonly events: readonly string[]
}

export type Repository = {
  readonly id: number
  readonly owner: string
  readonly name: string
  /** The bare repository on disk. */
  readonly directory: string
  readonly defaultBranch: string
  readonly private: boolean
  readonly description: string
  /** Whether the app is installed on it. */
  installed: boolean
  readonly levels: Map<string, Level>
  readonly pulls: Map<number, Pull>
  readonly comments: Map<number, IssueComment>
  readonly reviews: Map<number, Review>
  readonly reviewComments: Map<number, ReviewComment>
  readonly suites: Map<number, CheckSuite>
  readonly checkRuns: Map<number, CheckRun>
}

export type Pull = {
  readonly id: number
  readonly number: number
  title: string
  body: string
  readonly author: User
  state: 'open' | 'closed'
  draft: boolean
  merged: boolean
  locked: boolean
  baseRef: string
  baseSha: string
  readonly headRef: string
  headSha: string
  /** The owner of the fork it comes from; null for a branch of the repository itself. */
  readonly fork: string | null
  readonly createdAt: string
  updatedAt: string
  /** GitHub works out mergeability when it is first asked for a head, and answers null meanwhile. */
  mergeableFor: string | null
}

export type Reaction = { readonly id: number; readonly user: User; readonly content: string }

type Remark = {
  readonly id: number
  readonly user: User
  body: string
  readonly createdAt: string
  updatedAt: string
  readonly reactions: Reaction[]
  minimized: string | null
}

export type IssueComment = Remark & { readonly pull: number }

export type Review = {
  readonly id: number
  readonly pull: number
  readonly user: User
  body: string
  state: 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED' | 'PENDING'
  readonly commit: string
  readonly submittedAt: string
}

export type Side = 'LEFT' | 'RIGHT'

export type ReviewComment = Remark & {
  readonly pull: number
  readonly review: number
  /** The first comment of its thread; null for that one. */
  readonly replyTo: number | null
  readonly path: string
  /** Null when it is outdated: the line has changed since. */
  line: number | null
  readonly originalLine: number
  startLine: number | null
  readonly originalStartLine: number | null
  readonly side: Side
  readonly startSide: Side | null
  readonly hunk: string
  readonly originalCommit: string
  commit: string
  /** Of the thread; kept on its first comment. */
  resolvedBy: User | null
}

export type CheckSuite = {
  readonly id: number
  readonly head: string
  readonly branch: string
  readonly createdAt: string
}

export type CheckRun = {
  readonly id: number
  readonly suite: number
  readonly head: string
  name: string
  externalId: string
  detailsUrl: string | null
  status: string
  conclusion: string | null
  startedAt: string
  completedAt: string | null
  title: string | null
  summary: string | null
  text: string | null
  readonly annotations: Readonly<Record<string, unknown>>[]
  actions: readonly unknown[]
}

/** Something that GitHub would tell an app about. */
export type Happening = {
  readonly event: string
  readonly action: string | null
  readonly repository: Repository | null
  readonly sender: User
  readonly payload: Readonly<Record<string, unknown>>
}

/** Everything there is: one organisation, one app installed on it. */
export type World = {
  readonly organisation: User
  readonly app: RegisteredApp
  readonly installation: { readonly id: number; suspended: boolean; deleted: boolean }
  readonly users: Map<string, User>
  readonly repositories: Map<string, Repository>
  /** Where it answers: `http://127.0.0.1:4000`, without a slash at the end. Set when the server listens. */
  site: string
  readonly now: () => Date
  readonly nextId: () => number
  readonly announce: (happening: Happening) => void
}

export function fullName(repository: Repository): string {
  return `${repository.owner}/${repository.name}`
}

export function timestamp(world: World): string {
  return world
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
}

/** What a user may do: what was given to them, else what everybody may do on a public repository. */
export function levelOf(repository: Repository, login: string): Level {
  return repository.levels.get(login) ?? (repository.private ? 'none' : 'read')
}

/** The user of that name, who joins when new. */
export function userNamed(world: World, login: string): User {
  const known = world.users.get(login)
  if (known) return known
  const user: User = {
    id: world.nextId(),
    login,
    name: login,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
  }
  world.users.set(login, user)
  return user
}
