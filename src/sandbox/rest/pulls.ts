import { unifiedDiff } from '../git/diff.js'
import { mergesCleanly } from '../git/read.js'
import { get, type Route, repositoryOf } from '../http/route.js'
import { commitsOf, type FoundPull, filesOf, pullOf, reviewCommentsOf, startOf } from '../pulls.js'
import { commitShape } from '../shapes/commit.js'
import { fileShape, issueShape, pullDetails, pullShape } from '../shapes/pull.js'
import type { Pull } from '../world.js'

const pulls = '/repos/{owner}/{repo}/pulls'

/** Pull requests, with everything that git knows of them. */
export const pullRoutes: readonly Route[] = [
  get(pulls, 'pull_requests:read', (call) => {
    const repository = repositoryOf(call)
    const wanted = [...repository.pulls.values()].filter((pull) => isWanted(pull, call.query))
    return { list: wanted.reverse().map((pull) => pullShape(call.world, repository, pull)) }
  }),
  get(`${pulls}/{number}`, 'pull_requests:read', async (call) => {
    const found = pullOf(call)
    if (/\bdiff\b/.test(call.accept))
      return { text: await diffText(found), type: 'text/plain; charset=utf-8' }
    const [files, commits] = await Promise.all([filesOf(found), commitsOf(found)])
    const details = pullDetails(files, commits.length, await mergeable(found))
    const counts = { comments: commentCount(found), review_comments: reviewCommentsOf(found).length }
    const merged = { merged: found.pull.merged }
    return {
      body: { ...pullShape(call.world, found.repository, found.pull), ...details, ...counts, ...merged },
    }
  }),
  get(`${pulls}/{number}/files`, 'pull_requests:read', async (call) => {
    const found = pullOf(call)
    // GitHub lists at most 3,000 files.
    const files = (await filesOf(found)).slice(0, 3000)
    return { list: files.map((file) => fileShape(call.world, found.repository, found.pull.headSha, file)) }
  }),
  get(`${pulls}/{number}/commits`, 'pull_requests:read', async (call) => {
    const found = pullOf(call)
    const commits = (await commitsOf(found)).slice(0, 250)
    return { list: commits.map((commit) => commitShape(call.world, found.repository, commit)) }
  }),
  get('/repos/{owner}/{repo}/issues/{number}', ['issues:read', 'pull_requests:read'], (call) => {
    const { repository, pull } = pullOf(call)
    return { body: issueShape(call.world, repository, pull) }
  }),
]

function isWanted(pull: Pull, query: URLSearchParams): boolean {
  const state = query.get('state') ?? 'open'
  const head = query.get('head')
  const base = query.get('base')
  return (
    (state === 'all' || pull.state === state) &&
    (head === null || head.endsWith(`:${pull.headRef}`)) &&
    (base === null || base === pull.baseRef)
  )
}

async function diffText(found: FoundPull): Promise<string> {
  return unifiedDiff(found.repository.directory, await startOf(found), found.pull.headSha)
}

/** Null when it is asked for the first time, as GitHub works it out in the background. */
async function mergeable({ repository, pull }: FoundPull): Promise<boolean | null> {
  const pair = `${pull.baseSha} ${pull.headSha}`
  if (pull.mergeableFor !== pair) {
    pull.mergeableFor = pair
    return null
  }
  return mergesCleanly(repository.directory, pull.baseSha, pull.headSha)
}

function commentCount({ repository, pull }: FoundPull): number {
  return [...repository.comments.values()].filter((each) => each.pull === pull.number).length
}
