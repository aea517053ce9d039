/** Bytes before the bytes of a message: how many those are. */
const headLength = 4

/** A message as it goes through a pipe. */
export function frame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const bytes = Buffer.allocUnsafe(headLength + length)
  bytes.writeUInt32LE(length)
  bytes.write(text, headLength)
  return bytes
}

/** Takes what comes out of a pipe, piece by piece, and gives every message that is whole. */
export function readFrames(give: (text: string) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = []
  let size = 0
  let wanted = headLength
  return (piece) => {
    pieces.push(piece)
    size += piece.length
    // Joined only when a message is whole: a long one costs its length, whatever pieces it comes in.
    if (size < wanted) return
    let rest = Buffer.concat(pieces)
    for (wanted = lengthOf(rest); rest.length >= wanted; wanted = lengthOf(rest)) {
      if (rest.length < headLength) break
      give(rest.toString('utf8', headLength, wanted))
      rest = rest.subarray(wanted)
    }
    pieces = [rest]
    size = rest.length
  }
}

/** Of the first message, with what stands before it. */
function lengthOf(bytes: Buffer): number {
  return bytes.length < headLength ? headLength : headLength + bytes.readUInt32LE()
}
