import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createSampleOrganisation, createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { readFiles } from '../../src/sandbox/sample-folder.js'
import { clientOf } from './start.js'

const samples = join(dirname(fileURLToPath(import.meta.url)), '../../src/sandbox/samples/acme')
const names = ['orders', 'web', 'billing', 'notifications']
let sandbox: Sandbox
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'organisation-'))
  sandbox = await createSandbox({ directory })
  await createSampleOrganisation(sandbox)
})
afterAll(async () => {
  await sandbox.close()
  await rm(directory, { recursive: true, force: true })
})

function client(): ReturnType<typeof clientOf> {
  return clientOf(sandbox, sandbox.installationToken())
}

async function fileAt(repo: string, path: string, ref = 'main'): Promise<string> {
  const mediaType = { format: 'raw' }
  return String((await client().repos.getContent({ owner: 'acme', repo, path, ref, mediaType })).data)
}

it.each(names)(
  '%s has a history of more than ten commits by several people, that ends in its files',
  async (repo) => {
    const { data: commits } = await client().repos.listCommits({ owner: 'acme', repo, per_page: 100 })
    expect(commits.length).toBeGreaterThan(10)
    expect(new Set(commits.map((each) => each.commit.author?.name)).size).toBeGreaterThan(1)
    const files = await readFiles(join(samples, repo))
    for (const [path, text] of Object.entries(files))
      expect([path, await fileAt(repo, path)]).toEqual([path, text])
    const { data: tree } = await client().git.getTree({
      owner: 'acme',
      repo,
      tree_sha: 'main',
      recursive: '1',
    })
    const paths = tree.tree.filter((row) => row.type === 'blob').map((row) => row.path)
    expect(paths.sort()).toEqual(Object.keys(files).sort())
  },
)

it('has the same commits on every machine', async () => {
  const heads = await Promise.all(
    names.map(
      async (repo) => (await client().repos.getCommit({ owner: 'acme', repo, ref: 'main' })).data.sha,
    ),
  )
  const pulls = [1, 2].map((number) => sandbox.pull('orders', number).headSha)
  expect([...heads, ...pulls]).toMatchInlineSnapshot(`
[
  "4fa6f9d3b3630de0022058b36bef961d55edad6f",
  "d7504b869b28774ed215fe17d424afaa662d3ef3",
  "7f3ee71e88a06b707c5711faf4c625029267aed9",
  "0124fcd468ca0aa5ca26109c3b3d1529768c71bd",
  "46077495d264bc2738c086106d256be89d8dc761",
  "8354d95ef92afc4fc23a025ecd92fe7ed1ca4293",
]
`)
})

it('has a pull request that takes away what others read, and one that only adds', async () => {
  const compare = async (number: number): Promise<string> => {
    const { data } = await client().pulls.get({
      owner: 'acme',
      repo: 'orders',
      pull_number: number,
      mediaType: { format: 'diff' },
    })
    return String(data)
  }
  expect(await compare(1)).toContain('-    total: totalOf(order),\n+    amount: totalOf(order),')
  expect(await compare(1)).toContain("-  router.post('/orders/:id/cancel'")
  expect(await compare(2)).toContain("+  router.get('/orders/:id/status'")
  expect(await fileAt('web', 'src/components/OrderSummary.tsx')).toContain('order.total')
  expect(await fileAt('web', 'src/api/orders.ts')).toContain('/cancel`')
  expect(await fileAt('billing', 'billing/invoices.py')).toContain('order["total"]')
  expect(await fileAt('notifications', 'orders/client.go')).not.toMatch(/total|cancel/)
})
