import { z } from 'zod'
import type { PullRequest } from '../domain/pull.js'
import { understand } from './client/answer.js'
import type { RepositoryClient, RepositoryReference } from './client/client.js'

const side = z.object({
  ref: z.string(),
  sha: z.string(),
  // Null when the fork is gone.
  repo: z.object({ id: z.number(), full_name: z.string(), private: z.boolean() }).nullish(),
})

/** The part of GitHub's description of a pull request that we rely on; payloads and answers share it. */
export const pullShape = z.object({
  number: z.number().int(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  draft: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  user: z.object({ login: z.string() }).nullish(),
  base: side,
  head: side,
})

/** A pull request as it is now. Throws what Octokit throws; a 404 means that it, or our access to it, is gone. */
export async function getPullRequest(client: RepositoryClient, number: number): Promise<PullRequest> {
  const response = await client.octokit.rest.pulls.get({ ...client.at, pull_number: number })
  return pullRequestOf(client.reference, understand(pullShape, response, 'a pull request'))
}

/** Every open pull request, at most `limit`, the one that moved last first. */
export async function listOpenPullRequests(
  client: RepositoryClient,
  limit: number,
): Promise<readonly PullRequest[]> {
  const found: PullRequest[] = []
  const pages = client.octokit.paginate.iterator(client.octokit.rest.pulls.list, {
    ...client.at,
    state: 'open',
    sort: 'updated',
    direction: 'desc',
    per_page: Math.min(limit, 100),
  })
  for await (const page of pages) {
    const pulls = understand(z.array(pullShape), page, 'the open pull requests')
    found.push(...pulls.map((pull) => pullRequestOf(client.reference, pull)))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

function pullRequestOf(reference: RepositoryReference, pull: z.infer<typeof pullShape>): PullRequest {
  return {
    installation: reference.installation,
    // The name that GitHub gives now; the reference may be older than a rename.
    repository: pull.base.repo?.full_name ?? reference.repository,
    repositoryId: reference.repositoryId,
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    author: pull.user?.login ?? 'ghost',
    draft: pull.draft ?? false,
    open: pull.state === 'open',
    baseRef: pull.base.ref,
    base: pull.base.sha,
    head: pull.head.sha,
    headRef: pull.head.ref,
    fork: pull.head.repo?.id !== reference.repositoryId,
    // Unknown visibility is private: the careful side.
    private: pull.base.repo?.private ?? true,
    locked: pull.locked ?? false,
  }
}
