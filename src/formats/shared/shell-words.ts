import { createQuotes } from './quotes.js'

/** A word of a command: without its quotes, and where it begins in the text. */
export type Word = { readonly text: string; readonly index: number }

/**
 * The commands of a shell text, each as its words: cut at `;`, `|`, `&`, brackets and ends of lines that no backslash
 * continues. Quotes hold words together; what is in them is not looked into, so `sh -c "…"` has one word for all of it.
 */
export function commandsIn(text: string): readonly (readonly Word[])[] {
  const commands: Word[][] = [[]]
  const wordAt = createWordAt(text)
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? ''
    if (separator.test(sign)) {
      if (commands.at(-1)?.length) commands.push([])
      at++
    } else if (/\s/.test(sign)) at++
    else if (sign === '\\' && text[at + 1] === '\n') at += 2
    else if (sign === '#') at = lineEnd(text, at)
    else {
      const { word, end } = wordAt(at)
      commands.at(-1)?.push({ text: word, index: at })
      at = end
    }
  }
  return commands.filter((words) => words.length > 0)
}

const separator = /[;|&()\n`]/

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function createWordAt(text: string): (start: number) => { readonly word: string; readonly end: number } {
  const quoteEnd = createQuotes(text)
  return (start) => {
    const parts: string[] = []
    let at = start
    for (; at < text.length; ) {
      const sign = text[at] ?? ''
      if (/\s/.test(sign) || separator.test(sign) || (sign === '\\' && text[at + 1] === '\n')) break
      const end = sign === '"' || sign === "'" ? quoteEnd(at) : wholeEnd(text, at)
      parts.push(
        end !== null && (sign === '"' || sign === "'")
          ? inside(text.slice(at, end))
          : text.slice(at, end ?? at + 1),
      )
      at = end ?? at + 1
    }
    return { word: parts.join(''), end: Math.max(at, start + 1) }
  }
}

/** `\x`, `${…}` and `$(…)` are each one piece of a word. */
function wholeEnd(text: string, at: number): number | null {
  if (text[at] === '\\') return Math.min(at + 2, text.length)
  if (text[at] !== '$') return null
  const piece = /^\$(?:\{[^{}\n]*\}|\([^()\n]*\))/.exec(text.slice(at, at + 200))?.[0]
  return piece === undefined ? null : at + piece.length
}

function inside(quoted: string): string {
  const text = quoted.slice(1, -1)
  return quoted.startsWith('"') ? text.replace(/\\(["\\$`])/g, '$1') : text
}
