import { mkdir } from 'node:fs/promises'
import { git } from './run.js'

/** Paths to their new text; null removes the file. */
export type Files = Readonly<Record<string, string | null>>

export type Person = { readonly name: string; readonly email: string }

export type NewCommit = {
  /** A full name: `refs/heads/main`. */
  readonly ref: string
  /** What it is built on: a commit or a ref; null for the first commit of a repository. Later commits of a list go on. */
  readonly from: string | null
  readonly message: string
  readonly author: Person
  readonly date: Date
  readonly files: Files
}

/** An empty bare repository that allows what GitHub allows: partial clones, and fetching any commit by its id. */
export async function createRepository(directory: string, branch: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  await git(directory, ['init', '-q', '--bare', '-b', branch])
  for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) {
    await git(directory, ['config', key, 'true'])
  }
}

/** Writes commits in one go. Equal input gives equal commit ids, on every machine. */
export async function writeCommits(directory: string, commits: readonly NewCommit[]): Promise<void> {
  const stream = `feature done\n${commits.map((each, at) => commitCommand(each, commits.slice(0, at))).join('')}done\n`
  await git(directory, ['fast-import', '--quiet', '--force', '--date-format=raw'], stream)
}

export type NewMerge = {
  readonly ref: string
  readonly parents: readonly [string, string]
  readonly tree: string
  readonly message: string
  readonly date: Date
}

/** A merge by GitHub's own hand, of a tree that was merged before. */
export async function writeMerge(directory: string, merge: NewMerge): Promise<void> {
  const who = `GitHub <noreply@github.com> ${Math.floor(merge.date.getTime() / 1000)} +0000`
  const [onto, head] = merge.parents
  const lines = [
    `commit ${merge.ref}`,
    `author ${who}`,
    `committer ${who}`,
    text(merge.message),
    `from ${onto}`,
    `merge ${head}`,
    `M 040000 ${merge.tree} ""`,
    'done',
  ]
  await git(
    directory,
    ['fast-import', '--quiet', '--force', '--date-format=raw'],
    `feature done\n${lines.join('\n')}\n`,
  )
}

export async function setRef(directory: string, ref: string, commit: string): Promise<void> {
  await git(directory, ['update-ref', ref, commit])
}

function commitCommand(commit: NewCommit, before: readonly NewCommit[]): string {
  const goesOn = before.some((each) => each.ref === commit.ref)
  const who = `${commit.author.name} <${commit.author.email}> ${Math.floor(commit.date.getTime() / 1000)} +0000`
  const lines = [`commit ${commit.ref}`, `author ${who}`, `committer ${who}`, text(commit.message)]
  if (commit.from !== null && !goesOn)
    lines.push(`from ${commit.from}${commit.from.startsWith('refs/') ? '^0' : ''}`)
  for (const [path, content] of Object.entries(commit.files)) {
    lines.push(content === null ? `D ${quoted(path)}` : `M 100644 inline ${quoted(path)}\n${text(content)}`)
  }
  return `${lines.join('\n')}\n\n`
}

function text(content: string): string {
  return `data ${Buffer.byteLength(content)}\n${content}`
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`
}
