import { execFileSync } from 'node:child_process'
import type { TestRepository } from '../../support/git.js'

/** One entry of a tree that no honest git would write. */
export type EvilEntry = { readonly mode: string; readonly name: string; readonly id: string }

/** Writes a tree as it is given, without any check, and gives its id. */
export function writeTree(repository: TestRepository, entries: readonly EvilEntry[]): string {
  const input = Buffer.concat(
    entries.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
  )
  const args = ['hash-object', '-w', '-t', 'tree', '--literally', '--stdin']
  return execFileSync('git', args, { cwd: repository.directory, input, encoding: 'utf8' }).trim()
}

export function writeBlob(repository: TestRepository, content: string): string {
  const args = ['hash-object', '-w', '--stdin']
  return execFileSync('git', args, { cwd: repository.directory, input: content, encoding: 'utf8' }).trim()
}

/** A commit of a tree on top of `main`. */
export function commitTree(repository: TestRepository, tree: string): string {
  return repository.git('commit-tree', tree, '-p', 'main', '-m', 'Innocent')
}

/** Ten folders in each of ten folders, ten levels deep, over one leaf: a few kilobytes, and ten billion paths. */
export function writeBomb(repository: TestRepository, leaf: EvilEntry | null): string {
  let tree = writeTree(repository, leaf ? [leaf] : [])
  for (let level = 0; level < 10; level += 1) {
    const id = tree
    const entries = Array.from({ length: 10 }, (_, index) => ({ mode: '40000', name: `d${index}`, id }))
    tree = writeTree(repository, entries)
  }
  return commitTree(repository, tree)
}
