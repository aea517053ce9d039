import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type Started, startSandbox } from './start.js'

let started: Started
beforeAll(async () => {
  started = await startSandbox()
})
afterAll(() => started.stop())

type Ran = { readonly code: number; readonly err: string }

function git(args: readonly string[], token: string | null): Promise<Ran> {
  const header = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const env = {
    PATH: process.env['PATH'],
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...(token === null
      ? {}
      : { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.extraHeader', GIT_CONFIG_VALUE_0: header }),
  }
  return new Promise((resolve) => {
    execFile('git', [...args], { cwd: started.directory, env }, (error, _out, err) => {
      resolve({ code: error ? 1 : 0, err })
    })
  })
}

it('is cloned over http with a minted token, and the pull request can be fetched', async () => {
  const address = `${started.sandbox.url}/acme/orders.git`
  const token = started.sandbox.installationToken()
  expect(await git(['clone', '-q', address, 'clone'], token)).toEqual({ code: 0, err: '' })
  const clone = join(started.directory, 'clone')
  expect(await readFile(join(clone, 'openapi.yaml'), 'utf8')).toContain('openapi: 3.1.0')
  expect((await git(['-C', clone, 'fetch', '-q', 'origin', 'refs/pull/1/head'], token)).code).toBe(0)
})

it('can be cloned without its blobs, and any commit can be fetched by its id', async () => {
  const address = `${started.sandbox.url}/acme/orders.git`
  const token = started.sandbox.installationToken()
  expect((await git(['clone', '-q', '--bare', '--filter=blob:none', address, 'bare'], token)).code).toBe(0)
  const head = started.sandbox.pull('orders', 1).headSha
  expect(
    (await git(['-C', join(started.directory, 'bare'), 'fetch', '-q', 'origin', head], token)).code,
  ).toBe(0)
})

it('asks for a token where none or a wrong one is sent', async () => {
  const address = `${started.sandbox.url}/acme/orders.git`
  expect((await git(['ls-remote', address], null)).code).toBe(1)
  expect((await git(['ls-remote', address], 'ghs_71_wrong')).err).toMatch(
    /Authentication failed|could not read/,
  )
})

it('does not exist for a token of another repository, nor for one that may not read contents', async () => {
  const other = await started.sandbox.addRepository({ name: 'secrets' })
  const address = `${started.sandbox.url}/acme/orders.git`
  const narrowed = started.sandbox.installationToken(undefined, [other.id])
  expect((await git(['ls-remote', address], narrowed)).err).toContain('not found')
  const blind = started.sandbox.installationToken({ checks: 'write' })
  expect((await git(['ls-remote', address], blind)).err).toContain('not found')
})

it('cannot be pushed to', async () => {
  const token = started.sandbox.installationToken()
  const bare = started.sandbox.repository('orders').directory
  const pushed = await git(['-C', bare, 'push', `${started.sandbox.url}/acme/orders.git`, 'main:evil'], token)
  expect(pushed.err).toContain('403')
})

it.each([
  '/acme/..%2f..%2fetc.git/info/refs?service=git-upload-pack',
  '/../../etc/passwd.git/info/refs?service=git-upload-pack',
  '/acme/orders.git/../../../etc/passwd',
  '/acme/orders.git/config',
  '/acme/orders.git/objects/info/packs',
])('serves nothing outside of what a clone needs: %s', async (path) => {
  const auth = Buffer.from(`x-access-token:${started.sandbox.installationToken()}`).toString('base64')
  const answer = await fetch(`${started.sandbox.url}${path}`, { headers: { authorization: `Basic ${auth}` } })
  expect(answer.status).toBe(404)
})
