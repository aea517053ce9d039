import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach } from '@jest/globals'
import type { Mirrors, Remote } from '../../../src/git/git.js'
import { createMirrors, type MirrorOptions } from '../../../src/git/index.js'
import {
  createRepository,
  type Files,
  runGit,
  type TestRepository,
  temporaryFolder,
} from '../../support/git.js'
import { type GitHttp, startGitHttp } from '../../support/git-http.js'

/** The folder that stands for GitHub's disk, a clone that pushes to it, and the server in front of it. */
export type Hosted = {
  readonly orders: TestRepository
  readonly server: GitHttp
  readonly remote: Remote
  /** The repository as the server has it. */
  readonly directory: string
  push(...refspecs: readonly string[]): void
}

export const token = `ghs_7_${'t0ken.'.repeat(60)}`

export async function hostOrders(
  files: Files = { 'orders.ts': 'export const total = 1\n' },
): Promise<Hosted> {
  const root = temporaryFolder()
  const directory = join(root, 'acme', 'orders.git')
  mkdirSync(dirname(directory))
  runGit(root, ['init', '--quiet', '--bare', '--initial-branch', 'main', directory])
  const orders = createRepository(files)
  orders.git('remote', 'add', 'origin', directory)
  const push = (...refspecs: readonly string[]) =>
    void orders.git('push', '--quiet', '--force', 'origin', ...refspecs)
  push('main')
  const server = await startGitHttp(root, token)
  const remote = { url: `${server.url}/acme/orders.git`, token: async () => token }
  return { orders, server, remote, directory, push }
}

const made: Mirrors[] = []

afterEach(async () => {
  for (const each of made.splice(0)) await each.close()
})

/** Mirrors in a folder of their own, closed when the test ends. */
export function mirrorsIn(directory = temporaryFolder(), options: Partial<MirrorOptions> = {}): Mirrors {
  const mirrors = createMirrors({ directory, ...options })
  made.push(mirrors)
  return mirrors
}
