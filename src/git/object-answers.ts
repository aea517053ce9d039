/** What `cat-file` says of one object. */
export type Answer =
  | { readonly type: 'missing' }
  | { readonly type: 'head'; readonly kind: string; readonly size: number }
  | { readonly type: 'content'; readonly kind: string; readonly content: Buffer }

export type Question = 'info' | 'contents'

/**
 * Reads the answers of `cat-file --batch-command` out of its output, in the order of the questions. `next` tells what was
 * asked, `give` takes each answer. A content is copied once, into memory of its own size.
 */
export function readAnswers(next: () => Question, give: (answer: Answer) => void): (piece: Buffer) => void {
  let line = ''
  let open: { readonly kind: string; readonly content: Buffer; filled: number } | null = null

  const takeLine = (piece: Buffer): number => {
    const end = piece.indexOf(10)
    line += piece.toString('latin1', 0, end < 0 ? piece.length : end)
    if (end < 0) return piece.length
    const [, kind = '', size = ''] = line.split(' ')
    line = ''
    // `<what was asked> missing`, or `ambiguous`: whatever was asked holds no space.
    if (size === '') give({ type: 'missing' })
    else if (next() === 'info') give({ type: 'head', kind, size: Number(size) })
    else open = { kind, content: Buffer.allocUnsafe(Number(size) + 1), filled: 0 }
    return end + 1
  }

  const takeContent = (piece: Buffer, into: { kind: string; content: Buffer; filled: number }): number => {
    const taken = piece.copy(into.content, into.filled)
    into.filled += taken
    if (into.filled < into.content.length) return taken
    open = null
    // The last byte is the newline that git puts after every content.
    give({ type: 'content', kind: into.kind, content: into.content.subarray(0, -1) })
    return taken
  }

  return (piece) => {
    for (let rest = piece; rest.length > 0; ) {
      rest = rest.subarray(open ? takeContent(rest, open) : takeLine(rest))
    }
  }
}
