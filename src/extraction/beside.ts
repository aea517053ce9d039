import { type Blob, isProblem, type Problem } from '../domain/blob.js'
import type { BlobFacts } from '../domain/fact.js'
import type { RuleSet } from '../domain/rule-set.js'
import type { ExtractFile } from '../facts/index.js'
import { type Child, type Death, startChild } from './child-process.js'
import { askOf, rulesMessage } from './message.js'

export type BesideOptions = {
  /** The main program of the child. */
  readonly script: string
  /** For one file, after which the child is ended: ten times what the slowest of real files takes on a busy machine. */
  readonly fileMilliseconds?: number
  /** Without work for so long the child is ended, and its memory is free. */
  readonly idleMilliseconds?: number
}

type Waiting = {
  readonly path: string
  readonly blob: Blob
  readonly rules: RuleSet | null
  readonly settle: (outcome: BlobFacts | Problem) => void
  readonly fail: (error: Error) => void
  tries: number
}

/** As many files as lie before the child at once: it never waits for the next one, and little is held twice. */
const ahead = 32
const defaultFileMilliseconds = 10_000
const defaultIdleMilliseconds = 60_000
/** Files that broke a child stay known for the life of the process, so that no review waits for them twice. */
const keptBreakers = 1000

/**
 * Reads files in one child process. A file that hangs or breaks it is given to a new one once more, alone; then it is a
 * problem with its reason, and the others go on. Rejects only when no child can be started.
 */
export function createBeside(options: BesideOptions): ExtractFile {
  const queue = new Queue(options)
  const breakers = new Map<string, Problem>()
  return async (path, blob, rules = null) => {
    const key = `${blob.id} ${rules?.digest ?? ''} ${path}`
    const known = breakers.get(key)
    if (known) return known
    const outcome = await queue.read({ path, blob, rules })
    if (!isProblem(outcome)) return outcome
    if (breakers.size < keptBreakers) breakers.set(key, outcome)
    return outcome
  }
}

class Queue {
  readonly #options: BesideOptions
  /** In the order of asking, which is the order of answers; the first `#sent` of them lie before the child. */
  readonly #waiting: Waiting[] = []
  #sent = 0
  /** The digest of the rules that the child goes by, once it has read all that lies before it. */
  #rules = ''
  /** The first one is on trial: nobody else may be what breaks the child. */
  #alone = false
  #child: Child | null = null

  constructor(options: BesideOptions) {
    this.#options = options
  }

  read(question: Pick<Waiting, 'path' | 'blob' | 'rules'>): Promise<BlobFacts | Problem> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ ...question, settle, fail, tries: 0 })
      this.#send()
    })
  }

  #send(): void {
    if (this.#waiting.length === 0) {
      this.#child?.rest()
      return
    }
    this.#child ??= this.#start()
    const most = Math.min(this.#alone ? 1 : ahead, this.#waiting.length)
    for (const each of this.#waiting.slice(this.#sent, most)) this.#ask(this.#child, each)
    this.#sent = Math.max(this.#sent, most)
  }

  #ask(child: Child, { path, blob, rules }: Waiting): void {
    const digest = rules?.digest ?? ''
    if (digest !== this.#rules) child.ask(rulesMessage(rules))
    this.#rules = digest
    child.ask(askOf(path, blob))
  }

  #start(): Child {
    this.#rules = ''
    const { script, fileMilliseconds, idleMilliseconds } = this.#options
    return startChild({
      script,
      askMilliseconds: fileMilliseconds ?? defaultFileMilliseconds,
      idleMilliseconds: idleMilliseconds ?? defaultIdleMilliseconds,
      onAnswer: (answer) => this.#take(answer),
      onDeath: (death) => this.#bury(death),
    })
  }

  #take(answer: string): void {
    const first = this.#waiting.shift()
    this.#sent -= 1
    this.#alone = false
    // The one cast at this door: only our own child writes here, of this very version.
    first?.settle(JSON.parse(answer) as BlobFacts)
    this.#send()
  }

  #bury({ cause, reason }: Death): void {
    this.#child = null
    this.#sent = 0
    this.#alone = false
    const [first] = this.#waiting
    if (cause === 'never started') {
      const error = new Error(`the reader of files cannot be started: ${reason}`)
      for (const each of this.#waiting.splice(0)) each.fail(error)
    } else if (first && cause === 'broken') {
      first.tries += 1
      this.#alone = first.tries < 2
      if (!this.#alone) this.#waiting.shift()?.settle({ problem: `not read: ${reason}`, path: first.path })
    }
    this.#send()
  }
}
