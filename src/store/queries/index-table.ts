import { factKey } from '../../lib/fact-key.js'
import type { Engine } from '../engine.js'
import type { FoundFact, IndexTable } from '../store.js'
import { inBatches } from './batches.js'
import { bodyIn, removeSnapshots } from './indexed-files.js'
import { postingKey } from './posting-key.js'
import { replaceSnapshot, updateSnapshot } from './snapshots.js'

/** The joined facts of default branches: one row a file, and a posting for each key that it is found by. */
export function index(engine: Engine): IndexTable {
  const { db } = engine
  return {
    commits: async (scope, repositories) => {
      const commits = new Map<number, string>()
      await inBatches(repositories, async (some) => {
        const rows = await ready(engine, scope.version)
          .where('installation', '=', scope.installation)
          .where('repository_id', 'in', some)
          .execute()
        for (const { repository_id, commit } of rows) commits.set(repository_id, commit)
      })
      return commits
    },
    replace: (scope, snapshot, files) => replaceSnapshot(engine, scope, snapshot, files),
    update: (scope, snapshot, change) => updateSnapshot(engine, scope, snapshot, change),
    find: async (scope, repositories, kind, key) => {
      if (!repositories.length) return []
      const asked = new Set(repositories)
      const rows = await db
        .selectFrom('postings')
        .innerJoin('indexed_files', 'indexed_files.id', 'postings.file')
        .innerJoin('snapshots', 'snapshots.id', 'indexed_files.snapshot')
        .select([
          'snapshots.repository_id as repositoryId',
          'snapshots.commit as commit',
          'indexed_files.path as path',
          'indexed_files.body as body',
        ])
        .where('postings.key', '=', postingKey(scope, kind, key))
        .where('snapshots.ready', '=', 1)
        .where('snapshots.installation', '=', scope.installation)
        .where('snapshots.version', '=', scope.version)
        .execute()
      return rows
        .filter(({ repositoryId }) => asked.has(repositoryId))
        .sort(byPlace)
        .flatMap(({ repositoryId, commit, path, body }): readonly FoundFact[] => {
          const read = bodyIn(body)
          const facts = read?.facts.filter(({ fact }) => fact.kind === kind && factKey(fact) === key) ?? []
          return facts.map((each) => ({ ...each, repositoryId, commit, path, blob: read?.blob ?? '' }))
        })
    },
    remove: async (repositories) => {
      await inBatches(repositories, async (some) => {
        const rows = await db.selectFrom('snapshots').selectAll().where('repository_id', 'in', some).execute()
        await removeSnapshots(engine, rows)
      })
    },
    prune: async (version, before) => {
      const rows = await db
        .selectFrom('snapshots')
        .selectAll()
        .where('made_at', '<', before.getTime())
        .where(({ or, eb }) => or([eb('version', '!=', version), eb('ready', '=', 0)]))
        .execute()
      await removeSnapshots(engine, rows)
      return rows.length
    },
  }
}

function ready({ db }: Engine, version: string) {
  return db
    .selectFrom('snapshots')
    .select(['repository_id', 'commit'])
    .where('version', '=', version)
    .where('ready', '=', 1)
}

type Place = { readonly repositoryId: number; readonly path: string }

/** Not by the database: the two engines order letters differently. */
function byPlace(one: Place, other: Place): number {
  return one.repositoryId - other.repositoryId || (one.path < other.path ? -1 : 1)
}
