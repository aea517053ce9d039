import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../src/lib/errors.js'
import { defaultSettings, readEnvironment, readSettings } from '../../src/settings/index.js'

describe('the environment', () => {
  test('has defaults for everything but secrets', () => {
    expect(readEnvironment({})).toMatchObject({
      webhookSecrets: [],
      app: null,
      githubApiUrl: 'https://api.github.com',
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      model: null,
      sharePrivate: false,
    })
  })

  test('finds the API of an Enterprise Server', () => {
    expect(readEnvironment({ GITHUB_URL: 'https://git.acme.example/' }).githubApiUrl).toBe(
      'https://git.acme.example/api/v3',
    )
  })

  test('takes secrets from files, and two for a rotation', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'secret')
    writeFileSync(file, 'from-a-file\n')
    const { webhookSecrets } = readEnvironment({ WEBHOOK_SECRET_FILE: file, WEBHOOK_SECRET_PREVIOUS: 'old' })
    expect(webhookSecrets).toEqual(['from-a-file', 'old'])
  })

  test.each([
    [{ PORT: 'http' }, /`PORT` must be a whole number/],
    [{ PORT: '70000' }, /0 to 65535/],
    [{ DATABASE_URL: 'mysql://x' }, /must begin with `postgres:/],
    [{ WEBHOOK_SECRET_FILE: '/nowhere' }, /`WEBHOOK_SECRET_FILE` cannot be read/],
  ])('refuses %j in words', (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(UserError)
    expect(() => readEnvironment(variables)).toThrow(message)
  })
})

describe('the settings of a repository', () => {
  test('are the defaults where there is no file', () => {
    expect(readSettings(null)).toEqual({ settings: defaultSettings, problems: [] })
    expect(readSettings('# nothing\n')).toEqual({ settings: defaultSettings, problems: [] })
  })

  test('keep what the file says and fill the rest', () => {
    const { settings, problems } = readSettings('rules:\n  http.route-removed: warn\nai:\n  enabled: false\n')
    expect(problems).toEqual([])
    expect(settings).toEqual({
      ...defaultSettings,
      rules: { 'http.route-removed': 'warn' },
      ai: { enabled: false },
    })
  })

  test.each([
    ['rules: {http.route-removed: never}', /rules\.http\.route-removed/],
    ['colour: blue', /colour/],
    ['comments:\n  max: 99', /comments\.max/],
    ['rules: [', /./],
    ['a: &a [x]\nb: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]', /./],
  ])('that are wrong (%j) are the defaults, with the reason', (text, reason) => {
    const { settings, problems } = readSettings(text)
    expect(settings).toEqual(defaultSettings)
    expect(problems[0]?.problem).toMatch(reason)
  })
})
