import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Hunk } from '../../src/domain/diff.js'
import { createRepository } from '../support/git.js'
import { opened } from './support/opened.js'

/** Applies hunks to a text, and checks on the way that what they say of the old side is true. */
function rebuild(old: string, hunks: readonly Hunk[]): string {
  const before = old.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const after: string[] = []
  let at = 0
  for (const hunk of hunks) {
    // A side without lines starts after the line it names.
    const start = hunk.oldCount === 0 ? hunk.oldStart : hunk.oldStart - 1
    after.push(...before.slice(at, start))
    at = start
    for (const line of hunk.lines) {
      const text = line.endsFile ? line.text : `${line.text}\n`
      if (line.type !== 'added') expect([line.old, text]).toEqual([at + 1, before[at++]])
      if (line.type !== 'removed') expect(after.push(text)).toBe(line.new)
    }
    expect(hunk.lines.filter((line) => line.type !== 'added')).toHaveLength(hunk.oldCount)
    expect(hunk.lines.filter((line) => line.type !== 'removed')).toHaveLength(hunk.newCount)
  }
  return [...after, ...before.slice(at)].join('')
}

const line = fc.oneof(
  fc.constantFrom(
    '',
    '}',
    'return total',
    '-- a/orders.ts',
    '++ b',
    '@@ -1 +1 @@',
    '\\ No newline at end of file',
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[\n\0]/g, '')),
  fc.constantFrom('Größe', '注文', '\u2028', 'end\r', '\f'),
)

const text = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends && lines.length > 0 ? '\n' : ''))

/** A text and its edit: some lines replaced, some repeated, some gone. */
const edit = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(30), fc.nat(3), fc.array(line, { maxLength: 3 })), { maxLength: 5 }))
  .map(([old, edits]) => {
    const lines = old.split('\n')
    for (const [at, gone, come] of edits) lines.splice(at, gone, ...come)
    return [old, lines.join('\n')] as const
  })

test('hunks turn the old file into the new one, whatever the edit', async () => {
  const orders = createRepository({})
  const repository = await opened(orders.directory)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(edit, fc.tuple(text, text)), { minLength: 10, maxLength: 30 }),
      async (files) => {
        const side = (index: 0 | 1) => Object.fromEntries(files.map((file, at) => [`${at}.ts`, file[index]]))
        const base = orders.commit(side(0))
        const diff = await repository.diff(base, orders.commit(side(1)))
        const changed = files.flatMap(([old, now], at) =>
          old === now ? [] : [{ path: `${at}.ts`, old, now }],
        )
        expect(diff.map((file) => file.new?.path).sort()).toEqual(changed.map((file) => file.path).sort())
        for (const { path, old, now } of changed) {
          const hunks = diff.find((file) => file.new?.path === path)?.hunks ?? []
          expect(rebuild(old, hunks)).toBe(now)
        }
      },
    ),
    { numRuns: 10 },
  )
})
