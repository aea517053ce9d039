import { afterEach } from '@jest/globals'
import type { GitRepository } from '../../../src/git/git.js'
import { type OpenOptions, openRepository } from '../../../src/git/index.js'

const open: GitRepository[] = []

afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

/** The repository in a folder, closed when the test ends. */
export async function opened(directory: string, options?: OpenOptions): Promise<GitRepository> {
  const repository = await openRepository(directory, options)
  open.push(repository)
  return repository
}
