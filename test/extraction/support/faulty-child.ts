import { frame, readFrames } from '../../../src/extraction/frames.js'
import { readAsk, ready } from '../../../src/extraction/message.js'

let answered = 0

/** What its texts say, it does, as a crafted text might make the real one do. */
const faults: Readonly<Record<string, () => void>> = {
  hang: () => {
    for (;;) {
      // For ever.
    }
  },
  crash: () => process.kill(process.pid, 'SIGSEGV'),
  swell: () => {
    // Six of 240 MB each, at once.
    ;[1, 2, 3, 4, 5, 6].map(() => new Array<number>(30_000_000).fill(1))
  },
  rest: () => {
    // Only the first time: it is then asked again by a fresh child.
    if (answered > 0) process.exit(0)
  },
}

process.stdout.write(frame(ready))
const environment = Object.keys(process.env)
const answer = readFrames((message) => {
  const { blob } = readAsk(message)
  faults[blob.text]?.()
  answered += 1
  process.stdout.write(frame(JSON.stringify({ language: blob.text, facts: [], problems: environment })))
})
process.stdin.on('data', answer)
