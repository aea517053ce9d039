import { describe, expect, test } from '@jest/globals'
import type { Blob, Problem, Tree, TreeEntry } from '../../src/domain/blob.js'
import type { BlobFacts, ExtractFacts } from '../../src/domain/fact.js'
import { createIndex, type FactCache, factsOfTree, overlay } from '../../src/facts/index.js'

const orders: Readonly<Record<string, string>> = {
  'src/app.ts': 'GET /orders',
  'src/copy.ts': 'GET /orders',
  'src/copy.js': 'GET /orders',
  'README.md': 'GET /readme',
}

describe('the facts of a tree', () => {
  test('give each path its own, though equal blobs are read once', async () => {
    const world = shop(orders)
    const { facts, snapshot } = await world.read()
    expect(snapshot).toEqual({ repository: 'shop/orders', commit: 'head' })
    expect(facts.map(({ path, element }) => `${path} ${element}`).sort()).toEqual([
      'src/app.ts http GET /orders',
      'src/copy.js http GET /orders',
      'src/copy.ts http GET /orders',
    ])
    // The same text under another ending may be another language.
    expect(world.extracted).toEqual(['src/app.ts', 'src/copy.js'])
  })

  test('are made again only for blobs that are new', async () => {
    const world = shop(orders)
    await world.read()
    world.extracted.length = 0
    world.files['src/new.ts'] = 'GET /invoices'
    const { facts } = await world.read()
    expect(world.extracted).toEqual(['src/new.ts'])
    expect(facts).toHaveLength(4)
  })

  test('leave out links and submodules, and show what cannot be read', async () => {
    const world = shop({ 'src/app.ts': 'GET /orders', 'src/lost.ts': 'missing' })
    world.modes['src/app.ts'] = 'symlink'
    const { facts, problems } = await world.read()
    expect(facts).toEqual([])
    expect(problems).toEqual([{ problem: 'this blob is missing', path: 'src/lost.ts' }])
  })

  test('tell how far they are', async () => {
    const progress: string[] = []
    await shop(orders).read((done, total) => progress.push(`${done} of ${total}`))
    expect(progress).toEqual(['2 of 2'])
  })
})

describe('an index in memory', () => {
  test('finds facts by key over all repositories, and lays a head over its base', async () => {
    const base = await shop({ 'src/app.ts': 'GET /orders' }).read()
    const head = await shop({ 'src/app.ts': 'GET /invoices' }).read()
    const repository = 'shop/web'
    const facts = base.facts.map((each) => ({ ...each, repository }))
    const other = { ...base, facts, snapshot: { repository, commit: 'main' } }
    const index = createIndex([base, other])
    expect(await index.find('route', 'orders')).toHaveLength(2)
    expect(await index.find('client', 'orders')).toEqual([])
    const overlaid = overlay(index, createIndex([head]))
    expect(await overlaid.find('route', 'orders')).toHaveLength(1)
    expect(await overlaid.find('route', 'invoices')).toHaveLength(1)
    expect(overlaid.snapshots.map((each) => each.repository).sort()).toEqual(['shop/orders', 'shop/web'])
  })
})

/** A repository of files whose text is the route that they declare. */
function shop(texts: Readonly<Record<string, string>>) {
  const files = { ...texts }
  const modes: Record<string, TreeEntry['mode']> = {}
  const extracted: string[] = []
  const kept = new Map<string, BlobFacts>()
  const cache: FactCache = {
    get: async () => new Map(kept),
    put: async (facts) => {
      for (const [key, value] of facts) kept.set(key, value)
    },
  }
  const extract: ExtractFacts = async (path, { text }) => {
    extracted.push(path)
    return routeIn(text)
  }
  const git = {
    name: 'shop/orders',
    tree: async (): Promise<Tree> =>
      new Map(
        Object.entries(files).map(([path, blob]) => [path, { path, blob, mode: modes[path] ?? 'file' }]),
      ),
    changes: async () => [],
    readBlob: async (id: string): Promise<Blob | Problem> =>
      id === 'missing' ? { problem: 'this blob is missing' } : { id, text: id },
  }
  const isWanted = (path: string) => !path.endsWith('.md')
  const read = (onProgress: (done: number, total: number) => void = () => undefined) =>
    factsOfTree({
      git,
      commit: 'head',
      extract,
      cache,
      isWanted,
      classOf: (path) => path.slice(path.lastIndexOf('.')),
      onProgress,
    })
  return { files, modes, extracted, read }
}

function routeIn(text: string): BlobFacts {
  const path = text.replace('GET ', '')
  return {
    language: 'typescript',
    facts: [
      {
        kind: 'route',
        line: 1,
        rule: 'express.route',
        certainty: 'certain',
        method: 'GET',
        path,
        receiver: null,
        handler: null,
        guards: [],
        source: 'code',
      },
    ],
    imports: [],
    exports: [],
    inherits: [],
    problems: [],
  }
}
