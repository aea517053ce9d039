import { keywords } from './keywords.js'
import { isName, isWord } from './reader.js'
import { isQuery, type Scope, tableOf } from './scope.js'
import { type SqlFact, sqlFact } from './sql-fact.js'
import type { SqlToken } from './tokens.js'

/** What stands around an expression. */
export type Around = {
  readonly scope: Scope
  /** Names that the query gives to its own columns. */
  readonly aliases: ReadonlySet<string>
  readonly depth: number
  /** Reads a query in brackets. */
  readonly query: (tokens: readonly SqlToken[], outer: Scope, depth: number) => readonly SqlFact[]
}

/** Expressions are not nested deeper. */
const mostLevels = 60

/** The columns that an expression reads, and what the queries in it do. */
export function expressionFacts(tokens: readonly SqlToken[], around: Around): readonly SqlFact[] {
  if (around.depth > mostLevels) return []
  const facts: SqlFact[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) break
    if (isWord(token, '(')) {
      const end = closing(tokens, at)
      facts.push(...inBrackets(tokens.slice(at + 1, end), tokens[at - 1], around))
      at = end
    } else if (isName(token)) {
      const chain = chainAt(tokens, at)
      facts.push(...columnRead(tokens, at, chain, around))
      at += (chain.length - 1) * 2
    }
  }
  return facts
}

/** The bracket that closes the one at a place, or the end. */
export function closing(tokens: readonly SqlToken[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at++) {
    const token = tokens[at]
    if (token && isWord(token, '(')) depth++
    if (token && isWord(token, ')') && --depth === 0) return at
  }
  return tokens.length
}

function inBrackets(
  inside: readonly SqlToken[],
  before: SqlToken | undefined,
  around: Around,
): readonly SqlFact[] {
  const deeper = { ...around, depth: around.depth + 1 }
  if (isQuery(inside)) return around.query(inside, around.scope, deeper.depth)
  // `extract(epoch FROM created_at)`: what stands before is no column.
  const isField = before?.text === 'extract' && inside[1]?.text === 'from'
  return expressionFacts(isField ? inside.slice(2) : inside, deeper)
}

/** `o.total` has two links, `total` one. */
function chainAt(tokens: readonly SqlToken[], from: number): readonly SqlToken[] {
  const chain: SqlToken[] = []
  for (let at = from; ; at += 2) {
    const token = tokens[at]
    if (!token || !(isName(token) || (chain.length > 0 && isWord(token, '*')))) return chain
    chain.push(token)
    const dot = tokens[at + 1]
    if (!dot || !isWord(dot, '.')) return chain
  }
}

function columnRead(
  tokens: readonly SqlToken[],
  at: number,
  chain: readonly SqlToken[],
  { scope, aliases }: Around,
): readonly SqlFact[] {
  const [first, last, qualifier] = [chain[0], chain.at(-1), chain.at(-2)]
  const after = tokens[at + chain.length * 2 - 1]
  if (!first || !last || last.text === '*' || (after && (after.text === '(' || after.text === '.'))) return []
  if (qualifier) {
    const table = tableOf(scope, qualifier.text)
    return table === null ? [] : [sqlFact('reads', last.line, table, last.text)]
  }
  if (scope.single === null || aliases.has(first.text) || !isColumn(tokens, at, first)) return []
  const fact = sqlFact('reads', first.line, scope.single, first.text)
  // A query in brackets may speak of the tables around it too.
  return [scope.outer ? { ...fact, certainty: 'likely' } : fact]
}

const compare = new Set(['=', '<', '>', '<=', '>=', '<>', '!=', 'like', 'ilike'])

/** Whether a bare name is a column by what stands on its sides: no keyword, alias, type, or text in double quotes. */
function isColumn(tokens: readonly SqlToken[], at: number, token: SqlToken): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (token.type === 'word' && (keywords.has(token.text) || after?.type === 'text')) return false
  if (before && (isWord(before, 'as') || endsOperand(before) || namesOther.has(before.text))) return false
  if (after && (after.text === ':=' || (isWord(after, 'as') && tokens[at + 2]?.text === '('))) return false
  const isQuoted = token.source.startsWith('"')
  return !isQuoted || !before || !(compare.has(before.text) || (before.text === '(' && at > 1))
}

const namesOther = new Set(['::', 'collate', 'over', '.', ':='])

/** Behind an operand a name is an alias: `count(*) total`. */
export function endsOperand({ type, text }: SqlToken): boolean {
  if (type === 'symbol') return text === ')' || text === ']'
  return type !== 'word' || !keywords.has(text) || ['end', 'null', 'true', 'false'].includes(text)
}
