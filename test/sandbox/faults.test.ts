import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { refusalOf, type Started, startSandbox } from './start.js'

let started: Started
const comment = { owner: 'acme', repo: 'orders', issue_number: 1, body: 'Two consumers break.' }
const match = 'POST /repos/acme/orders/issues/1/comments'

beforeEach(async () => {
  started = await startSandbox()
})
afterEach(() => started.stop())

const count = (): number => started.sandbox.repository('orders').comments.size

it('refuses with a status, as often as it was told, and applies nothing', async () => {
  started.sandbox.fault({ match, kind: 'status', status: 503, times: 2 })
  expect((await refusalOf(started.app.issues.createComment(comment))).status).toBe(503)
  expect((await refusalOf(started.app.issues.createComment(comment))).status).toBe(503)
  expect(count()).toBe(0)
  await started.app.issues.createComment(comment)
  expect(count()).toBe(1)
})

it('applies a write and then loses the answer, which the ledger knows', async () => {
  started.sandbox.fault({ match, kind: 'applied-then-502' })
  expect((await refusalOf(started.app.issues.createComment(comment))).status).toBe(502)
  expect(count()).toBe(1)
  expect(started.sandbox.ledger.applied(/comments$/)).toMatchObject([
    { method: 'POST', actor: 'interlock[bot]', body: { body: comment.body }, status: 201, answered: false },
  ])
})

it('cuts a connection before anything happens, and an answer in its middle after it did', async () => {
  started.sandbox.fault({ match, kind: 'reset' })
  await expect(started.app.issues.createComment(comment)).rejects.toThrow()
  expect(count()).toBe(0)
  started.sandbox.fault({ match, kind: 'truncate' })
  // Octokit takes a body that was cut for an empty one.
  expect(await started.app.issues.createComment(comment)).toMatchObject({ status: 201, data: '' })
  expect(count()).toBe(1)
})

it('never answers, or late', async () => {
  started.sandbox.fault({ match: /GET .*pulls/, kind: 'hang' })
  const signal = AbortSignal.timeout(100)
  const repo = { owner: 'acme', repo: 'orders' }
  await expect(started.app.pulls.list({ ...repo, request: { signal } })).rejects.toThrow()
  started.sandbox.fault({ match: /GET .*pulls/, kind: 'slow', milliseconds: 120 })
  const before = performance.now()
  await started.app.pulls.list(repo)
  expect(performance.now() - before).toBeGreaterThan(110)
})

it('answers with a page where JSON is due', async () => {
  started.sandbox.fault({ match, kind: 'html' })
  const { data } = await started.app.issues.createComment(comment)
  expect(data).toContain('<!doctype html>')
  expect(count()).toBe(1)
})

it('has enough of a sender, with and without saying for how long', async () => {
  started.sandbox.fault({ match, kind: 'secondary-limit', retryAfterSeconds: 60 })
  const refused = await started.app.issues.createComment(comment).catch((error: unknown) => error)
  expect(refused).toMatchObject({ status: 403, response: { headers: { 'retry-after': '60' } } })
  started.sandbox.fault({ match, kind: 'secondary-limit' })
  const again = await started.app.issues.createComment(comment).catch((error: unknown) => error)
  expect(again).toMatchObject({ message: expect.stringContaining('secondary rate limit') })
})

it('meets git as well', async () => {
  started.sandbox.fault({ match: /info\/refs/, kind: 'status', status: 500 })
  const answer = await fetch(`${started.sandbox.url}/acme/orders.git/info/refs?service=git-upload-pack`)
  expect(answer.status).toBe(500)
})
