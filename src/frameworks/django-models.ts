import type { ElementRule, Framework, Match, Word } from '../domain/framework.js'

/** Without `db_table` a table is named after its application, whose folder is taken for its label. */
const table: Word = {
  from: ['class field Meta.db_table'],
  guess: { from: ['class'], spell: ['lower'] },
}

const match: Match = {
  on: 'class',
  name: ['Model'],
  receiver: ['django.models'],
  lacks: { 'class field Meta.abstract': '^True$', 'class field Meta.proxy': '^True$' },
}
const named = { ...match, holds: { 'class field Meta.db_table': '\\w' } }
const unnamed = { ...match, lacks: { ...match.lacks, 'class field Meta.db_table': '' } }

const plain = '^(?:\\w+\\.)*(?!ManyToMany|Foreign|OneToOne|Generic)\\w*Field\\('
const foreign = '^(?:\\w+\\.)*(?:ForeignKey|OneToOneField)\\('

const wholes: readonly ElementRule[] = [
  { id: 'model', emit: 'element', match: named, action: 'uses', element: 'sql {table}', words: { table } },
  {
    id: 'default-model',
    emit: 'element',
    match: unnamed,
    action: 'uses',
    element: 'sql {app}_{table}',
    words: { table },
  },
]

function fieldRules(
  id: string,
  eachHolds: Readonly<Record<string, string>>,
  end: '' | '_id',
): readonly ElementRule[] {
  const common = {
    emit: 'element',
    action: 'uses',
    each: ['fields'],
    eachHolds,
    words: { table, column: { from: ['item keyword db_column', 'key'] } },
  } as const
  return [
    { ...common, id, match: named, element: `sql {table}.{column}${end}` },
    { ...common, id: `default-${id}`, match: unnamed, element: `sql {app}_{table}.{column}${end}` },
  ]
}

/** Django's models: their tables and columns. */
export const djangoModels: Framework = {
  id: 'django-models',
  languages: ['python'],
  imports: ['django.db', 'django.db.models', 'django.contrib.gis.db'],
  gate: ['models.'],
  rules: [
    ...wholes,
    ...fieldRules('field', { 'item tag': plain }, ''),
    ...fieldRules('foreign', { 'item tag': foreign, 'item keyword db_column': '^$' }, '_id'),
    ...fieldRules('foreign-column', { 'item tag': foreign, 'item keyword db_column': '\\w' }, ''),
  ],
}
