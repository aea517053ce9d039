import type { Details } from '../../domain/element-fact.js'
import { isName, isWord, Reader, spell } from './reader.js'
import type { SqlToken } from './tokens.js'

/** A column as `CREATE TABLE` and `ADD COLUMN` define it. */
export type Column = { readonly name: SqlToken; readonly details: Details }

/** What may follow the type of a column. */
const afterType = new Set(
  'not null default primary unique references check collate generated auto_increment autoincrement comment on constraint identity as stored virtual invisible visible first after using storage compression sparse encode deferrable initially match charset key'.split(
    ' ',
  ),
)

/** `total numeric(10, 2) NOT NULL DEFAULT 0`; null for a constraint and for what is no column. */
export function columnOf(tokens: readonly SqlToken[]): Column | null {
  const [name] = tokens
  if (!name || !isName(name) || isConstraint(tokens)) return null
  const from = tokens.slice(1)
  const end = from.findIndex((token, index) => endsType(token, from[index + 1]))
  const type = end < 0 ? from : from.slice(0, end)
  const rest = end < 0 ? [] : from.slice(end)
  return { name, details: { ...typeDetail(type), ...marksOf(rest) } }
}

function typeDetail(type: readonly SqlToken[]): Details {
  return type.length ? { type: spell(type) } : {}
}

function endsType(token: SqlToken, next: SqlToken | undefined): boolean {
  if (token.type !== 'word') return false
  return afterType.has(token.text) || (token.text === 'character' && next?.text === 'set')
}

function marksOf(rest: readonly SqlToken[]): Details {
  let depth = 0
  const at = rest.map((token) => {
    if (isWord(token, '(')) depth++
    if (isWord(token, ')')) depth--
    return depth
  })
  const outside = rest.filter((_, index) => at[index] === 0)
  const isRequired = outside.some(
    (token, index) =>
      (isWord(token, 'not') && outside[index + 1]?.text === 'null') ||
      (isWord(token, 'primary') && outside[index + 1]?.text === 'key'),
  )
  const initial = defaultOf(rest)
  return { ...(isRequired ? { required: 'true' } : {}), ...(initial === null ? {} : { default: initial }) }
}

function defaultOf(rest: readonly SqlToken[]): string | null {
  const from = rest.findIndex((token) => isWord(token, 'default'))
  if (from < 0) return null
  let depth = 0
  let to = from + 1
  for (; to < rest.length; to++) {
    const token = rest[to]
    if (!token) break
    if (isWord(token, '(')) depth++
    if (isWord(token, ')')) depth--
    // The first token is the value, also where it is the word `null`.
    if (depth === 0 && to > from + 1 && token.type === 'word' && afterType.has(token.text)) break
  }
  return to > from + 1 ? spell(rest.slice(from + 1, to)) : null
}

/** `PRIMARY KEY (id)`, `CONSTRAINT …`, `KEY orders_total (total)`; a column may be called `key` too: `key varchar(255)`. */
export function isConstraint(tokens: readonly SqlToken[]): boolean {
  const [first, second, third, fourth] = tokens
  if (first?.type !== 'word') return false
  switch (first.text) {
    case 'primary':
    case 'foreign':
      return second?.text === 'key'
    case 'constraint':
    case 'exclude':
    case 'fulltext':
    case 'spatial':
    case 'period':
      return true
    case 'check':
      return second?.text === '('
    case 'like':
      return tokens.length < 6 || second?.text === '('
    case 'unique':
    case 'key':
    case 'index':
      return (
        second?.text === '(' ||
        ['key', 'index', 'using'].includes(second?.text ?? '') ||
        (third?.text === '(' && fourth?.type !== 'number')
      )
    default:
      return false
  }
}

/** The columns of `PRIMARY KEY (a, b)`, which may not be null. */
export function keyColumns(tokens: readonly SqlToken[]): readonly string[] {
  const at = tokens.findIndex(
    (token, index) => isWord(token, 'primary') && tokens[index + 1]?.text === 'key' && index < 3,
  )
  if (at < 0 || !isConstraint(tokens)) return []
  const reader = new Reader(tokens)
  reader.at = tokens.findIndex((token) => isWord(token, '('))
  return reader.at < 0 ? [] : (reader.takeBrackets() ?? []).filter(isName).map(({ text }) => text)
}
