import type { Tree } from './tree.js'

/** The documents of a text, as far as they were understood, and what was not. */
export type Reading = { readonly documents: readonly Tree[]; readonly problem: string | null }

/** Deeper than anything people write; readers descend by recursion. */
export const maxDepth = 100

/** More values than a file of 1 MB holds that people wrote, aliases counted for all that they stand for. */
export const maxNodes = 200_000

/**
 * A reader that keeps its last answer: the formats that a path admits read the same text one after the other.
 */
export function remembered(read: (text: string) => Reading): (text: string) => Reading {
  let last: { readonly text: string; readonly reading: Reading } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, reading: read(text) }
    return last.reading
  }
}
