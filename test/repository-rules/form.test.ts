import { describe, expect, test } from '@jest/globals'
import type { Tree } from '../../src/domain/blob.js'
import { createReader } from '../../src/extraction/reader.js'
import { linearPattern } from '../../src/lib/linear-pattern.js'
import { checkRules, createRules, rulesFolder } from '../../src/repository-rules/index.js'
import { read as readSource } from '../support/source.js'

/** Reads these files as the rules of a repository; gives the ids of its frameworks and what is wrong, as people read it. */
async function read(files: Readonly<Record<string, string>>) {
  const named = Object.entries(files).map(([name, text]): [string, string] => [
    `${rulesFolder}/${name}`,
    text,
  ])
  const tree: Tree = new Map(named.map(([path]) => [path, { path, blob: path, mode: 'file' as const }]))
  const texts = new Map(named)
  const { set, problems } = await createRules()(
    { tree: async () => tree, readBlob: async (id) => ({ id, text: texts.get(id) ?? '' }) },
    'head',
  )
  return {
    ids: set?.frameworks.map(({ id }) => id) ?? [],
    digest: set?.digest,
    said: problems.map(({ path = '', line, problem }) => `${path.split('/').pop()}:${line} ${problem}`),
  }
}

const call = (match: string) =>
  `id: acme\nlanguages: [go]\nrules:\n  - id: call\n    emit: pass\n    from: argument 0\n    match: { on: call, name: [get], ${match} }\n`
const element = (text: string, more = '') =>
  `id: acme\nlanguages: [go]\nrules:\n  - id: call\n    emit: element\n    action: publishes\n    element: ${text}\n    match: { on: call, name: [get] }\n${more}`
const many = (count: number) =>
  `languages: [go]\nrules:\n${Array.from({ length: count }, (_, at) => `  - { id: r${at}, emit: pass, from: argument 0, match: { on: call, name: [get] } }\n`).join('')}`

describe('a file of rules', () => {
  test('is told where it is wrong, in words, and gives nothing', async () => {
    const wrong: Readonly<Record<string, readonly [string, string]>> = {
      broken: ['id: [', 'a.yml:1 Flow sequence in block collection must be'],
      key: [`${call('')}gates: [x]\n`, 'a.yml:8 the file: Unrecognized key: "gates"'],
      twice: [`${call('')}id: acme\n`, 'a.yml:8 `id` is said twice'],
      prototype: [`${call('')}__proto__: { rules: [] }\n`, 'a.yml:8 `__proto__` cannot be a name'],
      language: [call('').replace('go', 'cobol'), 'a.yml:2 languages.0: a language is typescript'],
      look: [call('receiverName: (?=a)'), 'a.yml:7 rules.0.match.receiverName: error parsing regexp'],
      behind: [call("firstArgument: '(a)\\1'"), 'a.yml:7 rules.0.match.firstArgument: error parsing regexp'],
      bomb: [call("firstArgument: '((a{30}){30}){9}'"), 'a.yml:7 rules.0.match.firstArgument:'],
      swollen: [call("firstArgument: '\\pL{900}'"), 'it repeats too much'],
      long: [call(`firstArgument: ${'a'.repeat(201)}`), 'Too big: expected string to have <=200 characters'],
      every: [`imports: ['*']\n${call('')}`, 'a.yml:1 imports.0: a module has a name'],
      emit: [call('').replace('pass', 'passes'), 'a.yml:5 rules.0.emit: `emit` is route, mount'],
      place: [
        call('').replace('argument 0', 'arguments 0'),
        'a.yml:6 rules.0.from: `arguments 0` is no place',
      ],
      inherited: [call('').replace('argument 0', 'keyword constructor'), '`keyword constructor` is no place'],
      kind: [element('events {topic}'), 'a.yml:7 rules.0.element: an element begins with grpc'],
      word: [element('event kafka {topic}'), 'rules.0.element: nothing says what `{topic}` is'],
      'word that all have': [
        element('event kafka {toString}', '    words: { toString: [argument 0] }\n'),
        '`toString` cannot be a name',
      ],
      references: [`x: &x [argument 0]\n${call('').replace('argument 0', '*x')}`, 'a.yml:7 references'],
      taken: [call('').replace('id: acme', 'id: express'), '`express` is the id of another framework'],
      nothing: ['', 'a.yml:1 id: Invalid input'],
    }
    for (const [name, [text, problem]] of Object.entries(wrong)) {
      const { ids, said } = await read({ 'a.yml': text, 'b.yml': `id: other\n${many(1)}` })
      expect([name, said.join('\n'), ids]).toEqual([name, expect.stringContaining(problem), ['other']])
    }
  })

  test('costs no more than its size, whatever it holds', async () => {
    const deep = 12_000
    const bombs: Readonly<Record<string, string>> = {
      'a.yml': '['.repeat(deep),
      'b.yml': '{a: '.repeat(deep / 2),
      'c.yml': `a: &a [x, x]\n${Array.from({ length: 99 }, (_, at) => `a${at}: &a${at} [*a, *a, *a]`).join('\n')}`,
      'd.yml': '"'.repeat(deep),
      'e.yml': Array.from({ length: deep / 8 }, (_, at) => `k${at}: 1`).join('\n'),
      'f.yml': `a: ${'x'.repeat(70_000)}`,
    }
    const { ids, said } = await read({ ...bombs, 'z.yml': `id: other\n${many(1)}` })
    expect(ids).toEqual(['other'])
    expect(new Set(said.map((each) => each.slice(0, 5)))).toEqual(new Set(Object.keys(bombs)))
    expect(said).toContain('f.yml:undefined not read: rules are larger than 64 KB')
  }, 30_000)
})

describe('tests in rules', () => {
  const documented = /```yaml\n([\s\S]*?)```/.exec(readSource('docs/rules.md'))?.[1] ?? ''

  test('hold for what is documented', async () => {
    expect(await checkRules([['docs/rules.md', documented]], createReader())).toEqual({
      tests: 1,
      problems: [],
    })
  })

  test('fail where the code says something else, or less', async () => {
    const wrong = documented.replace('client http GET /orders/{}', 'client http PUT /orders/{}')
    const { problems } = await checkRules([['a.yml', wrong]], createReader())
    expect(problems).toEqual([
      {
        path: 'a.yml',
        problem:
          'tests.0: it does not say `client http PUT /orders/{}`; it says `client http GET /orders/{}`',
      },
    ])
  })
})

describe('rules of a repository', () => {
  test('are as many as anybody reads, and no more', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 22 }, (_, at) => [`${String(at).padStart(2, '0')}.yml`, `id: f${at}\n${many(9)}`]),
    )
    expect((await read(files)).said).toEqual([
      '20.yml:undefined not read: a repository has 20 files of rules at the most',
      '21.yml:undefined not read: a repository has 20 files of rules at the most',
    ])
    const { ids, said } = await read({
      'a.yml': `id: a\n${many(199)}`,
      'b.yml': `id: b\n${many(2)}`,
      'c.yml': `id: c\n${many(1)}`,
    })
    expect([ids, said]).toEqual([
      ['a', 'c'],
      ['b.yml:undefined not read: a repository has 200 rules at the most'],
    ])
  })

  test('have a digest of what they say, and not of how it is written', async () => {
    const digest = async (text: string) => (await read({ 'a.yml': text })).digest
    const plain = `id: a\n${many(1)}`
    expect(await digest(`# ours\n${plain}`)).toBe(await digest(plain))
    expect(await digest(plain.replace('argument 0', 'argument 1'))).not.toBe(await digest(plain))
  })
})

describe('an expression of somebody else', () => {
  test('takes time that grows with the text and no faster', () => {
    const pattern = linearPattern('(a+)+$')
    const started = performance.now()
    for (let at = 0; at < 100; at += 1) expect(pattern.test(`${'a'.repeat(999)}!`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(pattern.test('aaa')).toBe(true)
    expect(pattern.test('a'.repeat(1_001))).toBe(false)
  })

  test('has groups as a `RegExp` has them', () => {
    const expression = '^(?:get|(put))(?<name>[A-Z]\\w*)(x)?$'
    const [ours, theirs] = [linearPattern(expression), new RegExp(expression)]
    for (const text of ['getOrder', 'putOrder', 'order'])
      expect([ours.exec(text)?.[1], ours.exec(text)?.groups, ours.test(text)]).toEqual([
        theirs.exec(text)?.[1],
        theirs.exec(text)?.groups && { ...theirs.exec(text)?.groups },
        theirs.test(text),
      ])
  })
})
