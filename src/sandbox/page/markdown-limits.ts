/** GitHub takes no longer text either. */
const longest = 65_536

/**
 * The renderer looks back for partners and containers, so its time grows with the square of some of these, and it fills
 * every row of a table to the width of its head. Within these bounds the worst hostile text that was found takes less
 * than a second.
 */
const bounds: readonly { readonly pattern: RegExp; readonly most: number }[] = [
  // Lines.
  { pattern: /\n/g, most: 3_000 },
  // Marks that wait for a partner.
  { pattern: /[*_~[\]]/g, most: 6_000 },
  // Underlines of headings.
  { pattern: /^[> \t]*(?:=+|-+)[ \t]*$/gm, most: 300 },
  // Quotes and lists within each other.
  { pattern: /(?:>|[-+*]|\d[.)])[ \t]*(?=>|(?:[-+*]|\d+[.)])[ \t])/g, most: 1_000 },
  // Tables of forty columns.
  { pattern: /(?:-[ \t:]*\|[ \t:]*-*){40}/g, most: 0 },
]

/** Whether a text is short and plain enough to be rendered while a page waits for it. */
export function isBearable(source: string): boolean {
  return source.length <= longest && bounds.every(({ pattern, most }) => isWithin(source, pattern, most))
}

function isWithin(source: string, pattern: RegExp, most: number): boolean {
  let count = 0
  for (const _ of source.matchAll(pattern)) {
    count += 1
    if (count > most) return false
  }
  return true
}
