import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Started, startSandbox } from './start.js'

let started: Started
const attack = `<script>alert(1)</script> <img src=x onerror=alert(2)> [link](javascript:alert(3)) "'>`
const repo = { owner: 'acme', repo: 'orders' }

beforeAll(async () => {
  started = await startSandbox()
})
afterAll(() => started.stop())

async function page(
  path = '/acme/orders/pull/1',
): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await fetch(`${started.sandbox.url}${path}`)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

function postComment(headers: Record<string, string>, body: string): Promise<number> {
  const { port } = new URL(started.sandbox.url)
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
  return new Promise((resolve, reject) => {
    const path = '/acme/orders/pull/1/comments'
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers: form }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject).end(new URLSearchParams({ body }).toString())
  })
}

describe('the page of a pull request', () => {
  it('shows its title, threads on their lines, checks and annotations, commits and files', async () => {
    const { app, sandbox } = started
    const head_sha = sandbox.pull('orders', 1).headSha
    const comments = [
      { path: 'src/orders.ts', line: 3, side: 'RIGHT' as const, body: 'billing reads `line 3`.' },
    ]
    await app.pulls.createReview({ ...repo, pull_number: 1, event: 'COMMENT', body: 'Look.', comments })
    const annotation = {
      path: 'src/orders.ts',
      start_line: 25,
      end_line: 25,
      annotation_level: 'failure' as const,
      message: 'web breaks',
    }
    const output = { title: '1 finding blocks', summary: '### Two consumers', annotations: [annotation] }
    await app.checks.create({
      ...repo,
      head_sha,
      name: 'Interlock',
      status: 'completed',
      conclusion: 'failure',
      output,
    })
    const { text } = await page()
    for (const part of [
      'Say total',
      '<code>line 3</code>',
      '1 finding blocks',
      '<h3>Two consumers</h3>',
      'Merging is held',
    ]) {
      expect(text).toContain(part)
    }
    const changed = text.slice(text.indexOf('id="files"'))
    expect(changed).toMatch(/line 3 changed<\/span><\/td><\/tr>\s*<tr class="note">[\s\S]*?billing reads/)
    expect(changed).toMatch(/line 25 changed<\/span><\/td><\/tr>\s*<tr class="note">[\s\S]*?web breaks/)
  })

  it('shows what an attacker wrote as text, wherever it was written', async () => {
    const { app, sandbox } = started
    const head_sha = sandbox.pull('orders', 1).headSha
    await sandbox.openPullRequest('orders', {
      title: attack,
      body: attack,
      branch: 'evil',
      author: 'mallory',
      files: { '<b>.md': attack },
    })
    await sandbox.comment('orders', 1, 'mallory', attack)
    const annotations = [
      {
        path: attack,
        start_line: 1,
        end_line: 1,
        annotation_level: 'notice' as const,
        message: attack,
        title: attack,
      },
    ]
    await app.checks.create({
      ...repo,
      head_sha,
      name: attack,
      output: { title: attack, summary: attack, annotations },
    })
    for (const path of ['/', '/acme/orders/pull/1', '/acme/orders/pull/2']) {
      const { text } = await page(path)
      expect(text).not.toMatch(/<script>|<img|href="javascript|onerror=alert\(2\)>/)
      expect(text).toContain('&lt;script&gt;alert(1)')
    }
  })

  it('lets nothing run that is written into it, and nobody frame it', async () => {
    const { headers } = await page()
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('tells by its state that something has changed', async () => {
    const before = (await page('/acme/orders/pull/1/state')).text
    expect((await page('/acme/orders/pull/1/state')).text).toBe(before)
    await started.sandbox.comment('orders', 1, 'dana', 'more')
    expect((await page('/acme/orders/pull/1/state')).text).not.toBe(before)
  })

  it('is not there for what is not there', async () => {
    for (const path of [
      '/acme/orders/pull/99',
      '/acme/nothing/pull/1',
      '/acme/orders/blob/main/../../config',
      '/acme/orders/blob/--help/x',
    ]) {
      expect((await page(path)).status).toBe(404)
    }
  })

  it('shows a file with lines that can be linked to', async () => {
    const { text } = await page('/acme/orders/blob/main/src/orders.ts')
    expect(text).toContain('<tr id="L30"><td class="number">30</td><td class="code">line 30</td></tr>')
  })
})

describe('the comment box', () => {
  const count = (): number => started.sandbox.repository('orders').comments.size

  it('writes as dana', async () => {
    expect(await postComment({ origin: started.sandbox.url }, '/recheck')).toBe(303)
    expect([...started.sandbox.repository('orders').comments.values()].at(-1)).toMatchObject({
      body: '/recheck',
      user: { login: 'dana' },
    })
  })

  it('does not hear forms of other sites, nor requests under another name', async () => {
    const before = count()
    expect(await postComment({ origin: 'https://evil.example' }, 'x')).toBe(403)
    expect(await postComment({}, 'x')).toBe(403)
    expect(await postComment({ host: 'evil.example', origin: 'http://evil.example' }, 'x')).toBe(404)
    expect(count()).toBe(before)
  })
})
