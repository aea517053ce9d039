import type { RepositoryClient } from './client/client.js'

/** 👀 we saw it, 🚀 it is done, 😕 it could not be done. */
export type Reaction = 'eyes' | 'rocket' | 'confused'

/** Leaves a reaction on a comment. GitHub keeps one of a kind from each account, so this can be repeated. */
export async function react(client: RepositoryClient, comment: number, reaction: Reaction): Promise<void> {
  await client.octokit.rest.reactions.createForIssueComment({
    ...client.at,
    comment_id: comment,
    content: reaction,
  })
}
