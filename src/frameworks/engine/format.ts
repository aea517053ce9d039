import type { Value } from '../../domain/outline.js'
import { isHole, type Literal, type Piece, type Text } from './piece.js'

/** A piece of a format, or the argument that one of its placeholders stands for. */
export type FormatPiece = Piece | { readonly value: Value }

const verbs = /%(?:\[\d+\])?(?:\(\w+\))?[-+# 0]*\d*(?:\.\d+)?[a-zA-Z%]/g
const braces = /\{\{|\}\}|\{[^{}]*\}/g

/**
 * A format with its arguments in the place of its placeholders: `%s/orders/%d` (Go, Python's `%`) and `{}/orders/{id}`
 * (Python's `format`). A placeholder without an argument stays a hole that nothing is known of.
 */
export function formatPieces(format: Text, values: readonly Value[]): readonly FormatPiece[] {
  const written = format.map((piece) => (isHole(piece) ? '' : piece.text)).join('')
  const pattern = new RegExp(verbs).test(written) ? verbs : braces
  const rest = [...values]
  return format.flatMap((piece) => (isHole(piece) ? [piece] : splitPiece(piece, pattern, rest)))
}

function splitPiece(piece: Literal, pattern: RegExp, rest: Value[]): readonly FormatPiece[] {
  const pieces: FormatPiece[] = []
  let end = 0
  for (const match of piece.text.matchAll(pattern)) {
    pieces.push({ text: piece.text.slice(end, match.index), line: piece.line })
    pieces.push(placeholder(match[0], piece.line, rest))
    end = match.index + match[0].length
  }
  return [...pieces, { text: piece.text.slice(end), line: piece.line }]
}

function placeholder(text: string, line: number, rest: Value[]): FormatPiece {
  if (text === '%%' || text === '{{' || text === '}}') return { text: text.slice(1), line }
  return { value: rest.shift() ?? { type: 'other', text } }
}
