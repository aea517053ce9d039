import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { Sandbox, Write } from '../../../src/sandbox/index.js'
import type { Environment } from '../../../src/settings/index.js'

/** A server in a process of its own. */
export type Life = { readonly webhook: string; kill(): void; readonly ended: Promise<unknown> }

/** Starts a server from a compiled `server-child.ts`; resolves when it takes webhooks. */
export async function beginLife(script: string, environment: Environment): Promise<Life> {
  const child = spawn(process.execPath, [script, JSON.stringify(environment)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const ended = once(child, 'close')
  const port = await Promise.race([firstLine(child), ended.then(() => null)])
  if (port === null) throw new Error('The server ended before it listened.')
  return {
    webhook: `http://127.0.0.1:${port}/api/github/webhooks`,
    kill: () => void child.kill('SIGKILL'),
    ended,
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: stdout ?? Readable.from([]) })) return line
  return ''
}

/** Resolves at the first write that fits, when it has been applied and its answer is not yet sent. */
export function atWrite(
  { ledger }: Sandbox,
  fits: (write: Write) => boolean,
  act: () => void,
): Promise<void> {
  return new Promise((resolve) => {
    const push = ledger.writes.push.bind(ledger.writes)
    ledger.writes.push = (...writes) => {
      const count = push(...writes)
      if (writes.some(fits)) {
        ledger.writes.push = push
        act()
        resolve()
      }
      return count
    }
  })
}
