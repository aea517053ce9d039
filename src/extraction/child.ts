import type { RuleSet } from '../domain/rule-set.js'
import { frame, readFrames } from './frames.js'
import { answerOf, readAsk, readRules, ready } from './message.js'
import { createReader } from './reader.js'

/** So much memory is given back by beginning anew, in bytes: what WebAssembly has grown to, it never returns. */
const mostMemory = 700_000_000

/** The main program of the child: it reads the files it is given one after another, and answers in that order. */
async function answerAll(): Promise<void> {
  const extract = createReader()
  const asked: string[] = []
  let rules: RuleSet | null = null
  const take = readFrames((message) => asked.push(message))
  process.stdout.write(frame(ready))
  for await (const piece of process.stdin) {
    take(piece)
    for (const message of asked.splice(0)) {
      const told = readRules(message)
      if (told !== undefined) {
        rules = told
        continue
      }
      const { path, blob } = readAsk(message)
      process.stdout.write(frame(answerOf(path, await extract(path, blob, rules))))
      if (process.memoryUsage.rss() > mostMemory) return
    }
  }
}

await answerAll()
process.exit(0)
