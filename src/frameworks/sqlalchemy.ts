import type { ElementRule, Framework, Word } from '../domain/framework.js'

const modules = ['sqlalchemy', 'sqlalchemy.orm', 'orm', 'sa', 'flask_sqlalchemy.SQLAlchemy()', 'sqlmodel']
const table = ['class field __tablename__']
const column: Word = { from: ['argument 0', 'keyword name'], fit: '^([\\w ]+)$' }
const notWithin = '(?:^|\\.)downgrade$'

/** Columns of classes and of tables. Without `__tablename__` they are of no table that is known here. */
const models: readonly ElementRule[] = [
  {
    id: 'model',
    emit: 'element',
    match: { on: 'class', name: [], nameLike: '\\w+', holds: { 'class field __tablename__': '\\w' } },
    action: 'uses',
    element: 'sql {table}',
    words: { table },
  },
  {
    id: 'column',
    emit: 'element',
    match: {
      on: 'call',
      name: ['Column', 'mapped_column', 'deferred'],
      receiver: modules,
      receiverName: '^(?:db|sa)$',
      holds: { 'class field __tablename__': '\\w' },
    },
    action: 'uses',
    element: 'sql {table}.{column}',
    words: { table, column: { ...column, from: ['argument 0', 'keyword name', 'assigned'] } },
  },
  {
    id: 'mapped',
    emit: 'element',
    match: { on: 'class', name: [], nameLike: '\\w+', holds: { 'class field __tablename__': '\\w' } },
    action: 'uses',
    element: 'sql {table}.{column}',
    each: ['fields'],
    eachType: '^(?:orm\\.)?Mapped\\[',
    eachHolds: { 'item tag': '^$' },
    words: { table, column: ['key'] },
  },
  {
    id: 'table',
    emit: 'element',
    match: { on: 'call', name: ['Table'], receiver: modules, minArguments: 2 },
    action: 'uses',
    element: 'sql {table}',
    words: { table: ['argument 0'] },
  },
  {
    id: 'table-column',
    emit: 'element',
    match: { on: 'call', name: ['Table'], receiver: modules, minArguments: 2 },
    action: 'uses',
    element: 'sql {table}.{column}',
    each: ['arguments'],
    eachHolds: { 'item shown': '(?:^|\\.)Column\\(\\)$' },
    words: { table: ['argument 0'], column: ['item argument 0'] },
  },
]

/** Alembic's operations; what takes a migration back says nothing. */
const migrations: readonly ElementRule[] = [
  {
    id: 'create-table',
    emit: 'element',
    match: { on: 'call', name: ['create_table'], receiver: ['alembic.op'], notWithin },
    action: 'declares',
    element: 'sql {table}',
    words: { table: ['argument 0'] },
  },
  {
    id: 'create-column',
    emit: 'element',
    match: { on: 'call', name: ['create_table'], receiver: ['alembic.op'], notWithin },
    action: 'declares',
    element: 'sql {table}.{column}',
    each: ['arguments'],
    eachHolds: { 'item shown': '(?:^|\\.)Column\\(\\)$' },
    words: { table: ['argument 0'], column: ['item argument 0'] },
  },
  {
    id: 'add-column',
    emit: 'element',
    match: { on: 'call', name: ['add_column'], receiver: ['alembic.op'], notWithin },
    action: 'declares',
    element: 'sql {table}.{column}',
    words: { table: ['argument 0'], column: ['argument 1 argument 0'] },
  },
  {
    id: 'drop-column',
    emit: 'element',
    match: { on: 'call', name: ['drop_column'], receiver: ['alembic.op'], notWithin },
    action: 'removes',
    element: 'sql {table}.{column}',
    words: { table: ['argument 0'], column: ['argument 1'] },
  },
  {
    id: 'drop-table',
    emit: 'element',
    match: { on: 'call', name: ['drop_table'], receiver: ['alembic.op'], notWithin },
    action: 'removes',
    element: 'sql {table}',
    words: { table: ['argument 0'] },
  },
]

/** SQLAlchemy's models and tables, and what Alembic makes of the schema. */
export const sqlalchemy: Framework = {
  id: 'sqlalchemy',
  languages: ['python'],
  imports: ['sqlalchemy', 'sqlalchemy.*', 'flask_sqlalchemy', 'sqlmodel', 'alembic', 'alembic.*'],
  gate: ['__tablename__', 'sqlalchemy', 'alembic'],
  rules: [...models, ...migrations],
}
