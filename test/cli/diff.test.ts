import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { temporaryFolder } from '../support/git.js'
import { parseBySchema } from './support/schema.js'
import { shopFiles } from './support/shop.js'
import { interlock } from './support/terminal.js'

const folder = temporaryFolder()
const written = (name: string, text: string): string => {
  writeFileSync(`${folder}/${name}`, text)
  return `${folder}/${name}`
}
const before = written('orders-2.yaml', shopFiles.orders['openapi.yaml'] ?? '')
const after = written('orders-3.yml', shopFiles.renameTotal['openapi.yaml'] ?? '')
const more = written('orders-2.1.yaml', shopFiles.addStatus['openapi.yaml'] ?? '')

const rows = z.object({
  changes: z.array(
    z.object({
      rule: z.string(),
      reference: z.string().nullable(),
      level: z.string(),
      old: z.object({ path: z.string(), line: z.number() }).nullable(),
    }),
  ),
})
const diff = (...given: readonly string[]) => interlock(['diff', 'openapi', ...given])
const changes = async (...given: readonly string[]) =>
  rows.parse(parseBySchema('diff', (await diff(...given, '--format', 'json')).out)).changes

describe('two files', () => {
  it('are two versions of one document, whatever they are called', async () => {
    expect(
      (await changes(before, after)).map((each) => [each.level, each.reference, each.old?.line]),
    ).toEqual([
      ['breaking', 'api-path-removed-without-deprecation', 16],
      ['breaking', 'response-required-property-removed', 30],
    ])
  })

  it('are told in words, with the lines of both', async () => {
    const { code, out, error } = await diff(before, after)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain('orders-2.yaml:30 → ')
    expect(out).toContain('2 breaking')
    expect(out).not.toContain('\u001b')
  })

  it('that promise the same have no changes', async () => {
    expect(await changes(before, before)).toEqual([])
    expect((await diff(before, before)).out).toContain('Nothing that was promised differs')
  })

  it('of which the new one only adds break nobody', async () => {
    expect((await changes(before, more)).filter((each) => each.level === 'breaking')).toEqual([])
  })

  it('may be empty, as `git difftool` gives a file that was not there', async () => {
    const { code, out } = await diff(before, '/dev/null')
    expect(code).toBe(0)
    expect(out).toContain('is removed')
  })
})

describe('two folders', () => {
  it('are compared file by file, with paths below them', async () => {
    const sides = ['old', 'new'].map((side, at) => {
      const path = `${folder}/${side}/api`
      mkdirSync(path, { recursive: true })
      writeFileSync(
        `${path}/openapi.yaml`,
        [shopFiles.orders, shopFiles.renameTotal][at]?.['openapi.yaml'] ?? '',
      )
      writeFileSync(`${path}/package.json`, '{}')
      return `${folder}/${side}`
    })
    const found = await changes(...sides)
    expect(found.map((each) => each.old?.path)).toEqual(['api/openapi.yaml', 'api/openapi.yaml'])
  })
})

describe('what cannot be compared', () => {
  it.each([
    ['a kind that does not exist', ['diff', 'cobol', before, after], /no kind `cobol`.*openapi/],
    ['code, of which files alone say nothing', ['diff', 'http', before, after], /no kind `http`/],
    ['a file that is missing', ['diff', 'openapi', before, `${folder}/none.yaml`], /none\.yaml/],
    ['one file alone', ['diff', 'openapi', before], /Usage: interlock diff KIND OLD NEW/],
    ['three files', ['diff', 'openapi', before, after, more], /Usage: interlock diff KIND OLD NEW/],
    [
      'a format that is not offered',
      ['diff', 'openapi', before, after, '--format', 'sarif'],
      /no format `sarif`/,
    ],
    [
      'a file that is something else',
      ['diff', 'openapi', before, written('notes.yaml', 'notes: [a, b]\n')],
      /notes\.yaml` is no OpenAPI document/,
    ],
    [
      'folders without any document',
      ['diff', 'openapi', temporaryFolder(), temporaryFolder()],
      /Neither .* nor .* holds any OpenAPI document/,
    ],
  ])('%s is one line and exit code 2', async (_, argv, says) => {
    const { code, out, error } = await interlock(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/^interlock: [^\n]+\n$/)
    expect(error).toMatch(says)
  })

  it('a document that cannot be parsed is named, and nothing is said to be gone', async () => {
    const broken = written('broken.yaml', `${shopFiles.orders['openapi.yaml']}  - {\n`)
    const { out, error } = await diff(before, broken)
    expect(error).toMatch(/^interlock: .*broken\.yaml:\d+: /)
    expect(out).not.toContain('removed')
  })
})
