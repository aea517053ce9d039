import { afterEach, describe, expect, test } from '@jest/globals'
import { openRepository } from '../../src/git/index.js'
import { isRecent } from '../../src/git/version.js'
import { temporaryFolder } from '../support/git.js'

const path = process.env['PATH']

afterEach(() => {
  process.env['PATH'] = path
})

describe('the git of this machine', () => {
  test('is asked for in one clear line when there is none', async () => {
    process.env['PATH'] = temporaryFolder()
    await expect(openRepository('.')).rejects.toMatchObject({ name: 'UserError', code: 'git-missing' })
  })

  test.each([
    ['git version 2.36.0', true],
    ['git version 2.39.5 (Apple Git-154)', true],
    ['git version 3.0.1', true],
    ['git version 2.34.1', false],
    ['git version 1.99.0', false],
    ['', false],
  ])('%s: recent enough is %s', (said, recent) => {
    expect(isRecent(said)).toBe(recent)
  })
})
