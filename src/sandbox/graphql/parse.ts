import { unprocessable } from '../http/refusal.js'

/** One field of a GraphQL selection, with its arguments already filled in. */
export type Field = {
  readonly alias: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
  readonly fields: readonly Field[]
}

const token = /\s*(?:#[^\n]*\n\s*)*("(?:[^"\\]|\\.)*"|\.\.\.|[{}()[\]:!$=@,]|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/y

/** The selection of one operation: the part of GraphQL that clients of this stand-in use, without fragments on types. */
export function parseOperation(
  query: string,
  variables: Readonly<Record<string, unknown>>,
): readonly Field[] {
  const reader = new Reader(tokensOf(query), variables)
  reader.skipTo('{')
  return reader.selection()
}

function tokensOf(query: string): string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  for (let at = 0; query.slice(at).trim() !== ''; at = token.lastIndex) {
    const found = token.exec(query)
    if (!found?.[1]) throw unprocessable(`Parse error on ${JSON.stringify(query.slice(at, at + 20))}`)
    if (found[1] !== ',') tokens.push(found[1])
  }
  return tokens
}

class Reader {
  #at = 0

  constructor(
    private readonly tokens: readonly string[],
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /** Passes over the operation's name and the declarations of its variables. */
  skipTo(wanted: string): void {
    while (this.#at < this.tokens.length && this.#peek() !== wanted) this.#at += 1
  }

  selection(): Field[] {
    this.#expect('{')
    const fields: Field[] = []
    while (this.#peek() !== '}') fields.push(...this.#field())
    this.#expect('}')
    return fields
  }

  #field(): Field[] {
    if (this.#peek() === '...') return this.#inlineFragment()
    const first = this.#next()
    const renamed = this.#peek() === ':'
    if (renamed) this.#next()
    const name = renamed ? this.#next() : first
    const args = this.#peek() === '(' ? this.#list('(', ')') : {}
    const fields = this.#peek() === '{' ? this.selection() : []
    return [{ alias: first, name, args, fields }]
  }

  /** `... on Bot { id }`: its fields are taken whatever the type is. */
  #inlineFragment(): Field[] {
    this.#expect('...')
    this.#expect('on')
    this.#next()
    return this.selection()
  }

  #list(open: string, close: string): Record<string, unknown> {
    this.#expect(open)
    const entries: Record<string, unknown> = {}
    while (this.#peek() !== close) {
      const name = this.#next()
      this.#expect(':')
      entries[name] = this.#value()
    }
    this.#expect(close)
    return entries
  }

  #value(): unknown {
    const first = this.#peek()
    if (first === '{') return this.#list('{', '}')
    this.#next()
    if (first === '$') return this.variables[this.#next()] ?? null
    if (/^["\d-]/.test(first)) return JSON.parse(first)
    const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null }
    return first in words ? words[first] : first
  }

  #peek(): string {
    return this.tokens[this.#at] ?? 'end of query'
  }

  #next(): string {
    const token = this.#peek()
    this.#at += 1
    return token
  }

  #expect(wanted: string): void {
    const found = this.#next()
    if (found !== wanted) throw unprocessable(`Parse error: expected ${wanted}, found ${found}`)
  }
}
