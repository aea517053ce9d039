import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'

/** What a path holds from now on; null removes it. */
export type Content = string | Buffer | null | { readonly executable: string } | { readonly symlink: string }

export type Files = Readonly<Record<string, Content>>

/** A real repository with a work tree in a temporary folder that is removed when the test file ends. */
export type TestRepository = {
  readonly directory: string
  /** Writes the files, commits everything and gives the commit's id. The same calls give the same ids. */
  commit(files: Files, message?: string): string
  /** Makes a branch at `from` (default: where we are) and goes to it. */
  branch(name: string, from?: string): void
  checkout(revision: string): void
  head(): string
  /** Any git command, as written; gives its output without the last newline. */
  git(...args: readonly string[]): string
}

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own, removed when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'))
  folders.push(folder)
  return folder
}

/** A repository on branch `main` with one commit of these files; `name` (`acme/orders`) becomes its origin on GitHub. */
export function createRepository(
  files: Files = {},
  options: { readonly name?: string } = {},
): TestRepository {
  const directory = temporaryFolder()
  let minute = 0
  const git = (...args: readonly string[]) => runGit(directory, args, minute)
  const repository: TestRepository = {
    directory,
    git,
    commit(changed, message = 'Change') {
      for (const [path, content] of Object.entries(changed)) writeContent(join(directory, path), content)
      minute += 1
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return repository.head()
    },
    branch: (name, from = 'HEAD') => void git('checkout', '--quiet', '-b', name, from),
    checkout: (revision) => void git('checkout', '--quiet', revision),
    head: () => git('rev-parse', 'HEAD'),
  }
  git('init', '--quiet', '--initial-branch', 'main')
  if (options.name) git('remote', 'add', 'origin', `https://github.com/${options.name}.git`)
  repository.commit(files, 'First')
  return repository
}

function writeContent(path: string, content: Content): void {
  rmSync(path, { recursive: true, force: true })
  if (content === null) return
  mkdirSync(dirname(path), { recursive: true })
  if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(path, content)
  else if ('symlink' in content) symlinkSync(content.symlink, path)
  else writeFileSync(path, content.executable, { mode: 0o755 })
}

/** Runs git as nobody in particular: no settings of this machine, and a clock that only the caller moves. */
export function runGit(directory: string, args: readonly string[], minute = 0): string {
  const date = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
  const person = (role: string) => ({
    [`GIT_${role}_NAME`]: 'Ada Shopkeeper',
    [`GIT_${role}_EMAIL`]: 'ada@acme.example',
    [`GIT_${role}_DATE`]: date,
  })
  const env = {
    PATH: process.env['PATH'],
    HOME: directory,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...person('AUTHOR'),
    ...person('COMMITTER'),
  }
  const options = { cwd: directory, env, encoding: 'utf8', maxBuffer: 1 << 28 } as const
  return execFileSync('git', args, options).replace(/\n$/, '')
}
