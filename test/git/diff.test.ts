import { existsSync, rmSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { FileDiff } from '../../src/domain/diff.js'
import { createRepository, type Files } from '../support/git.js'
import { opened } from './support/opened.js'

const lines = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => `line ${index + from}\n`).join('')

/** What git says of one commit that turns `before` into `after`. */
async function diffOf(before: Files, after: Files): Promise<readonly FileDiff[]> {
  const orders = createRepository(before)
  const base = orders.head()
  const head = orders.commit(after)
  return (await opened(orders.directory)).diff(base, head)
}

describe('what happened to a file', () => {
  test('a changed line comes with three lines of context and both numbers', async () => {
    const [file, ...others] = await diffOf(
      { 'orders.ts': lines(9) },
      { 'orders.ts': lines(9).replace('5\n', 'five\n') },
    )
    expect(others).toEqual([])
    expect(file).toMatchObject({ status: 'modified', binary: false, submodule: false })
    expect(file?.hunks).toMatchObject([{ oldStart: 2, oldCount: 7, newStart: 2, newCount: 7 }])
    expect(file?.hunks[0]?.lines.map((each) => [each.type, each.old, each.new, each.text])).toEqual([
      ['context', 2, 2, 'line 2'],
      ['context', 3, 3, 'line 3'],
      ['context', 4, 4, 'line 4'],
      ['removed', 5, null, 'line 5'],
      ['added', null, 5, 'line five'],
      ['context', 6, 6, 'line 6'],
      ['context', 7, 7, 'line 7'],
      ['context', 8, 8, 'line 8'],
    ])
  })

  test('added and removed files have one side', async () => {
    const [added, removed] = await diffOf({ 'b.ts': 'b\n' }, { 'a.ts': 'completely other\n', 'b.ts': null })
    expect(added).toMatchObject({ status: 'added', old: null, new: { path: 'a.ts' } })
    expect(added?.hunks).toMatchObject([{ oldStart: 0, oldCount: 0, newStart: 1, newCount: 1 }])
    expect(removed).toMatchObject({ status: 'removed', old: { path: 'b.ts' }, new: null })
    expect(removed?.hunks).toMatchObject([{ oldStart: 1, oldCount: 1, newStart: 0, newCount: 0 }])
  })

  test('a rename is found with its edit, and without one it has no hunks', async () => {
    const [edited, pure] = await diffOf(
      { 'a.ts': lines(30), 'b.ts': lines(30, 100) },
      { 'a.ts': null, 'b.ts': null, 'x/a.ts': `${lines(30)}more\n`, 'x/b.ts': lines(30, 100) },
    )
    expect(edited).toMatchObject({ status: 'renamed', old: { path: 'a.ts' }, new: { path: 'x/a.ts' } })
    expect(edited?.hunks).toHaveLength(1)
    expect(pure).toMatchObject({
      status: 'renamed',
      old: { path: 'b.ts' },
      new: { path: 'x/b.ts' },
      hunks: [],
    })
    expect(pure?.problem).toBeUndefined()
  })

  test('a copy of a file that changed too is a copy', async () => {
    const files = await diffOf(
      { 'a.ts': lines(30) },
      { 'a.ts': `${lines(30)}a\n`, 'b.ts': `${lines(30)}b\n` },
    )
    expect(files.map((each) => [each.status, each.old?.path, each.new?.path])).toEqual([
      ['modified', 'a.ts', 'a.ts'],
      ['copied', 'a.ts', 'b.ts'],
    ])
  })

  test('a new mode alone is no change of content', async () => {
    const [file] = await diffOf({ 'run.sh': 'true\n' }, { 'run.sh': { executable: 'true\n' } })
    expect(file).toMatchObject({ status: 'mode', hunks: [] })
    expect(file?.problem).toBeUndefined()
  })

  test('binary files have no hunks', async () => {
    const [file] = await diffOf(
      { 'logo.png': Buffer.from([1, 0, 2]) },
      { 'logo.png': Buffer.from([1, 0, 3]) },
    )
    expect(file).toMatchObject({ status: 'modified', binary: true, hunks: [] })
  })

  test('a moved submodule is told apart, and a file that becomes one too', async () => {
    const orders = createRepository({ 'vendor.ts': 'x\n' })
    const link = (path: string, id: string) =>
      orders.git('update-index', '--add', '--cacheinfo', `160000,${id},${path}`)
    link('billing', 'a'.repeat(40))
    orders.git('commit', '--quiet', '-m', 'Pin billing')
    const base = orders.head()
    link('billing', 'b'.repeat(40))
    orders.git('rm', '--quiet', '--cached', 'vendor.ts')
    link('vendor.ts', 'c'.repeat(40))
    orders.git('commit', '--quiet', '-m', 'Move billing')
    const files = await (await opened(orders.directory)).diff(base, orders.head())
    expect(files).toMatchObject([
      {
        status: 'modified',
        submodule: true,
        hunks: [],
        old: { blob: 'a'.repeat(40) },
        new: { path: 'billing' },
      },
      { status: 'modified', submodule: true, hunks: [], new: { path: 'vendor.ts', blob: 'c'.repeat(40) } },
    ])
  })

  test('a file that becomes a link shows both, and does not shift the files after it', async () => {
    const [link, after] = await diffOf(
      { 'a.ts': 'one\ntwo\n', 'b.ts': 'old\n' },
      { 'a.ts': { symlink: '/etc/passwd' }, 'b.ts': 'new\n' },
    )
    expect(link?.hunks.flatMap((each) => each.lines.map((line) => `${line.type} ${line.text}`))).toEqual([
      'removed one',
      'removed two',
      'added /etc/passwd',
    ])
    expect(after?.hunks[0]?.lines.map((each) => each.text)).toEqual(['old', 'new'])
  })

  test('a missing newline at the end is told of the line that misses it', async () => {
    const [file] = await diffOf({ 'a.ts': 'one\ntwo' }, { 'a.ts': 'one\ntwo\n' })
    expect(file?.hunks[0]?.lines.map((each) => [each.type, each.text, each.endsFile ?? false])).toEqual([
      ['context', 'one', false],
      ['removed', 'two', true],
      ['added', 'two', false],
    ])
  })

  test.each([
    'with space.ts',
    'quo"te.ts',
    'new\nline.ts',
    'tab\t.ts',
    'Bestellung-ß-注文.ts',
    ' -p',
    '--output=x',
    'a\\b.ts',
  ])('the path %j comes as it is', async (path) => {
    const [file] = await diffOf({ [path]: 'old\n' }, { [path]: 'new\n' })
    expect(file).toMatchObject({ old: { path }, new: { path } })
    expect(file?.hunks).toHaveLength(1)
  })

  test('lines that look like a patch stay lines', async () => {
    const evil =
      'diff --git a/x b/x\n@@ -1 +1 @@\nBinary files a and b differ\n\\ No newline at end of file\n'
    const [first, second, ...others] = await diffOf(
      { 'a.patch': 'x\n' },
      { 'a.patch': evil, 'b.patch': evil },
    )
    expect(others).toEqual([])
    for (const file of [first, second]) {
      const added = file?.hunks.flatMap((each) => each.lines).filter((each) => each.type === 'added')
      expect(added?.map((each) => `${each.text}\n`).join('')).toBe(evil)
      expect(file?.binary).toBe(false)
    }
  })
})

describe('what the repository cannot do to its diff', () => {
  test('attributes cannot hide a change, and settings change neither hunks nor programs', async () => {
    const orders = createRepository({ '.gitattributes': '*.ts -diff\n', 'orders.ts': lines(20) })
    const base = orders.head()
    const head = orders.commit({ 'orders.ts': lines(20).replace('5\n', 'five\n').replace('15\n', '!\n') })
    const canary = `${orders.directory}/canary`
    const settings = {
      'diff.external': `touch ${canary}`,
      'diff.context': '9',
      'diff.noprefix': 'true',
      'diff.renames': 'false',
      'diff.suppressBlankEmpty': 'true',
      'core.fsmonitor': `touch ${canary}`,
      'color.ui': 'always',
    }
    for (const [name, value] of Object.entries(settings)) orders.git('config', name, value)
    const [file] = await (await opened(orders.directory)).diff(base, head)
    expect(file?.hunks).toMatchObject([{ oldStart: 2 }, { oldStart: 12 }])
    expect(existsSync(canary)).toBe(false)
  })
})

describe('what is too much or not there', () => {
  test('a file with a diff beyond all measure is listed without hunks, and the next one with', async () => {
    const [huge, after] = await diffOf({}, { 'a.txt': lines(60_000), 'b.ts': 'x\n' })
    expect(huge).toMatchObject({ status: 'added', hunks: [], problem: 'its diff is too large' })
    expect(after?.hunks).toHaveLength(1)
  })

  test('a file whose content is missing is listed without hunks, and the others with', async () => {
    const orders = createRepository({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'c.ts': lines(9) })
    const base = orders.head()
    const head = orders.commit({ 'a.ts': 'A\n', 'b.ts': 'B\n', 'c.ts': null, 'd.ts': lines(9) })
    const id = orders.git('rev-parse', `${base}:a.ts`)
    orders.git('config', 'gc.auto', '0')
    rmSync(`${orders.directory}/.git/objects/${id.slice(0, 2)}/${id.slice(2)}`)
    const files = await (await opened(orders.directory)).diff(base, head)
    expect(files).toMatchObject([
      {
        status: 'modified',
        new: { path: 'a.ts' },
        hunks: [],
        problem: 'its content is missing from this clone',
      },
      { status: 'modified', new: { path: 'b.ts' }, hunks: [{ oldStart: 1 }] },
      { status: 'renamed', new: { path: 'd.ts' }, hunks: [] },
    ])
    expect(files[2]?.problem).toBeUndefined()
  })
})
