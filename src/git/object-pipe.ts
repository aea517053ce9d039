import { messageOf } from '../lib/errors.js'
import { type Answer, type Question, readAnswers } from './object-answers.js'
import { collectComplaint, endGit, type GitProcess, startError, startGit } from './run.js'

/** Objects of one repository through one long-lived `cat-file`, started at the first question and again when it dies. */
export type ObjectPipe = {
  /** Answers in the order of asking; `id` must be an object id. Never throws: a pipe that gives no answer says why. */
  ask(question: Question, id: string): Promise<Answer | Silence>
  close(): Promise<void>
}

export type Silence = { readonly type: 'silence'; readonly reason: string }

type Waiting = {
  readonly question: Question
  readonly id: string
  readonly settle: (answer: Answer | Silence) => void
  tries: number
}

type Connection = { readonly child: GitProcess; readonly gone: Promise<void> }

/** So long without a word git is ended: it hangs when something was asked, and rests when nothing was. */
const quietTime = 30_000

export function openObjectPipe(directory: string): ObjectPipe {
  return new CatFile(directory)
}

class CatFile implements ObjectPipe {
  readonly #directory: string
  /** In the order of asking, which is the order of git's answers. */
  readonly #waiting: Waiting[] = []
  #connection: Connection | null = null
  #closed = false
  /** Written at the end of this turn of the event loop. */
  #questions = ''
  #timer: NodeJS.Timeout | undefined

  constructor(directory: string) {
    this.#directory = directory
  }

  ask(question: Question, id: string): Promise<Answer | Silence> {
    if (this.#closed) return Promise.resolve({ type: 'silence', reason: 'the repository was closed' })
    return new Promise((settle) => {
      const each: Waiting = { question, id, settle, tries: 0 }
      this.#waiting.push(each)
      this.#connection ??= this.#connect()
      this.#listen()
      this.#write(each)
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    if (!this.#connection) return
    const { child, gone } = this.#connection
    endGit(child)
    await gone
  }

  #connect(): Connection {
    const child = startGit({ command: 'cat-file', args: ['--batch-command'], directory: this.#directory })
    const complaint = collectComplaint(child)
    const next = () => this.#waiting[0]?.question ?? 'info'
    child.stdout.on(
      'data',
      readAnswers(next, (answer) => {
        this.#listen()
        this.#settleFirst(answer)
      }),
    )
    const failed = new Promise<Error>((resolve) => child.on('error', resolve))
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const gone = Promise.race([failed, ended]).then((how) => {
      const reason = how instanceof Error ? messageOf(startError(how)) : causeOfDeath(how, complaint())
      this.#reconnect(reason, how instanceof Error || (how !== null && how !== 0))
    })
    return { child, gone }
  }

  /** The first that waits is the one git died of, surely so when git gave up by itself; the others are asked again. */
  #reconnect(reason: string, certain: boolean): void {
    this.#connection = null
    // Whoever waits is asked for anew.
    this.#questions = ''
    const [first] = this.#waiting
    if (!first) return
    first.tries += 1
    if (certain || first.tries > 1) this.#settleFirst({ type: 'silence', reason })
    if (this.#closed) for (const each of this.#waiting.splice(0)) each.settle({ type: 'silence', reason })
    if (this.#waiting.length === 0) return
    this.#connection = this.#connect()
    this.#listen()
    for (const each of this.#waiting) this.#write(each)
  }

  #settleFirst(answer: Answer | Silence): void {
    this.#waiting.shift()?.settle(answer)
  }

  /** Questions of one turn of the event loop go out as one: writing costs more than git's answer. */
  #write({ question, id }: Waiting): void {
    if (this.#questions === '') setImmediate(() => this.#flush())
    this.#questions += `${question} ${id}\n`
  }

  #flush(): void {
    this.#connection?.child.stdin.write(this.#questions)
    this.#questions = ''
  }

  #listen(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#connection && endGit(this.#connection.child), quietTime)
    this.#timer.unref()
  }
}

function causeOfDeath(code: number | null, complaint: string): string {
  return /^fatal: .*/m.exec(complaint)?.[0] ?? `git ended (${code ?? 'by a signal'})`
}
