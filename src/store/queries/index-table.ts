import { factKey } from '../../lib/fact-key.js'
import type { Engine } from '../engine.js'
import type { FactScope, FoundFact, IndexTable } from '../store.js'
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
      const rows = await filesFoundBy(engine, postingKey(scope, kind, key))
      const snapshots = await snapshotsAmong(engine, scope, rows, new Set(repositories))
      return rows
        .flatMap(({ snapshot, path, body }): readonly FoundFact[] => {
          const of = snapshots.get(snapshot)
          const read = of && bodyIn(body)
          const facts = read?.facts.filter(({ fact }) => fact.kind === kind && factKey(fact) === key) ?? []
          return facts.map((each) => ({ ...each, ...(of ?? nowhere), path, blob: read?.blob ?? '' }))
        })
        .sort(byPlace)
    },
    read: async (scope, repositoryId) => {
      const standing = await db
        .selectFrom('snapshots')
        .select(['id', 'commit'])
        .where('installation', '=', scope.installation)
        .where('version', '=', scope.version)
        .where('repository_id', '=', repositoryId)
        .where('ready', '=', 1)
        .executeTakeFirst()
      if (!standing) return []
      const rows = await db
        .selectFrom('indexed_files')
        .select(['path', 'body'])
        .where('snapshot', '=', standing.id)
        .execute()
      return rows
        .flatMap(({ path, body }): readonly FoundFact[] => {
          const read = bodyIn(body)
          const at = { repositoryId, commit: standing.commit, path, blob: read?.blob ?? '' }
          return (read?.facts ?? []).map((each) => ({ ...each, ...at }))
        })
        .sort(byPlace)
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

type FileRow = { readonly snapshot: number; readonly path: string; readonly body: Buffer }

/** Two questions by primary key: asked as one, a planner without statistics reads all files of a snapshot. */
async function filesFoundBy({ db }: Engine, key: number): Promise<readonly FileRow[]> {
  const found = await db.selectFrom('postings').select('file').where('key', '=', key).execute()
  const files: FileRow[] = []
  await inBatches(found, async (some) => {
    const ids = some.map(({ file }) => file)
    const rows = await db
      .selectFrom('indexed_files')
      .select(['snapshot', 'path', 'body'])
      .where('id', 'in', ids)
      .execute()
    files.push(...rows)
  })
  return files
}

type Standing = { readonly repositoryId: number; readonly commit: string }

const nowhere: Standing = { repositoryId: 0, commit: '' }

/** Those snapshots of the files that stand, and are of a repository that is asked. */
async function snapshotsAmong(
  { db }: Engine,
  scope: FactScope,
  files: readonly FileRow[],
  asked: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Standing>> {
  const standing = new Map<number, Standing>()
  await inBatches([...new Set(files.map(({ snapshot }) => snapshot))], async (some) => {
    const rows = await db
      .selectFrom('snapshots')
      .select(['id', 'repository_id as repositoryId', 'commit'])
      .where('id', 'in', some)
      .where('ready', '=', 1)
      .where('installation', '=', scope.installation)
      .where('version', '=', scope.version)
      .execute()
    for (const { id, ...of } of rows) if (asked.has(of.repositoryId)) standing.set(id, of)
  })
  return standing
}

type Place = { readonly repositoryId: number; readonly path: string }

/** Not by the database: the two engines order letters differently. */
function byPlace(one: Place, other: Place): number {
  return one.repositoryId - other.repositoryId || (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)
}
