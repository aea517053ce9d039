import { afterTable } from './keywords.js'
import { isName, isWord, Reader } from './reader.js'
import type { SqlToken } from './tokens.js'

/** The tables that names of columns may be of, at one place of a query. */
export type Scope = {
  /** Tables by their alias, or by their own name where they have none; null for what is no table of the schema. */
  readonly names: ReadonlyMap<string, string | null>
  /** The table of a name that nothing qualifies; null where there are several. */
  readonly single: string | null
  readonly outer: Scope | null
}

export const noScope: Scope = { names: new Map(), single: null, outer: null }

/** What a `FROM` names: its tables, the queries in it, and the conditions of its joins. */
export type Sources = {
  readonly tables: readonly { readonly token: SqlToken; readonly alias: string }[]
  /** Aliases of queries, of calls and of tables whose name nobody can know. */
  readonly others: readonly string[]
  readonly queries: readonly (readonly SqlToken[])[]
  readonly expressions: readonly (readonly SqlToken[])[]
}

type Writable = {
  readonly tables: { token: SqlToken; alias: string }[]
  readonly others: string[]
  readonly queries: (readonly SqlToken[])[]
  readonly expressions: (readonly SqlToken[])[]
}

/** Joins are not put in brackets deeper. */
const mostLevels = 20

export function sourcesOf(tokens: readonly SqlToken[]): Sources {
  const sources: Writable = { tables: [], others: [], queries: [], expressions: [] }
  readSources(new Reader(tokens), sources, 0)
  return sources
}

function readSources(reader: Reader, sources: Writable, depth: number): void {
  while (!reader.done) {
    if (joinWords.has(reader.peek().text) && reader.peek().type !== 'name') reader.next()
    else if (reader.take('on')) sources.expressions.push(takeCondition(reader))
    else if (reader.take('using')) reader.takeBrackets()
    else readSource(reader, sources, depth)
  }
}

const joinWords = new Set(
  ', join left right full inner outer cross natural straight_join lateral only anti semi'.split(' '),
)

function takeCondition(reader: Reader): readonly SqlToken[] {
  const from = reader.at
  while (!reader.done && !isJoin(reader)) {
    if (!reader.takeBrackets()) reader.next()
  }
  return reader.tokens.slice(from, reader.at)
}

/** `LEFT` may also be a function. */
function isJoin(reader: Reader): boolean {
  const { type, text } = reader.peek()
  return type !== 'name' && joinWords.has(text) && reader.peek(1).text !== '('
}

function readSource(reader: Reader, sources: Writable, depth: number): void {
  const brackets = reader.takeBrackets()
  if (brackets) {
    const isJoins = !isQuery(brackets) && depth < mostLevels && !isWord(brackets[0] ?? none, 'values')
    if (isJoins) readSources(new Reader(brackets), sources, depth + 1)
    else if (isQuery(brackets)) sources.queries.push(brackets)
    if (!isJoins) sources.others.push(takeAlias(reader) ?? '')
    return
  }
  const token = reader.takeName()
  if (!token) {
    reader.next()
    sources.others.push(takeAlias(reader) ?? '')
    return
  }
  const call = reader.takeBrackets()
  if (call) sources.expressions.push(call)
  const alias = takeAlias(reader)
  if (call) sources.others.push(alias ?? token.text)
  else sources.tables.push({ token, alias: alias ?? token.text })
}

const none: SqlToken = { type: 'symbol', text: '', source: '', line: 0, glued: false }

export function isQuery([first]: readonly SqlToken[]): boolean {
  return first !== undefined && (isWord(first, 'select') || isWord(first, 'with'))
}

/** `AS o`, `o`, `AS o(id, total)`; hints behind it (`WITH (NOLOCK)`, `USE INDEX (x)`) are passed over. */
function takeAlias(reader: Reader): string | null {
  const isMarked = reader.take('as')
  const { type, text } = reader.peek()
  const isAlias = isName(reader.peek()) && (isMarked || type === 'name' || !afterTable.has(text))
  const alias = isAlias ? reader.next().text : null
  if (isAlias) reader.takeBrackets()
  if (reader.takeAny('with', 'use index', 'force index', 'ignore index', 'use key', 'tablesample')) {
    if (isName(reader.peek())) reader.next()
    reader.takeBrackets()
  }
  return alias
}

/** The scope that sources make, where names of other queries (`WITH`) are no tables. */
export function scopeOf(
  sources: readonly Sources[],
  queries: ReadonlySet<string>,
  outer: Scope | null,
): Scope {
  const names = new Map<string, string | null>()
  const tables = sources.flatMap((each) => each.tables)
  const others = sources.flatMap((each) => each.others)
  for (const { token, alias } of tables) names.set(alias, queries.has(token.text) ? null : token.text)
  for (const alias of others) names.set(alias, null)
  const [first] = tables
  const isOne = tables.length === 1 && others.length === 0 && first && !queries.has(first.token.text)
  return { names, single: isOne ? first.token.text : null, outer }
}

/** The table that qualifies a name; null where it is none, or nobody can say. */
export function tableOf(scope: Scope | null, qualifier: string): string | null {
  for (let each = scope; each; each = each.outer) {
    const found = each.names.get(qualifier)
    if (found !== undefined) return found
  }
  return null
}
