import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runGit, temporaryFolder } from '../support/git.js'
import { hostOrders, mirrorsIn } from './support/remote.js'

const name = 'acme/orders'

describe('fetching', () => {
  test('a branch, the head of a pull request and a commit that no branch holds are brought', async () => {
    const { orders, remote, push } = await hostOrders()
    orders.branch('totals')
    const head = orders.commit({ 'orders.ts': 'export const total = 2\n' })
    push('totals:refs/pull/7/head')
    const lost = orders.commit({ 'orders.ts': 'lost\n' })
    push('totals:refs/pull/8/head')
    push(`${head}:refs/pull/8/head`)
    const mirror = await mirrorsIn().open(name, remote, ['refs/heads/main', 'refs/pull/7/head', lost])
    expect(mirror.name).toBe(name)
    expect(await mirror.resolve('refs/pull/7/head')).toBe(head)
    expect(await mirror.resolve(lost)).toBe(lost)
    expect((await mirror.diff(await mirror.resolve('main'), head))[0]?.new?.path).toBe('orders.ts')
  })

  test('a branch that was rewritten is followed', async () => {
    const { orders, remote, push } = await hostOrders()
    const mirrors = mirrorsIn()
    const old = orders.commit({ 'orders.ts': 'first try\n' })
    push('main')
    await mirrors.open(name, remote, ['refs/heads/main'])
    orders.git('reset', '--quiet', '--hard', 'HEAD~1')
    const rewritten = orders.commit({ 'orders.ts': 'second try\n' })
    push('main')
    const mirror = await mirrors.open(name, remote, ['refs/heads/main'])
    expect(await mirror.resolve('main')).toBe(rewritten)
    expect(rewritten).not.toBe(old)
  })

  test('a branch that became a folder of branches is followed', async () => {
    const { remote, push } = await hostOrders()
    const mirrors = mirrorsIn()
    push('main:refs/heads/totals')
    await mirrors.open(name, remote, ['refs/heads/totals'])
    push(':refs/heads/totals', 'main:refs/heads/totals/euro')
    const mirror = await mirrors.open(name, remote, ['refs/heads/totals/euro'])
    expect(await mirror.resolve('refs/heads/totals/euro')).toMatch(/^[0-9a-f]{40}$/)
  })

  test('callers at once share one fetch, and one who comes later sees what was pushed since', async () => {
    const { orders, remote, server, push } = await hostOrders()
    const mirrors = mirrorsIn()
    const all = await Promise.all(
      Array.from({ length: 8 }, () => mirrors.open(name, remote, ['refs/heads/main'])),
    )
    expect(all).toHaveLength(8)
    expect(server.requests.filter((each) => each.startsWith('GET'))).toHaveLength(1)
    const pushed = orders.commit({ 'orders.ts': 'later\n' })
    push('main')
    expect(await (await mirrors.open(name, remote, ['refs/heads/main'])).resolve('main')).toBe(pushed)
  })

  test('who asks for a branch that does not exist fails alone', async () => {
    const { orders, remote } = await hostOrders()
    const mirrors = mirrorsIn()
    const [good, bad, absent] = await Promise.allSettled([
      mirrors.open(name, remote, ['refs/heads/main']),
      mirrors.open(name, remote, ['refs/heads/no-such-branch']),
      mirrors.open(name, remote, ['d'.repeat(40)]),
    ])
    expect(good).toMatchObject({ status: 'fulfilled' })
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'unknown-revision' } })
    expect(absent).toMatchObject({ status: 'rejected', reason: { code: 'unknown-revision' } })
    expect(orders.head()).toMatch(/^[0-9a-f]{40}$/)
  })

  test('a wanted commit that is here already costs no request', async () => {
    const { orders, remote, server } = await hostOrders()
    const mirrors = mirrorsIn()
    await mirrors.open(name, remote, [orders.head()])
    const before = server.requests.length
    await mirrors.open(name, remote, [orders.head()])
    expect(server.requests).toHaveLength(before)
  })

  test('many fetches leave few packs', async () => {
    const { orders, remote, push } = await hostOrders()
    const directory = temporaryFolder()
    const mirrors = mirrorsIn(directory)
    for (let count = 0; count < 22; count += 1) {
      orders.commit({ 'orders.ts': `export const total = ${count}\n` })
      push('main')
      await (await mirrors.open(name, remote, ['refs/heads/main'])).close()
    }
    const mirror = await mirrors.open(name, remote, ['refs/heads/main'])
    const packs = readdirSync(join(mirror.directory, 'objects', 'pack')).filter((each) =>
      each.endsWith('.pack'),
    )
    expect(packs.length).toBeLessThan(15)
    expect(await mirror.commits(await mirror.resolve('main~21'), orders.head(), 100)).toHaveLength(21)
  })
})

describe('a mirror that something happened to', () => {
  const damages: readonly (readonly [string, (directory: string) => void])[] = [
    ['without HEAD', (directory) => rmSync(join(directory, 'HEAD'))],
    ['with an empty HEAD', (directory) => writeFileSync(join(directory, 'HEAD'), '')],
    ['without objects', (directory) => rmSync(join(directory, 'objects'), { recursive: true })],
    ['without packs', (directory) => rmSync(join(directory, 'objects', 'pack'), { recursive: true })],
    ['with cut packs', cutPacks],
    [
      'with a broken ref',
      (directory) => writeFileSync(join(directory, 'refs', 'heads', 'main'), 'nonsense\n'),
    ],
    ['with an empty ref', (directory) => writeFileSync(join(directory, 'refs', 'heads', 'main'), '')],
    ['with a broken configuration', (directory) => writeFileSync(join(directory, 'config'), '[core\n')],
    ['with a lock of the dead', leaveLock],
  ]

  test.each(damages)('%s is healed', async (_, damage) => {
    const { orders, remote, push } = await hostOrders()
    const directory = temporaryFolder()
    const first = await mirrorsIn(directory).open(name, remote, ['refs/heads/main'])
    damage(first.directory)
    const pushed = orders.commit({ 'orders.ts': 'export const total = 2\n' })
    push('main')
    const mirror = await mirrorsIn(directory).open(name, remote, ['refs/heads/main'])
    expect(await mirror.resolve('main')).toBe(pushed)
    const blob = (await mirror.tree(pushed)).get('orders.ts')?.blob ?? ''
    expect(await mirror.readBlob(blob)).toMatchObject({ text: 'export const total = 2\n' })
  })

  test.each([
    ['cut packs', cutPacks],
    ['a commit without its tree', loseTree],
  ])('with %s is healed also when the remote has nothing new', async (_, damage) => {
    const { orders, remote } = await hostOrders()
    const directory = temporaryFolder()
    const first = await mirrorsIn(directory).open(name, remote, ['refs/heads/main'])
    damage(first.directory)
    const mirror = await mirrorsIn(directory).open(name, remote, ['refs/heads/main'])
    expect((await mirror.tree(orders.head())).size).toBe(1)
  })
})

function cutPacks(directory: string): void {
  const packs = join(directory, 'objects', 'pack')
  for (const each of readdirSync(packs)) {
    const path = join(packs, each)
    if (!each.endsWith('.pack')) continue
    rmSync(path.replace(/pack$/, 'rev'), { force: true })
    truncateSync(path, Math.floor(statSync(path).size / 2))
  }
}

function loseTree(directory: string): void {
  const packs = join(directory, 'objects', 'pack')
  const tree = runGit(directory, ['rev-parse', 'main^{tree}'])
  const [pack = ''] = readdirSync(packs).filter((each) => each.endsWith('.pack'))
  const content = readFileSync(join(packs, pack))
  rmSync(packs, { recursive: true })
  execFileSync('git', ['unpack-objects', '-q'], { cwd: directory, input: content })
  rmSync(join(directory, 'objects', tree.slice(0, 2), tree.slice(2)))
}

function leaveLock(directory: string): void {
  const lock = join(directory, 'refs', 'heads', 'main.lock')
  writeFileSync(lock, '')
  const longAgo = Date.now() / 1000 - 3600
  utimesSync(lock, longAgo, longAgo)
}
