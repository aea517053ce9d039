/**
 * One token of SQL in any dialect. `word` is a name or keyword in small letters, `name` is quoted and as written, `hole` is a
 * placeholder, or a word with one in it that nobody can know (`orders_?`).
 */
export type SqlToken = {
  readonly type: 'word' | 'name' | 'text' | 'number' | 'symbol' | 'hole'
  readonly text: string
  /** As it stands in the source. */
  readonly source: string
  readonly line: number
  /** No space before it. */
  readonly glued: boolean
}

/** A comment, with its marks, or a line that belongs to a client and not to SQL. */
export type SqlRemark = { readonly type: 'remark'; readonly text: string; readonly line: number }

const parts: readonly (readonly [SqlToken['type'] | SqlRemark['type'] | 'blank', RegExp])[] = [
  ['blank', /\s+/y],
  ['remark', /--[^\n]*|#(?![>-])[^\n]*|(?<![^\n])\\[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  [
    'hole',
    /[\w.]{0,100}(?:%\(\w+\)[sd]|%[sdv]\b|\?|\{\w*\}|\$\{[^{}\n]*\})(?:[\w.]|\?(?!\?)){0,100}|\$\d+|(?<![:\w]):[A-Za-z_]\w*|@\w+/y,
  ],
  ['text', /(?:[eE]'(?:\\[\s\S]|''|[^'\\])*|[nNbBxX]?'(?:''|[^'])*)'?/y],
  ['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['number', /\d[\w.]*/y],
  ['name', /"(?:""|[^"\n])*"|`[^`\n]*`|(?<![\w\])])\[[A-Za-z_][\w ]*\]/y],
  ['symbol', /::|:=|[<>!]=|<>|->>?|#>>?|\|\||[\s\S]/y],
]

/** Those parts that may begin with a sign: few can, and they are tried at each token. */
function partsAt(text: string, at: number): typeof parts {
  const code = text.charCodeAt(at)
  if (code <= 32) return spaces
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
  return isLetter ? words : parts
}

const spaces = parts.filter(([type]) => type === 'blank' || type === 'symbol')
const words = parts.filter(([type]) => type === 'hole' || type === 'text' || type === 'word')

/** MySQL escapes with a backslash, and its texts stand in both kinds of quotes. */
const mysqlText = /(?:[nNbBxX]?'(?:\\[\s\S]|''|[^'\\])*'?|"(?:\\[\s\S]|""|[^"\\])*"?)/y

/** All tokens and remarks of a text, in order; no text makes it fail. */
export function* sqlTokens(written: string): Generator<SqlToken | SqlRemark> {
  // A delimiter of the MySQL client, which knows no texts in dollars.
  const text = /^[ \t]*delimiter[ \t]+\$\$/im.test(written) ? written.replaceAll('$$', '//') : written
  const isMysql = /`/.test(text) && !/\$\$/.test(text)
  let [at, line, glued] = [0, 1, false]
  while (at < text.length) {
    const { type, source } =
      (isMysql && matchAt(text, at, [['text', mysqlText]])) ||
      dollarText(text, at) ||
      matchAt(text, at, partsAt(text, at)) ||
      rest
    if (source === '') return
    if (type === 'remark') yield { type, text: source, line }
    else if (type !== 'blank') yield { type, text: plainOf(type, source), source, line, glued }
    glued = type !== 'blank' && type !== 'remark'
    line += newlinesIn(source)
    at += source.length
  }
}

type Piece = { readonly type: (typeof parts)[number][0]; readonly source: string }

const rest: Piece = { type: 'blank', source: '' }

function matchAt(text: string, at: number, among: typeof parts): Piece | null {
  for (const [type, pattern] of among) {
    pattern.lastIndex = at
    const source = pattern.exec(text)?.[0]
    if (source) return { type, source }
  }
  return null
}

const dollarTag = /\$(?:[A-Za-z_]\w*)?\$/y

/** `$body$ … $body$` of Postgres; what is not closed takes all that is left. */
function dollarText(text: string, at: number): Piece | null {
  if (text[at] !== '$') return null
  dollarTag.lastIndex = at
  const tag = dollarTag.exec(text)?.[0]
  if (tag === undefined) return null
  const end = text.indexOf(tag, at + tag.length)
  return { type: 'text', source: end < 0 ? text.slice(at) : text.slice(at, end + tag.length) }
}

/** Names without quotes are the same in small letters, as Postgres has it and most others allow. */
function plainOf(type: SqlToken['type'], source: string): string {
  if (type === 'word') return source.toLowerCase()
  return type === 'name' ? source.slice(1, -1).replaceAll('""', '"') : source
}

function newlinesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
