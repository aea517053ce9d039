// A million joined facts in the index: how fast they are put, how long a look-up takes, how much room they need, on the
// embedded engine and, with DATABASE_URL, on Postgres. Beside it, in the same run, the same rows in a bare SQLite table with
// one index on the key and no packing: what the engine itself costs.
//
//   npm run build && node bench/million-facts.mjs [FACTS]      DATABASE_URL=postgres://… for the second engine
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { openStore } from '../dist/store/index.js'

const total = Number(process.argv[2] ?? 1_000_000)
const perFile = 12
const repositories = 50
const scope = { installation: 1, version: 'bench' }
const lookups = 2_000

const rows = []
rows.push(await measured('bare SQLite', bare))
rows.push(await measured('embedded', (directory) => interlock({ directory }, () => sizeOf(directory))))
if (process.env.DATABASE_URL)
  rows.push(await measured('Postgres', () => interlock({ url: process.env.DATABASE_URL }, postgresSize)))
const [base] = rows
console.log(
  `${total} facts, ${perFile} a file, in ${repositories} repositories; ${lookups} look-ups over all of them`,
)
console.log('engine        facts/s  ×bare   p50 µs   p99 µs  answers   MB on disk  peak MB')
for (const row of rows)
  console.log(
    [
      row.name.padEnd(12),
      String(Math.round(total / row.seconds)).padStart(8),
      (base.seconds / row.seconds).toFixed(2).padStart(6),
      row.p50.toFixed(0).padStart(8),
      row.p99.toFixed(0).padStart(8),
      row.answers.toFixed(1).padStart(8),
      (row.bytes / 1e6).toFixed(0).padStart(12),
      (process.memoryUsage().rss / 1e6).toFixed(0).padStart(8),
    ].join(' '),
  )

async function measured(name, run) {
  const directory = mkdtempSync(join(tmpdir(), 'interlock-facts-'))
  try {
    return { name, ...(await run(directory)) }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function interlock(location, size) {
  const store = await openStore(location)
  const ids = Array.from({ length: repositories }, (_, n) => n + 1)
  await store.index.remove(ids)
  const started = performance.now()
  for (const repositoryId of ids)
    await store.index.replace(scope, { repositoryId, commit: 'c' }, batches(repositoryId))
  const seconds = (performance.now() - started) / 1000
  const times = []
  let answers = 0
  for (let n = 0; n < lookups; n += 1) {
    const name = keyAt(n * 7919)
    const before = performance.now()
    const found = await store.index.find(scope, ids, n % 2 ? 'route' : 'client', name)
    times.push((performance.now() - before) * 1000)
    answers += found.length
  }
  const bytes = await size()
  await store.index.remove(ids)
  await store.close()
  return { seconds, bytes, answers: answers / lookups, ...percentiles(times) }
}

async function bare(directory) {
  const db = new Database(join(directory, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.exec(
    'create table facts (key text not null, path text not null, body text not null); create index by_key on facts (key)',
  )
  const insert = db.prepare('insert into facts values (?, ?, ?)')
  const started = performance.now()
  for (let id = 1; id <= repositories; id += 1)
    for (const batch of batches(id))
      db.transaction(() => {
        for (const { path, facts } of batch)
          for (const each of facts)
            insert.run(`${each.fact.kind} ${last(each.fact.path)}`, `${id}/${path}`, JSON.stringify(each))
      })()
  const seconds = (performance.now() - started) / 1000
  const select = db.prepare('select * from facts where key = ?')
  const times = []
  let answers = 0
  for (let n = 0; n < lookups; n += 1) {
    const before = performance.now()
    const found = select
      .all(`${n % 2 ? 'route' : 'client'} ${keyAt(n * 7919)}`)
      .map((row) => JSON.parse(row.body))
    times.push((performance.now() - before) * 1000)
    answers += found.length
  }
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  return { seconds, bytes: sizeOf(directory), answers: answers / lookups, ...percentiles(times) }
}

/** Files of one repository, two hundred at a time: half routes, half calls, under as many names as an organisation has. */
function* batches(repository) {
  const files = Math.round(total / perFile / repositories)
  for (let from = 0; from < files; from += 200)
    yield Array.from({ length: Math.min(200, files - from) }, (_, n) => fileAt(repository, from + n))
}

function fileAt(repository, n) {
  const facts = Array.from({ length: perFile }, (_, index) => {
    const name = keyAt(repository * 104_729 + n * perFile + index)
    const path = `/api/v1/${name}/{}`
    const common = { line: index * 9 + 3, rule: 'express.route', certainty: 'certain', method: 'GET', path }
    const fact =
      index % 2
        ? {
            kind: 'route',
            ...common,
            receiver: 'router',
            handler: `get_${name}`,
            guards: ['requireLogin'],
            source: 'code',
          }
        : { kind: 'client', ...common, base: { type: 'environment', name: 'ORDERS_URL' }, sends: null }
    return { fact, element: `http GET ${path}` }
  })
  return { path: `src/modules/${n % 97}/file-${n}.ts`, blob: `${repository}${n}`.padStart(40, '0'), facts }
}

/** Fifty thousand names, so that a name stands in about twenty places. */
function keyAt(n) {
  return `resource-${(n * 2_654_435_761) % 50_000}`
}

function last(path) {
  return path.split('/').findLast((segment) => segment !== '' && segment !== '{}')
}

function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: sorted[Math.floor(sorted.length / 2)], p99: sorted[Math.floor(sorted.length * 0.99)] }
}

function sizeOf(directory) {
  return readdirSync(directory).reduce((sum, file) => sum + statSync(join(directory, file)).size, 0)
}

async function postgresSize() {
  const client = new pg.Client(process.env.DATABASE_URL)
  await client.connect()
  const { rows } = await client.query(
    "select sum(pg_total_relation_size(name)) as bytes from unnest(array['snapshots','indexed_files','postings']) as name",
  )
  await client.end()
  return Number(rows[0].bytes)
}
