import type { CommitId } from '../../domain/blob.js'
import type { FactKind } from '../../domain/fact.js'
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
    commits: (scope, repositories) => commitsOf(engine, scope, repositories),
    replace: (scope, snapshot, files) => replaceSnapshot(engine, scope, snapshot, files),
    update: (scope, snapshot, change) => updateSnapshot(engine, scope, snapshot, change),
    find: (scope, repositories, kind, key) => find(engine, scope, repositories, { kind, key }),
    read: (scope, repositoryId) => readFiles(engine, scope, repositoryId),
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

async function commitsOf(
  engine: Engine,
  { installation, version }: FactScope,
  repositories: readonly number[],
): Promise<ReadonlyMap<number, CommitId>> {
  const commits = new Map<number, CommitId>()
  await inBatches(repositories, async (some) => {
    const rows = await standing(engine, installation, version).where('repository_id', 'in', some).execute()
    for (const { repository_id, commit } of rows) commits.set(repository_id, commit)
  })
  return commits
}

async function find(
  engine: Engine,
  scope: FactScope,
  repositories: readonly number[],
  { kind, key }: { readonly kind: FactKind; readonly key: string },
): Promise<readonly FoundFact[]> {
  if (!repositories.length) return []
  const rows = await filesFoundBy(engine, postingKey(scope, kind, key))
  const snapshots = await snapshotsAmong(engine, scope, rows, new Set(repositories))
  return rows
    .flatMap((row) => {
      const of = snapshots.get(row.snapshot)
      return of ? factsIn(row, of) : []
    })
    .filter(({ fact }) => fact.kind === kind && factKey(fact) === key)
    .sort(byPlace)
}

async function readFiles(
  engine: Engine,
  { installation, version }: FactScope,
  repositoryId: number,
): Promise<readonly FoundFact[]> {
  const snapshot = await standing(engine, installation, version)
    .where('repository_id', '=', repositoryId)
    .executeTakeFirst()
  if (!snapshot) return []
  const rows = await engine.db
    .selectFrom('indexed_files')
    .select(['path', 'body'])
    .where('snapshot', '=', snapshot.id)
    .execute()
  return rows.flatMap((row) => factsIn(row, { repositoryId, commit: snapshot.commit })).sort(byPlace)
}

function factsIn(
  { path, body }: Pick<FileRow, 'path' | 'body'>,
  { repositoryId, commit }: Standing,
): readonly FoundFact[] {
  const read = bodyIn(body)
  return (read?.facts ?? []).map((each) => ({ ...each, repositoryId, commit, path, blob: read?.blob ?? '' }))
}

function standing({ db }: Engine, installation: number, version: string) {
  return db
    .selectFrom('snapshots')
    .select(['id', 'repository_id', 'commit'])
    .where('installation', '=', installation)
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

/** Those snapshots of the files that stand, and are of a repository that is asked. */
async function snapshotsAmong(
  { db }: Engine,
  scope: FactScope,
  files: readonly FileRow[],
  asked: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Standing>> {
  const among = new Map<number, Standing>()
  await inBatches([...new Set(files.map(({ snapshot }) => snapshot))], async (some) => {
    const rows = await db
      .selectFrom('snapshots')
      .select(['id', 'repository_id as repositoryId', 'commit'])
      .where('id', 'in', some)
      .where('ready', '=', 1)
      .where('installation', '=', scope.installation)
      .where('version', '=', scope.version)
      .execute()
    for (const { id, ...of } of rows) if (asked.has(of.repositoryId)) among.set(id, of)
  })
  return among
}

type Place = { readonly repositoryId: number; readonly path: string }

/** Not by the database: the two engines order letters differently. */
function byPlace(one: Place, other: Place): number {
  return one.repositoryId - other.repositoryId || (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)
}
