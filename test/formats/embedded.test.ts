import { describe, expect, test } from '@jest/globals'
import type { Fact } from '../../src/domain/fact.js'
import { readGraphql } from '../../src/formats/index.js'

function spelt(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact) => ('element' in fact ? `${fact.line} ${fact.action} ${fact.element}` : fact.kind))
}

describe('GraphQL inside of code', () => {
  test.each([
    ['{ orders { id } }', ['1 calls graphql query orders', '1 reads graphql query orders.id']],
    // A part that only running will tell was left out.
    ['query Q {\n  orders {\n    \n  }\n}\n', ['2 calls graphql query orders']],
    ['fragment F on Order { total }', ['1 reads graphql Order.total']],
    ['type Order { total: Int }', ['1 declares graphql Order', '1 declares graphql Order.total']],
  ])('says what %j says', (text, wanted) => {
    const { facts, problems } = readGraphql(text)
    expect(spelt(facts)).toEqual(wanted)
    expect(problems).toEqual([])
  })

  test.each([
    '',
    'Please query the orders.',
    'a query = (none)',
    '{"orders": {"id": 1}}',
    '{ }}',
    `{a${'{a'.repeat(50_000)}`,
    `query { a(b: ${'['.repeat(50_000)}`,
  ])('says nothing of other texts', (text) => {
    expect(readGraphql(text)).toEqual({ facts: [], problems: [] })
  })
})
