import { clausesOf } from './clauses.js'
import { isName, isWord, itemsOf, Reader } from './reader.js'
import type { SqlToken } from './tokens.js'

/**
 * Whether a text that begins like SQL is SQL and not a sentence: `SELECT id FROM orders`, but not `Select an item from the
 * list`, `Update your profile` or `DELETE FROM orders failed: %s`. A sentence that is also right SQL (`delete from cart`) is
 * told by what SQL in small letters nearly always has beside its words: a sign, a condition.
 */
export function isSql(tokens: readonly SqlToken[]): boolean {
  const [first] = tokens
  if (!first || (first.type !== 'word' && first.text !== '(') || !tokens.every(isOfSql)) return false
  const unwrapped = new Reader(tokens).takeBrackets() ?? tokens
  const verb = unwrapped[0]
  if (verb?.type !== 'word' || !isOneCase(unwrapped)) return false
  const isShaped = Object.hasOwn(shapes, verb.text) ? shapes[verb.text] : undefined
  return isShaped?.(unwrapped) === true
}

const signs = new Set(
  '( ) , . ; = < > <= >= <> != * + - / % | || & ^ ~ [ ] :: := -> ->> #> #>> @ ? : !'.split(' '),
)

function isOfSql({ type, text }: SqlToken): boolean {
  return type !== 'symbol' || signs.has(text)
}

const verbs = new Set(
  'select from where insert into update set delete values join order group with'.split(' '),
)

/** People write keywords in one case: `Select` begins a sentence. */
function isOneCase(tokens: readonly SqlToken[]): boolean {
  const written = tokens
    .filter((token) => token.type === 'word' && verbs.has(token.text))
    .map(({ source }) => source)
  const [first = ''] = written
  return first === first.toLowerCase() || first === first.toUpperCase()
}

const shapes: Readonly<Record<string, (tokens: readonly SqlToken[]) => boolean>> = {
  select: isSelect,
  with: (tokens) => {
    const at = tokens.findIndex((token) => isWord(token, 'as'))
    const body = tokens[at + 1]?.text === '(' || tokens[at + 1]?.text === 'materialized'
    return (
      at > 0 && at < 40 && body && tokens.some((token) => token.type === 'word' && mainVerbs.has(token.text))
    )
  },
  insert: isInsert,
  replace: isInsert,
  update: (tokens) => {
    const clauses = clausesOf(tokens)
    const [assignment] = itemsOf(clauses.find(({ word }) => word === 'set')?.tokens ?? [])
    return assignment?.some((token) => isWord(token, '=')) === true
  },
  delete: (tokens) => {
    const clauses = clausesOf(tokens)
    const from = clauses.find(({ word }) => word === 'from')?.tokens ?? []
    const isLoud = tokens[0]?.source === 'DELETE' && from.length <= 4
    return isSource(from) && (isLoud || clauses.some(({ word }) => word === 'where'))
  },
  create: (tokens) =>
    tokens.some((token, at) => at < 8 && isWord(token, '(') && at > 2) ||
    tokens.some((token) => isWord(token, 'select')),
  alter: (tokens) => isWord(tokens[1] ?? none, 'table') && tokens.some(({ text }) => actions.has(text)),
  drop: (tokens) => isWord(tokens[1] ?? none, 'table') && tokens.length <= 8 && isSource(tokens.slice(-1)),
  truncate: (tokens) => isWord(tokens[1] ?? none, 'table') && tokens.length <= 6,
}

const none: SqlToken = { type: 'symbol', text: '', source: '', line: 0, glued: false }

const mainVerbs = new Set(['select', 'insert', 'update', 'delete'])
const actions = new Set(['add', 'drop', 'alter', 'rename', 'modify', 'change'])

function isInsert(tokens: readonly SqlToken[]): boolean {
  const reader = new Reader(tokens)
  reader.next()
  reader.takeAny('or replace', 'or ignore', 'ignore')
  if (!reader.take('into') || !reader.takeName()) return false
  const { text, type } = reader.peek()
  return (
    text === '(' || (type === 'word' && ['values', 'select', 'default', 'set', 'as', 'with'].includes(text))
  )
}

function isSelect(tokens: readonly SqlToken[]): boolean {
  const clauses = clausesOf(tokens)
  const listed = clauses[0]?.tokens ?? []
  const from = clauses.find(({ word }) => word === 'from')?.tokens ?? []
  if (listed.length === 0 || !isSource(from) || !itemsOf(listed).every(isListed)) return false
  const isSigned = tokens.some(({ type }) => type !== 'word') || clauses.some(({ word }) => word === 'where')
  return isSigned || tokens[0]?.source === 'SELECT' || (listed.length === 1 && from.length === 1)
}

/** Words that stand before a noun in a sentence, and name no table. */
const articles = new Set(
  'the a an this that these those your our my its their his her one each every it them'.split(' '),
)

function isSource([first]: readonly SqlToken[]): boolean {
  return (
    first !== undefined && first.type !== 'number' && !(first.type === 'word' && articles.has(first.text))
  )
}

/** An item of a list is no row of three words: `then remove it`. */
function isListed(item: readonly SqlToken[]): boolean {
  const words = item.filter(isName)
  return words.length < 3 || words.length < item.length || item.some(({ text }) => inItems.has(text))
}

const inItems = new Set(['as', 'distinct', 'case', 'and', 'or', 'is', 'not', 'in', 'like', 'between', 'all'])
