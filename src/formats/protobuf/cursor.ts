import type { Problem } from '../../domain/blob.js'
import type { Token } from './tokens.js'

const end: Token = { type: 'symbol', text: '', line: 0 }

/** As many as tell that a file is broken. */
const mostProblems = 3

/** A place in the tokens of a text, and the problems that were met on the way. */
export class Cursor {
  readonly problems: Problem[] = []
  private at = 0

  constructor(private readonly tokens: readonly Token[]) {}

  /** The next token, or one that follows it; empty behind the last. */
  peek(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? end
  }

  get done(): boolean {
    return this.at >= this.tokens.length
  }

  next(): Token {
    const token = this.peek()
    this.at++
    return token
  }

  /** Takes the next token if it is this one. */
  take(text: string): boolean {
    const { type } = this.peek()
    const found = this.peek().text === text && (type === 'symbol' || type === 'name')
    if (found) this.at++
    return found
  }

  /** Takes the next token if it is a name. */
  takeName(): string | null {
    return this.peek().type === 'name' ? this.next().text : null
  }

  /** Takes a whole number, also `-1` and `0x1F`; null when there is none. */
  takeNumber(): number | null {
    const sign = this.peek().text === '-' ? 1 : 0
    const { type, text } = this.peek(sign)
    const number =
      type === 'number' ? Number(/^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text) : Number.NaN
    if (!Number.isInteger(number)) return null
    this.at += sign + 1
    return sign ? -number : number
  }

  /** Goes behind the end of a statement: its `;`, or its braces; stops before a `}` that is not its own. */
  skipStatement(): void {
    let depth = 0
    while (!this.done) {
      const { text, type } = this.peek()
      if (type === 'symbol' && text === '}' && depth === 0) return
      this.at++
      if (type !== 'symbol') continue
      if (text === '{') depth++
      if (text === '}' && --depth === 0) return
      if (text === ';' && depth === 0) return
    }
  }

  /** Says that a statement was not understood, and skips it. */
  refuse(what: string): null {
    const { text, line } = this.peek()
    if (this.problems.length < mostProblems)
      this.problems.push({ problem: `${what} is not understood at \`${text.slice(0, 40)}\``, line })
    this.skipStatement()
    return null
  }
}
