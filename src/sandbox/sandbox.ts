import { join } from 'node:path'
import { type MergeGroup, mergePull, queueMerge } from './actions/merge.js'
import { changeBase, type NewPull, openPull, type PullStep, stepPull } from './actions/pull-requests.js'
import { commitTo, type Push, push } from './actions/push.js'
import { createRepository } from './git/write.js'
import { setResolved } from './graphql/execute.js'
import { threadsOf } from './graphql/threads.js'
import { Host, type HostOptions } from './host.js'
import { announceRun } from './rest/check-runs.js'
import { addComment } from './rest/issue-comments.js'
import { reply } from './rest/review-comments.js'
import { checkSuiteShape } from './shapes/check.js'
import { repositoryShape } from './shapes/repository.js'
import { threadText } from './thread.js'
import { type Level, type Pull, type Repository, userNamed } from './world.js'

export type SandboxOptions = HostOptions & {
  /** Where the git repositories are kept. */
  readonly directory: string
}

export type NewRepository = {
  readonly name: string
  readonly owner?: string
  readonly private?: boolean
  readonly description?: string
  /** Absent: the app is installed on it. */
  readonly installed?: boolean
}

/** Starts a GitHub of your own on loopback. It knows nobody and nothing yet but its organisation and its app. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = new Sandbox(options)
  await sandbox.listen(options.port ?? 0)
  return sandbox
}

/** What people do on GitHub, over a machine that answers as it does. Every action waits until the app has been told. */
export class Sandbox extends Host {
  readonly #directory: string

  constructor(options: SandboxOptions) {
    super(options)
    this.#directory = options.directory
  }

  async addRepository(wanted: NewRepository): Promise<Repository> {
    const owner = wanted.owner ?? this.world.organisation.login
    const repository: Repository = {
      id: this.world.nextId(),
      owner,
      name: wanted.name,
      directory: join(this.#directory, owner, `${wanted.name}.git`),
      defaultBranch: 'main',
      private: wanted.private ?? true,
      description: wanted.description ?? '',
      installed: wanted.installed ?? true,
      levels: new Map(),
      pulls: new Map(),
      comments: new Map(),
      reviews: new Map(),
      reviewComments: new Map(),
      suites: new Map(),
      checkRuns: new Map(),
    }
    await createRepository(repository.directory, repository.defaultBranch)
    this.world.repositories.set(`${owner}/${wanted.name}`, repository)
    return repository
  }

  /** `orders` or `acme/orders`. Throws when there is none. */
  repository(name: string): Repository {
    const full = name.includes('/') ? name : `${this.world.organisation.login}/${name}`
    const found = this.world.repositories.get(full)
    if (!found) throw new Error(`There is no repository ${full} in the sandbox.`)
    return found
  }

  pull(name: string, number: number): Pull {
    const found = this.repository(name).pulls.get(number)
    if (!found) throw new Error(`There is no pull request ${name}#${number} in the sandbox.`)
    return found
  }

  setPermission(name: string, login: string, level: Level): void {
    userNamed(this.world, login)
    this.repository(name).levels.set(login, level)
  }

  /** A commit that nobody is told about: history from before the app came. */
  commit(name: string, wanted: Push): Promise<string> {
    return commitTo(this.world, this.repository(name), `refs/heads/${wanted.branch}`, wanted)
  }

  pushTo(name: string, wanted: Push): Promise<string> {
    return this.#told(push(this.world, this.repository(name), wanted))
  }

  openPullRequest(name: string, wanted: NewPull): Promise<Pull> {
    return this.#told(openPull(this.world, this.repository(name), wanted))
  }

  stepPullRequest(name: string, number: number, step: PullStep): Promise<Pull> {
    return this.#told(stepPull(this.world, this.repository(name), number, step))
  }

  closePullRequest(name: string, number: number): Promise<Pull> {
    return this.stepPullRequest(name, number, 'close')
  }

  changeBase(name: string, number: number, base: string): Promise<void> {
    return this.#told(changeBase(this.world, this.repository(name), this.pull(name, number), base))
  }

  mergePullRequest(name: string, number: number, by = 'dana'): Promise<string> {
    return this.#told(mergePull(this.world, this.repository(name), this.pull(name, number), by))
  }

  mergeGroup(name: string, numbers: readonly number[]): Promise<MergeGroup> {
    const pulls = numbers.map((number) => this.pull(name, number))
    return this.#told(queueMerge(this.world, this.repository(name), pulls))
  }

  /** Somebody writes below a pull request. Gives the comment's id. */
  comment(name: string, number: number, by: string, body: string): Promise<number> {
    const found = { repository: this.repository(name), pull: this.pull(name, number) }
    return this.#told(addComment(this.world, found, userNamed(this.world, by), body).id)
  }

  /** Somebody answers in a thread, named by any of its comments. */
  replyTo(name: string, comment: number, by: string, body: string): Promise<number> {
    const repository = this.repository(name)
    const to = repository.reviewComments.get(comment)
    if (!to) throw new Error(`There is no review comment ${comment} in ${name}.`)
    const found = { repository, pull: this.pull(name, to.pull) }
    return this.#told(reply(this.world, found, to, { user: userNamed(this.world, by), body }).id)
  }

  /** Somebody resolves the thread that a comment belongs to; null reopens it. */
  resolveThread(name: string, comment: number, by: string | null): Promise<void> {
    const repository = this.repository(name)
    const pulls = [...repository.pulls.values()]
    const all = pulls.flatMap((pull) => threadsOf(repository, pull))
    const found = all.find((each) => each.comments.some((one) => one.id === comment))
    if (!found) throw new Error(`There is no thread of comment ${comment} in ${name}.`)
    return this.#told(setResolved(this.world, found, by === null ? null : userNamed(this.world, by)))
  }

  /** Somebody presses "Re-run" on a check run. GitHub does not touch the run itself. */
  rerequest(name: string, checkRun: number): Promise<void> {
    const repository = this.repository(name)
    const run = repository.checkRuns.get(checkRun)
    if (!run) throw new Error(`There is no check run ${checkRun} in ${name}.`)
    return this.#told(announceRun(this.world, repository, run, 'rerequested'))
  }

  /** Somebody presses "Re-run all checks". */
  rerequestSuite(name: string, head: string): Promise<void> {
    const repository = this.repository(name)
    const suite = [...repository.suites.values()].find((each) => each.head === head)
    if (!suite) throw new Error(`There is no check suite at ${head} in ${name}.`)
    const payload = { check_suite: checkSuiteShape(this.world, repository, suite) }
    const sender = userNamed(this.world, 'dana')
    return this.#told(
      this.world.announce({ event: 'check_suite', action: 'rerequested', repository, sender, payload }),
    )
  }

  /** The app is installed (`created`), or taken away (`deleted`), or `suspend`ed. */
  changeInstallation(action: 'created' | 'deleted' | 'suspend' | 'unsuspend'): Promise<void> {
    const { installation, organisation } = this.world
    installation.deleted = action === 'deleted'
    installation.suspended = action === 'suspend'
    const repositories = [...this.world.repositories.values()].map((each) =>
      repositoryShape(this.world, each),
    )
    const payload = { installation: { account: { login: organisation.login } }, repositories }
    const told = { event: 'installation', action, repository: null, sender: organisation, payload }
    return this.#told(this.world.announce(told))
  }

  /** Everything on a pull request as text, for reading and for snapshots. */
  thread(name: string, number: number): string {
    return threadText({ repository: this.repository(name), pull: this.pull(name, number) })
  }

  async #told<T>(done: T | Promise<T>): Promise<T> {
    const value = await done
    await this.settled()
    return value
  }
}
