import type { InstalledRepository, PullRequest } from '../domain/pull.js'
import { listOpenPullRequests, listOwnCheckRuns, type RepositoryClient } from '../github/index.js'
import { priority } from '../jobs/index.js'
import { messageOf } from '../lib/errors.js'
import { RetryLater } from '../lib/retry-later.js'
import { installOf, reviewOf } from './events/index.js'
import type { AppParts } from './parts.js'
import { isGone } from './speak.js'

/** A round stays small beside the 5,000 requests an hour that an installation has. */
const repositoriesPerRound = 100
const pullsPerRepository = 100

/** A check that is pending for longer belongs to nobody any more. */
const pendingMs = 30 * 60_000

/**
 * Finds what no delivery told us: we were down, GitHub gave up, a delivery was lost. Installations we do not know are
 * learnt, and open pull requests whose head lacks our completed check are reviewed. Many repositories take turns.
 */
export function createReconciler(parts: AppParts, clock: () => number = Date.now): () => Promise<void> {
  let next = 0
  return async () => {
    const installations = await parts.github.installations()
    for (const installation of installations) await parts.store.jobs.enqueue(installOf(installation))
    const known = await Promise.all(
      installations.map((each) => parts.store.repositories.ofInstallation(each)),
    )
    const repositories = known.flat()
    if (next >= repositories.length) next = 0
    const turn = repositories.slice(next, next + repositoriesPerRound)
    next += turn.length
    for (const repository of turn) await reconcileOrSkip(parts, repository, clock())
    parts.wake()
  }
}

/** One repository that cannot be asked does not stop the others; a rate limit stops the round. */
async function reconcileOrSkip(parts: AppParts, repository: InstalledRepository, now: number): Promise<void> {
  try {
    await reconcile(parts, repository, now)
  } catch (error) {
    if (error instanceof RetryLater) throw error
    if (!isGone(error)) {
      parts.log.warn({ repository: repository.id, error: messageOf(error) }, 'not reconciled')
    }
  }
}

async function reconcile(parts: AppParts, repository: InstalledRepository, now: number): Promise<void> {
  const { installation, id: repositoryId, name } = repository
  const reference = { installation, repositoryId, repository: name }
  const client = await parts.github.client(reference, 'write')
  for (const pull of await listOpenPullRequests(client, pullsPerRepository)) {
    if (await isChecked(parts, client, pull, now)) continue
    await parts.store.jobs.enqueue(reviewOf({ ...reference, number: pull.number }, priority.reconcile))
  }
}

/** The outbox knows without a request; GitHub is only asked where it does not. */
async function isChecked(
  { store }: AppParts,
  client: RepositoryClient,
  pull: PullRequest,
  now: number,
): Promise<boolean> {
  const said = await store.publications.of(pull.repositoryId, pull.number)
  if (said.some((each) => each.key === `check:Interlock:${pull.head}` && each.digest === 'completed'))
    return true
  const run = (await listOwnCheckRuns(client, pull.head)).find((each) => each.name === 'Interlock')
  if (!run) return false
  return run.status === 'completed' || now - (run.startedAt?.getTime() ?? 0) < pendingMs
}
