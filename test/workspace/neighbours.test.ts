import { describe, expect, it } from '@jest/globals'
import type { InstalledRepository } from '../../src/domain/pull.js'
import { type Mirrors, openRepository } from '../../src/git/index.js'
import { UserError } from '../../src/lib/errors.js'
import { createNeighbourhood, maySee } from '../../src/workspace/index.js'
import { createRepository } from '../support/git.js'

const installed = (id: number, name: string, isPrivate = false): InstalledRepository => ({
  installation: 7,
  id,
  name: `acme/${name}`,
  private: isPrivate,
  defaultBranch: 'main',
})
const orders = installed(1, 'orders')
const web = installed(2, 'web')
const billing = installed(3, 'billing', true)

const clone = createRepository({ 'README.md': 'The shop\n' })

/** Mirrors that are all one clone; what was fetched, in order, with what was wanted. */
function world(options: { readonly sharePrivate?: boolean; readonly broken?: string } = {}) {
  const opened: string[] = []
  let time = 1_000_000
  const mirrors: Mirrors = {
    open: async (name, _remote, wanted) => {
      opened.push(`${name} ${wanted.join(' ') || 'as it is'}`)
      if (name === options.broken) throw new UserError('fetch-denied', `Fetching ${name} failed: no access.`)
      return openRepository(clone.directory, { name })
    },
    remove: async () => {},
    close: async () => {},
  }
  const neighbourhood = createNeighbourhood({
    mirrors,
    installed: async () => [web, orders, billing],
    remote: ({ name }) => ({ url: `https://github.example/${name}.git`, token: async () => null }),
    sharePrivate: options.sharePrivate ?? false,
    now: () => time,
  })
  const around = async (target: InstalledRepository) => {
    const { neighbours, problems } = await neighbourhood.around(target)
    await Promise.all(neighbours.map(({ git }) => git.close()))
    return { names: neighbours.map(({ git, commit }) => `${git.name}@${commit}`), problems }
  }
  const pass = (ms: number): void => {
    time += ms
  }
  return { around, opened, moved: neighbourhood.moved, pass }
}

describe('who may see whom', () => {
  it.each([
    ['public', 'public', false, true],
    ['public', 'private', false, false],
    ['public', 'private', true, false],
    ['private', 'public', false, true],
    ['private', 'private', false, false],
    ['private', 'private', true, true],
  ])('readers of a %s repository and a %s one, shared: %s', (reader, source, shared, expected) => {
    const of = (word: string) => installed(9, word, word === 'private')
    expect(maySee(of(reader), of(source), shared)).toBe(expected)
  })
})

describe('the neighbours of a repository', () => {
  it('are the others at their default branch, in one order', async () => {
    const { around } = world({ sharePrivate: true })
    const target = { ...orders, private: true }
    expect(await around(target)).toEqual({
      names: [`acme/billing@${clone.head()}`, `acme/web@${clone.head()}`],
      problems: [],
    })
  })

  it('that may not be seen are not even fetched', async () => {
    const { around, opened } = world()
    await around(orders)
    expect(opened).toEqual(['acme/web refs/heads/main'])
  })

  it('that cannot be fetched are a problem, and the others are asked', async () => {
    const { around } = world({ sharePrivate: true, broken: 'acme/billing' })
    const { names, problems } = await around({ ...orders, private: true })
    expect(names).toEqual([`acme/web@${clone.head()}`])
    expect(problems).toEqual([
      { problem: 'acme/billing could not be asked: Fetching acme/billing failed: no access.' },
    ])
  })

  it('are fetched again after a push, or after a minute', async () => {
    const { around, opened, moved, pass } = world()
    await around(orders)
    await around(orders)
    moved('acme/web')
    await around(orders)
    pass(60_000)
    await around(orders)
    expect(opened).toEqual([
      'acme/web refs/heads/main',
      'acme/web as it is',
      'acme/web refs/heads/main',
      'acme/web refs/heads/main',
    ])
  })
})
