import { describe, expect, it } from '@jest/globals'
import type { Problem } from '../../src/domain/blob.js'
import type { FileDiff } from '../../src/domain/diff.js'
import { coverageOf } from '../../src/workspace/index.js'

const file = (path: string, more: Partial<FileDiff> = {}): FileDiff => ({
  status: 'modified',
  old: { path, blob: '1'.repeat(40) },
  new: { path, blob: '2'.repeat(40) },
  binary: false,
  submodule: false,
  hunks: [],
  ...more,
})

function coverage(files: readonly FileDiff[], problems: readonly Problem[] = []) {
  const snapshot = { repository: 'acme/orders', commit: 'a'.repeat(40) }
  return coverageOf({
    files,
    head: { snapshot, facts: [], problems },
    isRead: (path) => path.endsWith('.ts'),
    isIgnored: (path) => path.startsWith('generated/'),
    snapshots: [snapshot],
    problems: [],
  })
}

const skipped = (given: FileDiff, problems?: readonly Problem[]) =>
  coverage([given], problems).skipped[0]?.reason

describe('coverage', () => {
  it.each([
    ['code in a language that is read', file('src/app.ts')],
    ['prose', file('README.md')],
    ['a picture that is called like code', file('logo.c', { binary: true })],
    ['a file without any ending', file('LICENSE')],
    ['a removed file of a language that is read', file('src/app.ts', { status: 'removed', new: null })],
  ])('counts %s as inspected', (_, given) => {
    expect(coverage([given])).toMatchObject({ changed: 1, inspected: 1, skipped: [] })
  })

  it.each([
    ['code that nobody reads', file('src/app.rs'), /\.rs files/],
    ['a removed file that nobody reads', file('src/app.rs', { status: 'removed', new: null }), /\.rs files/],
    ['what the settings ignore', file('generated/client.ts'), /settings/],
    ['a submodule', file('shared', { submodule: true }), /submodule/],
    ['a file without its content', file('src/app.ts', { problem: 'the blob is missing' }), /blob is missing/],
  ])('says why it skips %s', (_, given, reason) => {
    expect(skipped(given)).toMatch(reason)
  })

  it('says what could not be parsed in a changed file, and lets other files be', () => {
    const problems = [{ problem: 'this part could not be parsed', path: 'src/app.ts', line: 3 }]
    expect(skipped(file('src/app.ts'), problems)).toBe('this part could not be parsed')
    expect(skipped(file('src/other.ts'), problems)).toBeUndefined()
  })
})
