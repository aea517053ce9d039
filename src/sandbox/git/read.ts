import { GitFailure, git, gitBytes } from './run.js'

export type CommitRow = {
  readonly id: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: string
  readonly email: string
  readonly date: string
  readonly message: string
}

export type TreeRow = {
  readonly mode: string
  readonly type: string
  readonly id: string
  readonly size: number | null
  readonly path: string
}

/** The object that a revision names; null when there is none. */
export async function findObject(directory: string, revision: string): Promise<string | null> {
  try {
    // A revision comes from a request: it must not be read as an option or as a range.
    const out = await git(directory, ['rev-parse', '--verify', '--quiet', '--end-of-options', revision])
    return /^[0-9a-f]{40,64}\s*$/.test(out) ? out.trim() : null
  } catch (error) {
    if (error instanceof GitFailure) return null
    throw error
  }
}

/** A branch, tag or commit id becomes a commit id. */
export async function findCommit(directory: string, revision: string): Promise<string | null> {
  if (!/^[\w./-]+$/.test(revision)) return null
  return findObject(directory, `${revision}^{commit}`)
}

export async function findMergeBase(directory: string, one: string, other: string): Promise<string | null> {
  try {
    return (await git(directory, ['merge-base', one, other])).trim()
  } catch (error) {
    if (error instanceof GitFailure) return null
    throw error
  }
}

/** Newest first, as `git log` has them. */
export async function listCommits(directory: string, range: readonly string[]): Promise<CommitRow[]> {
  const format = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%B%x01'
  const out = await git(directory, ['log', `--format=${format}`, ...range, '--'])
  return out
    .split('\x01')
    .filter((row) => row.includes('\x00'))
    .map(commitRow)
}

function commitRow(row: string): CommitRow {
  const [id = '', tree = '', parents = '', author = '', email = '', date = '', message = ''] =
    row.split('\x00')
  return {
    id: id.trim(),
    tree,
    parents: parents.split(' ').filter(Boolean),
    author,
    email,
    date: new Date(date).toISOString().replace('.000Z', 'Z'),
    message: message.trimEnd(),
  }
}

/** Rows of one tree, or of all below it; null when the revision names no tree. */
export async function listTree(directory: string, tree: string, deep: boolean): Promise<TreeRow[] | null> {
  const id = await findObject(directory, tree)
  if (id === null) return null
  try {
    const out = await git(directory, ['ls-tree', '-l', '-z', ...(deep ? ['-r', '-t'] : []), id])
    return out.split('\0').filter(Boolean).map(treeRow)
  } catch (error) {
    if (error instanceof GitFailure) return null // a blob has no rows
    throw error
  }
}

function treeRow(row: string): TreeRow {
  const [head = '', path = ''] = row.split('\t')
  const [mode = '', type = '', id = '', size = '-'] = head.split(/ +/)
  return { mode, type, id, size: size === '-' ? null : Number(size), path }
}

export async function readBlob(directory: string, id: string): Promise<Buffer | null> {
  const found = await findObject(directory, `${id}^{blob}`)
  return found === null ? null : gitBytes(directory, ['cat-file', 'blob', found])
}

/** Every ref below a prefix, with the commit it names. */
export async function listRefs(directory: string, prefix: string): Promise<{ ref: string; id: string }[]> {
  const out = await git(directory, ['for-each-ref', '--format=%(refname) %(objectname)', prefix])
  return out
    .split('\n')
    .filter(Boolean)
    .map((row) => {
      const [ref = '', id = ''] = row.split(' ')
      return { ref, id }
    })
}

/** Whether two commits can be merged without a conflict. */
export async function mergesCleanly(directory: string, base: string, head: string): Promise<boolean> {
  return (await mergeTree(directory, base, head)) !== null
}

/** The tree of a merge, or null when the two conflict. */
export async function mergeTree(directory: string, base: string, head: string): Promise<string | null> {
  try {
    return (await git(directory, ['merge-tree', '--write-tree', base, head])).trim()
  } catch (error) {
    if (error instanceof GitFailure) return null
    throw error
  }
}
