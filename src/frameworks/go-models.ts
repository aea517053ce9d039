import type { ElementRule, Framework, Spelling, Word } from '../domain/framework.js'

/** What says that a field is no column of its own. */
const none = '-|[^"]*(?:foreign[kK]ey|many2many|references|polymorphic|embedded|extends)'

type Tag = {
  readonly id: string
  readonly tag: string
  /** An expression for what follows the tag's quote, whose group is the column; absent: the field's own name. */
  readonly column?: string
  /** What must not follow it. */
  readonly without?: string
  /** How the library makes a table's name of the struct's. */
  readonly spell: readonly Spelling[]
}

/** Structs whose tags name columns: their table is what `TableName` returns. */
function ruleOf({ id, tag, column, without, spell }: Tag): ElementRule {
  const table: Word = { from: ['class method TableName'], guess: { from: ['class'], spell } }
  const begin = `(?:^|\\s)${tag}:"(?!${none}${without === undefined ? '' : `|${without.replaceAll('([', '(?:[')}`})`
  return {
    id,
    emit: 'element',
    match: { on: 'class', name: [], classLike: '\\w+' },
    action: 'uses',
    element: 'sql {table}.{column}',
    each: ['fields'],
    eachHolds: { 'item tag': begin },
    words: {
      table,
      column:
        column === undefined
          ? { from: [], guess: { from: ['key'], spell: ['snake'] } }
          : { from: ['item tag'], fit: `${begin}${column}` },
    },
  }
}

const keywords =
  '(?:pk|autoincr|index|unique|notnull|not|null|created|updated|deleted|version|extends|json|text|longtext|mediumtext|blob|longblob|bool|boolean|int|bigint|integer|float|double|decimal|numeric|date|datetime|timestamp|default|comment|cache|nocache|local|utc|serial|uuid|binary)\\b|varchar|char'
const gorm = '[^"]*?\\bcolumn:([\\w-]+)'
/** XORM takes what is quoted, and any word that is neither a type nor a keyword. */
const quoted = "[^\"]*?(?<!default )(?<!DEFAULT )'([\\w-]+)'"
const bare = `(?:[^"]*?\\s)?(?!${keywords})([a-z][a-z\\d_]*)(?=["\\s])`

/** GORM and XORM: columns of structs, by their tags. */
export const goModels: Framework = {
  id: 'go-models',
  languages: ['go'],
  gate: ['gorm:"', 'xorm:"'],
  rules: [
    ruleOf({ id: 'gorm-column', tag: 'gorm', column: gorm, spell: ['snake', 'plural'] }),
    ruleOf({ id: 'gorm-field', tag: 'gorm', without: gorm, spell: ['snake', 'plural'] }),
    ruleOf({ id: 'xorm-quoted', tag: 'xorm', column: quoted, spell: ['snake'] }),
    ruleOf({ id: 'xorm-bare', tag: 'xorm', column: bare, without: quoted, spell: ['snake'] }),
    ruleOf({ id: 'xorm-field', tag: 'xorm', without: `${quoted}|${bare}`, spell: ['snake'] }),
  ],
}
