import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { RepositoryFacts } from '../domain/fact.js'
import type { Indexing } from '../facts/index.js'
import type { GitRepository } from '../git/index.js'
import { createMeans, factVersion } from '../means.js'
import { readEnvironment } from '../settings/index.js'
import { openStore, type Store } from '../store/index.js'
import { indexInStore } from '../workspace/index.js'
import type { Terminal } from './verb.js'

/** Clones of this machine, remembered in the embedded store, apart from all that is installed on GitHub. */
export type LocalIndex = {
  /** Reads a clone at a commit, or what is different since it was read before. */
  readonly add: (git: GitRepository, commit: string) => Promise<Added>
  /** Every clone that was indexed, as it stood then. */
  readonly all: () => Promise<readonly RepositoryFacts[]>
  readonly close: () => Promise<void>
}

export type Added = { readonly how: Indexing; readonly name: string; readonly facts: number }

/** No installation of GitHub has this number. */
const scope = { installation: 0, version: factVersion }

/** Opens, and makes when it is absent, the index in the folder that `INTERLOCK_DIRECTORY` names. */
export async function openLocalIndex(
  terminal: Terminal,
  progress: (step: string) => void,
): Promise<LocalIndex> {
  const directory = resolve(terminal.directory, readEnvironment(terminal.environment).directory)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const store = await openStore({ directory })
  const means = await createMeans({
    agent: null,
    progress,
    cache: () => ({
      get: (keys) => store.facts.get(scope, keys),
      put: (facts) => store.facts.put(scope, facts),
    }),
    index: (factsOf) =>
      indexInStore({
        table: store.index,
        placeOf: (git) => ({ scope, repositoryId: idOf(git) }),
        factsOf,
      }),
  })
  return {
    add: async (git, commit) => {
      const id = idOf(git)
      await store.repositories.put([
        { id, installation: 0, name: nameOf(git), private: true, defaultBranch: 'HEAD' },
      ])
      const how = await means.index.bring(git, commit)
      return { how, name: nameOf(git), facts: (await store.index.read(scope, id)).length }
    },
    all: () => readAll(store),
    close: () => store.close(),
  }
}

async function readAll(store: Store): Promise<readonly RepositoryFacts[]> {
  const known = await store.repositories.ofInstallation(0)
  const read = await Promise.all(
    known.map(async ({ id, name }) => {
      const found = await store.index.read(scope, id)
      const facts = found.map(({ repositoryId: _, ...each }) => ({ ...each, repository: name }))
      const [first] = facts
      return first ? [{ snapshot: { repository: name, commit: first.commit }, facts, problems: [] }] : []
    }),
  )
  return read.flat()
}

/** Below zero, where GitHub numbers nothing; two clones of one name are two repositories. */
function idOf({ directory }: GitRepository): number {
  return -createHash('sha256').update(directory).digest().readUIntBE(0, 6) - 1
}

/** A clone without a remote is called by two folders, since its own may be called as any other. */
function nameOf({ name, directory }: GitRepository): string {
  return name.includes('/') ? name : `${basename(dirname(directory.replace(/\/\.git$/, '')))}/${name}`
}
