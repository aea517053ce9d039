import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { listenForWebhooks, type Started, startSandbox } from './start.js'

let started: Started
let app: Awaited<ReturnType<typeof listenForWebhooks>>

beforeAll(async () => {
  started = await startSandbox()
  app = await listenForWebhooks()
  started.sandbox.setWebhook(app.url)
})
afterAll(async () => {
  await started.stop()
  app.server.close()
})

/** The events that one action sends, as `event.action`. */
async function told(action: () => Promise<unknown>): Promise<string[]> {
  app.received.length = 0
  await action()
  return app.received.map(({ headers, body }) => {
    const { action } = JSON.parse(body)
    return [headers['x-github-event'], action].filter(Boolean).join('.')
  })
}

it('signs what it sends, and names the installation and the repository', async () => {
  await told(() => started.sandbox.comment('orders', 1, 'dana', '/recheck'))
  const [received] = app.received
  const secret = started.sandbox.asApp().webhookSecret
  const signature = createHmac('sha256', secret)
    .update(received?.body ?? '')
    .digest('hex')
  expect(received?.headers['x-hub-signature-256']).toBe(`sha256=${signature}`)
  expect(received?.headers['x-github-delivery']).toMatch(/^[0-9a-f-]{36}$/)
  expect(JSON.parse(received?.body ?? '')).toMatchObject({
    action: 'created',
    installation: { id: 7100 },
    repository: { full_name: 'acme/orders', private: true },
    issue: { number: 1, pull_request: { url: expect.stringContaining('/pulls/1') } },
    comment: { body: '/recheck', user: { login: 'dana', type: 'User' } },
    sender: { login: 'dana' },
  })
})

it('sends for each action what GitHub would send', async () => {
  const { sandbox } = started
  const files = { 'src/more.ts': 'export {}\n' }
  expect(await told(() => sandbox.pushTo('orders', { branch: 'total', files, message: 'More' }))).toEqual([
    'push',
    'check_suite.requested',
    'pull_request.synchronize',
  ])
  expect(await told(() => sandbox.stepPullRequest('orders', 1, 'close'))).toEqual(['pull_request.closed'])
  expect(await told(() => sandbox.stepPullRequest('orders', 1, 'reopen'))).toEqual(['pull_request.reopened'])
  expect(await told(() => sandbox.stepPullRequest('orders', 1, 'ready'))).toEqual([
    'pull_request.ready_for_review',
  ])
  expect(await told(() => sandbox.changeBase('orders', 1, 'main'))).toEqual(['pull_request.edited'])
  expect(await told(() => sandbox.mergeGroup('orders', [1]))).toEqual(['merge_group.checks_requested'])
  expect(await told(() => sandbox.rerequestSuite('orders', sandbox.pull('orders', 1).headSha))).toEqual([
    'check_suite.rerequested',
  ])
  expect(await told(() => sandbox.changeInstallation('suspend'))).toEqual(['installation.suspend'])
  expect(await told(() => sandbox.changeInstallation('unsuspend'))).toEqual(['installation.unsuspend'])
})

it('tells the app of what the app itself writes, as GitHub does', async () => {
  const head_sha = started.sandbox.pull('orders', 1).headSha
  const repo = { owner: 'acme', repo: 'orders' }
  const events = await told(async () => {
    await started.app.checks.create({
      ...repo,
      head_sha,
      name: 'Interlock',
      status: 'completed',
      conclusion: 'success',
    })
    await started.app.issues.createComment({ ...repo, issue_number: 1, body: 'Nothing breaks.' })
    await started.sandbox.settled()
  })
  expect(events).toEqual(['check_run.created', 'issue_comment.created'])
  expect(JSON.parse(app.received[1]?.body ?? '')).toMatchObject({
    sender: { type: 'Bot', login: 'interlock[bot]' },
  })
})

it('keeps a failed delivery in its log and sends it again under the same GUID', async () => {
  const { sandbox } = started
  sandbox.pauseWebhooks(true)
  await sandbox.comment('orders', 1, 'dana', 'lost')
  sandbox.pauseWebhooks(false)
  const lost = sandbox.deliveries.at(-1)
  expect(lost).toMatchObject({ status: 0, event: 'issue_comment', redelivery: false })
  app.received.length = 0
  if (lost) await sandbox.redeliver(lost)
  expect(app.received[0]?.headers['x-github-delivery']).toBe(lost?.guid)
  expect(app.received[0]?.body).toBe(lost?.payload)
  expect(sandbox.deliveries.at(-1)).toMatchObject({ status: 202, redelivery: true })
})
