import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { temporaryFolder } from '../support/git.js'
import { interlock } from './support/terminal.js'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await createSandbox({ directory: temporaryFolder() })
})
afterEach(() => sandbox.close())

function environment(more: Readonly<Record<string, string>> = {}) {
  const { appId, privateKey, webhookSecret } = sandbox.asApp()
  return {
    WEBHOOK_SECRET: webhookSecret,
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey.replaceAll('\n', '\\n'),
    GITHUB_URL: sandbox.url,
    GITHUB_API_URL: sandbox.apiUrl,
    INTERLOCK_DIRECTORY: temporaryFolder(),
    LOG_LEVEL: 'silent',
    ...more,
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return String((server.address() as AddressInfo).port)
}

async function freePort(): Promise<string> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('serve', () => {
  it('serves what the environment describes until it is stopped', async () => {
    const port = await freePort()
    const stop = new AbortController()
    const directory = temporaryFolder()
    const ended = interlock(['serve'], {
      environment: environment({ PORT: port }),
      directory,
      signal: stop.signal,
    })
    const health = await answerOf(`http://127.0.0.1:${port}/healthz`)
    const ready = await answerOf(`http://127.0.0.1:${port}/readyz`)
    expect([health, ready]).toEqual([
      { status: 'alive' },
      { status: 'degraded', degraded: ['no model: only the deterministic review'] },
    ])
    stop.abort()
    expect(await ended).toEqual({ code: 0, out: '', error: '' })
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
  })

  it.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
    ['no webhook secret', { WEBHOOK_SECRET: '' }, /`WEBHOOK_SECRET` is not set/],
    ['no identity', { APP_ID: '' }, /`APP_ID` and `PRIVATE_KEY` are not set/],
    ['a port that is none', { PORT: 'http' }, /`PORT` must be a whole number/],
    ['a level that is none', { LOG_LEVEL: 'loud' }, /`LOG_LEVEL` must be one of/],
    ['a database that is none', { DATABASE_URL: 'mysql://shop' }, /`DATABASE_URL` must begin with/],
    [
      'a secret in a file that is not there',
      { PRIVATE_KEY_FILE: '/none' },
      /`PRIVATE_KEY_FILE` cannot be read/,
    ],
  ])('does not start with %s: one line and exit code 2', async (_, wrong, says) => {
    const ran = await interlock(['serve'], { environment: environment(wrong), directory: temporaryFolder() })
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.error).toMatch(/^interlock: [^\n]+\n$/)
    expect(ran.error).toMatch(says)
  })

  it('says when another program has the port, and leaves nothing running', async () => {
    const other = createServer()
    const port = await listen(other)
    const ran = await interlock(['serve'], {
      environment: environment({ PORT: port }),
      directory: temporaryFolder(),
    })
    other.close()
    expect(ran.code).toBe(2)
    expect(ran.error).toBe(
      `interlock: Cannot listen on \`127.0.0.1:${port}\` (EADDRINUSE): set \`PORT\` or \`HOST\` to another one.\n`,
    )
  })
})

describe('start', () => {
  it('without any account makes the sample, reviews it and tells where to look', async () => {
    const { code, out, error } = await interlock(['start', '--once'], {
      environment: { LOG_LEVEL: 'silent' },
      directory: temporaryFolder(),
    })
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toMatch(/A stand-in for GitHub is at http:\/\/127\.0\.0\.1:\d+\n/)
    expect(out).toMatch(/Interlock: failure \(2 findings block\)[\s\S]*\/acme\/orders\/pull\/1\n/)
    expect(out).toMatch(/Interlock: success \(No promise [\s\S]*\/acme\/orders\/pull\/2\n/)
    expect(out).toContain('npx interlock review --repo DIR')
  })

  it('takes the port that was asked for, or says that it cannot', async () => {
    const other = createServer()
    const port = await listen(other)
    const ran = await interlock(['start'], { environment: { PORT: port }, directory: temporaryFolder() })
    other.close()
    expect(ran.code).toBe(2)
    expect(ran.error).toContain(`Cannot listen on \`127.0.0.1:${port}\``)
  })
})

/** The JSON of an address, once somebody listens there. */
async function answerOf(url: string): Promise<unknown> {
  for (let left = 200; ; left--) {
    try {
      return await (await fetch(url)).json()
    } catch (error) {
      if (left === 0) throw error
      await pause(25)
    }
  }
}
