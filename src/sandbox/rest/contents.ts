import { findCommit, findObject, listRefs, listTree, readBlob, type TreeRow } from '../git/read.js'
import { notFound, Refusal } from '../http/refusal.js'
import { type Answer, type Call, get, type Route, repositoryOf } from '../http/route.js'
import { apiOf, type Shape } from '../shapes/repository.js'
import { fullName, type Repository } from '../world.js'

const repository = '/repos/{owner}/{repo}'

/** Files, trees, blobs and refs, straight from git. */
export const contentRoutes: readonly Route[] = [
  get(`${repository}/contents`, 'contents:read', (call) => contents(call, '')),
  get(`${repository}/contents/`, 'contents:read', (call) => contents(call, '')),
  get(`${repository}/contents/{path+}`, 'contents:read', (call) => contents(call, call.params['path'] ?? '')),
  get(`${repository}/git/trees/{sha+}`, 'contents:read', async (call) => {
    const where = repositoryOf(call)
    const rows = await listTree(where.directory, call.params['sha'] ?? '', call.query.has('recursive'))
    if (!rows) throw notFound()
    const tree = rows.map((row) => ({
      path: row.path,
      mode: row.mode,
      type: row.type,
      sha: row.id,
      ...sizeOf(row),
    }))
    return {
      body: { sha: call.params['sha'], tree: tree.slice(0, 100_000), truncated: tree.length > 100_000 },
    }
  }),
  get(`${repository}/git/blobs/{sha}`, 'contents:read', async (call) => {
    const where = repositoryOf(call)
    const sha = call.params['sha'] ?? ''
    const bytes = /^[0-9a-f]{40,64}$/.test(sha) ? await readBlob(where.directory, sha) : null
    if (!bytes) throw notFound()
    return { body: { sha, size: bytes.length, encoding: 'base64', content: base64(bytes) } }
  }),
  get(`${repository}/git/ref/{ref+}`, 'contents:read', async (call) => {
    const where = repositoryOf(call)
    const ref = `refs/${call.params['ref']}`
    const found = (await listRefs(where.directory, 'refs/')).find((each) => each.ref === ref)
    if (!found) throw notFound()
    return { body: { ref, object: { type: 'commit', sha: found.id } } }
  }),
]

function sizeOf(row: TreeRow): Shape {
  return row.size === null ? {} : { size: row.size }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{60}/g, '$&\n')
}

/** A file with its content, or the list of a folder. A path that leaves the tree names nothing. */
async function contents(call: Call, path: string): Promise<Answer> {
  const where = repositoryOf(call)
  const commit = await findCommit(where.directory, call.query.get('ref') ?? where.defaultBranch)
  if (commit === null) throw new Refusal(404, `No commit found for the ref ${call.query.get('ref')}`)
  const folder = path.split('/').slice(0, -1).join('/')
  const rows = await listTree(where.directory, `${commit}:${folder}`, false)
  const row = rows?.find((each) => each.path === path.split('/').at(-1))
  if (row && row.type === 'blob') return fileAnswer(call, where, path, row)
  const inside = await listTree(where.directory, `${commit}:${path}`, false)
  if (!inside) throw notFound()
  const prefix = path === '' ? '' : `${path}/`
  return { body: inside.slice(0, 1000).map((each) => entry(call, where, `${prefix}${each.path}`, each)) }
}

async function fileAnswer(call: Call, where: Repository, path: string, row: TreeRow): Promise<Answer> {
  const bytes =
    (await readBlob(where.directory, (await findObject(where.directory, row.id)) ?? '')) ?? Buffer.alloc(0)
  if (/\braw\b/.test(call.accept)) return { text: bytes.toString('utf8'), type: 'text/plain; charset=utf-8' }
  // Files over one megabyte come without their content.
  const content =
    bytes.length > 1_048_576
      ? { encoding: 'none', content: '' }
      : { encoding: 'base64', content: base64(bytes) }
  return { body: { ...entry(call, where, path, row), ...content } }
}

function entry(call: Call, where: Repository, path: string, row: TreeRow): Shape {
  return {
    type:
      row.type === 'tree'
        ? 'dir'
        : row.type === 'commit'
          ? 'submodule'
          : row.mode === '120000'
            ? 'symlink'
            : 'file',
    name: path.split('/').at(-1),
    path,
    sha: row.id,
    size: row.size ?? 0,
    url: `${apiOf(call.world)}/repos/${fullName(where)}/contents/${path}`,
  }
}
