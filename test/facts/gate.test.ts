import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from '@jest/globals'
import { catalog } from '../../src/catalog.js'
import type { BlobFacts, Fact } from '../../src/domain/fact.js'
import type { Parse } from '../../src/domain/outline.js'
import { createParser } from '../../src/engines/index.js'
import { createExtract, joinRepository } from '../../src/facts/index.js'
import { createMatcher } from '../../src/frameworks/index.js'
import { isTestFile } from '../../src/lib/test-file.js'

let parse: Parse
beforeAll(async () => {
  parse = await createParser()
})

const folders = ['../frameworks/fixtures/', 'fixtures/'].flatMap((room) => {
  const folder = fileURLToPath(new URL(room, import.meta.url))
  return readdirSync(folder).map((name) => `${folder}${name}`)
})

test('what is not parsed would have said nothing that is kept when its repository is joined', async () => {
  const match = createMatcher(catalog.frameworks)
  const gated = createExtract({ ...catalog, parse, match })
  const open = createExtract({ ...catalog, parse, match, gate: () => true })
  let left = 0
  for (const folder of folders) {
    const all: { path: string; blob: string; gated: BlobFacts; open: BlobFacts }[] = []
    for (const path of filesOf(folder)) {
      const blob = { id: path, text: readFileSync(`${folder}/${path}`, 'utf8') }
      all.push({ path, blob: path, gated: await gated(path, blob), open: await open(path, blob) })
    }
    left += all.filter((each) => each.gated.language !== each.open.language).length
    expect([folder, joined(all, 'gated')]).toEqual([folder, joined(all, 'open')])
  }
  // A gate that lets everything through proves nothing.
  expect(left).toBeGreaterThan(0)
})

type Both = { readonly path: string; readonly blob: string } & Readonly<Record<'gated' | 'open', BlobFacts>>

function joined(all: readonly Both[], which: 'gated' | 'open'): readonly (readonly [string, Fact])[] {
  const files = all.map((each) => ({ path: each.path, blob: each.blob, facts: each[which] }))
  const { facts } = joinRepository({ repository: 'shop/orders', commit: 'head' }, files)
  // A test is read for what it calls by itself, and not for what it calls through others.
  return facts.filter(({ path }) => !isTestFile(path)).map(({ path, fact }) => [path, fact] as const)
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
}
