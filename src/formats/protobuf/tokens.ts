/** One token: a name is dotted as far as it is written without space, a text is without its quotes. */
export type Token = {
  readonly type: 'name' | 'number' | 'text' | 'symbol'
  readonly text: string
  readonly line: number
}

const each =
  /(\s+|\/\/[^\n]*|\/\*.*?(?:\*\/|$))|(\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(\d[\w.]*(?:(?<=[eE])[+-]\d+)?|\.\d[\w.]*)|"((?:\\.|[^"\\\n])*)"?|'((?:\\.|[^'\\\n])*)'?|([^\s])/gsy

/** More than 1 MB of words has. */
const mostTokens = 300_000

/** The tokens of a text; anything that is none is a symbol of its own, and no text makes it fail. What is too long is cut. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let line = 1
  for (const [whole, blank, name, number, double, single, symbol] of text.matchAll(each)) {
    if (blank === undefined) tokens.push({ ...typed([name, number, double ?? single], symbol ?? ''), line })
    line += newlinesIn(whole)
    if (tokens.length === mostTokens) break
  }
  return tokens
}

function typed(
  [name, number, text]: readonly (string | undefined)[],
  symbol: string,
): Pick<Token, 'type' | 'text'> {
  if (name !== undefined) return { type: 'name', text: name }
  if (number !== undefined) return { type: 'number', text: number }
  return text === undefined ? { type: 'symbol', text: symbol } : { type: 'text', text }
}

function newlinesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
