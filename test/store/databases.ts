import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'
import Database from 'better-sqlite3'
import pg from 'pg'
import { openStore, type Store, type StoreLocation } from '../../src/store/index.js'

/** An empty database of a test's own. */
export type TestDatabase = {
  readonly location: StoreLocation
  /** What no promise of the store gives: rows as the engine holds them. */
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  drop(): Promise<void>
}

export type MakeDatabase = () => Promise<TestDatabase>

export async function sqliteDatabase(): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'interlock-store-'))
  return {
    location: { directory },
    query: async (sql) => {
      const database = new Database(join(directory, 'interlock.db'))
      try {
        const statement = database.prepare<[], Readonly<Record<string, unknown>>>(sql)
        if (statement.reader) return statement.all()
        statement.run()
        return []
      } finally {
        database.close()
      }
    },
    drop: async () => rmSync(directory, { recursive: true }),
  }
}

/** A schema of its own in the database of `TEST_DATABASE_URL`, so that tests can run at once. */
export function postgresDatabase(server: string): MakeDatabase {
  return async () => {
    const schema = `interlock_${randomUUID().replaceAll('-', '')}`
    const url = new URL(server)
    await queryOnce(server, `create schema ${schema}`)
    url.searchParams.set('options', `-c search_path=${schema}`)
    return {
      location: { url: url.href },
      query: (sql) => queryOnce(url.href, sql),
      drop: async () => {
        await queryOnce(server, `set client_min_messages = warning; drop schema ${schema} cascade`)
      },
    }
  }
}

async function queryOnce(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** A clock that stands still until time passes. */
export type TestClock = { now(): number; pass(ms: number): void }

export function stillClock(): TestClock {
  let now = Date.UTC(2026, 10, 21, 8)
  return {
    now: () => now,
    pass: (ms) => {
      now += ms
    },
  }
}

export type World = {
  readonly store: Store
  readonly clock: TestClock
  readonly database: TestDatabase
  /** The same database as another process has it open. */
  another(): Promise<Store>
}

/** A fresh world for each test of a `describe`, gone afterwards. */
export function eachTest(make: MakeDatabase): () => World {
  let world: World | undefined
  let open: Store[] = []

  beforeEach(async () => {
    const database = await make()
    const clock = stillClock()
    const another = async () => {
      const store = await openStore({ ...database.location, clock: clock.now })
      open.push(store)
      return store
    }
    world = { store: await another(), clock, database, another }
  })

  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()))
    open = []
    await world?.database.drop()
  })

  return () => {
    if (!world) throw new Error('Ask for the world inside of a test')
    return world
  }
}
