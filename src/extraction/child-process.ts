import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { frame, readFrames } from './frames.js'
import { ready } from './message.js'

/** A process that answers, in order, what it is asked. */
export type Child = {
  ask(message: string): void
  /** Says that nothing is asked for now: it no longer keeps this process alive, and is ended after a while. */
  rest(): void
}

export type Death = { readonly cause: 'rest' | 'broken' | 'never started'; readonly reason: string }

export type ChildOptions = {
  readonly script: string
  /** Between two answers, while something is asked. */
  readonly askMilliseconds: number
  readonly idleMilliseconds: number
  readonly onAnswer: (answer: string) => void
  /** Told once. */
  readonly onDeath: (death: Death) => void
}

/** Beyond this the child ends by itself, in megabytes: a file of 1 MB takes a tenth of it. */
const heapMegabytes = 400
const startMilliseconds = 60_000
/** How much longer than its time a file may take on a machine that gives the child little of it. */
const mostPatience = 12

/** Starts a child with an environment of nothing but `PATH`: no secret of ours reaches it. */
export function startChild(options: ChildOptions): Child {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, options.script], {
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const watched = new Watched(child, options)
  return { ask: (message) => watched.ask(message), rest: () => watched.rest() }
}

class Watched {
  readonly #child: ChildProcess
  readonly #options: ChildOptions
  #isReady = false
  #late = false
  #resting = false
  #ended = false
  #doubt: { readonly used: number | null; readonly since: number } | null = null
  #timer: NodeJS.Timeout

  constructor(child: ChildProcess, options: ChildOptions) {
    this.#child = child
    this.#options = options
    this.#timer = setTimeout(() => this.#kill(), startMilliseconds)
    child.stdout?.on(
      'data',
      readFrames((text) => this.#hear(text)),
    )
    // A child that dies leaves what was written to it: its death is told by its end.
    child.stdin?.on('error', () => {})
    child.on('error', (error) => this.#end(error.message))
    child.on('close', (code, signal) => this.#end(signal ?? `it ended with ${code}`))
  }

  ask(message: string): void {
    if (this.#resting) this.#wake()
    this.#child.stdin?.write(frame(message))
  }

  rest(): void {
    this.#resting = true
    this.#keepAlive(false)
    this.#watch(this.#options.idleMilliseconds, () => this.#child.stdin?.end())
    this.#timer.unref()
  }

  #wake(): void {
    this.#resting = false
    this.#keepAlive(true)
    this.#expectAnswer()
  }

  #hear(text: string): void {
    if (!this.#isReady) {
      this.#isReady = text === ready
      this.#expectAnswer()
      return
    }
    if (this.#doubt === null) this.#timer.refresh()
    else this.#expectAnswer()
    this.#options.onAnswer(text)
  }

  /** Half of the time by the clock; then it is watched for what it computes, since a busy machine is no reason to end it. */
  #expectAnswer(): void {
    this.#doubt = null
    this.#watch(this.#options.askMilliseconds / 2, () => this.#doubtIt())
  }

  #doubtIt(): void {
    const half = this.#options.askMilliseconds / 2
    const used = usedMilliseconds(this.#child.pid)
    this.#doubt ??= { used, since: performance.now() }
    const waited = performance.now() - this.#doubt.since
    const computed = used === null || this.#doubt.used === null ? waited : used - this.#doubt.used
    if (computed >= half || waited > mostPatience * half) this.#kill()
    else this.#watch(half / 5, () => this.#doubtIt())
  }

  #watch(milliseconds: number, then: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(then, milliseconds)
  }

  #kill(): void {
    this.#late = true
    this.#child.kill('SIGKILL')
  }

  #end(how: string): void {
    if (this.#ended) return
    this.#ended = true
    clearTimeout(this.#timer)
    this.#options.onDeath(this.#deathBy(how))
  }

  #deathBy(how: string): Death {
    if (!this.#isReady) return { cause: 'never started', reason: how }
    if (this.#late) {
      const seconds = Math.ceil(this.#options.askMilliseconds / 1000)
      return { cause: 'broken', reason: `it takes longer than ${seconds} s` }
    }
    // It ends by itself when it has no work, and when its memory has grown.
    if (this.#child.exitCode === 0) return { cause: 'rest', reason: how }
    return { cause: 'broken', reason: 'the program that reads it breaks on it' }
  }

  /** Whether this process may end before the child does. */
  #keepAlive(needed: boolean): void {
    const parts = [this.#child, this.#child.stdin, this.#child.stdout]
    for (const part of parts) {
      if (part instanceof Socket || part === this.#child) {
        if (needed) part.ref()
        else part.unref()
      }
    }
  }
}

/** Milliseconds of processor time that a process has used, in steps of ten; null where the system does not tell. */
function usedMilliseconds(pid: number | undefined): number | null {
  try {
    // The name in the second field may hold anything but ends with the last `)`; user and system time are 14 and 15.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return 10 * (Number(fields[11]) + Number(fields[12]))
  } catch {
    return null
  }
}
