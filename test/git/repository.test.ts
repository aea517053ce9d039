import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { openRepository } from '../../src/git/index.js'
import { createRepository, runGit, temporaryFolder } from '../support/git.js'
import { opened } from './support/opened.js'

describe('opening', () => {
  test('a work tree, a folder inside it and a bare mirror are all repositories', async () => {
    const orders = createRepository({ 'src/orders.ts': 'export {}\n' }, { name: 'acme/orders' })
    const bare = join(temporaryFolder(), 'orders.git')
    runGit(orders.directory, ['clone', '--quiet', '--bare', orders.directory, bare])
    for (const directory of [orders.directory, join(orders.directory, 'src'), bare]) {
      expect(await (await opened(directory)).resolve('main')).toBe(orders.head())
    }
  })

  test.each([
    ['https://github.com/acme/orders.git', 'acme/orders'],
    ['https://github.com/acme/orders', 'acme/orders'],
    ['git@github.com:acme/orders.git', 'acme/orders'],
    ['ssh://git@ghe.acme.example:2222/acme/orders.git', 'acme/orders'],
    ['/srv/git/orders.git', null],
  ])('the name is read from the origin %s', async (url, name) => {
    const orders = createRepository({})
    orders.git('remote', 'add', 'origin', url)
    const repository = await opened(orders.directory)
    expect(repository.name).toBe(name ?? orders.directory.split('/').at(-1))
  })

  test.each(['/nonexistent/orders', temporaryFolder()])(
    '%s is not a repository, in one clear line',
    async (folder) => {
      const expected = {
        name: 'UserError',
        code: 'not-a-repository',
        message: expect.not.stringContaining('\n'),
      }
      await expect(openRepository(folder)).rejects.toMatchObject(expected)
    },
  )
})

describe('resolving', () => {
  test('a branch known only from the origin is found under its short name', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    orders.branch('totals')
    const totals = orders.commit({ 'orders.ts': 'total\n' })
    const clone = join(temporaryFolder(), 'orders')
    runGit(orders.directory, ['clone', '--quiet', '--branch', 'main', orders.directory, clone])
    expect(await (await opened(clone)).resolve('totals')).toBe(totals)
  })

  test('a tag, an abbreviated id and an ancestor are commits', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    const first = orders.head()
    orders.git('tag', '-a', 'v1', '-m', 'First release')
    orders.commit({ 'orders.ts': 'total\n' })
    const repository = await opened(orders.directory)
    for (const revision of ['v1', first.slice(0, 10), 'HEAD~1', 'main^']) {
      expect(await repository.resolve(revision)).toBe(first)
    }
  })

  const canary = join(temporaryFolder(), 'canary')
  test.each([
    `--upload-pack=touch ${canary}`,
    `--output=${canary}`,
    '-x',
    '',
    'main\0',
    'main\nHEAD',
    'no-such-branch',
    'HEAD:orders.ts',
  ])('%j is an unknown revision and does nothing', async (revision) => {
    const orders = createRepository({ 'orders.ts': '' })
    const repository = await opened(orders.directory)
    await expect(repository.resolve(revision)).rejects.toMatchObject({ code: 'unknown-revision' })
    expect(existsSync(canary)).toBe(false)
  })

  test('what is no commit id is refused before git sees it', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    const repository = await opened(orders.directory)
    const attack = `--output=${canary}`
    await expect(repository.tree(attack)).rejects.toThrow('not a commit id')
    await expect(repository.diff(attack, orders.head())).rejects.toThrow('not a commit id')
    await expect(repository.mergeBase(attack, orders.head())).rejects.toThrow('not a commit id')
    await expect(repository.commits(attack, orders.head(), 5)).rejects.toThrow('not a commit id')
    await expect(repository.grep(attack, { text: 'x', regex: false, limit: 1 })).rejects.toThrow(
      'not a commit id',
    )
    expect(existsSync(canary)).toBe(false)
  })
})

describe('history', () => {
  test('the merge base is where two branches part', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    const parting = orders.head()
    orders.branch('totals')
    const totals = orders.commit({ 'totals.ts': 'total\n' })
    orders.checkout('main')
    const main = orders.commit({ 'orders.ts': 'orders\n' })
    const repository = await opened(orders.directory)
    expect(await repository.mergeBase(main, totals)).toBe(parting)
  })

  test('histories without anything in common have no merge base', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    const main = orders.head()
    orders.git('checkout', '--quiet', '--orphan', 'pages')
    const pages = orders.commit({ 'index.html': '' })
    expect(await (await opened(orders.directory)).mergeBase(main, pages)).toBeNull()
  })

  test('commits are those of the head alone, newest first, at most the limit', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    const base = orders.head()
    orders.commit({ 'orders.ts': '1' }, 'Count totals\n\nWith a body.')
    const second = orders.commit({ 'orders.ts': '2' }, 'Round totals: 50 % "off"')
    const repository = await opened(orders.directory)
    const commits = await repository.commits(base, second, 10)
    expect(commits.map((each) => each.subject)).toEqual(['Round totals: 50 % "off"', 'Count totals'])
    expect(commits[0]).toMatchObject({
      id: second,
      author: 'Ada Shopkeeper',
      date: '2026-01-01T00:03:00+00:00',
    })
    expect(await repository.commits(base, second, 1)).toHaveLength(1)
    expect(await repository.commits(second, base, 10)).toEqual([])
  })
})
