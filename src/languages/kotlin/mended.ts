/**
 * A text in which the grammar mistakes nothing that people write, and in which no line moves. It knows no reserved words:
 * - below an annotation it takes `class Orders { … }` for an expression, `Orders` between a `class` and a function. The classes
 *   of a file that extend nothing extend what all do, `: Any`, and no expression has that.
 * - after a property it takes `get("/orders") { … }` for its getter. A getter has no arguments; any other is quoted.
 */
export function mended(text: string): string {
  const signs = signsFor(text)
  const starts = [0, ...signs.map(({ at }) => at)]
  return starts
    .map((start, index) => (signs[index - 1]?.sign ?? '') + text.slice(start, starts[index + 1]))
    .join('')
}

type Sign = { readonly at: number; readonly sign: string }

/** What a text is at a place: code, a string, or a raw one; in both of the last there may be code again. */
type Mode = 'code' | 'text' | 'raw'

/** What is looked for behind a word stands after it: at its beginning it would be looked for at every place. */
const tokens: Readonly<Record<Mode, RegExp>> = {
  code: /"""|"|'(?:\\.|[^'\\\n])'|\/\/[^\n]*|\/\*|[{}]|\b(?:class|interface|object)\s+[A-Za-z_]\w*(?=\s*\{)|\bget(?<=[\n{;>][ \t]*get)(?=[ \t]*(?:\(\s*[^)\s]|[{<]))/g,
  text: /\\.|\$\{|"|\n/g,
  raw: /"""|\$\{/g,
}

function signsFor(text: string): readonly Sign[] {
  const signs: Sign[] = []
  const modes: { readonly mode: Mode; depth: number }[] = [{ mode: 'code', depth: 0 }]
  for (let at = 0, top = modes.at(-1); top; top = modes.at(-1)) {
    const expression = tokens[top.mode]
    expression.lastIndex = at
    const token = expression.exec(text)?.[0]
    if (token === undefined) break
    at = token === '/*' ? endOfComment(text, expression.lastIndex) : expression.lastIndex
    if (top.mode !== 'code') {
      if (token === '${') modes.push({ mode: 'code', depth: 0 })
      else if (!token.startsWith('\\')) modes.pop()
    } else if (token.startsWith('"')) modes.push({ mode: token === '"' ? 'text' : 'raw', depth: 0 })
    else if (token === '{') top.depth += 1
    else if (token === '}' && top.depth === 0 && modes.length > 1) modes.pop()
    else if (token === '}') top.depth = Math.max(0, top.depth - 1)
    else signs.push(...signsAt(token, at, top.depth === 0 && modes.length === 1))
  }
  return signs
}

function signsAt(token: string, end: number, isTop: boolean): readonly Sign[] {
  if (token === 'get') {
    const quote = (at: number): Sign => ({ at, sign: '`' })
    return [quote(end - token.length), quote(end)]
  }
  return isTop && /^[cio]/.test(token) ? [{ at: end, sign: ' : Any' }] : []
}

function endOfComment(text: string, from: number): number {
  const end = text.indexOf('*/', from)
  return end === -1 ? text.length : end + 2
}
