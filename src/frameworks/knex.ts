import type { Action } from '../domain/element-fact.js'
import type { ElementRule, Framework } from '../domain/framework.js'

/** What people call the builder that `knex({…})` makes, and a transaction of it. */
const builders = ['knex', 'db', 'trx']

const conditions = [
  ...['where', 'andWhere', 'orWhere', 'whereNot', 'whereIn', 'whereNotIn', 'whereNull', 'whereNotNull'],
  'whereBetween',
]
const lists = ['select', 'first', 'pluck', 'orderBy', 'groupBy']
const changes = ['insert', 'update']

type Part = { readonly id: string; readonly action: Action; readonly name: readonly string[] }

/** What stands in the chain of `knex('orders')`. */
function ruleOf(builder: string, { id, action, name }: Part): Omit<ElementRule, 'element'> {
  const start = `chained ${builder} argument 0`
  return {
    id: `${id}-${builder}`,
    emit: 'element',
    match: { on: 'call', name, holds: { [start]: '^[\\w. ]+$' } },
    action,
    ...(builder === 'knex' ? {} : { certainty: 'likely' }),
    words: {
      table: { from: [start], fit: '^(?:\\w+\\.)?(\\w+)(?: as \\w+)?$' },
      // `orders.total` and `total as sum` are of a column; what is no word is none.
      column: { from: ['key', 'item'], fit: '^(?:\\w+\\.)*(\\w+)(?: as \\w+)?$' },
    },
  }
}

function rulesFor(builder: string): readonly ElementRule[] {
  const column = { element: 'sql {table}.{column}' } as const
  const reads = [...conditions, ...lists, 'count', 'max', 'min', 'sum', 'join', 'leftJoin']
  return [
    { ...ruleOf(builder, { id: 'read', action: 'reads', name: reads }), element: 'sql {table}' },
    {
      ...ruleOf(builder, { id: 'change', action: 'writes', name: [...changes, 'del'] }),
      element: 'sql {table}',
    },
    {
      ...ruleOf(builder, { id: 'where', action: 'reads', name: conditions }),
      ...column,
      each: ['argument 0'],
    },
    { ...ruleOf(builder, { id: 'select', action: 'reads', name: lists }), ...column, each: ['arguments'] },
    { ...ruleOf(builder, { id: 'write', action: 'writes', name: changes }), ...column, each: ['argument 0'] },
  ]
}

/** Knex: tables and columns that its queries read and write. */
export const knex: Framework = {
  id: 'knex',
  languages: ['typescript'],
  gate: ['knex(', 'db(', 'trx('],
  rules: builders.flatMap(rulesFor),
}
