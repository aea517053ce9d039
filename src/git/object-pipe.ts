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

type Connection = { readonly child: GitProcess; readonly closed: Promise<void> }

/** So long without a word git is ended: it hangs when something was asked, and rests when nothing was. */
const quietTime = 30_000

export function openObjectPipe(directory: string): ObjectPipe {
  const waiting: Waiting[] = []
  let connection: Connection | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const listen = () => {
    clearTimeout(timer)
    timer = setTimeout(() => connection && endGit(connection.child), quietTime)
    timer.unref()
  }
  const settleFirst = (answer: Answer | Silence) => waiting.shift()?.settle(answer)
  const write = (each: Waiting) => connection?.child.stdin.write(`${each.question} ${each.id}\n`)

  const connect = (): Connection => {
    const child = startGit({ command: 'cat-file', args: ['--batch-command'], directory })
    const complaint = collectComplaint(child)
    const take = readAnswers(
      () => waiting[0]?.question ?? 'info',
      (answer) => {
        listen()
        settleFirst(answer)
      },
    )
    child.stdout.on('data', take)
    let failed: string | null = null
    child.on('error', (error) => {
      failed = messageOf(startError(error))
    })
    const gone = new Promise<void>((resolve) => {
      child.on('close', (code) => {
        connection = null
        const fault = /^fatal: .*/m.exec(complaint())?.[0] ?? `git ended (${code ?? 'by a signal'})`
        reconnect(failed ?? fault, failed !== null || (code !== null && code !== 0))
        resolve()
      })
    })
    return { child, closed: gone }
  }

  /** Git answers in order, so the first that waits is the one it died of; the others are asked again. */
  const reconnect = (reason: string, certain: boolean) => {
    const [first] = waiting
    if (!first) return
    first.tries += 1
    if (closed || certain || first.tries > 1) settleFirst({ type: 'silence', reason })
    if (closed) for (const each of waiting.splice(0)) each.settle({ type: 'silence', reason })
    if (waiting.length === 0) return
    connection = connect()
    listen()
    waiting.forEach(write)
  }

  return {
    ask(question, id) {
      if (closed) return Promise.resolve({ type: 'silence', reason: 'the repository was closed' })
      return new Promise((settle) => {
        const each: Waiting = { question, id, settle, tries: 0 }
        waiting.push(each)
        connection ??= connect()
        listen()
        write(each)
      })
    },
    async close() {
      closed = true
      clearTimeout(timer)
      const last = connection
      if (!last) return
      endGit(last.child)
      await last.closed
    },
  }
}
