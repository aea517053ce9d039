import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { temporaryFolder } from '../support/git.js'
import { read } from '../support/source.js'
import {
  type Conversion,
  createRegisteringGitHub,
  made,
  type RegisteringGitHub,
  secrets,
} from './support/registering-github.js'
import { formOf, type RunningSetup, startSetup, submit } from './support/running-setup.js'
import { interlock } from './support/terminal.js'

const url = ['--url', 'https://interlock.acme.example']

let directory: string
let github: RegisteringGitHub
let conversion: () => Conversion | Promise<Conversion>
let running: RunningSetup | null

beforeEach(async () => {
  directory = temporaryFolder()
  conversion = () => ({ status: 201, body: made })
  github = await createRegisteringGitHub(() => conversion())
  running = null
})

afterEach(async () => {
  running?.stop()
  await running?.ended
  await github.close()
})

function setup(options: readonly string[] = url, environment: Readonly<Record<string, string>> = {}) {
  running = startSetup(options, directory, { GITHUB_URL: github.url, ...environment })
  return running
}

/** The page, and its form filled in. */
async function open(setup: RunningSetup) {
  const response = await fetch(await setup.address)
  const page = await response.text()
  return { response, page, form: formOf(page) }
}

const modeOf = (name: string) => statSync(join(directory, name)).mode & 0o777
const content = (name: string) => readFileSync(join(directory, name), 'utf8')

describe('setup registers the app', () => {
  test('and writes its key and .env for the owner alone', async () => {
    const setting = setup([...url, '--organization', 'acme'])
    const answer = await submit((await open(setting)).form)
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('is registered')])
    expect(await setting.ended).toBe(0)

    const key = join(directory, 'interlock.private-key.pem')
    expect(content('interlock.private-key.pem')).toBe(secrets.pem)
    expect(parseEnv(content('.env'))).toEqual({
      APP_ID: '4711',
      WEBHOOK_SECRET: secrets.webhook,
      PRIVATE_KEY_FILE: key,
    })
    expect([modeOf('.env'), modeOf('interlock.private-key.pem')]).toEqual([0o600, 0o600])
    expect(readdirSync(directory).sort()).toEqual(['.env', 'interlock.private-key.pem'])
    expect(github.converted).toEqual(['one-time-code'])
  })

  test('from the manifest that app.yml describes, at the organization', async () => {
    const setting = setup(['--url', 'https://interlock.acme.example/', '--organization', 'acme'])
    await submit((await open(setting)).form)
    await setting.ended
    const described = parse(read('app.yml'))
    expect(github.asked).toEqual([
      {
        path: '/organizations/acme/settings/apps/new',
        state: expect.stringMatching(/^[\w-]{43}$/),
        manifest: {
          name: 'Interlock',
          description: described.description,
          url: 'https://interlock.acme.example',
          hook_attributes: { url: 'https://interlock.acme.example/api/github/webhooks', active: true },
          redirect_url: `${await setting.address}/registered`,
          public: false,
          default_permissions: described.default_permissions,
          default_events: described.default_events,
        },
      },
    ])
  })

  test('in the own account without an organization', async () => {
    const setting = setup()
    await submit((await open(setting)).form)
    await setting.ended
    expect(github.asked.map(({ path }) => path)).toEqual(['/settings/apps/new'])
  })

  test('and says how to go on, but never a secret', async () => {
    const setting = setup()
    const answer = await submit((await open(setting)).form)
    await setting.ended
    expect(setting.written()).toContain('https://github.com/apps/interlock-acme/installations/new')
    expect(setting.written()).toContain('npx interlock serve')
    for (const secret of ['kept'.repeat(20), secrets.webhook, secrets.client, 'one-time-code'])
      expect(setting.written() + (await answer.clone().text())).not.toContain(secret)
  })

  test('and fills a .env that was copied from the example, keeping the rest', async () => {
    writeFileSync(join(directory, '.env'), '# GitHub\nAPP_ID=\nWEBHOOK_SECRET=\nPORT=4000\n', { mode: 0o644 })
    const setting = setup()
    await submit((await open(setting)).form)
    expect(await setting.ended).toBe(0)
    const key = join(directory, 'interlock.private-key.pem')
    expect(content('.env')).toBe(
      `# GitHub\nAPP_ID=4711\nWEBHOOK_SECRET=${secrets.webhook}\nPORT=4000\nPRIVATE_KEY_FILE=${key}\n`,
    )
    expect(modeOf('.env')).toBe(0o600)
  })

  test('into another folder, whose name may hold spaces', async () => {
    mkdirSync(join(directory, 'order shop #1'))
    const setting = setup([...url, '--directory', 'order shop #1'])
    await submit((await open(setting)).form)
    expect(await setting.ended).toBe(0)
    expect(parseEnv(content('order shop #1/.env'))['PRIVATE_KEY_FILE']).toBe(
      join(directory, 'order shop #1/interlock.private-key.pem'),
    )
  })
})

describe('the page of setup', () => {
  test('lets its form go to GitHub alone, runs no script and is not kept', async () => {
    const { response, page } = await open(setup())
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      expect.stringMatching(/^style-src 'sha256-[A-Za-z0-9+/=]{44}'$/),
      "base-uri 'none'",
      "frame-ancestors 'none'",
      `form-action ${github.url}`,
    ])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(page).not.toContain('<script')
  })

  test('is escaped', async () => {
    const { page, form } = await open(setup(['--url', `https://interlock.acme.example/'&<b>`]))
    expect(page).not.toMatch(/acme\.example\/'|<b>/)
    expect(JSON.parse(form.manifest).url).toBe(`https://interlock.acme.example/'&%3Cb%3E`)
  })

  test('opens once', async () => {
    const setting = setup()
    await open(setting)
    expect((await fetch(await setting.address)).status).toBe(410)
  })

  test('is not found by another path, method or name of the machine', async () => {
    const setting = setup()
    const address = new URL(await setting.address)
    expect((await fetch(address.origin)).status).toBe(404)
    expect((await fetch(`${address.origin}/${'A'.repeat(43)}`)).status).toBe(404)
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(404)
    expect((await fetch(address, { method: 'POST' })).status).toBe(404)
    expect(await statusFor(address, 'attacker.example')).toBe(404)
    expect((await fetch(address)).status).toBe(200)
  })
})

/** The status for a request that names another host, as after a rebound name. */
function statusFor(address: URL, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { host } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}

describe('the answer that setup takes', () => {
  test('has the right state', async () => {
    const setting = setup()
    const { form } = await open(setting)
    for (const state of ['', 'wrong', 'A'.repeat(43)]) {
      const answer = await fetch(`${await setting.address}/registered?code=foreign&state=${state}`)
      expect(answer.status).toBe(403)
    }
    expect(github.converted).toEqual([])
    expect(readdirSync(directory)).toEqual([])

    await submit(form)
    expect(await setting.ended).toBe(0)
    expect(github.converted).toEqual(['one-time-code'])
  })

  test('has a code that cannot lead elsewhere at GitHub', async () => {
    const setting = setup()
    const state = new URL((await open(setting)).form.action).searchParams.get('state')
    for (const code of ['', '..', '%2e%2e%2fapp', 'a/b']) {
      const answer = await fetch(`${await setting.address}/registered?code=${code}&state=${state}`)
      expect(answer.status).toBe(400)
    }
    expect(github.converted).toEqual([])
  })

  test('is taken once', async () => {
    let release = () => {}
    conversion = () =>
      new Promise((resolve) => {
        release = () => resolve({ status: 201, body: made })
      })
    const setting = setup()
    const { form } = await open(setting)
    const first = submit(form)
    await until(() => github.converted.length === 1)
    expect((await submit(form)).status).toBe(410)
    release()
    expect((await first).status).toBe(200)
    expect(await setting.ended).toBe(0)
    expect(github.converted).toEqual(['one-time-code'])
  })
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('setup leaves nothing', () => {
  test.each([
    ['refuses the code', { status: 404, body: { message: 'Not Found' } }, 'Not Found'],
    ['fails', { status: 500, body: { message: 'Server Error' } }, 'Server Error'],
    ['asks for patience', { status: 429, body: { message: 'Slow down' } }, 'left alone until'],
    ['answers something else', { status: 201, body: { ...made, pem: 7 } }, 'not understood at pem'],
    ['gives no secret', { status: 201, body: { ...made, webhook_secret: null } }, 'webhook_secret'],
    [
      'gives a secret that would add lines',
      { status: 201, body: { ...made, webhook_secret: 'a\nPORT=1' } },
      '',
    ],
  ])('when GitHub %s, and says so', async (_what, outcome, reason) => {
    conversion = () => outcome
    const setting = setup()
    const answer = await submit((await open(setting)).form)
    expect(answer.status).toBe(502)
    expect(await setting.ended).toBe(2)
    expect(setting.written()).toContain('GitHub did not hand over the app')
    expect(setting.written()).toContain(reason)
    expect(setting.written()).not.toContain(secrets.webhook)
    expect(readdirSync(directory)).toEqual([])
  })

  test('when it is stopped before anybody came', async () => {
    const setting = setup()
    const address = await setting.address
    setting.stop()
    expect(await setting.ended).toBe(130)
    expect(readdirSync(directory)).toEqual([])
    await expect(fetch(address)).rejects.toThrow()
  })

  test('when it is stopped while GitHub thinks', async () => {
    conversion = () => new Promise(() => {})
    const setting = setup()
    const sent = submit((await open(setting)).form).catch(() => null)
    await until(() => github.converted.length === 1)
    setting.stop()
    expect(await setting.ended).toBe(130)
    await sent
    expect(readdirSync(directory)).toEqual([])
  })
})

describe('setup refuses before it begins', () => {
  test.each(['APP_ID=1', 'WEBHOOK_SECRET=old', 'PRIVATE_KEY_FILE=/run/secrets/key', 'PRIVATE_KEY=x'])(
    'a .env with %s, and leaves it as it is',
    async (line) => {
      writeFileSync(join(directory, '.env'), `${line}\n`)
      const setting = setup()
      expect(await setting.ended).toBe(2)
      expect(setting.written()).toMatch(/^interlock: `.*\.env` sets `[A-Z_]+` already\.\n$/)
      expect(content('.env')).toBe(`${line}\n`)
      expect(readdirSync(directory)).toEqual(['.env'])
    },
  )

  test('a key that exists', async () => {
    writeFileSync(join(directory, 'interlock.private-key.pem'), 'older')
    expect(await setup().ended).toBe(2)
    expect(content('interlock.private-key.pem')).toBe('older')
  })

  test.each([
    [[], /`--url` is missing/],
    [['--url', 'http://interlock.acme.example'], /`--url` must be .* https/],
    [['--url', 'interlock.acme.example'], /`--url` must be/],
    [['--url', 'https://me:pw@interlock.acme.example'], /no password/],
    [['--url', 'https://interlock.acme.example/?a'], /no query/],
    [['--url', 'https://127.0.0.1.acme.example.', '--organization', '../acme'], /`--organization`/],
    [[...url, '--directory', 'nowhere'], /nowhere` is not a folder that can be written to/],
  ])('%j', async (options, message) => {
    const setting = setup(options)
    expect(await setting.ended).toBe(2)
    expect(setting.written()).toMatch(message)
  })

  test('a GitHub that would tell the key without TLS', async () => {
    const setting = setup(url, { GITHUB_URL: 'http://git.acme.example' })
    expect(await setting.ended).toBe(2)
    expect(setting.written()).toContain('`GITHUB_URL` must be')
  })

  test('a .env that came while the person was in the browser', async () => {
    const setting = setup()
    const { form } = await open(setting)
    writeFileSync(join(directory, '.env'), 'APP_ID=1\n')
    await submit(form)
    expect(await setting.ended).toBe(2)
    expect(setting.written()).toContain('delete it in your settings on GitHub')
    expect(content('.env')).toBe('APP_ID=1\n')
    expect(existsSync(join(directory, 'interlock.private-key.pem'))).toBe(false)
  })
})

test.each(['start', 'serve'])('%s reads the .env of its folder', async (verb) => {
  const unset = await interlock(['serve'], { directory })
  expect(unset).toMatchObject({ code: 2, error: expect.stringContaining('`WEBHOOK_SECRET` is not set') })
  writeFileSync(join(directory, '.env'), `WEBHOOK_SECRET=${secrets.webhook}\n`)
  const half = await interlock([verb], { directory })
  expect(half).toMatchObject({
    code: 2,
    error: expect.stringContaining('`APP_ID` and `PRIVATE_KEY` are not'),
  })
})
