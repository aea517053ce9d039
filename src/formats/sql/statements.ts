import { type SqlRemark, type SqlToken, sqlTokens } from './tokens.js'

/** One statement, without its end; the bodies of routines and triggers are in it and mean nothing to us. */
export type Statement = {
  readonly tokens: readonly SqlToken[]
  /** The name that sqlc gives to a query: `-- name: GetOrder :one`. */
  readonly name: string | null
}

/** A statement that is longer holds data. */
const mostTokens = 20_000

/**
 * The statements of a text, without those that take a migration back (goose, dbmate, sql-migrate, Play) and without the data
 * of `COPY … FROM stdin`. Tolerant: what ends nowhere ends with the text.
 */
export function statementsOf(text: string): readonly Statement[] {
  const found: Statement[] = []
  let state: State = { tokens: [], name: null, blocks: 0, delimiter: ';', isDown: false, isData: false }
  for (const each of sqlTokens(text)) {
    state = each.type === 'remark' ? afterRemark(state, each) : afterToken(state, each, found)
  }
  finish(state, found)
  return found
}

type State = {
  readonly tokens: SqlToken[]
  readonly name: string | null
  /** How many blocks (`BEGIN`, `CASE`) of a routine are open. */
  readonly blocks: number
  readonly delimiter: string
  readonly isDown: boolean
  readonly isData: boolean
}

const down = /^(?:--|#)\s*(?:\+goose\s+down|\+migrate\s+down|migrate:down|-*\s*!downs)\b/i
const up = /^(?:--|#)\s*(?:\+goose\s+up|\+migrate\s+up|migrate:up|-*\s*!ups)\b/i
const named = /^--\s*name:\s*(\w+)\s+:(?:one|many|exec\w*|batch\w*|copyfrom)\b/

function afterRemark(state: State, { text }: SqlRemark): State {
  if (state.isData) return /^\\\.\s*$/.test(text) ? { ...state, isData: false } : state
  if (down.test(text)) return { ...state, isDown: true }
  if (up.test(text)) return { ...state, isDown: false }
  const name = named.exec(text)?.[1]
  return name === undefined ? state : { ...state, name }
}

function afterToken(state: State, token: SqlToken, found: Statement[]): State {
  if (state.isData || state.isDown) return state
  if (state.tokens.length === 0 && token.text === 'delimiter' && token.type === 'word')
    return { ...state, tokens: [token] }
  if (state.tokens[0]?.text === 'delimiter') return afterDelimiter(state, token, found)
  if (isEnd(state, token)) {
    const isData = isCopy(state.tokens)
    finish(state, found)
    return { ...state, tokens: [], name: null, blocks: 0, isData }
  }
  const blocks = Math.max(state.blocks + blockStep(state.tokens, token), 0)
  // What is too long to mean anything is not kept either.
  if (state.tokens.length <= mostTokens) state.tokens.push(token)
  return blocks === state.blocks ? state : { ...state, blocks }
}

/** `DELIMITER //` of the MySQL client: the rest of its line ends statements from here on. */
function afterDelimiter(state: State, token: SqlToken, found: Statement[]): State {
  const [first] = state.tokens
  const isSet = token.line === first?.line
  const before = state.tokens.length > 1 ? state.delimiter : ''
  if (isSet)
    return { ...state, tokens: [...state.tokens, token].slice(0, 9), delimiter: before + token.source }
  return afterToken({ ...state, tokens: [] }, token, found)
}

function isEnd({ tokens, delimiter, blocks }: State, token: SqlToken): boolean {
  if (token.type === 'word' && token.text === 'go' && tokens.at(-1)?.line !== token.line) return true
  if (delimiter === ';') return token.text === ';' && token.type === 'symbol' && blocks === 0
  if (!token.glued) return token.source === delimiter
  // `$$` and `//` are tokens of one sign each.
  const last = tokens.at(-1)
  const isSecond = last !== undefined && `${last.source}${token.source}` === delimiter
  if (isSecond) tokens.pop()
  return isSecond || token.source === delimiter
}

function blockStep(before: readonly SqlToken[], token: SqlToken): number {
  if (token.type !== 'word' || !isRoutine(before)) return 0
  if (token.text === 'begin' || token.text === 'case') return before.at(-1)?.text === 'end' ? 0 : 1
  return token.text === 'end' ? -1 : endsOther.has(token.text) && before.at(-1)?.text === 'end' ? 1 : 0
}

/** What `END` may end that is not counted as a block. */
const endsOther = new Set(['if', 'loop', 'while', 'repeat', 'for'])

const routines = new Set(['trigger', 'procedure', 'function', 'event'])

function isRoutine(tokens: readonly SqlToken[]): boolean {
  return tokens[0]?.text === 'create' && tokens.slice(1, 8).some(({ text }) => routines.has(text))
}

function isCopy(tokens: readonly SqlToken[]): boolean {
  return tokens[0]?.text === 'copy' && tokens.some(({ text }) => text === 'stdin')
}

function finish({ tokens, name }: State, found: Statement[]): void {
  if (tokens.length && tokens.length <= mostTokens && !isRoutine(tokens) && !isCopy(tokens))
    found.push({ tokens, name })
}
