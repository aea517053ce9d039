import { z } from 'zod'
import { understand } from './client/answer.js'
import type { RepositoryClient } from './client/client.js'

const threadsQuery = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100) {
        nodes { id isResolved viewerCanResolve comments(first: 1) { nodes { databaseId } } }
      }
    }
  }
}`

const resolveMutation = `mutation ($thread: ID!) {
  resolveReviewThread(input: { threadId: $thread }) { thread { id } }
}`

const thread = z.object({
  id: z.string(),
  isResolved: z.boolean(),
  viewerCanResolve: z.boolean(),
  comments: z.object({ nodes: z.array(z.object({ databaseId: z.number().nullish() })) }),
})
const threadsShape = z.object({
  repository: z.object({
    pullRequest: z.object({ reviewThreads: z.object({ nodes: z.array(thread) }) }),
  }),
})

/** Resolves the thread that a comment opened, when GitHub says that we may; of the first hundred threads. */
export async function resolveThread(
  client: RepositoryClient,
  number: number,
  comment: number,
): Promise<void> {
  const answer = await client.octokit.graphql(threadsQuery, { ...client.at, number })
  const { nodes } = understand(threadsShape, { data: answer }, 'the threads').repository.pullRequest
    .reviewThreads
  const found = nodes.find((each) => each.comments.nodes[0]?.databaseId === comment)
  if (!found || found.isResolved || !found.viewerCanResolve) return
  await client.octokit.graphql(resolveMutation, { thread: found.id })
}
