import { describe, expect, test } from '@jest/globals'
import { readJson } from '../../src/formats/shared/read-json.js'
import { readYaml } from '../../src/formats/shared/read-yaml.js'
import { expandedText } from '../../src/formats/shared/shell-text.js'
import { tellableValue } from '../../src/formats/shared/tellable-value.js'
import { everyNode } from '../../src/formats/shared/tree.js'

describe('a YAML text', () => {
  test('has a line for every value, also for one that was merged or written as a block', () => {
    const { documents, problem } = readYaml(
      'a: &x\n  b: 1\nc:\n  <<: *x\n  d: |\n    one\n    two\n---\n- ~\n',
    )
    expect(problem).toBeNull()
    const texts = documents.flatMap((tree) =>
      [...everyNode(tree)].flatMap(([node, keys]) =>
        node.type === 'text' ? [`${keys.join('.')} ${node.text} ${node.line}`] : [],
      ),
    )
    expect(texts).toEqual(['a.b 1 2', 'c.d one\ntwo\n 6', 'c.b 1 2'])
    expect(documents).toHaveLength(2)
  })

  test.each([
    ['aliases of aliases', (at: number) => `[${Array(9).fill(`*a${at}`).join()}]`],
    ['merges of merges', (at: number) => `{ <<: *a${at}, k${at}: x, l${at}: x }`],
  ])('that explodes by %s costs one problem', (_, grown) => {
    const lines = Array.from({ length: 700 }, (_, at) => `a${at + 1}: &a${at + 1} ${grown(at)}`)
    const { documents, problem } = readYaml(['a0: &a0 { k: x }', ...lines].join('\n'))
    expect(problem).toMatch(/more than can be read/)
    expect(documents.flatMap((tree) => [...everyNode(tree)]).length).toBeLessThan(200_001)
  })
})

test('a JSON text has a line for every value, and one problem where it is none', () => {
  const { documents } = readJson('{\n "a": [1,\n "x\\n\\"y" ],\n "__proto__": null\n}')
  expect([...everyNode(documents[0] ?? { type: 'empty', line: 0 })].map(([node]) => node.line)).toEqual([
    1, 2, 2, 3, 4,
  ])
  for (const broken of ['{"a" 1}', '[1,]', '"a', '{} {}', '['.repeat(1_000)])
    expect(readJson(broken)).toEqual({ documents: [], problem: expect.stringMatching(/^is not JSON: /) })
})

test('a shell text is blanked where nothing is expanded, and every other sign keeps its place', () => {
  const text = `a '$B' "it's $C" # $D\ncat <<'E'\n$F\nE\n$G \\'$H'\n`
  expect(expandedText(text)).toBe(`a      "it's $C"     \ncat      \n  \nE\n$G \\'$H'\n`)
})

test.each([
  ['http://orders:8080/api', '', true],
  ['http://user:pass@orders/api', '', false],
  ['./src/orders/Dockerfile', '', true],
  ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', '', false],
  ['otel-collector', 'OTEL_HOST', true],
  ['otel-collector', 'TOKEN', false],
])('%s as the value of %s may be told: %s', (value, name, expected) => {
  expect(tellableValue(value, name) !== null).toBe(expected)
})
