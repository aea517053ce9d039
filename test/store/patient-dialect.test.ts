import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Engine } from '../../src/store/engine.js'
import { migrate } from '../../src/store/migrate.js'
import { openSqlite } from '../../src/store/sqlite/sqlite-engine.js'
import { sqliteDatabase, type TestDatabase } from './databases.js'

let database: TestDatabase
let one: Engine
let other: Engine

beforeEach(async () => {
  database = await sqliteDatabase()
  one = openSqlite(database.location.directory ?? '')
  other = openSqlite(database.location.directory ?? '')
  await migrate(one)
})

afterEach(async () => {
  await Promise.all([one.db.destroy(), other.db.destroy()])
  await database.drop()
})

const beat = (engine: Engine, at: number) =>
  engine.db
    .insertInto('pulse')
    .values({ id: 1, at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
    .execute()

describe('Two connections to one SQLite file', () => {
  test('take turns: who has read in a transaction may still write in it', async () => {
    let waiting: Promise<unknown> = Promise.resolve()
    await one.db.transaction().execute(async (transaction) => {
      await transaction.selectFrom('pulse').selectAll().execute()
      waiting = beat(other, 2)
      await pause(50)
      await transaction.insertInto('pulse').values({ id: 1, at: 1 }).execute()
    })
    await waiting
    expect(await one.db.selectFrom('pulse').selectAll().execute()).toEqual([{ id: 1, at: 2 }])
  })

  test('wait for each other without stopping the process', async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 5)
    let waiting: Promise<unknown> = Promise.resolve()
    await one.db.transaction().execute(async () => {
      waiting = beat(other, 2)
      await pause(200)
    })
    await waiting
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(5)
  })

  test('read on while the other writes', async () => {
    await beat(one, 1)
    await one.db.transaction().execute(async (transaction) => {
      await transaction.updateTable('pulse').set({ at: 2 }).execute()
      expect(await other.db.selectFrom('pulse').selectAll().execute()).toEqual([{ id: 1, at: 1 }])
    })
  })
})

test('A long row of queries lets timers in between', async () => {
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  const end = performance.now() + 200
  while (performance.now() < end) await one.db.selectFrom('pulse').selectAll().execute()
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(3)
})
