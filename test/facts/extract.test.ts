import { describe, expect, test } from '@jest/globals'
import type { ContractKind } from '../../src/domain/change.js'
import type { BlobFacts } from '../../src/domain/fact.js'
import type { Parse } from '../../src/domain/outline.js'
import { createParser } from '../../src/engines/index.js'
import { createExtract, createWanted } from '../../src/facts/index.js'
import { createMatcher, frameworks } from '../../src/frameworks/index.js'
import { languages } from '../../src/languages/index.js'

const describing: ContractKind = {
  id: 'openapi',
  title: 'OpenAPI',
  rules: [],
  isDocument: (path) => path.endsWith('openapi.yaml'),
  facts: (path) => ({ facts: [], problems: [{ problem: 'no paths', path }] }),
  compare: () => ({ changes: [], problems: [] }),
}

const caller = "export const orders = () => fetch('/orders')\n"

describe('extracting the facts of one file', () => {
  test('parses only what may hold a fact', async () => {
    const { parsed, extract } = await counting()
    await extract('src/sum.ts', 'export const sum = (a: number, b: number) => a + b\n')
    expect(parsed()).toBe(0)
    expect(kinds(await extract('src/orders.ts', caller))).toEqual(['client'])
    expect(parsed()).toBe(1)
  })

  test.each([
    ['node_modules/shop/index.js', false],
    ['dist/orders.js', false],
    ['public/app.min.js', false],
    ['src/orders.ts', true],
  ])('reads %s: %s', async (path, reads) => {
    const { extract } = await counting()
    expect(kinds(await extract(path, caller)).length > 0).toBe(reads)
    expect(createWanted(['.ts', '.js'], [])(path)).toBe(reads)
  })

  test('says of a file that is too large that it was not read', async () => {
    const { extract, parsed } = await counting()
    const { facts, problems } = await extract('src/large.ts', caller + ' '.repeat(1_000_001))
    expect({ facts, problems }).toEqual({
      facts: [],
      problems: [{ problem: 'not read: larger than 1 MB', path: 'src/large.ts' }],
    })
    expect(parsed()).toBe(0)
  })

  test('shows what a contract document could not say', async () => {
    const { extract } = await counting()
    const { problems } = await extract('api/openapi.yaml', 'openapi: 3.1.0')
    expect(problems).toEqual([{ problem: 'no paths', path: 'api/openapi.yaml' }])
  })

  test('turns a bug of ours into a problem of that file', async () => {
    const { extract } = await counting(() => {
      throw new Error('out of bounds')
    })
    const { problems } = await extract('src/orders.ts', caller)
    expect(problems).toEqual([{ problem: 'could not be read: out of bounds', path: 'src/orders.ts' }])
  })
})

function kinds({ facts }: BlobFacts): readonly string[] {
  return facts.map((fact) => fact.kind)
}

async function counting(parseInstead?: Parse) {
  const parse = parseInstead ?? (await createParser(['typescript', 'javascript']))
  let count = 0
  const counted: Parse = (grammar, text) => {
    count += 1
    return parse(grammar, text)
  }
  const extract = createExtract({
    languages,
    frameworks,
    contracts: [describing],
    formats: [],
    parse: counted,
    match: createMatcher(frameworks),
  })
  return {
    parsed: () => count,
    extract: (path: string, text: string) => extract(path, { id: path, text }),
  }
}
