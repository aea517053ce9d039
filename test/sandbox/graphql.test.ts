import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { clientOf, type Started, startSandbox } from './start.js'

let started: Started
const repo = { owner: 'acme', repo: 'orders' }
const pull = { ...repo, pull_number: 1 }
const issue = { ...repo, issue_number: 1 }

beforeEach(async () => {
  started = await startSandbox()
})
afterEach(() => started.stop())

describe('GraphQL', () => {
  const query = `query($n: Int!) { repository(owner: "acme", name: "orders") { pullRequest(number: $n) {
    reviewThreads(first: 10) { nodes { id isResolved path comments(first: 1) { nodes { databaseId author { login } } } } }
  } } }`

  it('lists threads, folds comments away, and refuses to resolve for an app without contents: write', async () => {
    const { app, sandbox } = started
    await app.pulls.createReviewComment({
      ...pull,
      path: 'src/orders.ts',
      line: 3,
      body: 'b',
      commit_id: sandbox.pull('orders', 1).headSha,
    })
    const found = await app.graphql<Threads>(query, { n: 1 })
    const [thread] = found.repository.pullRequest.reviewThreads.nodes
    expect(thread).toMatchObject({ isResolved: false, path: 'src/orders.ts' })
    const resolve =
      'mutation($id: ID!) { resolveReviewThread(input: {threadId: $id}) { thread { isResolved } } }'
    await expect(app.graphql(resolve, { id: thread?.id })).rejects.toThrow(
      'Resource not accessible by integration',
    )
    const dana = clientOf(sandbox, sandbox.userToken('dana'))
    expect(await dana.graphql(resolve, { id: thread?.id })).toEqual({
      resolveReviewThread: { thread: { isResolved: true } },
    })
    const { data: comment } = await app.issues.createComment({ ...issue, body: 'old' })
    const fold = `mutation { minimizeComment(input: {subjectId: "${comment.node_id}", classifier: OUTDATED}) { minimizedComment { isMinimized } } }`
    expect(await app.graphql(fold)).toEqual({ minimizeComment: { minimizedComment: { isMinimized: true } } })
    await expect(app.graphql('{ viewer { shoeSize } }')).rejects.toThrow("Field 'shoeSize' doesn't exist")
  })

  type Threads = { repository: { pullRequest: { reviewThreads: { nodes: { id: string }[] } } } }
})
