import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { refusalOf, type Started, startSandbox } from './start.js'

let started: Started
const repo = { owner: 'acme', repo: 'orders' }
const pull = { ...repo, pull_number: 1 }

beforeAll(async () => {
  started = await startSandbox()
})
afterAll(() => started.stop())

it('describes repositories by name in any case, and by number', async () => {
  const { app, sandbox } = started
  const named = await app.repos.get({ owner: 'Acme', repo: 'ORDERS' })
  expect(named.data).toMatchObject({ full_name: 'acme/orders', default_branch: 'main', private: true })
  const { id } = sandbox.repository('orders')
  expect((await app.request('GET /repositories/{id}', { id })).data).toMatchObject({ id })
  expect((await app.apps.listReposAccessibleToInstallation()).data).toMatchObject({ total_count: 1 })
  expect((await refusalOf(app.repos.get({ owner: 'acme', repo: 'nothing' }))).status).toBe(404)
})

it('does not know at first whether a pull request can be merged', async () => {
  const first = await started.app.pulls.get(pull)
  expect(first.data).toMatchObject({
    mergeable: null,
    mergeable_state: 'unknown',
    changed_files: 2,
    commits: 1,
  })
  expect((await started.app.pulls.get(pull)).data).toMatchObject({
    mergeable: true,
    mergeable_state: 'clean',
  })
})

it('has the files, commits and diff of a pull request from git', async () => {
  const { data: files } = await started.app.pulls.listFiles(pull)
  expect(files.map((file) => [file.filename, file.status, file.additions, file.deletions])).toEqual([
    ['docs/total.md', 'added', 1, 0],
    ['src/orders.ts', 'modified', 2, 2],
  ])
  expect(files[1]?.patch).toContain('-line 3\n+line 3 changed')
  const { data: commits } = await started.app.pulls.listCommits(pull)
  expect(commits[0]?.commit).toMatchObject({ message: 'Say total', author: { name: 'dana' } })
  const diff = await started.app.pulls.get({ ...pull, mediaType: { format: 'diff' } })
  expect(diff.data).toContain('diff --git a/docs/total.md b/docs/total.md')
  expect((await started.app.pulls.list(repo)).data.map((each) => each.number)).toEqual([1])
  expect((await started.app.pulls.list({ ...repo, state: 'closed' })).data).toEqual([])
})

it('gives contents, folders, trees, blobs and refs, and nothing outside of the tree', async () => {
  const { app } = started
  const { data: file } = await app.repos.getContent({ ...repo, path: 'openapi.yaml' })
  const content = 'content' in file ? file.content : ''
  expect(Buffer.from(content, 'base64').toString()).toContain('title: Orders')
  const { data: folder } = await app.repos.getContent({ ...repo, path: 'src', ref: 'total' })
  expect(folder).toMatchObject([{ type: 'file', path: 'src/orders.ts' }])
  const { data: ref } = await app.git.getRef({ ...repo, ref: 'heads/main' })
  const { data: tree } = await app.git.getTree({ ...repo, tree_sha: ref.object.sha, recursive: 'true' })
  expect(tree.tree.map((row) => row.path)).toEqual(['openapi.yaml', 'src', 'src/orders.ts'])
  const blob = await app.git.getBlob({ ...repo, file_sha: tree.tree[0]?.sha ?? '' })
  expect(blob.data).toMatchObject({ encoding: 'base64' })
  for (const path of ['../config', 'src/../../config', 'nothing.ts']) {
    expect((await refusalOf(app.repos.getContent({ ...repo, path }))).status).toBe(404)
  }
})

it('gives the history, a commit and a comparison', async () => {
  const { app } = started
  const { data: rows } = await app.repos.listCommits({ ...repo, sha: 'total' })
  expect(rows.map((row) => row.commit.message)).toEqual(['Say total', 'Take orders'])
  const { data: one } = await app.repos.getCommit({ ...repo, ref: 'total' })
  expect(one.files?.length).toBe(2)
  const { data: both } = await app.repos.compareCommitsWithBasehead({ ...repo, basehead: 'main...total' })
  expect(both).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 })
  const pulls = await app.repos.listPullRequestsAssociatedWithCommit({ ...repo, commit_sha: one.sha })
  expect(pulls.data.map((each) => each.number)).toEqual([1])
})

it('tells what people may do', async () => {
  const { app } = started
  const level = async (username: string): Promise<unknown> =>
    (await app.repos.getCollaboratorPermissionLevel({ ...repo, username })).data.permission
  expect([await level('dana'), await level('rene')]).toEqual(['write', 'read'])
  started.sandbox.setPermission('orders', 'rene', 'triage')
  const { data } = await app.repos.getCollaboratorPermissionLevel({ ...repo, username: 'rene' })
  expect(data).toMatchObject({ permission: 'read', role_name: 'triage' })
  const nobody = app.repos.getCollaboratorPermissionLevel({ ...repo, username: 'nobody' })
  expect((await refusalOf(nobody)).status).toBe(404)
})

it('cuts lists into pages and names the next one', async () => {
  const { app, sandbox } = started
  for (let at = 0; at < 5; at++) await sandbox.comment('orders', 1, 'dana', `Comment ${at}`)
  const first = await app.issues.listComments({ ...repo, issue_number: 1, per_page: 2 })
  expect(first.data.length).toBe(2)
  expect(first.headers.link).toMatch(/page=2>; rel="next".*page=3>; rel="last"/)
  const all = await app.paginate(app.issues.listComments, { ...repo, issue_number: 1, per_page: 2 })
  expect(all.map((each) => each.body)).toEqual([0, 1, 2, 3, 4].map((at) => `Comment ${at}`))
})

it('answers 304 to who knows the answer, and tells the rate limit', async () => {
  const { app } = started
  const first = await app.repos.get(repo)
  expect(first.headers['x-ratelimit-limit']).toBe('5000')
  const headers = { 'if-none-match': first.headers.etag }
  expect((await refusalOf(app.repos.get({ ...repo, headers }))).status).toBe(304)
  expect((await app.rateLimit.get()).data.rate.limit).toBe(5000)
  expect((await app.meta.get()).data).toMatchObject({ installed_version: '3.21.0' })
})

it('says where to teach it what it does not know', async () => {
  const refused = await refusalOf(started.app.repos.listTags(repo))
  expect(refused).toMatchObject({ status: 501, message: expect.stringContaining('Teach it') })
})
