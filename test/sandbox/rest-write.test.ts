import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { clientOf, refusalOf, type Started, startSandbox } from './start.js'

let started: Started
let head_sha: string
const repo = { owner: 'acme', repo: 'orders' }
const pull = { ...repo, pull_number: 1 }

beforeEach(async () => {
  started = await startSandbox()
  head_sha = started.sandbox.pull('orders', 1).headSha
})
afterEach(() => started.stop())

describe('check runs', () => {
  const annotation = {
    path: 'src/orders.ts',
    start_line: 3,
    end_line: 3,
    annotation_level: 'failure' as const,
    message: 'Breaks billing',
  }
  const output = { title: 'Two consumers', summary: 'They read `total`.' }

  it('are created, filled in steps, completed, and found by their commit', async () => {
    const { app } = started
    const { data: run } = await app.checks.create({ ...repo, head_sha, name: 'Interlock', status: 'queued' })
    const update = { ...repo, check_run_id: run.id }
    await app.checks.update({
      ...update,
      status: 'in_progress',
      output: { ...output, annotations: [annotation] },
    })
    const done = { ...output, annotations: [{ ...annotation, start_line: 25, end_line: 25 }] }
    await app.checks.update({ ...update, conclusion: 'failure', output: done })
    const { data } = await app.checks.get(update)
    expect(data).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      output: { annotations_count: 2 },
    })
    expect((await app.checks.listAnnotations(update)).data.map((each) => each.start_line)).toEqual([3, 25])
    const { data: found } = await app.checks.listForRef({ ...repo, ref: head_sha, check_name: 'Interlock' })
    expect(found).toMatchObject({ total_count: 1, check_runs: [{ id: run.id, app: { slug: 'interlock' } }] })
    const { data: suites } = await app.checks.listSuitesForRef({ ...repo, ref: head_sha })
    expect(suites.check_suites).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })

  it.each([
    ['51 annotations', { output: { ...output, annotations: Array.from({ length: 51 }, () => annotation) } }],
    ['a summary of 65,536 characters', { output: { title: 't', summary: 's'.repeat(65_536) } }],
    [
      'four actions',
      { actions: ['a', 'b', 'c', 'd'].map((label) => ({ label, description: '', identifier: label })) },
    ],
    ['a label of 21 characters', { actions: [{ label: 'a'.repeat(21), description: '', identifier: 'a' }] }],
    ['an unknown key', { sumary: 'oops' }],
    ['an unknown conclusion', { conclusion: 'bad' }],
    ['completed without a conclusion', { status: 'completed' as const }],
    ['an output without a title', { output: { summary: 's' } }],
    [
      'columns over several lines',
      { output: { ...output, annotations: [{ ...annotation, end_line: 4, start_column: 1 }] } },
    ],
    ['a commit that is not there', { head_sha: 'f'.repeat(40) }],
  ])('are refused with %s', async (_name, wrong) => {
    const body = { name: 'Interlock', head_sha, ...wrong }
    const refused = await refusalOf(started.app.request('POST /repos/acme/orders/check-runs', body))
    expect(refused.status).toBe(422)
    expect(started.sandbox.repository('orders').checkRuns.size).toBe(0)
  })

  it('take 50 annotations and 65,535 characters', async () => {
    const annotations = Array.from({ length: 50 }, () => annotation)
    const full = { title: 't', summary: 's'.repeat(65_535), annotations }
    const { status } = await started.app.checks.create({ ...repo, head_sha, name: 'Interlock', output: full })
    expect(status).toBe(201)
  })

  it('are written by apps alone', async () => {
    const dana = clientOf(started.sandbox, started.sandbox.userToken('dana'))
    const refused = await refusalOf(dana.checks.create({ ...repo, head_sha, name: 'Interlock' }))
    expect(refused).toMatchObject({ status: 403, message: expect.stringContaining('GitHub App') })
  })
})

describe('reviews', () => {
  const good = { path: 'src/orders.ts', line: 3, side: 'RIGHT' as const, body: 'Billing reads this.' }

  it('stand with their comments on added, context and removed lines', async () => {
    const { app, sandbox } = started
    const comments = [
      good,
      { path: 'src/orders.ts', line: 3, side: 'LEFT' as const, body: 'It was here.' },
      {
        path: 'src/orders.ts',
        line: 27,
        start_line: 25,
        start_side: 'RIGHT' as const,
        side: 'RIGHT' as const,
        body: 'A range.',
      },
    ]
    const { data: review } = await app.pulls.createReview({
      ...pull,
      event: 'COMMENT',
      body: 'Look.',
      comments,
    })
    const { data: own } = await app.pulls.listCommentsForReview({ ...pull, review_id: review.id })
    expect(own.map((each) => [each.line, each.side])).toEqual([
      [3, 'RIGHT'],
      [3, 'LEFT'],
      [27, 'RIGHT'],
    ])
    expect((await app.pulls.listReviews(pull)).data).toMatchObject([{ body: 'Look.', state: 'COMMENTED' }])
    expect((await app.pulls.listReviewComments(pull)).data[0]?.diff_hunk).toMatch(/^@@ .*\+line 3 changed$/s)
    expect(sandbox.thread('orders', 1)).toContain(
      '[thread] src/orders.ts:3 (old)\n  interlock[bot]: It was here.',
    )
  })

  it.each([
    ['a line outside of every hunk', { line: 15 }],
    ['a line beyond the file', { line: 900 }],
    ['an added line on the old side', { path: 'docs/total.md', line: 1, side: 'LEFT' as const }],
    ['a context line on the old side', { line: 2, side: 'LEFT' as const }],
    ['a file that did not change', { path: 'openapi.yaml', line: 1 }],
    ['a range that ends where it starts', { start_line: 3 }],
    ['a range over two hunks', { line: 25, start_line: 3 }],
    ['an unknown key', { colour: 'red' }],
  ])('are refused as a whole for one comment on %s', async (_name, wrong) => {
    const comments = [good, { ...good, ...wrong }]
    const refused = await refusalOf(
      started.app.pulls.createReview({ ...pull, event: 'COMMENT', body: 'b', comments }),
    )
    expect(refused.status).toBe(422)
    expect(started.sandbox.repository('orders').reviewComments.size).toBe(0)
    expect(started.sandbox.repository('orders').reviews.size).toBe(0)
  })

  it('need a body when they have no comments', async () => {
    expect((await refusalOf(started.app.pulls.createReview({ ...pull, event: 'COMMENT' }))).status).toBe(422)
  })

  it('make threads that are answered, edited and deleted', async () => {
    const { app } = started
    const { data: root } = await app.pulls.createReviewComment({ ...pull, ...good, commit_id: head_sha })
    const { data: answer } = await app.pulls.createReplyForReviewComment({
      ...pull,
      comment_id: root.id,
      body: 'Fixed.',
    })
    expect(answer.in_reply_to_id).toBe(root.id)
    await app.pulls.updateReviewComment({ ...repo, comment_id: root.id, body: 'Changed.' })
    expect((await app.pulls.getReviewComment({ ...repo, comment_id: root.id })).data.body).toBe('Changed.')
    await app.pulls.deleteReviewComment({ ...repo, comment_id: answer.id })
    expect((await app.pulls.listReviewComments(pull)).data.length).toBe(1)
  })

  it('keep their comments on their lines after a push, and lose those whose line was changed', async () => {
    const { app, sandbox } = started
    const comments = [good, { ...good, line: 25 }]
    await app.pulls.createReview({ ...pull, event: 'COMMENT', body: 'b', comments })
    const { data: file } = await app.repos.getContent({ ...repo, path: 'src/orders.ts', ref: 'total' })
    const text = Buffer.from('content' in file ? file.content : '', 'base64').toString()
    const files = { 'src/orders.ts': `new first line\n${text.replace('line 25 changed', 'line 25 again')}` }
    await sandbox.pushTo('orders', { branch: 'total', files, message: 'Again' })
    expect((await app.pulls.listReviewComments(pull)).data.map((each) => each.line ?? null)).toEqual([
      4,
      null,
    ])
  })
})
