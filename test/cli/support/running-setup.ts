import { run } from '../../../src/main.js'

/** A `setup` under way, and the browser of the person who started it. */
export type RunningSetup = {
  /** Everything it wrote so far. */
  readonly written: () => string
  readonly ended: Promise<number>
  /** The address to open; rejects when it ended without one. */
  readonly address: Promise<string>
  /** Ctrl-C. */
  readonly stop: () => void
}

export function startSetup(
  options: readonly string[],
  directory: string,
  environment: Readonly<Record<string, string>>,
): RunningSetup {
  const stop = new AbortController()
  let written = ''
  let announce: (address: string) => void = () => {}
  let miss: (reason: Error) => void = () => {}
  const address = new Promise<string>((resolve, reject) => {
    announce = resolve
    miss = reject
  })
  address.catch(() => {})
  const write = (text: string) => {
    written += text
    const [found] = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(written) ?? []
    if (found) announce(found)
  }
  const ended = run(['setup', ...options], {
    out: write,
    error: write,
    interactive: { out: false, error: false },
    width: 100,
    environment,
    directory,
    signal: stop.signal,
  })
  void ended.then(() => miss(new Error(`setup ended without an address: ${written}`)))
  return { written: () => written, ended, address, stop: () => stop.abort() }
}

/** The one form of a page, as a browser reads it. */
export function formOf(page: string): { readonly action: string; readonly manifest: string } {
  const [, action = ''] = /<form method="post" action="([^"]*)">/.exec(page) ?? []
  const [, manifest = ''] = /name="manifest" value="([^"]*)"/.exec(page) ?? []
  return { action: unescaped(action), manifest: unescaped(manifest) }
}

/** Sends the form of a page and follows where GitHub sends the browser; gives the page that comes in the end. */
export function submit({ action, manifest }: ReturnType<typeof formOf>): Promise<Response> {
  return fetch(action, { method: 'POST', body: new URLSearchParams({ manifest }) })
}

function unescaped(text: string): string {
  const marks: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', '#39': "'", amp: '&' }
  return text.replace(/&(quot|lt|gt|#39|amp);/g, (whole, name: string) => marks[name] ?? whole)
}
