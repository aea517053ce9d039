import { diffFiles } from '../git/diff.js'
import { type CommitRow, findCommit, findMergeBase, listCommits } from '../git/read.js'
import { notFound, Refusal, unprocessable } from '../http/refusal.js'
import { type Answer, type Call, get, type Route, repositoryOf } from '../http/route.js'
import { commitShape } from '../shapes/commit.js'
import { fileShape, pullShape } from '../shapes/pull.js'
import type { Repository } from '../world.js'

const repository = '/repos/{owner}/{repo}'

/** The history, and the difference between any two points of it. */
export const commitRoutes: readonly Route[] = [
  get(`${repository}/commits`, 'contents:read', async (call) => {
    const where = repositoryOf(call)
    const tip = await commitAt(where, call.query.get('sha') ?? where.defaultBranch)
    const rows = await listCommits(where.directory, [tip])
    return { list: rows.map((row) => commitShape(call.world, where, row)) }
  }),
  get(`${repository}/commits/{ref}/pulls`, 'pull_requests:read', (call) => {
    const where = repositoryOf(call)
    const pulls = [...where.pulls.values()].filter((pull) => pull.headSha === call.params['ref'])
    return { list: pulls.map((pull) => pullShape(call.world, where, pull)) }
  }),
  get(`${repository}/commits/{ref+}`, 'contents:read', async (call) => {
    const where = repositoryOf(call)
    const row = await rowAt(where, call.params['ref'] ?? '')
    const files = row.parents[0] ? await diffFiles(where.directory, row.parents[0], row.id) : []
    const shapes = files.slice(0, 300).map((file) => fileShape(call.world, where, row.id, file))
    return { body: { ...commitShape(call.world, where, row), files: shapes } }
  }),
  get(`${repository}/compare/{basehead+}`, 'contents:read', compare),
]

async function commitAt(where: Repository, revision: string): Promise<string> {
  const commit = await findCommit(where.directory, revision)
  if (commit === null) throw unprocessable(`No commit found for SHA: ${revision}`)
  return commit
}

async function rowAt(where: Repository, revision: string): Promise<CommitRow> {
  const [row] = await listCommits(where.directory, ['-1', await commitAt(where, revision)])
  if (!row) throw notFound()
  return row
}

async function compare(call: Call): Promise<Answer> {
  const where = repositoryOf(call)
  const [left = '', right = ''] = (call.params['basehead'] ?? '').split('...')
  const [base, head] = await Promise.all([
    findCommit(where.directory, left),
    findCommit(where.directory, right),
  ])
  if (base === null || head === null) throw notFound()
  const start = await findMergeBase(where.directory, base, head)
  if (start === null) throw new Refusal(404, `No common ancestor between ${left} and ${right}.`)
  const ahead = (await listCommits(where.directory, [head, `^${base}`])).reverse()
  const behind = await listCommits(where.directory, [base, `^${head}`])
  const files = await diffFiles(where.directory, start, head)
  return {
    body: {
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      base_commit: commitShape(call.world, where, await rowAt(where, base)),
      merge_base_commit: commitShape(call.world, where, await rowAt(where, start)),
      commits: ahead.slice(0, 250).map((row) => commitShape(call.world, where, row)),
      // GitHub names 300 files at most, whatever the page.
      files: files.slice(0, 300).map((file) => fileShape(call.world, where, head, file)),
    },
  }
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}
