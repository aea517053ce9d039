import { describe, expect, test } from '@jest/globals'
import { anchorOf } from '../../src/lib/anchor.js'
import { change } from '../support/review-world.js'

describe('the anchor of a comment', () => {
  test.each([
    ['an added line on the right', 'RIGHT', 2, true],
    ['a context line on the right', 'RIGHT', 3, true],
    ['a removed line on the left', 'LEFT', 2, true],
    ['a context line on the left', 'LEFT', 1, false],
    ['a line outside every hunk', 'RIGHT', 40, false],
  ] as const)('%s', (_, side, line, exists) => {
    const anchor = anchorOf(change.files, side, 'src/answer.ts', line)
    expect(anchor).toEqual(exists ? { path: 'src/answer.ts', line, side } : null)
  })

  test('on the old side of a renamed file is filed under the new name', () => {
    const [file] = change.files
    if (!file?.old) throw new Error('the world changed')
    const renamed = [{ ...file, status: 'renamed' as const, old: { ...file.old, path: 'src/reply.ts' } }]
    expect(anchorOf(renamed, 'LEFT', 'src/reply.ts', 2)).toEqual({
      path: 'src/answer.ts',
      line: 2,
      side: 'LEFT',
    })
  })
})
