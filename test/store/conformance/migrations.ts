import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { openStore } from '../../../src/store/index.js'
import { migrate } from '../../../src/store/migrate.js'
import { migrations } from '../../../src/store/migrations/migrations.js'
import { openPostgres } from '../../../src/store/postgres/postgres-engine.js'
import { openSqlite } from '../../../src/store/sqlite/sqlite-engine.js'
import { eachTest, type MakeDatabase, type TestDatabase } from '../databases.js'

export function migrates(make: MakeDatabase): void {
  const world = eachTest(make)

  test('once, however often and by however many it is opened', async () => {
    const database = await make()
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(database.location)))
    await Promise.all(stores.map((store) => store.close()))
    const again = await openStore(database.location)
    await again.close()
    const applied = await database.query('select number, name from migrations order by number')
    expect(applied.map((row) => [Number(row['number']), row['name']])).toEqual(
      migrations.map(({ number, name }) => [number, name]),
    )
    await database.drop()
  })

  test('never a database of a later release', async () => {
    const { database } = world()
    await database.query("insert into migrations values (9999, 'of-the-future', 'x', 0)")
    await expect(openStore(database.location)).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('migration 9999, `of-the-future`'),
    })
  })

  test('never over a history that is not its own', async () => {
    const { database } = world()
    await database.query("update migrations set checksum = 'edited'")
    await expect(openStore(database.location)).rejects.toMatchObject({ code: 'database-differs' })
  })

  test('a whole migration or nothing of it', async () => {
    const engine = engineOf(world().database)
    const broken = {
      number: 9999,
      name: 'broken',
      sql: 'create table shelves (id {identity});\nselect nonsense;',
    }
    // Not `toThrow`: an error of the native module is of another realm when two test files load it in one process.
    await expect(migrate(engine, [...migrations, broken])).rejects.toMatchObject({
      message: expect.stringMatching(/nonsense/),
    })
    await migrate(engine)
    const mended = { ...broken, sql: 'create table shelves (id {identity});' }
    await migrate(engine, [...migrations, mended])
    await engine.db.destroy()
  })

  test('tables that hold rows of each release', async () => {
    const database = await make()
    const engine = engineOf(database)
    for (const [index, { number }] of migrations.entries()) {
      await migrate(engine, migrations.slice(0, index + 1))
      for (const statement of rowsAfter(number)) await database.query(statement)
    }
    await engine.db.destroy()
    const store = await openStore(database.location)
    expect(await store.jobs.counts()).toMatchObject({ queued: 1, done: 1 })
    await store.close()
    expect(await emptyTables(database)).toEqual([])
    await database.drop()
  })
}

function engineOf({ location }: TestDatabase) {
  return location.url ? openPostgres(location.url) : openSqlite(location.directory ?? '')
}

/** Rows as the release of a migration wrote them; every migration must have a file that fills its new tables. */
function rowsAfter(number: number): readonly string[] {
  const file = new URL(`../fixtures/after-${String(number).padStart(4, '0')}.sql`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split(/;\n/)
    .filter((statement) => statement.trim() !== '')
}

async function emptyTables(database: TestDatabase): Promise<readonly string[]> {
  const tables = migrations.flatMap(({ sql }) =>
    [...sql.matchAll(/create table (\w+)/g)].map(([, name]) => name),
  )
  const empty: string[] = []
  for (const table of tables) {
    const rows = await database.query(`select * from ${table} limit 1`)
    if (rows.length === 0 && table) empty.push(table)
  }
  return empty
}
