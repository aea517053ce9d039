import { describe, expect, test } from '@jest/globals'
import { migrations } from '../../src/store/migrations/migrations.js'
import { unsafeStatements } from './unsafe-ddl.js'

describe('Our own migrations', () => {
  test('leave the previous release working while it still runs', () => {
    expect(migrations.flatMap(({ sql }) => unsafeStatements(sql))).toEqual([])
  })

  test('are numbered without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1))
  })
})

describe('The rule for migrations', () => {
  test.each([
    'alter table jobs add column owner text not null',
    'ALTER TABLE jobs\n  ADD COLUMN owner text\n  NOT NULL',
    'alter table jobs add owner integer check (owner > 0) not null',
    'alter table jobs drop column lane',
    'drop table jobs',
    'drop index jobs_ready',
    'alter table jobs rename to tasks',
    'alter table jobs rename column lane to track',
    'alter table jobs alter column priority type bigint',
    'alter table jobs alter lane set not null',
    'create table a (id integer);\nalter table jobs add column owner text not null;',
  ])('refuses %s', (sql) => {
    expect(unsafeStatements(sql)).toHaveLength(1)
  })

  test.each([
    'create table owners (id integer not null primary key, name text not null)',
    'alter table jobs add column owner text',
    "alter table jobs add column owner text not null default ''",
    "alter table jobs add column owner text default '' not null",
    'create index jobs_owner on jobs (owner)',
    'update jobs set told = 1 -- instead of drop\n where told = 2',
  ])('allows %s', (sql) => {
    expect(unsafeStatements(sql)).toEqual([])
  })
})
