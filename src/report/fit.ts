/**
 * GitHub takes at most so much text in a check's summary, and as much in a comment. Counted in bytes, which are never
 * fewer than characters.
 */
export const textLimit = 65_535

/** As many rows as fit, and then how many did not: nothing is ever cut in the middle. */
export function fitRows(rows: readonly string[], room: number, separator = '\n'): readonly string[] {
  let used = 0
  for (const [at, row] of rows.entries()) {
    used += bytes(row) + separator.length
    if (used > room - reserve) return [...rows.slice(0, at), `… and ${rows.length - at} more`]
  }
  return rows
}

/** Blocks with an empty line between them, within GitHub's limit: the last ones give way first. */
export function fitBlocks(blocks: readonly string[], limit = textLimit): string {
  return fitRows(
    blocks.filter((each) => each !== ''),
    limit,
    '\n\n',
  ).join('\n\n')
}

export function bytes(text: string): number {
  return Buffer.byteLength(text)
}

/** For the row that says how many more there are. */
const reserve = 40
