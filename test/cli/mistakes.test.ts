import { describe, expect, it } from '@jest/globals'
import { createRepository, temporaryFolder } from '../support/git.js'
import { createShop } from './support/shop.js'
import { interlock } from './support/terminal.js'

const { orders, web } = createShop()
const empty = temporaryFolder()
const review = (...more: readonly string[]) => ['review', '--repo', orders.directory, ...more]

describe('a mistake in what was given', () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ['a verb that does not exist', ['reveiw'], /no verb `reveiw`.*interlock help/],
    ['an option that does not exist', ['review', '--frobnicate'], /--frobnicate.*Usage: interlock review/],
    ['an option without its value', ['review', '--base'], /--base.*Usage: interlock review/],
    ['an argument beside the options', review('--base', 'main', 'extra'), /extra.*Usage: interlock review/],
    ['a folder that is no repository', ['review', '--repo', empty], /is not a git repository/],
    ['a folder that is not there', ['facts', '--repo', `${empty}/none`], /none` is not a git repository/],
    [
      'a consumer that is no repository',
      review('--base', 'main', '--with', empty),
      /is not a git repository/,
    ],
    ['a revision that does not exist', review('--base', 'mian'), /`mian` names no commit/],
    ['a revision that reads as an option', review('--base=--all'), /--all.*names no commit/],
    ['a head that does not exist', review('--base', 'main', '--head', 'v9'), /`v9` names no commit/],
    [
      'a revision of a consumer',
      review('--base', 'main', '--with', `${web.directory}@v9`),
      /`v9` names no commit/,
    ],
    [
      'a kind of facts that does not exist',
      ['facts', '--kind', 'route,rout'],
      /no kind `rout` of facts: use route/,
    ],
    ['a format that is not offered', review('--base', 'main', '--format', 'yaml'), /no format `yaml`.*json/],
    [
      'one repository at two commits',
      review('--base', 'main', '--with', web.directory, '--with', `${web.directory}@main`),
      /`acme\/web` is given twice/,
    ],
    [
      'the reviewed one as its own consumer',
      review('--base', 'main', '--with', orders.directory),
      /given twice/,
    ],
  ])('is one clear line and exit code 2: %s', async (_, argv, says) => {
    const { code, out, error } = await interlock(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(/^interlock: [^\n]+\n$/)
    expect(error).toMatch(says)
    expect(error).not.toMatch(/ {4}at |bug/)
  })

  it('is one line as well when there is nothing to compare with', async () => {
    const lonely = createRepository({ 'src/app.ts': 'export {}\n' })
    lonely.git('branch', '--move', 'trunk')
    const { code, error } = await interlock(['review', '--repo', lonely.directory])
    expect(code).toBe(2)
    expect(error).toMatch(/^interlock: [^\n]*--base[^\n]*\n$/)
  })

  it('in the environment names the variable', async () => {
    const { code, error } = await interlock(['serve'], {
      environment: { PORT: 'http' },
      directory: empty,
    })
    expect(code).toBe(2)
    expect(error).toMatch(/^interlock: `PORT` must be a whole number/)
  })
})

describe('a folder whose name holds an @', () => {
  it('is meant whole', async () => {
    const odd = `${temporaryFolder()}/web@2`
    web.git('clone', '--quiet', '.', odd)
    const { code } = await interlock(review('--base', 'main', '--head', 'add-status', '--with', odd))
    expect(code).toBe(0)
  })
})

describe('help', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])(
    'lists every verb and the exit codes: %j',
    async (argv) => {
      const { code, out } = await interlock(argv)
      expect(code).toBe(0)
      for (const verb of ['start', 'serve', 'review', 'diff', 'facts'])
        expect(out).toContain(`interlock ${verb}`)
      expect(out).toContain('0 done and nothing blocks, 1 a finding of review blocks, 2 bad input')
    },
  )
})

describe('progress', () => {
  const argv = ['facts', '--repo', createRepository(manyFiles()).directory]

  it('is shown to a person, and wiped before the answer', async () => {
    const { error, out } = await interlock(argv, { interactive: { error: true } })
    expect(error).toContain('\r\u001b[2Kreading ')
    expect(error.endsWith('\r\u001b[2K')).toBe(true)
    expect(out).not.toContain('reading ')
  })

  it('is not written into a pipe', async () => {
    expect((await interlock(argv)).error).toBe('')
    expect((await interlock(argv, { interactive: { out: true } })).error).toBe('')
  })
})

function manyFiles(): Readonly<Record<string, string>> {
  const text = (at: number) => `export const url${at} = process.env.ORDERS_${at}_URL\n`
  return Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`src/file-${at}.ts`, text(at)]))
}
