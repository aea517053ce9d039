import type { RepositoryClient, RepositoryReference } from '../github/index.js'
import { hasStatus, type PublishContext } from '../github/index.js'
import { type JobRun, Permanent } from '../jobs/index.js'
import type { AppParts } from './parts.js'

/** A client that may write to a repository. Throws `Permanent` when the installation is gone or suspended. */
export async function writer(parts: AppParts, reference: RepositoryReference): Promise<RepositoryClient> {
  try {
    return await parts.github.client(reference, 'write')
  } catch (error) {
    if (!isGone(error)) throw error
    throw new Permanent('The installation is gone or suspended', { cause: error })
  }
}

/** How a job speaks about one pull request: only for as long as the job is the one that may. */
export function speaker(
  parts: AppParts,
  client: RepositoryClient,
  number: number,
  isCurrent: JobRun['isCurrent'],
): PublishContext {
  const { store, markerKeys, log, settleMs } = parts
  return {
    client,
    number,
    publications: store.publications,
    markerKeys,
    isCurrent,
    log,
    ...(settleMs === undefined ? {} : { settleMs }),
  }
}

/** The installation, the repository or what was asked for is no longer ours to see. */
export function isGone(error: unknown): boolean {
  return hasStatus(error, 401, 403, 404, 410, 451)
}
