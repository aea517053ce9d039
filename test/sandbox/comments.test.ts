import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { refusalOf, type Started, startSandbox } from './start.js'

let started: Started
const repo = { owner: 'acme', repo: 'orders' }
const issue = { ...repo, issue_number: 1 }

beforeEach(async () => {
  started = await startSandbox()
})
afterEach(() => started.stop())

describe('comments', () => {
  it('are written, changed, reacted to and deleted', async () => {
    const { app } = started
    const { data: comment } = await app.issues.createComment({ ...issue, body: 'Two consumers break.' })
    await app.issues.updateComment({ ...repo, comment_id: comment.id, body: 'One consumer breaks.' })
    const eyes = { ...repo, comment_id: comment.id, content: 'eyes' as const }
    expect((await app.reactions.createForIssueComment(eyes)).status).toBe(201)
    expect((await app.reactions.createForIssueComment(eyes)).status).toBe(200)
    expect((await app.reactions.listForIssueComment({ ...repo, comment_id: comment.id })).data.length).toBe(1)
    expect((await app.issues.getComment({ ...repo, comment_id: comment.id })).data).toMatchObject({
      body: 'One consumer breaks.',
      user: { login: 'interlock[bot]', type: 'Bot' },
      reactions: { eyes: 1, total_count: 1 },
    })
    await app.issues.deleteComment({ ...repo, comment_id: comment.id })
    expect((await app.issues.listComments(issue)).data).toEqual([])
  })

  it('are changed by who wrote them alone, and refused on a locked conversation', async () => {
    const { app, sandbox } = started
    const comment_id = await sandbox.comment('orders', 1, 'dana', 'mine')
    expect((await refusalOf(app.issues.updateComment({ ...repo, comment_id, body: 'yours' }))).status).toBe(
      403,
    )
    sandbox.pull('orders', 1).locked = true
    expect((await refusalOf(app.issues.createComment({ ...issue, body: 'b' }))).status).toBe(403)
  })
})
