import { expect, test } from '@jest/globals'
import type { BlobFacts } from '../../../src/domain/fact.js'
import type { IndexedFile } from '../../../src/store/index.js'
import { eachTest, type MakeDatabase } from '../databases.js'
import { claimed } from '../shop-jobs.js'

export function remembers(make: MakeDatabase): void {
  const world = eachTest(make)
  const orders = {
    installation: 1,
    id: 3_000_000_001,
    name: 'shop/orders',
    private: true,
    defaultBranch: 'main',
  }
  const web = { ...orders, id: 12, name: 'shop/Web', private: false }
  const theirs = { ...orders, installation: 2, id: 13, name: 'rival/orders' }

  test('that it can be written to', async () => {
    await world().store.ping()
    await world().store.ping()
  })

  test('the time of the server, or the machine, without a clock', async () => {
    const { database } = world()
    const { openStore } = await import('../../../src/store/index.js')
    const store = await openStore(database.location)
    await store.jobs.enqueue({ kind: 'sync', key: null, lane: 'shop', payload: null })
    await claimed(store, 5_000)
    await store.close()
    const [row] = await database.query('select lease_until - run_at as lease, run_at from jobs')
    expect(Math.abs(Number(row?.['run_at']) - Date.now())).toBeLessThan(20_000)
    expect(Number(row?.['lease'])).toBeGreaterThanOrEqual(5_000)
  })

  test('repositories through renames and transfers', async () => {
    const { store } = world()
    await store.repositories.put([orders, web, theirs])
    await store.repositories.put([])
    await store.repositories.put([{ ...orders, name: 'shop/order-service' }])
    expect(await store.repositories.byId(orders.id)).toEqual({ ...orders, name: 'shop/order-service' })
    expect(await store.repositories.ofInstallation(1)).toEqual([
      web,
      { ...orders, name: 'shop/order-service' },
    ])
    await store.repositories.put([{ ...web, installation: 2 }])
    expect((await store.repositories.ofInstallation(2)).map(({ name }) => name)).toEqual([
      'rival/orders',
      'shop/Web',
    ])
    expect(await store.repositories.byId(99)).toBeNull()
  })

  test('an organisation of two thousand repositories', async () => {
    const { store } = world()
    const many = Array.from({ length: 2_000 }, (_, n) => ({
      ...orders,
      id: n + 1,
      name: `shop/service-${n}`,
    }))
    await store.repositories.put(many)
    expect(await store.repositories.ofInstallation(1)).toHaveLength(2_000)
    await store.repositories.remove(many.slice(1).map(({ id }) => id))
    expect(await store.repositories.ofInstallation(1)).toEqual([many[0]])
  })

  test('nothing of a repository that it was taken away from', async () => {
    const { store } = world()
    await store.repositories.put([orders, theirs])
    for (const { id } of [orders, theirs]) {
      await store.reviews.put({ repositoryId: id, number: 7, head: 'a1', key: 'k1', review: {} })
      await store.publications.put(id, 7, { key: 'summary', remoteId: '1', digest: 'd' })
    }
    await store.repositories.removeInstallation(1)
    expect(await store.repositories.byId(orders.id)).toBeNull()
    expect(await store.reviews.latest(orders.id, 7)).toBeNull()
    expect(await store.publications.of(orders.id, 7)).toEqual([])
    expect(await store.reviews.latest(theirs.id, 7)).not.toBeNull()
    expect(await store.publications.of(theirs.id, 7)).toHaveLength(1)
  })

  test('facts for one installation and one version alone', async () => {
    const { store } = world()
    const scope = { installation: 1, version: 'v1' }
    const known = new Map([['b0b:ts', factsWith('/orders/{}')]])
    await store.facts.put(scope, known)
    await store.facts.put(scope, new Map())
    expect(await store.facts.get(scope, ['b0b:ts', 'b0b:py'])).toEqual(known)
    expect(await store.facts.get({ ...scope, installation: 2 }, ['b0b:ts'])).toEqual(new Map())
    expect(await store.facts.get({ ...scope, version: 'v2' }, ['b0b:ts'])).toEqual(new Map())
    await store.facts.put({ ...scope, installation: 2 }, known)
    await store.facts.removeInstallation(1)
    expect(await store.facts.get(scope, ['b0b:ts'])).toEqual(new Map())
    expect(await store.facts.get({ ...scope, installation: 2 }, ['b0b:ts'])).toEqual(known)
  })

  test('facts of thousands of blobs, put by two processes at once', async () => {
    const { store, another } = world()
    const scope = { installation: 1, version: 'v1' }
    const entries = Array.from({ length: 1_700 }, (_, n) => [`${n}:go`, factsWith(`/orders/${n}`)] as const)
    const other = await another()
    await Promise.all([
      store.facts.put(scope, new Map(entries)),
      other.facts.put(scope, new Map(entries.toReversed())),
    ])
    const known = await store.facts.get(scope, [...entries.map(([blob]) => blob), 'unknown:go'])
    expect(known).toEqual(new Map(entries))
  })

  test('a damaged row of facts as none', async () => {
    const { store, database } = world()
    const scope = { installation: 1, version: 'v1' }
    await store.facts.put(scope, new Map([['b0b:ts', factsWith('/orders')]]))
    await database.query(`update facts set body = cast('{' as ${database.location.url ? 'bytea' : 'blob'})`)
    expect(await store.facts.get(scope, ['b0b:ts'])).toEqual(new Map())
    await store.facts.put(scope, new Map([['b0b:ts', factsWith('/orders')]]))
    expect((await store.facts.get(scope, ['b0b:ts'])).size).toBe(1)
  })

  const scope = { installation: 1, version: 'v1' }
  const inOrders = { repositoryId: 12, commit: 'c1' }
  const inWeb = { repositoryId: 13, commit: 'w1' }

  test('the facts of default branches, found by key in the repositories that are asked', async () => {
    const { store } = world()
    await store.index.replace(scope, inOrders, [
      [routesOf('a.ts', ['/orders/{}', '/health'])],
      [routesOf('b.ts', ['/orders'])],
    ])
    await store.index.replace(scope, inWeb, [[routesOf('a.ts', ['/orders'])]])
    const found = await store.index.find(scope, [12, 13], 'route', 'orders')
    expect(
      found.map(({ repositoryId, commit, path, element }) => [repositoryId, commit, path, element]),
    ).toEqual([
      [12, 'c1', 'a.ts', 'http GET /orders/{}'],
      [12, 'c1', 'b.ts', 'http GET /orders'],
      [13, 'w1', 'a.ts', 'http GET /orders'],
    ])
    expect(await store.index.find(scope, [13], 'route', 'health')).toEqual([])
    expect(await store.index.find(scope, [], 'route', 'orders')).toEqual([])
    expect(await store.index.find(scope, [12], 'client', 'orders')).toEqual([])
    for (const other of [
      { ...scope, version: 'v2' },
      { ...scope, installation: 2 },
    ]) {
      expect(await store.index.find(other, [12, 13], 'route', 'orders')).toEqual([])
      expect(await store.index.commits(other, [12, 13])).toEqual(new Map())
    }
    expect(await store.index.commits(scope, [12, 13, 99])).toEqual(
      new Map([
        [12, 'c1'],
        [13, 'w1'],
      ]),
    )
  })

  test('a default branch that moves, file by file, unless somebody else moved it', async () => {
    const { store, database } = world()
    await store.index.replace(scope, inOrders, [
      [routesOf('a.ts', ['/orders']), routesOf('b.ts', ['/orders'])],
    ])
    const change = { from: 'c1', put: [routesOf('a.ts', ['/invoices'])], gone: ['b.ts', 'unknown.ts'] }
    expect(await store.index.update(scope, { ...inOrders, commit: 'c2' }, change)).toBe(true)
    expect(await store.index.update(scope, { ...inOrders, commit: 'c3' }, change)).toBe(false)
    expect(await store.index.commits(scope, [12])).toEqual(new Map([[12, 'c2']]))
    expect(await store.index.find(scope, [12], 'route', 'orders')).toEqual([])
    expect((await store.index.find(scope, [12], 'route', 'invoices')).map(({ commit }) => commit)).toEqual([
      'c2',
    ])
    expect(await database.query('select * from postings')).toHaveLength(1)
  })

  test('an index that is built again only when all of it is there, and no rest of the one before', async () => {
    const { store, database } = world()
    const many = Array.from({ length: 250 }, (_, n) => routesOf(`${n}.ts`, ['/orders']))
    await store.index.replace(scope, inOrders, [many])
    const dying = function* () {
      yield [routesOf('a.ts', ['/refunds'])]
      throw new Error('the machine stopped')
    }
    await expect(store.index.replace(scope, { ...inOrders, commit: 'c2' }, dying())).rejects.toThrow(
      'stopped',
    )
    expect(await store.index.find(scope, [12], 'route', 'refunds')).toEqual([])
    expect(await store.index.find(scope, [12], 'route', 'orders')).toHaveLength(250)
    await store.index.replace({ ...scope, version: 'v2' }, inOrders, [[routesOf('a.ts', ['/orders'])]])
    expect(await store.index.prune('v2', new Date(8.64e15))).toBe(2)
    expect(await database.query('select * from postings')).toHaveLength(1)
    expect(await database.query('select * from indexed_files')).toHaveLength(1)
    await store.index.remove([12])
    for (const table of ['snapshots', 'indexed_files', 'postings'])
      expect(await database.query(`select * from ${table}`)).toEqual([])
  })

  test('the latest review of a pull request, and each by what it was made from', async () => {
    const { store } = world()
    const first = { repositoryId: 12, number: 7, head: 'a1', key: 'k1', review: { title: 'Ünïcode 🛒' } }
    const second = { ...first, head: 'a2', key: 'k2', review: { findings: Array(500).fill('orders') } }
    expect(await store.reviews.latest(12, 7)).toBeNull()
    await store.reviews.put(first)
    await store.reviews.put(second)
    expect(await store.reviews.latest(12, 7)).toEqual(second)
    expect(await store.reviews.byKey(12, 7, 'k1')).toEqual(first)
    expect(await store.reviews.byKey(12, 8, 'k1')).toBeNull()
    await store.reviews.put({ ...first, review: { title: 'again' } })
    expect(await store.reviews.latest(12, 7)).toEqual({ ...first, review: { title: 'again' } })
  })

  test('what was said on a pull request, also while it is not known whether it arrived', async () => {
    const { store } = world()
    const summary = { key: 'summary', remoteId: null, digest: 'd1' }
    const check = { key: 'check:Interlock:a1', remoteId: '99', digest: 'd2' }
    await store.publications.put(12, 7, summary)
    await store.publications.put(12, 7, check)
    await store.publications.put(12, 8, check)
    expect(await store.publications.of(12, 7)).toEqual([check, summary])
    await store.publications.put(12, 7, { ...summary, remoteId: '5', digest: 'd3' })
    await store.publications.remove(12, 7, check.key)
    expect(await store.publications.of(12, 7)).toEqual([{ ...summary, remoteId: '5', digest: 'd3' }])
    expect(await store.publications.of(12, 8)).toEqual([check])
  })
}

function routesOf(path: string, routes: readonly string[]): IndexedFile {
  const facts = routes.flatMap((route) =>
    factsWith(route).facts.map((fact) => ({ fact, element: `http GET ${route}` })),
  )
  return { path, blob: `blob of ${path}`, facts }
}

function factsWith(path: string): BlobFacts {
  return {
    language: 'typescript',
    facts: [
      {
        kind: 'route',
        line: 3,
        rule: 'express.route',
        certainty: 'certain',
        method: 'GET',
        path,
        receiver: 'router',
        handler: null,
        guards: ['requireLogin'],
        source: 'code',
      },
    ],
    imports: [],
    exports: [],
    inherits: [],
    problems: [],
  }
}
