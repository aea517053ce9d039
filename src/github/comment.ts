import { z } from 'zod'
import { understand } from './client/answer.js'
import type { RepositoryClient } from './client/client.js'

/** A comment of ours, wherever it stands. */
export type OwnComment = { readonly id: number; readonly body: string }

export const commentShape = z.object({
  id: z.number().int(),
  body: z.string().nullish(),
  user: z.object({ login: z.string(), type: z.string().nullish() }).nullish(),
  performed_via_github_app: z.object({ id: z.number() }).nullish(),
})

/** Comments of a pull request's conversation that our app wrote. */
export async function listOwnComments(
  client: RepositoryClient,
  number: number,
): Promise<readonly OwnComment[]> {
  const listed = await client.octokit.paginate(client.octokit.rest.issues.listComments, {
    ...client.at,
    issue_number: number,
    per_page: 100,
  })
  return ownOf(client, listed)
}

export async function createComment(client: RepositoryClient, number: number, body: string): Promise<number> {
  const response = await client.octokit.rest.issues.createComment({
    ...client.at,
    issue_number: number,
    body,
  })
  return understand(commentShape, response, 'the creation of a comment').id
}

export async function updateComment(client: RepositoryClient, id: number, body: string): Promise<void> {
  await client.octokit.rest.issues.updateComment({ ...client.at, comment_id: id, body })
}

export async function deleteComment(client: RepositoryClient, id: number): Promise<void> {
  await client.octokit.rest.issues.deleteComment({ ...client.at, comment_id: id })
}

/** Those of the listed comments that we wrote: by our bot account, whose name nobody else can take. */
export function ownOf(client: RepositoryClient, listed: unknown): readonly OwnComment[] {
  return understand(z.array(commentShape), { data: listed }, 'the comments of a pull request')
    .filter(({ user }) => user?.login === client.identity.login && user.type !== 'User')
    .map(({ id, body }) => ({ id, body: body ?? '' }))
}
