import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { isProblem } from '../../src/domain/blob.js'
import { createBeside } from '../../src/extraction/beside.js'
import { compiled } from '../end-to-end/support/compiled.js'

let script = ''
let faulty = ''
beforeAll(() => {
  // Compiled with it stands the whole program.
  faulty = compiled('test/extraction/support/faulty-child.ts')
  script = join(dirname(faulty), '../../../src/extraction/child.js')
})

const caller = "export const orders = () => fetch('/orders')\n"
const deep = 100_000
const seconds = 4

/** Texts that nobody writes, each in a file that would be read by its name. */
const hostile: readonly (readonly [string, string, string])[] = [
  ['parentheses', 'a.ts', `fetch(${'('.repeat(deep)}1${')'.repeat(deep)})`],
  ['lists', 'b.ts', `fetch(${'['.repeat(deep)}${']'.repeat(deep)})`],
  ['a chain of calls', 'c.ts', `fetch('/orders')${'.then(a)'.repeat(deep)}`],
  ['sequences of YAML', 'openapi.yaml', `openapi: 3.0.0\npaths: ${'['.repeat(deep)}`],
  [
    'aliases of YAML',
    'openapi.yml',
    `openapi: 3.0.0\npaths:\n  a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, at) => `  a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`).join('\n')}`,
  ],
  ['objects of JSON', 'openapi.json', `{"openapi":"3.0.0","paths":${'{"a":'.repeat(deep)}`],
  ['a line of 5 MB', 'd.ts', `fetch('${'x'.repeat(5_000_000)}')`],
  ['a million lines', 'e.go', `package a\nimport "net/http"\n${'\n'.repeat(1_000_000)}`],
  ['bytes that are no text', 'f.py', `import requests\n${'\u0001\ufffd\u0002('.repeat(100_000)}`],
  ['words without end', 'g.rb', `require 'faraday'\n${'a b c %w['.repeat(50_000)}`],
]

/** What takes seconds depends on the machine: it is read, or it is the one that is left out. */
const readOrLate = new RegExp(`^(?:read|not read: it takes longer than ${seconds} s)$`)

describe('a hostile file', () => {
  test('costs itself at the most, while the event loop turns', async () => {
    const extract = createBeside({ script, fileMilliseconds: seconds * 1000 })
    await extract('first.ts', { id: 'first', text: caller })
    const longest = watchTurns()
    const outcomes = await Promise.all(
      hostile.flatMap(([, path, text], at) => [
        extract(path, { id: `${at}`, text }),
        extract('own.ts', { id: `own ${at}`, text: caller }),
      ]),
    )
    const own = outcomes.filter((_, at) => at % 2 === 1)
    expect(own.map((each) => (isProblem(each) ? each : each.facts.length))).toEqual(own.map(() => 1))
    const bad = outcomes.filter((_, at) => at % 2 === 0)
    expect(longest()).toBeLessThan(100)
    const said = bad.map((each) => (isProblem(each) ? each : each.problems[0])?.problem ?? 'read')
    expect(Object.fromEntries(said.map((each, at) => [hostile[at]?.[0], each]))).toEqual({
      parentheses: expect.stringMatching(readOrLate),
      lists: expect.stringMatching(readOrLate),
      'a chain of calls': expect.stringMatching(readOrLate),
      'sequences of YAML': 'nested deeper than 200 levels',
      'aliases of YAML': 'aliases repeat more than 100000 values',
      'objects of JSON': 'nested deeper than 200 levels',
      'a line of 5 MB': 'not read: larger than 1 MB',
      'a million lines': 'not read: larger than 1 MB',
      'bytes that are no text': expect.stringMatching(/could not be parsed|takes longer/),
      'words without end': 'read',
    })
  }, 120_000)
})

describe('a child that is broken by a file', () => {
  test('costs that file with its reason, and a new one reads the others', async () => {
    const extract = createBeside({ script: faulty, fileMilliseconds: 1_000 })
    const texts = ['a', 'hang', 'b', 'crash', 'rest', 'c']
    const outcomes = await Promise.all(texts.map((text) => extract(`${text}.ts`, { id: text, text })))
    expect(outcomes.map((each) => (isProblem(each) ? each : each.language))).toEqual([
      'a',
      { problem: 'not read: it takes longer than 1 s', path: 'hang.ts' },
      'b',
      { problem: 'not read: the program that reads it breaks on it', path: 'crash.ts' },
      // It came to its end by itself and not by this file, which is read after all.
      'rest',
      'c',
    ])
    const began = performance.now()
    expect(await extract('hang.ts', { id: 'hang', text: 'hang' })).toEqual(outcomes[1])
    expect(performance.now() - began).toBeLessThan(500)
  }, 120_000)

  test('has memory of its own, and no more than it needs', async () => {
    const extract = createBeside({ script: faulty })
    expect(await extract('swell.ts', { id: 'swell', text: 'swell' })).toEqual({
      problem: 'not read: the program that reads it breaks on it',
      path: 'swell.ts',
    })
  }, 120_000)

  test('is given no variable but PATH', async () => {
    process.env['EXTRACTION_SECRET'] = 'a secret'
    const facts = await createBeside({ script: faulty })('a.ts', { id: 'a', text: 'a' })
    expect(facts).toMatchObject({ problems: ['PATH'] })
  })

  test('is an error when there is no child to start', async () => {
    const extract = createBeside({ script: '/nonexistent/child.js' })
    await expect(extract('a.ts', { id: 'a', text: 'a' })).rejects.toThrow('cannot be started')
  })
})

/** The longest turn of the event loop from now on, in milliseconds of what was computed: a busy machine is not our fault. */
function watchTurns(): () => number {
  let longest = 0
  let last = process.cpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    last = process.cpuUsage()
  }, 1)
  return () => {
    clearInterval(timer)
    return longest
  }
}
