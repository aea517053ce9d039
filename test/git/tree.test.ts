import { describe, expect, test } from '@jest/globals'
import { createRepository } from '../support/git.js'
import { commitTree, writeBlob, writeBomb, writeTree } from './support/evil.js'
import { opened } from './support/opened.js'

describe('a tree', () => {
  test('lists every path with its mode, and follows neither links nor submodules', async () => {
    const orders = createRepository({
      'src/orders.ts': 'export {}\n',
      'run.sh': { executable: 'true\n' },
      passwd: { symlink: '/etc/passwd' },
      'weird\n"name" ß': 'x',
    })
    orders.git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},billing`)
    orders.git('commit', '--quiet', '-m', 'Pin billing')
    const repository = await opened(orders.directory)
    const tree = await repository.tree(orders.head())
    expect([...tree.values()].map((each) => [each.path, each.mode])).toEqual([
      ['billing', 'submodule'],
      ['passwd', 'symlink'],
      ['run.sh', 'executable'],
      ['src/orders.ts', 'file'],
      ['weird\n"name" ß', 'file'],
    ])
    const link = await repository.readBlob(tree.get('passwd')?.blob ?? '')
    expect(link).toMatchObject({ text: '/etc/passwd' })
  })

  test('an empty commit has an empty tree', async () => {
    const orders = createRepository({})
    expect((await (await opened(orders.directory)).tree(orders.head())).size).toBe(0)
  })

  test('the limits are options', async () => {
    const orders = createRepository({ 'a/b/c.ts': '', 'd.ts': '' })
    const limited = (limits: { entries: number; depth: number }) =>
      opened(orders.directory, { treeLimits: limits })
    await expect((await limited({ entries: 1, depth: 9 })).tree(orders.head())).rejects.toThrow('1 files')
    await expect((await limited({ entries: 9, depth: 2 })).tree(orders.head())).rejects.toThrow(
      '2 folders deep',
    )
    expect((await (await limited({ entries: 2, depth: 3 })).tree(orders.head())).size).toBe(2)
  })
})

describe('a bomb of ten billion paths', () => {
  const soon = 15_000
  const little = 400 * 1024 * 1024

  /** Runs, and gives back how long it took and by how much this process grew. */
  async function measured(run: () => Promise<unknown>): Promise<{ milliseconds: number; grown: number }> {
    const started = performance.now()
    const before = process.memoryUsage.rss()
    await run()
    return { milliseconds: performance.now() - started, grown: process.memoryUsage.rss() - before }
  }

  test('costs listing seconds and an error, not memory', async () => {
    const orders = createRepository({})
    const bomb = writeBomb(orders, { mode: '100644', name: 'f', id: writeBlob(orders, 'x') })
    const repository = await opened(orders.directory)
    const cost = await measured(() =>
      expect(repository.tree(bomb)).rejects.toMatchObject({ code: 'tree-too-large' }),
    )
    expect(cost.milliseconds).toBeLessThan(soon)
    expect(cost.grown).toBeLessThan(little)
  })

  test('is refused by a diff before git gathers it', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    const bomb = writeBomb(orders, { mode: '100644', name: 'f', id: writeBlob(orders, 'x') })
    const repository = await opened(orders.directory)
    for (const [base, head] of [
      [orders.head(), bomb],
      [bomb, orders.head()],
    ] as const) {
      const attempt = () =>
        expect(repository.diff(base, head)).rejects.toMatchObject({ code: 'tree-too-large' })
      expect((await measured(attempt)).milliseconds).toBeLessThan(1000)
    }
  })

  test('does not matter to a change elsewhere in its repository', async () => {
    const orders = createRepository({ 'orders.ts': 'old\n' })
    const file = { mode: '100644', name: 'f', id: writeBlob(orders, 'x') }
    const bomb = orders.git('rev-parse', `${writeBomb(orders, file)}^{tree}`)
    const withBomb = (content: string) =>
      commitTree(
        orders,
        writeTree(orders, [
          { mode: '40000', name: 'bomb', id: bomb },
          { mode: '100644', name: 'orders.ts', id: writeBlob(orders, content) },
        ]),
      )
    const files = await (await opened(orders.directory)).diff(withBomb('old\n'), withBomb('new\n'))
    expect(files).toMatchObject([{ status: 'modified', new: { path: 'orders.ts' } }])
  })

  test('a chain of folders without end is refused', async () => {
    const orders = createRepository({ 'orders.ts': '' })
    let tree = writeTree(orders, [{ mode: '100644', name: 'f', id: writeBlob(orders, 'x') }])
    for (let depth = 0; depth < 250; depth += 1)
      tree = writeTree(orders, [{ mode: '40000', name: 'd', id: tree }])
    const repository = await opened(orders.directory)
    const deep = commitTree(orders, tree)
    await expect(repository.tree(deep)).rejects.toMatchObject({ code: 'tree-too-large' })
    await expect(repository.diff(orders.head(), deep)).rejects.toMatchObject({ code: 'tree-too-large' })
  })
})
