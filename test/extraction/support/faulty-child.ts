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
    new Array<string>(100_000_000).fill('more than it may have')
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
