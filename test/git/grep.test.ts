import { describe, expect, test } from '@jest/globals'
import type { GrepHit, GrepQuery } from '../../src/git/git.js'
import { createRepository } from '../support/git.js'
import { opened } from './support/opened.js'

const files = {
  'src/orders.ts': 'const total = 1\nfetch("/orders/?a=[b].*")\n',
  'src/web/page.tsx': 'total.toFixed(2)\n',
  'total.md': 'The total: of an order.\n',
  'new\nline.ts': 'total\n',
  'logo.png': Buffer.from('total\0'),
  'min.js': `${'x'.repeat(2000)}total\n`,
}

async function search(query: Partial<GrepQuery>): Promise<readonly GrepHit[]> {
  const orders = createRepository(files)
  const repository = await opened(orders.directory)
  return repository.grep(orders.head(), { text: 'total', regex: false, limit: 100, ...query })
}

describe('a search', () => {
  test('gives path, line and text of every hit, except in binary files', async () => {
    expect(await search({})).toEqual([
      { path: 'min.js', line: 1, text: 'x'.repeat(500) },
      { path: 'new\nline.ts', line: 1, text: 'total' },
      { path: 'src/orders.ts', line: 1, text: 'const total = 1' },
      { path: 'src/web/page.tsx', line: 1, text: 'total.toFixed(2)' },
      { path: 'total.md', line: 1, text: 'The total: of an order.' },
    ])
  })

  test('takes a fixed text as it is', async () => {
    expect(await search({ text: '/orders/?a=[b].*' })).toMatchObject([{ path: 'src/orders.ts', line: 2 }])
    expect(await search({ text: '--output=x' })).toEqual([])
  })

  test('takes a pattern', async () => {
    expect(await search({ text: '\\btotal\\.\\w+\\(\\d', regex: true })).toMatchObject([
      { path: 'src/web/page.tsx' },
    ])
  })

  test.each([
    ['*.ts', ['new\nline.ts', 'src/orders.ts']],
    ['**/*.tsx', ['src/web/page.tsx']],
    ['src/**', ['src/orders.ts', 'src/web/page.tsx']],
    ['src', ['src/orders.ts', 'src/web/page.tsx']],
    ['**/total.md', ['total.md']],
    ['--output=x', []],
    [':(exclude)src', []],
  ])('looks only where %s points', async (glob, paths) => {
    expect((await search({ glob })).map((each) => each.path)).toEqual(paths)
  })

  test('ends at its limit', async () => {
    expect(await search({ limit: 2 })).toHaveLength(2)
    expect(await search({ limit: 0 })).toEqual([])
  })

  test.each(['(', '[', '', 'a\nb', '(a{1,65535}){1,65535}'])(
    'says that %j cannot be searched',
    async (text) => {
      await expect(search({ text, regex: true })).rejects.toMatchObject({ code: 'bad-pattern' })
    },
  )

  test('a pattern made to be slow costs seconds at the most', async () => {
    const orders = createRepository({ 'a.ts': `${'a'.repeat(5000)}!\n` })
    const repository = await opened(orders.directory)
    const started = performance.now()
    const query = { text: '^(a+)+$', regex: true, limit: 5 }
    await repository
      .grep(orders.head(), query)
      .catch((error) => expect(error).toMatchObject({ code: 'bad-pattern' }))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
