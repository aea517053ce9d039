import { nodeId } from '../shapes/repository.js'
import type { Pull, Repository, ReviewComment, World } from '../world.js'

/** A thread of review comments: the first one and its replies. */
export type Thread = {
  readonly repository: Repository
  readonly root: ReviewComment
  readonly comments: readonly ReviewComment[]
}

export function threadsOf(repository: Repository, pull: Pull): Thread[] {
  const all = [...repository.reviewComments.values()].filter((each) => each.pull === pull.number)
  return all
    .filter((each) => each.replyTo === null)
    .map((root) => ({
      repository,
      root,
      comments: all.filter((each) => each === root || each.replyTo === root.id),
    }))
}

export function findThread(world: World, id: unknown): Thread | null {
  for (const repository of world.repositories.values()) {
    for (const pull of repository.pulls.values()) {
      const found = threadsOf(repository, pull).find((each) => threadId(each) === id)
      if (found) return found
    }
  }
  return null
}

export function threadId(thread: Thread): string {
  return nodeId('PRRT', thread.root.id)
}

/** A thread as GraphQL has it, every field that may be asked. */
export function threadNode(thread: Thread): Readonly<Record<string, unknown>> {
  const { root } = thread
  return {
    id: threadId(thread),
    isResolved: root.resolvedBy !== null,
    isOutdated: root.line === null,
    isCollapsed: root.resolvedBy !== null,
    resolvedBy: root.resolvedBy && { login: root.resolvedBy.login },
    path: root.path,
    line: root.line,
    originalLine: root.originalLine,
    startLine: root.startLine,
    diffSide: root.side,
    subjectType: 'LINE',
    viewerCanResolve: false,
    comments: connection(thread.comments.map(commentNode)),
  }
}

function commentNode(comment: ReviewComment): Readonly<Record<string, unknown>> {
  return {
    id: nodeId('PRRC', comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    author: { __typename: comment.user.type, login: comment.user.login.replace(/\[bot\]$/, '') },
    createdAt: comment.createdAt,
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized?.toLowerCase() ?? null,
    outdated: comment.line === null,
    path: comment.path,
    line: comment.line,
  }
}

/** A list as GraphQL has it; cut to pages when it is selected. */
export function connection(nodes: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { nodes, totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: null } }
}
