import type { SqlToken } from './tokens.js'

const end: SqlToken = { type: 'symbol', text: '', source: '', line: 0, glued: false }

/** A place in the tokens of one statement. */
export class Reader {
  at = 0

  constructor(readonly tokens: readonly SqlToken[]) {}

  peek(ahead = 0): SqlToken {
    return this.tokens[this.at + ahead] ?? end
  }

  get done(): boolean {
    return this.at >= this.tokens.length
  }

  next(): SqlToken {
    const token = this.peek()
    this.at++
    return token
  }

  /** Takes these keywords or signs if they all follow. */
  take(...words: readonly string[]): boolean {
    const found = words.every((word, index) => isWord(this.peek(index), word))
    if (found) this.at += words.length
    return found
  }

  /** Takes whichever of these follows, each of one word or more. */
  takeAny(...choices: readonly string[]): boolean {
    return choices.some((choice) => this.take(...choice.split(' ')))
  }

  /** The last part of a name that may have its schema before it; null when none follows. */
  takeName(): SqlToken | null {
    if (!isName(this.peek())) return null
    let name = this.next()
    while (this.peek().text === '.' && isName(this.peek(1))) {
      this.at++
      name = this.next()
    }
    return name
  }

  /** What stands between brackets that open here, and goes behind them; null when none open. */
  takeBrackets(): readonly SqlToken[] | null {
    if (!isWord(this.peek(), '(')) return null
    const from = this.at + 1
    let depth = 0
    do {
      const token = this.next()
      if (isWord(token, '(')) depth++
      if (isWord(token, ')')) depth--
    } while (depth > 0 && !this.done)
    return this.tokens.slice(from, depth > 0 ? this.at : this.at - 1)
  }
}

export function isWord({ type, text }: SqlToken, wanted: string): boolean {
  return text === wanted && (type === 'word' || type === 'symbol')
}

export function isName({ type }: SqlToken): boolean {
  return type === 'word' || type === 'name'
}

/** Items between the commas that are in no brackets. */
export function itemsOf(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (isWord(token, '(')) depth++
    if (isWord(token, ')')) depth--
    if (depth === 0 && isWord(token, ',')) items.push([])
    else items.at(-1)?.push(token)
  }
  return items.filter((item) => item.length > 0)
}

/** Tokens as a person writes them: `numeric(10, 2)`, `timestamp with time zone`. */
export function spell(tokens: readonly SqlToken[]): string {
  let text = ''
  for (const { source } of tokens) {
    const isTight = text === '' || /[(.[:]$/.test(text) || /^(?:[(),.[\]]|::)/.test(source)
    text += isTight ? source : ` ${source}`
  }
  return text.length > mostLength ? `${text.slice(0, mostLength)}…` : text
}

const mostLength = 200
