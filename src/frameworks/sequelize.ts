import type { ElementRule, Framework } from '../domain/framework.js'

const define = {
  on: 'call',
  name: ['define'],
  receiver: ['sequelize.Sequelize()'],
  receiverName: '(?:^|\\.)sequelize$',
} as const
const init = {
  on: 'call',
  name: ['init'],
  minArguments: 2,
  holds: { 'argument 1 . tableName': '\\w' },
} as const

const rules: readonly ElementRule[] = [
  {
    id: 'define',
    emit: 'element',
    match: define,
    action: 'uses',
    element: 'sql {table}',
    words: {
      table: { from: ['argument 2 . tableName'], guess: { from: ['argument 0'], spell: ['plural'] } },
    },
  },
  {
    id: 'define-column',
    emit: 'element',
    match: define,
    action: 'uses',
    element: 'sql {table}.{column}',
    each: ['argument 1'],
    words: {
      table: { from: ['argument 2 . tableName'], guess: { from: ['argument 0'], spell: ['plural'] } },
      column: { from: ['item . field', 'key'] },
    },
  },
  {
    id: 'init',
    emit: 'element',
    match: init,
    action: 'uses',
    element: 'sql {table}',
    words: { table: ['argument 1 . tableName'] },
  },
  {
    id: 'init-column',
    emit: 'element',
    match: init,
    action: 'uses',
    element: 'sql {table}.{column}',
    each: ['argument 0'],
    words: { table: ['argument 1 . tableName'], column: { from: ['item . field', 'key'] } },
  },
]

/** Sequelize: the tables and columns of its models. */
export const sequelize: Framework = {
  id: 'sequelize',
  languages: ['typescript'],
  imports: ['sequelize'],
  gate: ['equelize'],
  rules,
}
