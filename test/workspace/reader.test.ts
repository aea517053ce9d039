import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openapi } from '../../src/contracts/index.js'
import { type GitRepository, openRepository } from '../../src/git/index.js'
import { documentsOf, ownersIn, readerOf } from '../../src/workspace/index.js'
import { createRepository } from '../support/git.js'

const described = 'openapi: 3.1.0\ninfo: { title: Orders, version: 1.0.0 }\npaths: {}\n'
const orders = createRepository({
  'openapi.yaml': described,
  'schemas/order.yaml': 'properties: { id: { type: string } }\n',
  'vendor/openapi.yaml': described,
  'src/app.ts': 'one\r\ntwo\nthree',
  'link.yaml': { symlink: '/etc/passwd' },
  '.github/CODEOWNERS': '* @acme/shop\n/src/ @dana\n',
  'docs/CODEOWNERS': '* @nobody\n',
})
let git: GitRepository
beforeAll(async () => {
  git = await openRepository(orders.directory, { name: 'acme/orders' })
})
afterAll(() => git.close())

const place = (path: string, line: number, repository = 'acme/orders') => ({
  repository,
  commit: orders.head(),
  path,
  line,
})

describe('a reader', () => {
  it('gives lines of the repositories it was given, and of no others', async () => {
    const reader = readerOf([git])
    expect(await reader.line(place('src/app.ts', 2))).toBe('two')
    expect(await reader.line(place('src/app.ts', 3))).toBe('three')
    expect(await reader.line(place('src/app.ts', 4))).toBeNull()
    expect(await reader.line(place('src/app.ts', 0))).toBeNull()
    expect(await reader.line(place('src/none.ts', 1))).toBeNull()
    expect(await reader.line(place('src/app.ts', 1, 'acme/secret'))).toBeNull()
  })

  it('does not follow a symbolic link', async () => {
    expect(await readerOf([git]).lines('acme/orders', orders.head(), 'link.yaml')).toBeNull()
  })
})

describe('documents', () => {
  const changed = (path: string) => {
    const side = { path, blob: '0'.repeat(40) }
    return [{ status: 'modified', old: side, new: side, binary: false, submodule: false, hunks: [] } as const]
  }
  const found = async (path: string) => [
    ...(await documentsOf(git, orders.head(), changed(path), [openapi])).keys(),
  ]

  it('are read with the parts they may refer to; not those of others, nor behind links', async () => {
    expect(await found('schemas/order.yaml')).toEqual(['openapi.yaml', 'schemas/order.yaml'])
  })

  it('are not read for a change that touches none', async () => {
    expect(await found('src/app.ts')).toEqual([])
  })
})

describe('owners', () => {
  it('are those of the first file where GitHub looks', async () => {
    const owners = await ownersIn([{ git, commit: orders.head() }], readerOf([git]))
    expect(owners('acme/orders', 'src/app.ts')).toEqual(['@dana'])
    expect(owners('acme/orders', 'openapi.yaml')).toEqual(['@acme/shop'])
    expect(owners('acme/web', 'src/app.ts')).toEqual([])
  })
})
