import type { ElementRule, Framework } from '../domain/framework.js'

/** Calls that say of a column what it holds, by its type. */
const types = [
  ...['string', 'text', 'integer', 'bigint', 'boolean', 'decimal', 'float', 'date', 'datetime', 'timestamp'],
  ...['time', 'json', 'jsonb', 'uuid', 'binary', 'inet', 'citext', 'enum', 'virtual', 'hstore', 'tsvector'],
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
      match: { on: 'call', name: ['remove'], minArguments: 1, holds, notWithin },
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
    match: { on: 'call', name: ['create_table'], minArguments: 1, notWithin },
    action: 'declares',
    element: 'sql {table}',
    words: { table: { from: ['argument 0'], fit: '^(\\w+)$' } },
  },
  {
    id: 'add-column',
    emit: 'element',
    match: { on: 'call', name: ['add_column'], minArguments: 3, notWithin },
    action: 'declares',
    element: 'sql {table}.{column}',
    words: {
      table: { from: ['argument 0'], fit: '^(\\w+)$' },
      column: { from: ['argument 1'], fit: '^(\\w+)$' },
    },
  },
  {
    id: 'remove-column',
    emit: 'element',
    match: { on: 'call', name: ['remove_column'], minArguments: 2, notWithin },
    action: 'removes',
    element: 'sql {table}.{column}',
    words: {
      table: { from: ['argument 0'], fit: '^(\\w+)$' },
      column: { from: ['argument 1'], fit: '^(\\w+)$' },
    },
  },
  {
    id: 'drop-table',
    emit: 'element',
    match: { on: 'call', name: ['drop_table'], minArguments: 1, notWithin },
    action: 'removes',
    element: 'sql {table}',
    words: { table: { from: ['argument 0'], fit: '^(\\w+)$' } },
  },
]

/** What Rails makes of the schema: `db/schema.rb` and migrations. */
export const railsSchema: Framework = {
  id: 'rails-schema',
  languages: ['ruby'],
  gate: ['create_table', 'change_table', 'add_column', 'remove_column', 'drop_table'],
  rules: [...['create_table', 'change_table'].flatMap(inBlock), ...whole],
}
