import type { ElementRule, Framework } from '../domain/framework.js'

/** Calls that say of a column what it holds, by its type. */
const types = [
  ...['string', 'text', 'integer', 'bigInteger', 'boolean', 'decimal', 'float', 'double', 'date', 'dateTime'],
  ...['timestamp', 'time', 'json', 'jsonb', 'uuid', 'binary', 'enum', 'increments', 'bigIncrements', 'char'],
  ...['unsignedBigInteger', 'unsignedInteger', 'foreignId', 'tinyInteger', 'smallInteger', 'mediumText'],
  ...['longText', 'ulid', 'foreignUuid'],
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
      match: { on: 'call', name: ['dropColumn'], minArguments: 1, holds, notWithin },
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
    match: {
      on: 'call',
      name: ['create'],
      receiver: ['Schema'],
      minArguments: 2,
      lastArgument: 'function',
      notWithin,
    },
    action: 'declares',
    element: 'sql {table}',
    words: { table: { from: ['argument 0'], fit: '^(\\w+)$' } },
  },
]

/** What Laravel's migrations make of the schema. */
export const laravelSchema: Framework = {
  id: 'laravel-schema',
  languages: ['php'],
  imports: ['Illuminate\\Support\\Facades\\Schema'],
  gate: ['Schema::'],
  rules: [...['create', 'table'].flatMap(inBlock), ...whole],
}
