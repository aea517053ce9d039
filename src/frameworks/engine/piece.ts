import type { Trace } from './trace.js'

/** A part of a text: literal, with the line it is written on, or something that only running will tell. */
export type Piece = Literal | Hole

export type Literal = { readonly text: string; readonly line: number }

export type Hole = { readonly traces: readonly Trace[]; readonly shown: string }

export type Text = readonly Piece[]

export function isHole(piece: Piece): piece is Hole {
  return 'traces' in piece
}
