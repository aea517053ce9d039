import type { ElementRule, Framework, Word } from '../domain/framework.js'

/** TypeORM names a table after its class, and a column after its field, as its default naming strategy does. */
const table: Word = {
  from: ['class decorator Entity argument 0', 'class decorator Entity argument 0 . name'],
  guess: { from: ['class'], spell: ['snake'] },
}
const type: Word = { from: ['argument 0', 'argument 0 . type', 'argument 1 . type'], fit: '^([\\w -]+)$' }

const columns: readonly ElementRule[] = [
  {
    id: 'column',
    emit: 'element',
    match: {
      on: 'decorator',
      name: [
        ...['Column', 'PrimaryColumn', 'PrimaryGeneratedColumn', 'CreateDateColumn', 'UpdateDateColumn'],
        ...['DeleteDateColumn', 'VersionColumn', 'ObjectIdColumn', 'Generated'],
      ],
      receiver: ['typeorm'],
    },
    action: 'uses',
    element: 'sql {table}.{column}',
    words: { table, column: ['argument 0 . name', 'argument 1 . name', 'decorated'] },
    details: { type },
  },
  {
    id: 'join-column',
    emit: 'element',
    match: { on: 'decorator', name: ['JoinColumn'], receiver: ['typeorm'] },
    action: 'uses',
    element: 'sql {table}.{column}',
    words: { table, column: ['argument 0 . name'] },
  },
]

/** TypeORM: the tables and columns that its entities stand for. */
export const typeorm: Framework = {
  id: 'typeorm',
  languages: ['typescript'],
  imports: ['typeorm'],
  rules: [
    {
      id: 'entity',
      emit: 'element',
      match: { on: 'decorator', name: ['Entity', 'ViewEntity'], receiver: ['typeorm'] },
      action: 'uses',
      element: 'sql {table}',
      words: {
        table: { from: ['argument 0', 'argument 0 . name'], guess: { from: ['class'], spell: ['snake'] } },
      },
    },
    ...columns,
  ],
}
