/**
 * Where the quoted text that begins at a position ends (behind its second quote); null when it never does. Asking again and
 * again costs no more than the text is long.
 */
export function createQuotes(text: string): (start: number) => number | null {
  // A quote that never ends has no other of its kind behind it.
  const open = new Map<string, number>()
  return (start) => {
    const quote = text[start] ?? ''
    if (start >= (open.get(quote) ?? Number.POSITIVE_INFINITY)) return null
    for (let at = start + 1; at < text.length; at++) {
      if (text[at] === quote) return at + 1
      if (text[at] === '\\' && quote === '"') at++
    }
    open.set(quote, start)
    return null
  }
}
