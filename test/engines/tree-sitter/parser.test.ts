import { describe, expect, test } from '@jest/globals'
import { Parser } from 'web-tree-sitter'
import { createParser } from '../../../src/engines/index.js'
import { loadGrammar } from '../../../src/engines/tree-sitter/grammars.js'
import { parseWithin } from '../../../src/engines/tree-sitter/parser.js'

describe('a parser', () => {
  test('gives a tree of plain nodes with fields, lines and text', async () => {
    const parse = await createParser(['typescript'])
    const root = parse('typescript', '// the total\nconst total =\n  order.total')?.root
    const declarator = root?.namedChild(0)?.namedChild(0)
    const value = declarator?.childForFieldName('value')
    expect(root?.namedChildCount).toBe(1)
    expect(value?.type).toBe('member_expression')
    expect(value?.text).toBe('order.total')
    expect(value?.field).toBe('value')
    expect(value?.startPosition).toEqual({ row: 2, column: 2 })
    expect(root?.namedChild(0)?.endPosition).toEqual({ row: 2, column: 13 })
    expect(value?.parent).toBe(declarator)
  })

  test('marks what is wrong and what it made up, up to the root', async () => {
    const parse = await createParser(['typescript'])
    const root = parse('typescript', 'pay(order')?.root
    expect(root?.hasError).toBe(true)
    expect(root?.namedChild(0)?.hasError).toBe(true)
    expect(parse('typescript', 'pay(order)')?.root.hasError).toBe(false)
  })

  test('answers null for a grammar that it was not made for', async () => {
    const parse = await createParser(['go'])
    expect(parse('python', 'x = 1')).toBeNull()
    expect(parse('go', 'package orders')?.root.type).toBe('source_file')
  })

  test('gives up in time, and is ready for the next text', async () => {
    const parser = new Parser()
    parser.setLanguage(await loadGrammar('typescript'))
    expect(parseWithin(parser, 'total(['.repeat(100_000), -1)).toBeNull()
    expect(parseWithin(parser, 'total()', 5_000)?.root.text).toBe('total()')
  })

  test('counts characters as JavaScript does, beyond ASCII too', async () => {
    const parse = await createParser(['python'])
    const call = parse('python', 'x = "€🛒"; pay("é")')?.root.namedChild(1)
    expect(call?.text).toBe('pay("é")')
  })
})
