import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { catalog } from '../src/catalog.js'
import { rulesSchema } from '../src/repository-rules/index.js'
import { settingsSchema } from '../src/settings/index.js'
import { filesBelow, functionsOf, quantile, read, root } from './support/source.js'

const sources = filesBelow('src')

describe('sizes', () => {
  const lines = sources.map((path) => read(path).split('\n').length - 1)
  const functions = sources.flatMap(functionsOf)

  test('no file is longer than 400 lines, and most are one page', () => {
    const long = [...sources, ...filesBelow('test')].filter((path) => read(path).split('\n').length - 1 > 400)
    expect(long).toEqual([])
    expect(quantile(lines, 0.5)).toBeLessThanOrEqual(70)
    expect(quantile(lines, 0.9)).toBeLessThanOrEqual(200)
  })

  test('no function is longer than 50 lines, and most are a few', () => {
    expect(functions.filter((each) => each.lines > 50)).toEqual([])
    const sizes = functions.map((each) => each.lines)
    expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(8)
    expect(quantile(sizes, 0.9)).toBeLessThanOrEqual(25)
  })

  test('no function takes more than four parameters', () => {
    expect(functions.filter((each) => each.parameters > 4)).toEqual([])
  })
})

describe('names', () => {
  test('a file says what it holds', () => {
    const vague = /(^|[-/])(utils?|helpers?|types|constants|common|misc|manager|processor|info)(\.ts|\/|$)/
    expect(sources.filter((path) => vague.test(path))).toEqual([])
    expect(sources.filter((path) => /[A-Z_]/.test(path.replace(/\/samples\/.*/, '')))).toEqual([])
  })

  test('a room opens with its chapter: what it is for and what is absent', () => {
    const rooms = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const closed = rooms
      .filter(({ name }) => !['domain', 'lib', 'app'].includes(name))
      .filter(({ name }) => !/\/\*\*\n \* [\s\S]{80,}?\*\//.test(read(`src/${name}/index.ts`)))
    expect(closed.map(({ name }) => name)).toEqual([])
  })

  test('nothing is left for later, and no check is switched off without a reason', () => {
    const later = sources.filter((path) =>
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)/.test(read(path)),
    )
    expect(later).toEqual([])
    const muted = [...sources, ...filesBelow('test')].filter((path) =>
      /biome-ignore [^:]+:\s*$/m.test(read(path)),
    )
    expect(muted).toEqual([])
  })
})

describe('the catalogue', () => {
  test.each([
    ['languages', 'shared', catalog.languages.map((each) => each.id)],
    ['contracts', 'shared', catalog.contracts.map((each) => each.id)],
    ['frameworks', 'engine', catalog.frameworks.map((each) => each.id)],
    ['commands', 'engine', catalog.commands.map((each) => each.name)],
  ])('holds every entry of %s', (room, machinery, ids) => {
    expect([...ids].sort()).toEqual(entriesOf(room, machinery))
  })

  test('has rules that explain themselves, one id a rule', () => {
    for (const kind of catalog.contracts) {
      const ids = kind.rules.map((rule) => `${rule.id} ${rule.reference}`)
      expect(new Set(ids).size).toBe(ids.length)
      for (const rule of kind.rules) {
        expect({ rule: rule.id, why: rule.why.length > 20, safeWhen: rule.safeWhen.length > 10 }).toEqual({
          rule: rule.id,
          why: true,
          safeWhen: true,
        })
      }
    }
  })

  test('has a fixture for every framework', () => {
    const missing = catalog.frameworks.filter(
      ({ id }) => !existsSync(`${root}test/frameworks/fixtures/${id}`),
    )
    expect(missing.map(({ id }) => id)).toEqual([])
  })
})

/** Names of the folders, or of the files that are not the room's own machinery, of a catalogue on disk. */
function entriesOf(room: string, machinery: string): string[] {
  const entries = readdirSync(`${root}src/${room}`, { withFileTypes: true })
  const folders = entries
    .filter((entry) => entry.isDirectory() && entry.name !== machinery)
    .map((entry) => entry.name)
  if (folders.length > 0) return folders.sort()
  return entries
    .map((entry) => entry.name)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.replace('.ts', ''))
    .sort()
}

describe('what is written down', () => {
  test('is every environment variable, and no other', () => {
    const used = new Set(
      read('src/settings/environment.ts')
        .match(/'[A-Z]+(_[A-Z]+)*'/g)
        ?.map((name) => name.slice(1, -1)),
    )
    const written = new Set(read('.env.example').match(/^[A-Z_]+(?==)/gm))
    expect([...written].sort()).toEqual([...used].sort())
  })

  test('is read from the environment in one place only', () => {
    const elsewhere = sources.filter(
      (path) =>
        /process\.env/.test(read(path)) &&
        !/^src\/(cli|main|git|extraction|frameworks|languages|domain|sandbox)\b/.test(path),
    )
    expect(elsewhere).toEqual([])
  })

  test('is every error code, and no imaginary one', () => {
    const code = /(?:UserError\(\s*|^\s+(?='fetch-))'([a-z-]+)'/gm
    const thrown = new Set(sources.flatMap((path) => [...read(path).matchAll(code)].map(([, name]) => name)))
    const documented = new Set(
      [...read('docs/errors.md').matchAll(/^## `([a-z-]+)`/gm)].map(([, code]) => code),
    )
    expect([...documented].sort()).toEqual([...thrown].sort())
  })

  test('is the schema of the settings, as the program checks it', () => {
    expect(JSON.parse(read('schemas/settings.json'))).toEqual(JSON.parse(JSON.stringify(settingsSchema())))
  })

  test('is the schema of rules of a repository, as the program checks it', () => {
    const schema = JSON.parse(read('schemas/repository-rules.json'))
    expect(schema).toEqual(JSON.parse(JSON.stringify(rulesSchema())))
  })
})
