import { createQuotes } from './quotes.js'

/**
 * A shell text with spaces in the place of what the shell does not expand: comments, what stands in single quotes, and here
 * documents with a quoted end. Every other sign keeps its place.
 */
export function expandedText(text: string): string {
  const quoteEnd = createQuotes(text)
  const documentEnd = createDocumentEnd(text)
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at, quoteEnd, documentEnd)
    const written = text.slice(at, piece.end)
    parts.push(piece.isExpanded ? written : written.replace(/[^\n]/g, ' '))
    at = piece.end
  }
  return parts.join('')
}

type Piece = { readonly end: number; readonly isExpanded: boolean }
type EndOf = (start: number) => number | null

function pieceAt(text: string, at: number, quoteEnd: EndOf, documentEnd: DocumentEnd): Piece {
  const sign = text[at] ?? ''
  if (sign === '\\') return { end: at + 2, isExpanded: true }
  if (sign === '"') return { end: quoteEnd(at) ?? at + 1, isExpanded: true }
  if (sign === "'") {
    const end = quoteEnd(at)
    return { end: end ?? at + 1, isExpanded: end === null }
  }
  if (sign === '#' && /^$|[\s;&|(]/.test(text[at - 1] ?? '')) {
    const end = text.indexOf('\n', at)
    return { end: end === -1 ? text.length : end, isExpanded: false }
  }
  if (sign === '<' && text[at + 1] === '<') return documentEnd(at)
  return { end: plainEnd(text, at + 1), isExpanded: true }
}

/** The next sign that means something. */
function plainEnd(text: string, from: number): number {
  special.lastIndex = from
  return special.exec(text)?.index ?? text.length
}

const special = /[\\"'#<]/g

type DocumentEnd = (at: number) => Piece

/** Here documents; one without an end is none, and after a few of these no more are looked for. */
function createDocumentEnd(text: string): DocumentEnd {
  let missing = 0
  return (at) => {
    const [all = '<<', quote = '', delimiter] =
      /^<<-?\s{0,5}(['"\\]?)(\w{1,40})/.exec(text.slice(at, at + 60)) ?? []
    if (delimiter === undefined || missing > 10) return { end: at + 2, isExpanded: true }
    const end = new RegExp(`^\\t*${delimiter}$`, 'gm')
    end.lastIndex = at + all.length
    const found = end.exec(text)
    if (!found) missing++
    return { end: found?.index ?? at + 2, isExpanded: quote === '' || !found }
  }
}
