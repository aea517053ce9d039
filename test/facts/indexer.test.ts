import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LocatedFact, RepositoryFacts } from '../../src/domain/fact.js'
import { bringIndex, createIndex, createStoredIndex, overlay } from '../../src/facts/index.js'
import { openStore, type Store } from '../../src/store/index.js'

const scope = { installation: 1, version: 'v1' }
const folder = mkdtempSync(join(tmpdir(), 'interlock-index-'))
let store: Store

beforeAll(async () => {
  store = await openStore({ directory: folder })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a default branch is indexed once, moved by what differs, and built anew when its past is gone', async () => {
  const asked: string[] = []
  const commits: Record<string, RepositoryFacts> = {
    c1: at('c1', { 'a.ts': ['/orders'], 'b.ts': ['/health'], 'c.ts': ['/refunds'] }),
    c2: at('c2', { 'a.ts': ['/orders'], 'b.ts': ['/status', '/orders/{}'] }),
    c3: at('c3', { 'z.ts': ['/orders'] }),
  }
  const bring = (commit: string) => bringIndex({ table: store.index, scope, factsAt }, 7, commit)
  async function factsAt(commit: string): Promise<RepositoryFacts> {
    asked.push(commit)
    const facts = commits[commit]
    if (!facts) throw new Error(`no commit ${commit}`)
    return facts
  }
  expect(await bring('c1')).toBe('built')
  expect(await bring('c1')).toBe('stood')
  expect(asked).toEqual(['c1'])
  expect(await bring('c2')).toBe('moved')
  const index = createStoredIndex(store.index, scope, [{ id: 7, name: 'shop/orders', commit: 'c2' }])
  expect(await placesOf(index.find('route', 'orders'))).toEqual([
    'shop/orders@c2 a.ts',
    'shop/orders@c2 b.ts',
  ])
  expect(await placesOf(index.find('route', 'refunds'))).toEqual([])
  delete commits['c2']
  expect(await bring('c3')).toBe('built')
  expect(await placesOf(index.find('route', 'orders'))).toEqual(['shop/orders@c3 z.ts'])
})

test('a head stands in the place of its own default branch, and others stay what they are', async () => {
  const own = at('head', { 'new.ts': ['/orders'] })
  const others = createIndex([
    at('base', { 'old.ts': ['/orders'] }),
    at('main', { 'web.ts': ['/orders'] }, 'shop/web'),
  ])
  const index = overlay(others, createIndex([own]))
  expect(index.snapshots.map(({ repository, commit }) => `${repository}@${commit}`)).toEqual([
    'shop/web@main',
    'shop/orders@head',
  ])
  expect(await placesOf(index.find('route', 'orders'))).toEqual([
    'shop/web@main web.ts',
    'shop/orders@head new.ts',
  ])
})

async function placesOf(found: Promise<readonly LocatedFact[]>): Promise<readonly string[]> {
  return (await found).map(({ repository, commit, path }) => `${repository}@${commit} ${path}`)
}

function at(
  commit: string,
  files: Record<string, readonly string[]>,
  repository = 'shop/orders',
): RepositoryFacts {
  const facts = Object.entries(files).flatMap(([path, routes]) =>
    routes.map(
      (route): LocatedFact => ({
        fact: {
          kind: 'route',
          line: 1,
          rule: 'express.route',
          certainty: 'certain',
          method: 'GET',
          path: route,
          receiver: null,
          handler: null,
          guards: [],
          source: 'code',
        },
        element: `http GET ${route}`,
        repository,
        commit,
        path,
        blob: `blob of ${path}`,
      }),
    ),
  )
  return { snapshot: { repository, commit }, facts, problems: [] }
}
