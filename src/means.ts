import type { Agent } from './agent/index.js'
import { catalog } from './catalog.js'
import type { CommitId } from './domain/blob.js'
import type { BlobFacts } from './domain/fact.js'
import type { RuleSet } from './domain/rule-set.js'
import { createExtraction, extractorVersion } from './extraction/index.js'
import {
  createFileClass,
  createWanted,
  type FactCache,
  type KeptTree,
  keepTree,
  type TreeFacts,
} from './facts/index.js'
import type { GitRepository } from './git/index.js'
import { lastUsed } from './lib/last-used.js'
import { createRules } from './repository-rules/index.js'
import type { ReviewMeans } from './review.js'
import { type FactsOf, indexInMemory, type NeighbourIndex } from './workspace/index.js'

export type MeansOptions = {
  readonly agent: Agent | null
  /** Where facts of blobs are kept, for the repository that is read; absent: in memory, for one run. */
  readonly cache?: (git: GitRepository) => FactCache
  /** Where the facts of default branches are found by key; absent: in memory, for one run. */
  readonly index?: (factsOf: FactsOf) => NeighbourIndex
  /** Told what is going on, often. */
  readonly progress?: (step: string) => void
}

/** Trees that stay joined in memory, and repositories of which the last one does: bases and heads of the day. */
const keptTrees = 16

/** What every review needs, made once a process: the parser, the extractor and its catalogue. */
export async function createMeans(options: MeansOptions): Promise<ReviewMeans> {
  const extract = createExtraction()
  const rulesOf = createRules()
  const trees = lastUsed<Promise<KeptTree>>(keptTrees)
  const latest = lastUsed<{ tree: KeptTree | null }>(keptTrees)
  const inMemory = memoryCache()
  const endings = catalog.languages.flatMap((language) => language.extensions)
  const isCode = (path: string) => endings.some((ending) => path.toLowerCase().endsWith(ending))
  const isRead = (path: string) => isCode(path) || catalog.formats.some((format) => format.mayBe(path))
  const isWanted = createWanted(endings, catalog.formats)
  const classOf = createFileClass(catalog.formats)
  const factsOf: ReviewMeans['factsOf'] = async (git, commit, rulesFrom = commit) => {
    const { set, problems } = await rulesOf(git, rulesFrom)
    const reading = `${git.directory}\0${set?.digest ?? ''}`
    const { facts } = await trees(`${reading}\0${commit}`, async () => {
      const near = latest(reading, () => ({ tree: null }))
      near.tree = await read(git, commit, set, near.tree)
      return near.tree
    })
    return problems.length === 0 ? facts : { ...facts, problems: [...problems, ...facts.problems] }
  }
  return {
    contracts: catalog.contracts,
    factsOf,
    index: (options.index ?? indexInMemory)(factsOf),
    isRead,
    agent: options.agent,
    now: () => performance.now(),
  }

  function read(
    git: GitRepository,
    commit: CommitId,
    rules: RuleSet | null,
    near: KeptTree | null,
  ): Promise<KeptTree> {
    const wanted: TreeFacts = {
      git,
      commit,
      extract: (path, blob) => extract(path, blob, rules),
      isWanted,
      classOf: rules ? withRules(classOf, rules) : classOf,
      cache: options.cache?.(git) ?? inMemory,
      onProgress: (done, all) => options.progress?.(`reading ${git.name}  ${done} of ${all} new files`),
    }
    return keepTree(wanted, near)
  }
}

/** Code in languages that a repository has rules for says more than the same code elsewhere. */
function withRules(classOf: (path: string) => string, { digest, frameworks }: RuleSet) {
  const endings = catalog.languages
    .filter(({ id }) => frameworks.some((framework) => framework.languages.includes(id)))
    .flatMap((language) => language.extensions)
  return (path: string) => {
    const isRuled = endings.some((ending) => path.toLowerCase().endsWith(ending))
    return isRuled ? `${classOf(path)}+rules ${digest}` : classOf(path)
  }
}

/** Facts for one run: what a second tree shares with the first is not read again. */
function memoryCache(): FactCache {
  const known = new Map<string, BlobFacts>()
  return {
    get: async (keys) => new Map(keys.flatMap((key) => entryOf(key, known.get(key)))),
    put: async (facts) => {
      for (const [key, value] of facts) known.set(key, value)
    },
  }
}

function entryOf<Value>(key: string, value: Value | undefined): readonly (readonly [string, Value])[] {
  return value === undefined ? [] : [[key, value]]
}

/** Names what would be said of a blob: facts made by another version are made again. */
export const factVersion = extractorVersion()
