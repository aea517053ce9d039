import type { ElementRule, Framework } from '../domain/framework.js'

const match = {
  on: 'call',
  name: ['pgTable', 'mysqlTable', 'sqliteTable', 'pgView', 'mysqlView', 'sqliteView', 'table'],
  receiver: ['pg-core', 'mysql-core', 'sqlite-core', ...schemas('pgSchema'), ...schemas('mysqlSchema')],
} as const

function schemas(name: string): readonly string[] {
  return [`${name.slice(0, -'Schema'.length)}-core.${name}()`]
}

const rules: readonly ElementRule[] = [
  {
    id: 'table',
    emit: 'element',
    match,
    action: 'uses',
    element: 'sql {table}',
    words: { table: ['argument 0'] },
  },
  {
    id: 'column',
    emit: 'element',
    match,
    action: 'uses',
    element: 'sql {table}.{column}',
    each: ['argument 1'],
    words: {
      table: ['argument 0'],
      column: { from: ['item root argument 0'], guess: { from: ['key'] } },
    },
  },
]

/** Drizzle: the tables and columns of its schemas. */
export const drizzle: Framework = {
  id: 'drizzle',
  languages: ['typescript'],
  imports: ['drizzle-orm/pg-core', 'drizzle-orm/mysql-core', 'drizzle-orm/sqlite-core'],
  rules,
}
