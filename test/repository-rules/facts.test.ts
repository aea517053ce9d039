import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { isProblem } from '../../src/domain/blob.js'
import type { BlobFacts } from '../../src/domain/fact.js'
import type { RuleSet } from '../../src/domain/rule-set.js'
import { createBeside } from '../../src/extraction/beside.js'
import { openRepository } from '../../src/git/index.js'
import { createMeans } from '../../src/means.js'
import { createRules } from '../../src/repository-rules/index.js'
import { compiled } from '../end-to-end/support/compiled.js'
import { sourcesOf, spell, wantedIn } from '../support/facts-of-folder.js'
import { createRepository, type Files } from '../support/git.js'

const folder = fileURLToPath(new URL('fixtures/acme', import.meta.url))
const acme: Files = Object.fromEntries(
  sourcesOf(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
)

/** Reads commits of one repository and remembers the keys under which facts are kept. */
async function reading(directory: string) {
  const git = await openRepository(directory, { name: 'shop/orders' })
  const cached = new Map<string, BlobFacts>()
  const cache = {
    get: async (keys: readonly string[]) => new Map([...cached].filter(([key]) => keys.includes(key))),
    put: async (facts: ReadonlyMap<string, BlobFacts>) => {
      for (const [key, value] of facts) cached.set(key, value)
    },
  }
  const means = await createMeans({ agent: null, cache: () => cache })
  return { git, means, made: () => cached.size }
}

const rulesOfTopics = '.github/interlock/rules/topics.yaml'

describe('frameworks that a repository describes', () => {
  test('are read as those that we know', async () => {
    const { git, means } = await reading(createRepository(acme).directory)
    const { facts, problems } = await means.factsOf(git, await git.resolve('HEAD'))
    await git.close()
    expect(problems).toEqual([])
    const wanted = Object.entries(acme).flatMap(([path, text]) => wantedIn(path, String(text)))
    expect(facts.map(spell).sort()).toEqual(wanted.sort())
    expect(facts.find(({ path }) => path === 'src/invoices.ts')?.fact.rule).toBe('acme-rpc.route')
  })

  test('that are changed are read anew, in their languages alone', async () => {
    const repository = createRepository(acme)
    const { git, means, made } = await reading(repository.directory)
    const first = await means.factsOf(git, repository.head())
    const before = made()
    const topics = String(acme[rulesOfTopics])
    repository.commit({ [rulesOfTopics]: topics.replace('default: live', 'default: paper') })
    const then = await means.factsOf(git, repository.head())
    // Five sources, and the file of rules itself.
    expect(made() - before).toBe(6)
    repository.commit({ [rulesOfTopics]: null, '.github/interlock/rules/rpc.yml': null })
    const without = await means.factsOf(git, repository.head())
    // By the rules of another commit, which is what a review asks for.
    const held = await means.factsOf(git, repository.head(), first.snapshot.commit)
    await git.close()
    const topic = (facts: typeof first) =>
      facts.facts.filter(({ element }) => element.endsWith('orders.sent')).map(({ element }) => element)
    expect([topic(first), topic(then), topic(without)]).toEqual([
      ['event kafka live.orders.sent'],
      ['event kafka paper.orders.sent'],
      [],
    ])
    expect(without.facts.map(({ element }) => element)).not.toContain('http GET /orders/{}')
    expect(held.facts.map(spell)).toEqual(first.facts.map(spell))
  })

  test('go to the child as data, each file by those of its own repository', async () => {
    const git = await openRepository(createRepository(acme).directory)
    const { set } = await createRules()(git, await git.resolve('HEAD'))
    await git.close()
    const extract = createBeside({ script: compiled('src/extraction/child.ts') })
    const text = "import { createClient } from '@acme/rpc'\ncreateClient({}).fetchFrom('/orders')\n"
    const renamed: RuleSet = JSON.parse(JSON.stringify(set).replaceAll('"id":"call"', '"id":"ask"'))
    const sets = [null, set, null, { ...renamed, digest: 'other' }, set]
    const read = await Promise.all(sets.map((rules, at) => extract('a.ts', { id: `${at}`, text }, rules)))
    const rules = read.map((each) => (isProblem(each) ? [each] : each.facts.map(({ rule }) => rule)))
    expect(rules).toEqual([
      ['wrapper.call'],
      ['acme-rpc.call'],
      ['wrapper.call'],
      ['acme-rpc.ask'],
      ['acme-rpc.call'],
    ])
  }, 60_000)
})
