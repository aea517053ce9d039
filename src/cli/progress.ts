import type { Terminal } from './verb.js'

/** Shows what is going on, in one line that is overwritten; silent where nobody looks. */
export type Progress = { readonly show: (step: string) => void; readonly done: () => void }

/** Often enough to look alive, seldom enough to cost nothing. */
const everyMs = 80

export function progress(terminal: Terminal, now: () => number = Date.now): Progress {
  if (!terminal.interactive.error) return { show: () => undefined, done: () => undefined }
  let last = 0
  return {
    show: (step) => {
      if (now() - last < everyMs) return
      last = now()
      terminal.error(`\r\u001b[2K${step.slice(0, terminal.width - 1)}`)
    },
    done: () => terminal.error('\r\u001b[2K'),
  }
}
