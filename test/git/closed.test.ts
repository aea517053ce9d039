import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { Remote } from '../../src/git/git.js'
import { createRepository, runGit, temporaryFolder } from '../support/git.js'
import { commitTree, writeBlob, writeTree } from './support/evil.js'
import { hostOrders, mirrorsIn, token } from './support/remote.js'

const name = 'acme/orders'
const main = ['refs/heads/main']
const secret = Buffer.from(`x-access-token:${token}`).toString('base64')

type Process = { readonly pid: number; readonly command: string; readonly environment: string }

/** Only Linux shows what runs. */
const onLinux = existsSync('/proc/self') ? test : test.skip

/** The processes of this machine that have a word in their command line. */
function processesWith(word: string): readonly Process[] {
  const all = readdirSync('/proc').filter((each) => /^\d+$/.test(each))
  return all.flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      const environment = command.includes(word) ? readFileSync(`/proc/${pid}/environ`, 'utf8') : ''
      return command.includes(word) ? [{ pid: Number(pid), command, environment }] : []
    } catch {
      // It ended while we looked.
      return []
    }
  })
}

function everyFile(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.map((each) => join(folder, each)).filter((path) => statSync(path).isFile())
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not come to pass in five seconds')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('the token', () => {
  onLinux('is in no argument while git runs, and secrets of ours are in no environment', async () => {
    const { remote, server } = await hostOrders()
    process.env['WEBHOOK_SECRET'] = 'whsec'
    server.fault = 'hang'
    const mirrors = mirrorsIn()
    const opening = mirrors.open(name, remote, main)
    opening.catch(() => {})
    const host = new URL(remote.url).host
    await until(() => processesWith(host).length >= 2 && server.requests.length > 0)
    for (const each of processesWith(host)) {
      expect(each.command).not.toContain(token)
      expect(each.command).not.toContain(secret)
      expect(each.environment).not.toContain('whsec')
      expect(each.environment).not.toContain('HOME=/root')
    }
    await mirrors.close()
    await expect(opening).rejects.toMatchObject({ reason: 'stopped', retryable: true })
    delete process.env['WEBHOOK_SECRET']
  })

  test('is in no file of the mirror, in no log, and in no error', async () => {
    const { remote, server, orders } = await hostOrders()
    const directory = temporaryFolder()
    const log: unknown[] = []
    const take = (...line: readonly unknown[]) => void log.push(line)
    const mirrors = mirrorsIn(directory, { log: { info: take, warn: take } })
    await mirrors.open(name, remote, [...main, orders.head()])
    server.fault = 403
    const error = await mirrors.open(name, remote, main).catch((each: Error) => each)
    const said = JSON.stringify([log, String(error)])
    expect(log.length).toBeGreaterThan(0)
    const files = everyFile(directory)
    expect(files.length).toBeGreaterThan(5)
    for (const text of [said, ...files.map((path) => readFileSync(path, 'latin1'))]) {
      expect(text).not.toContain(token)
      expect(text).not.toContain(secret)
      expect(text.toLowerCase()).not.toContain('extraheader')
    }
  })

  test('is never sent in the open to another machine', async () => {
    const remote = { url: 'http://github.example/acme/orders.git', token: async () => token }
    await expect(mirrorsIn().open(name, remote, main)).rejects.toMatchObject({ code: 'bad-remote' })
  })

  test('does not follow a redirect', async () => {
    const { remote, server } = await hostOrders()
    const elsewhere = await hostOrders()
    server.fault = { location: elsewhere.server.url }
    await expect(mirrorsIn().open(name, remote, main)).rejects.toMatchObject({ code: 'fetch-refused' })
    expect(elsewhere.server.requests).toEqual([])
  })
})

describe('what is asked for', () => {
  const canary = join(temporaryFolder(), 'canary')
  afterAll(() => expect(existsSync(canary)).toBe(false))

  test.each([
    `--upload-pack=touch ${canary}`,
    `refs/heads/--upload-pack=touch ${canary}`,
    'refs/heads/-x',
    'refs/heads/a..b',
    'refs/heads/../../config',
    'refs/heads/a:refs/heads/b',
    '+refs/heads/main',
    'refs/heads/*',
    'refs/heads/a\nrefs/heads/b',
    'refs/heads/a.lock',
    'refs/heads/.hidden',
    'refs/heads/',
    'refs/pull/0/head',
    'refs/pull/1/merge',
    'refs/tags/v1',
    'main',
    'abc123',
  ])('%j is refused', async (wanted) => {
    const { remote, server } = await hostOrders()
    await expect(mirrorsIn().open(name, remote, [wanted])).rejects.toMatchObject({ code: 'bad-ref' })
    expect(server.requests).toEqual([])
  })

  test.each([
    'acme',
    '../orders',
    'acme/..',
    'acme/.',
    'acme/a/b',
    '/acme/orders',
    '-acme/orders',
    'acme/or ders',
    'acme/',
  ])('a repository named %j is refused', async (bad) => {
    const { remote } = await hostOrders()
    await expect(mirrorsIn().open(bad, remote, main)).rejects.toMatchObject({ code: 'bad-repository-name' })
    await expect(mirrorsIn().remove(bad)).rejects.toMatchObject({ code: 'bad-repository-name' })
  })

  test.each([
    `ext::sh -c touch% ${canary}`,
    `ext::touch ${canary}`,
    'file:///etc',
    '/etc',
    'ssh://-oProxyCommand=touch/acme/orders.git',
    'git@github.com:acme/orders.git',
    'https://user:password@github.com/acme/orders.git',
    '--upload-pack=touch',
  ])('the address %s is refused', async (url) => {
    const remote: Remote = { url, token: async () => null }
    await expect(mirrorsIn().open(name, remote, main)).rejects.toMatchObject({ code: 'bad-remote' })
  })

  test('a folder is fetched from only where that was allowed', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    const remote: Remote = { url: `file://${orders.directory}`, token: async () => null }
    const mirror = await mirrorsIn(undefined, { protocols: ['file'] }).open(name, remote, main)
    expect(await mirror.resolve('main')).toBe(orders.head())
  })
})

describe('what a remote can do', () => {
  test.each(['..', '.git', '.', 'GIT~1'])('a tree that holds %j is refused', async (evil) => {
    const { orders, remote, push } = await hostOrders()
    const inner = writeTree(orders, [{ mode: '100644', name: 'config', id: writeBlob(orders, '[core]\n') }])
    push(
      `${commitTree(orders, writeTree(orders, [{ mode: '40000', name: evil, id: inner }]))}:refs/heads/evil`,
    )
    const attempt = mirrorsIn().open(name, remote, ['refs/heads/evil'])
    await expect(attempt).rejects.toMatchObject({ name: 'UserError', code: 'fetch-refused' })
  })

  test('hooks, submodules and tags of a repository stay where they are', async () => {
    const { orders, remote, push } = await hostOrders()
    orders.git('tag', 'v1')
    orders.git('update-index', '--add', '--cacheinfo', `160000,${orders.head()},billing`)
    orders.commit({ '.gitmodules': `[submodule "billing"]\n\tpath = billing\n\turl = ${remote.url}\n` })
    push('main', '--tags')
    const mirror = await mirrorsIn().open(name, remote, main)
    expect(runGit(mirror.directory, ['for-each-ref', '--format=%(refname)'])).toBe('refs/heads/main')
    expect(readdirSync(mirror.directory)).not.toContain('hooks')
    expect(readdirSync(mirror.directory)).not.toContain('modules')
  })

  test.each([
    [401, { code: 'fetch-denied' }],
    [403, { code: 'fetch-denied' }],
    [404, { code: 'fetch-not-found' }],
    [429, { reason: 'network', retryable: true }],
    [500, { reason: 'network', retryable: true }],
    [503, { reason: 'network', retryable: true }],
  ])('answering %d is told apart', async (status, expected) => {
    const { remote, server } = await hostOrders()
    server.fault = status
    await expect(mirrorsIn().open(name, remote, main)).rejects.toMatchObject(expected)
  })

  test('a wrong token is a user error, and a remote that is not there may be back', async () => {
    const { remote, server } = await hostOrders()
    const wrong = { ...remote, token: async () => 'ghs_wrong' }
    await expect(mirrorsIn().open(name, wrong, main)).rejects.toMatchObject({ code: 'fetch-denied' })
    const other = { ...remote, url: remote.url.replace('orders', 'no-such') }
    await expect(mirrorsIn().open(name, other, main)).rejects.toMatchObject({ code: 'fetch-not-found' })
    await server.stop()
    await expect(mirrorsIn().open(name, remote, main)).rejects.toMatchObject({
      reason: 'network',
      retryable: true,
    })
  })

  onLinux('saying nothing ends the fetch and every process of it, and the next one works', async () => {
    const { remote, server, orders } = await hostOrders()
    const mirrors = mirrorsIn(undefined, { fetchTimeout: 500 })
    server.fault = 'hang'
    const started = performance.now()
    await expect(mirrors.open(name, remote, main)).rejects.toMatchObject({
      reason: 'timeout',
      retryable: true,
    })
    expect(performance.now() - started).toBeLessThan(3000)
    expect(processesWith(new URL(remote.url).host)).toEqual([])
    server.fault = null
    expect(await (await mirrors.open(name, remote, main)).resolve('main')).toBe(orders.head())
  })
})
