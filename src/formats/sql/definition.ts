import type { Details } from '../../domain/element-fact.js'
import { columnOf, keyColumns } from './column.js'
import { outputColumns, queryFacts } from './query.js'
import { isName, itemsOf, Reader } from './reader.js'
import { type SqlFact, sqlFact } from './sql-fact.js'
import type { SqlToken } from './tokens.js'

/** What a statement that defines makes exist and takes away, in its order; null when it is none. */
export function definitionFacts(tokens: readonly SqlToken[]): readonly SqlFact[] | null {
  const reader = new Reader(tokens)
  if (reader.take('create')) return create(reader)
  if (reader.take('alter', 'table')) return alterTable(reader)
  if (reader.take('alter', 'type')) return alterType(reader)
  if (reader.take('drop')) return drop(reader)
  return reader.take('rename', 'table') ? renameTables(reader) : null
}

function create(reader: Reader): readonly SqlFact[] {
  if (reader.take('type')) return createType(reader)
  const isTemporary = reader.takeAny('temp', 'temporary', 'global temporary', 'local temporary')
  reader.takeAny('or replace', 'unlogged', 'external', 'virtual')
  const isView = reader.takeAny('view', 'materialized view', 'or alter view')
  if (isTemporary || (!isView && !reader.take('table'))) return []
  reader.take('if', 'not', 'exists')
  const name = reader.takeName()
  if (!name) return []
  return isView ? createView(reader, name) : createTable(reader, name)
}

function createTable(reader: Reader, name: SqlToken): readonly SqlFact[] {
  const items = itemsOf(reader.takeBrackets() ?? [])
  const query = reader.take('as') || reader.peek().text === 'select' ? reader.tokens.slice(reader.at) : []
  const keys = new Set(items.flatMap(keyColumns))
  const columns = items.flatMap((item) => {
    const column = columnOf(item)
    const key: Details = column && keys.has(column.name.text) ? { required: 'true' } : {}
    return column ? [declared(name, column.name, { ...column.details, ...key })] : []
  })
  return [declared(name, null, {}), ...columns, ...madeOf(name, query)]
}

function createView(reader: Reader, name: SqlToken): readonly SqlFact[] {
  const listed = itemsOf(reader.takeBrackets() ?? []).flatMap(([column]) =>
    column && isName(column) ? [declared(name, column, {})] : [],
  )
  while (!reader.done && !reader.take('as')) reader.next()
  const query = reader.tokens.slice(reader.at)
  const made = madeOf(name, query)
  const isListed = listed.length > 0
  return [
    declared(name, null, { type: 'view' }),
    ...listed,
    ...made.filter(({ action }) => !isListed || action !== 'declares'),
  ]
}

/** The columns of what is made of a query, as far as they have names, and what the query reads. */
function madeOf(name: SqlToken, query: readonly SqlToken[]): readonly SqlFact[] {
  if (query.length === 0) return []
  return [...outputColumns(query).map((column) => declared(name, column, {})), ...queryFacts(query)]
}

/** `CREATE TYPE status AS ENUM ('paid')` */
function createType(reader: Reader): readonly SqlFact[] {
  const name = reader.takeName()
  if (!name || !reader.take('as', 'enum')) return []
  return (reader.takeBrackets() ?? [])
    .filter(({ type }) => type === 'text')
    .map((value) => enumValue(name, value))
}

function alterType(reader: Reader): readonly SqlFact[] {
  const name = reader.takeName()
  if (!name) return []
  if (reader.take('add', 'value')) {
    reader.take('if', 'not', 'exists')
    return reader.peek().type === 'text' ? [enumValue(name, reader.next())] : []
  }
  if (!reader.take('rename', 'value')) return []
  const [from, , to] = [reader.next(), reader.next(), reader.next()]
  return from.type === 'text' && to.type === 'text'
    ? [{ ...enumValue(name, from), action: 'removes' }, enumValue(name, to)]
    : []
}

function enumValue(name: SqlToken, value: SqlToken): SqlFact {
  const plain = value.source.replace(/^[A-Za-z]?'|'$/g, '').replaceAll("''", "'")
  return {
    ...sqlFact('declares', value.line, name.text),
    kind: 'enum',
    element: `enum ${name.text} ${plain}`,
  }
}

function drop(reader: Reader): readonly SqlFact[] {
  if (!reader.takeAny('table', 'view', 'materialized view', 'foreign table')) return []
  reader.take('if', 'exists')
  return itemsOf(reader.tokens.slice(reader.at)).flatMap((item) => {
    const name = new Reader(item).takeName()
    return name ? [removed(name, null)] : []
  })
}

function renameTables(reader: Reader): readonly SqlFact[] {
  return itemsOf(reader.tokens.slice(reader.at)).flatMap((item) => {
    const names = new Reader(item)
    const from = names.takeName()
    const to = names.take('to') ? names.takeName() : null
    return from && to ? renamed(from, to) : []
  })
}

function renamed(from: SqlToken, to: SqlToken): readonly SqlFact[] {
  return [{ ...removed(from, null), becomes: to.text }, declared(to, null, {})]
}

function alterTable(reader: Reader): readonly SqlFact[] {
  reader.take('if', 'exists')
  reader.take('only')
  const table = reader.takeName()
  reader.take('*')
  if (!table) return []
  return itemsOf(reader.tokens.slice(reader.at)).flatMap((item) => alteration(table, new Reader(item)))
}

function alteration(table: SqlToken, reader: Reader): readonly SqlFact[] {
  if (reader.take('add')) return addColumns(table, reader)
  if (reader.take('drop')) return dropColumn(table, reader)
  if (reader.take('alter')) return alterColumn(table, reader)
  if (reader.take('rename')) return rename(table, reader)
  if (reader.take('modify')) return modify(table, reader)
  return reader.take('change') ? change(table, reader) : []
}

function addColumns(table: SqlToken, reader: Reader): readonly SqlFact[] {
  reader.take('column')
  reader.take('if', 'not', 'exists')
  const listed = reader.takeBrackets()
  const items = listed ? itemsOf(listed) : [reader.tokens.slice(reader.at)]
  return items.flatMap((item) => {
    const column = columnOf(withoutPlace(item))
    const isColumn = column?.details.type !== undefined && !notColumns.has(column.name.source.toLowerCase())
    return isColumn ? [declared(table, column.name, column.details)] : []
  })
}

/** `FIRST` and `AFTER id` of MySQL say nothing about the column. */
function withoutPlace(item: readonly SqlToken[]): readonly SqlToken[] {
  const place = item.findIndex(
    ({ type, text }, at) => at > 1 && type === 'word' && (text === 'first' || text === 'after'),
  )
  return place < 0 ? item : item.slice(0, place)
}

const notColumns = new Set(
  'constraint index key primary foreign check unique default partition not expression identity'.split(' '),
)

function dropColumn(table: SqlToken, reader: Reader): readonly SqlFact[] {
  const isNamed = reader.take('column')
  reader.take('if', 'exists')
  if (!isNamed && notColumns.has(reader.peek().text)) return []
  const column = reader.takeName()
  return column ? [removed(table, column)] : []
}

function alterColumn(table: SqlToken, reader: Reader): readonly SqlFact[] {
  if (!reader.take('column') && notColumns.has(reader.peek().text)) return []
  const column = reader.takeName()
  if (!column) return []
  if (reader.takeAny('type', 'set data type')) {
    const details = columnOf([column, ...reader.tokens.slice(reader.at)])?.details ?? {}
    return [declared(table, column, details)]
  }
  if (reader.take('set', 'not', 'null')) return [declared(table, column, { required: 'true' })]
  if (reader.take('drop', 'not', 'null')) return [declared(table, column, { required: 'false' })]
  const initial = reader.take('set', 'default')
    ? columnOf(asDefault(column, reader))?.details.default
    : undefined
  return initial === undefined ? [] : [declared(table, column, { default: initial })]
}

function asDefault(column: SqlToken, reader: Reader): readonly SqlToken[] {
  return [column, { ...column, type: 'word', text: 'default' }, ...reader.tokens.slice(reader.at)]
}

function rename(table: SqlToken, reader: Reader): readonly SqlFact[] {
  if (reader.takeAny('to', 'as')) {
    const to = reader.takeName()
    return to ? renamed(table, to) : []
  }
  if (!reader.take('column') && notColumns.has(reader.peek().text)) return []
  const from = reader.takeName()
  const to = reader.take('to') ? reader.takeName() : null
  return from && to ? [removed(table, from), declared(table, to, {})] : []
}

/** `MODIFY total int` of MySQL */
function modify(table: SqlToken, reader: Reader): readonly SqlFact[] {
  reader.take('column')
  const column = columnOf(withoutPlace(reader.tokens.slice(reader.at)))
  return column ? [declared(table, column.name, column.details)] : []
}

/** `CHANGE total sum int` of MySQL */
function change(table: SqlToken, reader: Reader): readonly SqlFact[] {
  reader.take('column')
  const from = reader.takeName()
  const column = columnOf(withoutPlace(reader.tokens.slice(reader.at)))
  if (!from || !column) return []
  const after = declared(table, column.name, column.details)
  return from.text === column.name.text ? [after] : [removed(table, from), after]
}

function declared(table: SqlToken, column: SqlToken | null, details: Details): SqlFact {
  return { ...sqlFact('declares', (column ?? table).line, table.text, column?.text), details }
}

function removed(table: SqlToken, column: SqlToken | null): SqlFact {
  return sqlFact('removes', (column ?? table).line, table.text, column?.text)
}
