import type { Blob, BlobId, BlobReader, Problem } from '../domain/blob.js'
import { isObjectId, printable } from './names.js'
import type { ObjectPipe } from './object-pipe.js'

/** How many blobs are on their way at once: enough to keep git busy, and the bound on memory together with their size. */
const inFlight = 64

/** As far as git looks for a NUL byte when it decides whether a file is text. */
const binaryWindow = 8000

/** Text of blobs, decoded as UTF-8. Larger ones than `maxBytes` are refused by their size, before they are read. */
export function createBlobReader(pipe: ObjectPipe, maxBytes: number): BlobReader {
  const slots = createSlots(inFlight)
  return async (id) => {
    if (!isObjectId(id)) return problem(id, 'has a name that is no object id')
    return slots(() => readBlob(pipe, id, maxBytes))
  }
}

async function readBlob(pipe: ObjectPipe, id: BlobId, maxBytes: number): Promise<Blob | Problem> {
  const head = await pipe.ask('info', id)
  if (head.type === 'silence') return problem(id, `could not be read: ${head.reason}`)
  if (head.type !== 'head') return problem(id, 'is missing from this clone')
  if (head.kind !== 'blob') return problem(id, `is a ${head.kind}, not a file`)
  if (head.size > maxBytes)
    return problem(id, `is too large: ${head.size} bytes, and ${maxBytes} are read at most`)
  const answer = await pipe.ask('contents', id)
  if (answer.type === 'silence') return problem(id, `could not be read: ${answer.reason}`)
  if (answer.type !== 'content') return problem(id, 'is missing from this clone')
  return decode(id, answer.content)
}

function decode(id: BlobId, content: Buffer): Blob | Problem {
  if (content.subarray(0, binaryWindow).includes(0)) return problem(id, 'is binary')
  return { id, text: content.toString('utf8') }
}

function problem(id: BlobId, what: string): Problem {
  return { problem: `blob ${printable(id).slice(0, 12)} ${what}` }
}

/** Runs at most `count` at once; the others wait in line. */
function createSlots(count: number): <T>(run: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = []
  let free = count
  const enter = async () => {
    if (free === 0) await new Promise<void>((go) => line.push(go))
    else free -= 1
  }
  const leave = () => {
    const next = line.shift()
    if (next) next()
    else free += 1
  }
  return async (run) => {
    await enter()
    return run().finally(leave)
  }
}
