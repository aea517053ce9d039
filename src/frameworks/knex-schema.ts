import type { ElementRule, Framework } from '../domain/framework.js'

/** Calls that say of a column what it holds, by its type. */
const types = [
  ...['string', 'text', 'integer', 'bigInteger', 'boolean', 'decimal', 'float', 'double', 'date', 'datetime'],
  ...['timestamp', 'time', 'json', 'jsonb', 'uuid', 'binary', 'enum', 'enu', 'increments', 'bigIncrements'],
  ...['specificType', 'tinyint', 'smallint'],
]
const notWithin = '(?:^|\\.)(?:down|rollback)$'

/** Inside the block of a call that is given the table. */
function inBlock(around: string): readonly ElementRule[] {
  const table = [`around ${around} argument 0`]
  const holds = { [`around ${around} argument 0`]: '^\\w+$' }
  return [
    {
      id: `column-${around}`,
      emit: 'element',
      match: { on: 'call', name: types, minArguments: 1, holds, notWithin },
      action: 'declares',
      element: 'sql {table}.{column}',
      words: { table, column: { from: ['argument 0'], fit: '^(\\w+)$' } },
      details: { type: ['name'] },
    },
    {
      id: `drop-${around}`,
      emit: 'element',
      match: { on: 'call', name: ['dropColumn', 'dropColumns'], minArguments: 1, holds, notWithin },
      action: 'removes',
      element: 'sql {table}.{column}',
      each: ['argument 0'],
      words: { table, column: { from: ['item'], fit: '^(\\w+)$' } },
    },
  ]
}

const whole: readonly ElementRule[] = [
  {
    id: 'create-table',
    emit: 'element',
    match: { on: 'call', name: ['createTable'], minArguments: 2, lastArgument: 'function', notWithin },
    action: 'declares',
    element: 'sql {table}',
    words: { table: { from: ['argument 0'], fit: '^(\\w+)$' } },
  },
  {
    id: 'drop-table',
    emit: 'element',
    match: {
      on: 'call',
      name: ['dropTable'],
      receiver: ['knex.schema'],
      receiverName: '(?:^|\\.)schema$',
      minArguments: 1,
      notWithin,
    },
    action: 'removes',
    element: 'sql {table}',
    words: { table: { from: ['argument 0'], fit: '^(\\w+)$' } },
  },
]

/** What Knex's migrations make of the schema. */
export const knexSchema: Framework = {
  id: 'knex-schema',
  languages: ['typescript'],
  gate: ['createTable', 'alterTable', 'dropTable'],
  rules: [...['createTable', 'alterTable'].flatMap(inBlock), ...whole],
}
