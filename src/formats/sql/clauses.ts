import { isWord } from './reader.js'
import type { SqlToken } from './tokens.js'

/** A part of a statement that a keyword begins: `where`, and all up to the next clause. */
export type Clause = { readonly word: string; readonly tokens: readonly SqlToken[]; readonly line: number }

const words = new Set(
  `select from where group having order limit offset fetch window returning set values for insert update delete into using
  union except intersect conflict duplicate qualify replace truncate merge`.split(/\s+/),
)

/** The clauses of a statement, in order; what stands in brackets is of the clause around it. */
export function clausesOf(tokens: readonly SqlToken[]): readonly Clause[] {
  const found: { word: string; tokens: SqlToken[]; line: number }[] = []
  let depth = 0
  for (const [at, token] of tokens.entries()) {
    if (isWord(token, '(')) depth++
    if (isWord(token, ')')) depth--
    if (depth === 0 && begins(tokens, at)) found.push({ word: token.text, tokens: [], line: token.line })
    else found.at(-1)?.tokens.push(token)
  }
  return found
}

function begins(tokens: readonly SqlToken[], at: number): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]]
  if (token?.type !== 'word' || !words.has(token.text) || before?.text === '.') return false
  switch (token.text) {
    case 'from':
      // `a IS DISTINCT FROM b`
      return !(before?.text === 'distinct' && at > 2)
    case 'group':
    case 'order':
      return after?.text === 'by'
    case 'conflict':
    case 'duplicate':
      return before?.text === 'on'
    case 'replace':
      return at === 0
    // `name = VALUES(name)`
    case 'values':
      return before?.type !== 'symbol' || before.text === ')'
    // `ON DUPLICATE KEY UPDATE`, `FOR UPDATE`, `DO UPDATE SET`
    case 'update':
      return at === 0
    case 'for':
      return after?.text === 'update' || after?.text === 'share' || after?.text === 'no'
    // `JOIN b USING (id)` belongs to its join.
    case 'using':
      return tokens[0]?.text !== 'select' && after?.text !== '('
    default:
      return true
  }
}
