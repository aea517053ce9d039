import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Parse } from '../../src/domain/outline.js'
import { createParser } from '../../src/engines/index.js'
import { type FileFacts, joinBeside, joinTree, type KeptTree } from '../../src/facts/index.js'
import { filesOfFolder, readFile } from '../support/facts-of-folder.js'

const folders = ['../frameworks/fixtures/', '../facts/fixtures/'].flatMap((place) => {
  const folder = fileURLToPath(new URL(place, import.meta.url))
  return readdirSync(folder).map((name) => [name, `${folder}${name}`] as const)
})

let parse: Parse
let asItWas = 0
beforeAll(async () => {
  parse = await createParser()
})

describe('a tree beside a kept one says what it says by itself', () => {
  test.each(folders)('%s', async (_, folder) => {
    const texts = filesOfFolder(folder)
    const files = await Promise.all(texts.map(({ path, text }) => readFile(path, text, parse)))
    const near = await treeOf(files)
    for (const { path, text } of texts)
      for (const changed of changesOf(text)) {
        const file = { ...(await readFile(path, changed, parse)), blob: 'changed' }
        const beside = await joinBeside(near, 'c1', new Map([[path, file]]))
        const alone = await treeOf(files.map((each) => (each.path === path ? file : each)))
        expect(said(beside)).toEqual(said(alone))
        if (beside.joinFile === near.joinFile) asItWas += 1
      }
  })
})

test('and mostly without joining the others again', () => expect(asItWas).toBeGreaterThan(100))

function treeOf(files: readonly FileFacts[]): Promise<KeptTree> {
  return joinTree(
    { repository: 'shop/orders', commit: 'c1' },
    {
      files: new Map(files.map((file) => [file.path, file])),
      paths: files.map(({ path }) => path),
      unread: new Map(),
    },
  )
}

/** Moved down by two lines, below the first one; and without its last third. */
function changesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  return [
    [lines[0], '', '', ...lines.slice(1)].join('\n'),
    lines.slice(0, Math.ceil((lines.length * 2) / 3)).join('\n'),
  ]
}

function said({ facts }: KeptTree): readonly string[] {
  return [...facts.facts, ...facts.problems].map((each) => JSON.stringify(each)).sort()
}
