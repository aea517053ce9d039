import type { Terminal } from '../../../src/cli/index.js'
import { run } from '../../../src/main.js'

/** What a verb did: its exit code and what it wrote. */
export type Ran = { readonly code: number; readonly out: string; readonly error: string }

export type Given = Partial<Pick<Terminal, 'environment' | 'directory' | 'width'>> & {
  /** Who looks: nobody (a pipe) unless told. */
  readonly interactive?: Partial<Terminal['interactive']>
  /** Ctrl-C; nobody presses it unless told. */
  readonly signal?: AbortSignal
}

/** Runs one command line in this process, as in a folder and a terminal of its own. */
export async function interlock(argv: readonly string[], given: Given = {}): Promise<Ran> {
  let out = ''
  let error = ''
  const code = await run(argv, {
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    interactive: { out: false, error: false, ...given.interactive },
    width: given.width ?? 100,
    environment: given.environment ?? {},
    directory: given.directory ?? '/',
    signal: given.signal ?? new AbortController().signal,
  })
  return { code, out, error }
}
