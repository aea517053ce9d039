import { type Clause, clausesOf } from './clauses.js'
import { type Around, endsOperand, expressionFacts } from './expression.js'
import { keywords } from './keywords.js'
import { isName, isWord, itemsOf, Reader } from './reader.js'
import { noScope, type Scope, type Sources, scopeOf, sourcesOf } from './scope.js'
import { type SqlFact, sqlFact } from './sql-fact.js'
import type { SqlToken } from './tokens.js'

/** Queries are not nested deeper. */
const mostLevels = 30

/** What a query, or a statement that changes rows, reads and writes; nothing for other statements. */
export function queryFacts(tokens: readonly SqlToken[]): readonly SqlFact[] {
  return readQuery(tokens, { outer: null, depth: 0, queries: new Set() })
}

type Reading = {
  readonly outer: Scope | null
  readonly depth: number
  /** Names of `WITH`. */
  readonly queries: ReadonlySet<string>
}

function readQuery(tokens: readonly SqlToken[], reading: Reading): readonly SqlFact[] {
  if (reading.depth > mostLevels) return []
  const reader = new Reader(tokens)
  if (reader.take('with')) return readWith(reader, reading)
  const facts: SqlFact[] = []
  for (const part of partsOf(tokens)) {
    const inside = new Reader(part).takeBrackets()
    if (inside) facts.push(...readQuery(inside, { ...reading, depth: reading.depth + 1 }))
    else facts.push(...readPart(clausesOf(part), reading))
  }
  return facts
}

function readWith(reader: Reader, reading: Reading): readonly SqlFact[] {
  reader.take('recursive')
  const queries = new Set(reading.queries)
  const bodies: (readonly SqlToken[])[] = []
  do {
    const name = reader.takeName()
    reader.takeBrackets()
    if (!name || !reader.take('as')) return []
    reader.takeAny('materialized', 'not materialized')
    queries.add(name.text)
    bodies.push(reader.takeBrackets() ?? [])
  } while (reader.take(','))
  const inside = { ...reading, queries, depth: reading.depth + 1 }
  return [...bodies, reader.tokens.slice(reader.at)].flatMap((body) => readQuery(body, inside))
}

/** The queries that `UNION` and the like put together. */
function partsOf(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (isWord(token, '(')) depth++
    if (isWord(token, ')')) depth--
    if (depth === 0 && ['union', 'except', 'intersect'].some((word) => isWord(token, word))) parts.push([])
    else if (parts.at(-1)?.length !== 0 || !isWord(token, 'all')) parts.at(-1)?.push(token)
  }
  return parts
}

function readPart(clauses: readonly Clause[], reading: Reading): readonly SqlFact[] {
  switch (clauses[0]?.word) {
    case 'select':
      return readSelect(clauses, reading)
    case 'insert':
    case 'replace':
      return readInsert(clauses, reading)
    case 'update':
      return readChange(clauses, reading, updatedBy(clauses))
    case 'delete':
      return readChange(clauses, reading, deletedFrom(clauses))
    case 'truncate':
    case 'merge':
      return writtenTables(clauses)
    default:
      return []
  }
}

function tokensOf(clauses: readonly Clause[], word: string): readonly SqlToken[] {
  return clauses.find((each) => each.word === word)?.tokens ?? []
}

/** Conditions and what is computed: all clauses that hold expressions. */
const computed = new Set([
  'where',
  'group',
  'having',
  'order',
  'returning',
  'qualify',
  'window',
  'limit',
  'offset',
])

function readSelect(clauses: readonly Clause[], reading: Reading): readonly SqlFact[] {
  const sources = sourcesOf(tokensOf(clauses, 'from'))
  const scope = scopeOf([sources], reading.queries, reading.outer)
  const listed = withoutTop(tokensOf(clauses, 'select'))
  const around = aroundOf(scope, reading)
  const named = { ...around, aliases: aliasesOf(listed) }
  return [
    ...sourceFacts(sources, around, 'reads', reading),
    ...expressionFacts(listed, around),
    ...clauses.flatMap(({ word, tokens }) => (computed.has(word) ? expressionFacts(tokens, named) : [])),
  ]
}

/** `SELECT TOP 10 id`, `SELECT DISTINCT id` */
function withoutTop(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const reader = new Reader(tokens)
  reader.takeAny('all', 'distinct')
  if (reader.take('top') && !reader.takeBrackets()) reader.next()
  return tokens.slice(reader.at)
}

function aroundOf(scope: Scope, reading: Reading): Around {
  return {
    scope,
    aliases: new Set(),
    depth: reading.depth,
    query: (tokens, outer, depth) => readQuery(tokens, { ...reading, outer, depth }),
  }
}

/** The tables that are read, what queries among them read, and the conditions of joins. */
function sourceFacts(
  { tables, queries, expressions }: Sources,
  around: Around,
  action: 'reads' | 'writes',
  reading: Reading,
): readonly SqlFact[] {
  return [
    ...tables.flatMap(({ token }) =>
      reading.queries.has(token.text) ? [] : [sqlFact(action, token.line, token.text)],
    ),
    ...queries.flatMap((query) => around.query(query, around.scope, around.depth + 1)),
    ...expressions.flatMap((each) => expressionFacts(each, around)),
  ]
}

function aliasesOf(listed: readonly SqlToken[]): ReadonlySet<string> {
  return new Set(itemsOf(listed).flatMap((item) => aliasOf(item)?.text ?? []))
}

/** `o.total AS sum`, `o.total sum` */
function aliasOf(item: readonly SqlToken[]): SqlToken | null {
  const [before, last] = [item.at(-2), item.at(-1)]
  if (!before || !last || !isName(last)) return null
  const isAlias = isWord(before, 'as') || (endsOperand(before) && !isKeyword(last))
  return isAlias ? last : null
}

function isKeyword({ type, text }: SqlToken): boolean {
  return type === 'word' && keywords.has(text)
}

/** The names of the columns that a query gives, as far as it tells; none of `*`. */
export function outputColumns(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const inside = new Reader(tokens).takeBrackets()
  const [first] = clausesOf(inside ?? tokens)
  if (first?.word !== 'select') return []
  return itemsOf(withoutTop(first.tokens)).flatMap((item) => {
    const last = item.at(-1)
    const isColumn =
      last && isName(last) && !isKeyword(last) && (item.length === 1 || item.at(-2)?.text === '.')
    return aliasOf(item) ?? (isColumn ? last : [])
  })
}

function readInsert(clauses: readonly Clause[], reading: Reading): readonly SqlFact[] {
  const reader = new Reader(tokensOf(clauses, 'into'))
  const table = reader.takeName()
  if (!table || reading.queries.has(table.text)) return []
  const alias = reader.take('as') ? reader.takeName() : null
  const names = new Map([[alias?.text ?? table.text, table.text]])
  const around = aroundOf({ names, single: table.text, outer: reading.outer }, reading)
  const columns = itemsOf(reader.takeBrackets() ?? []).flatMap(([column]) => column ?? [])
  const select = clauses.slice(clauses.findIndex(({ word }) => word === 'select'))
  return [
    sqlFact('writes', table.line, table.text),
    ...columns.filter(isName).map((column) => sqlFact('writes', column.line, table.text, column.text)),
    ...expressionFacts(tokensOf(clauses, 'values'), aroundOf(noScope, reading)),
    ...(select[0]?.word === 'select'
      ? readSelect(
          select.filter(({ word }) => word !== 'returning'),
          reading,
        )
      : []),
    ...assignments(clauses, table.text, around),
    ...expressionFacts(tokensOf(clauses, 'returning'), around),
  ]
}

/** `SET a = 1, b = a + 1`, also behind `ON CONFLICT … DO UPDATE` and `ON DUPLICATE KEY UPDATE`. */
function assignments(clauses: readonly Clause[], table: string, around: Around): readonly SqlFact[] {
  const duplicate = tokensOf(clauses, 'duplicate').slice(2)
  return [tokensOf(clauses, 'set'), duplicate].flatMap(itemsOf).flatMap((item) => {
    const at = item.findIndex((token) => isWord(token, '='))
    const target = item.slice(0, at).filter(isName)
    const column = target.at(-1)
    if (at < 0 || !column) return []
    // `(a, b) = (1, 2)`
    if (item[0]?.text === '(') return target.map((each) => sqlFact('writes', each.line, table, each.text))
    const owner = target.length > 1 ? around.scope.names.get(target.at(-2)?.text ?? '') : table
    const written = owner ? [sqlFact('writes', column.line, owner, column.text)] : []
    return [...written, ...expressionFacts(item.slice(at), around)]
  })
}

/** `DELETE FROM t`, `DELETE o FROM orders o JOIN …` */
function deletedFrom(clauses: readonly Clause[]): Sources {
  return sourcesOf(tokensOf(clauses, 'from'))
}

/** `UPDATE t`, `UPDATE OR IGNORE t`, `UPDATE ONLY t` */
function updatedBy(clauses: readonly Clause[]): Sources {
  const reader = new Reader(tokensOf(clauses, 'update'))
  reader.takeAny('or ignore', 'or replace', 'or abort', 'or fail', 'or rollback', 'ignore', 'only')
  return sourcesOf(reader.tokens.slice(reader.at))
}

/** What `UPDATE` and `DELETE` change, and read on the way. */
function readChange(clauses: readonly Clause[], reading: Reading, target: Sources): readonly SqlFact[] {
  const isDelete = clauses[0]?.word === 'delete'
  const others = sourcesOf(tokensOf(clauses, isDelete ? 'using' : 'from'))
  const [first] = target.tables
  if (!first || reading.queries.has(first.token.text)) return []
  const around = aroundOf(scopeOf([target, others], reading.queries, reading.outer), reading)
  return [
    sqlFact('writes', first.token.line, first.token.text),
    ...sourceFacts({ ...target, tables: target.tables.slice(1) }, around, 'reads', reading),
    ...sourceFacts(others, around, 'reads', reading),
    ...assignments(clauses, first.token.text, around),
    ...clauses.flatMap(({ word, tokens }) => (computed.has(word) ? expressionFacts(tokens, around) : [])),
  ]
}

/** `TRUNCATE orders, items`, `MERGE INTO orders USING …` */
function writtenTables(clauses: readonly Clause[]): readonly SqlFact[] {
  const tokens = clauses[0]?.word === 'merge' ? tokensOf(clauses, 'into') : tokensOf(clauses, 'truncate')
  const reader = new Reader(tokens)
  reader.take('table')
  return itemsOf(tokens.slice(reader.at)).flatMap((item) => {
    const name = new Reader(item).takeName()
    return name ? [sqlFact('writes', name.line, name.text)] : []
  })
}
