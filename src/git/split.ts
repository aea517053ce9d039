import { GitFailure } from './failure.js'

/**
 * A taker of output that gives it on as text, record by record. A separator is one byte, so no character is cut. The part
 * after the last separator is kept for later; one longer than `maxRecord` bytes is thrown as a failure.
 */
export function splitStream(
  separator: '\0' | '\n',
  maxRecord: number,
  take: (record: string) => void,
): (piece: Buffer) => boolean {
  const byte = separator.charCodeAt(0)
  let rest: Buffer[] = []
  let length = 0
  return (piece) => {
    const end = piece.lastIndexOf(byte)
    if (end >= 0) {
      const whole = Buffer.concat([...rest, piece.subarray(0, end)]).toString('utf8')
      rest = []
      length = 0
      for (const record of whole.split(separator)) take(record)
    }
    const tail = piece.subarray(end + 1)
    rest.push(tail)
    length += tail.length
    if (length > maxRecord) throw new GitFailure('unexpected', 'git gave a record without end')
    return true
  }
}
