import { describe, expect, test } from '@jest/globals'
import type { Fact } from '../../src/domain/fact.js'
import { readGraphql, readSql } from '../../src/formats/index.js'

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

describe('SQL inside of code', () => {
  test.each([
    ['SELECT id FROM orders WHERE total > ?', 'reads orders, reads orders.id, reads orders.total'],
    [
      '\n  select o.id from orders o\n  where o.customer = :customer',
      'reads orders, reads orders.id, reads orders.customer',
    ],
    ['select * from orders', 'reads orders'],
    ['SELECT id FROM orders WHERE ', 'reads orders, reads orders.id'],
    ['SELECT ? FROM orders WHERE ?', 'reads orders'],
    ['SELECT id FROM ?', ''],
    ['SELECT id FROM orders_?', ''],
    ['SELECT id FROM {table} WHERE a = 1', ''],
    [
      'INSERT INTO orders (id, total) VALUES (%s, %(total)s) RETURNING id',
      'writes orders, writes orders.id, writes orders.total, reads orders.id',
    ],
    [
      'UPDATE orders SET total = @total WHERE id = $1;',
      'writes orders, writes orders.total, reads orders.id',
    ],
    ['delete from orders where id = ?', 'writes orders, reads orders.id'],
    ['DELETE FROM orders', 'writes orders'],
    ['WITH o AS (SELECT id FROM orders) SELECT id FROM o', 'reads orders, reads orders.id'],
    [
      '/* hint */ SELECT "createdAt" FROM "Orders" WHERE status = "paid"',
      'reads Orders, reads Orders.createdAt, reads Orders.status',
    ],
    ['create table if not exists t (id int)', 'declares t, declares t.id'],
  ])('says what %j says', (text, wanted) => {
    const { facts, problems } = readSql(text)
    const found = facts.map((fact) => ('element' in fact ? `${fact.action} ${fact.element.slice(4)}` : ''))
    expect(found.join(', ')).toBe(wanted)
    expect(problems).toEqual([])
  })

  test.each([
    'Select an item from the list',
    'select an item from the list',
    'select an item, then remove it from a list',
    'Select one from orders',
    'SELECT failed for orders',
    'SELECT id FROM orders failed: {reason} / "x" \u2192 y',
    'Update your profile',
    'update orders set aside for later',
    'Delete from cart',
    'delete from cart',
    'Insert into the slot',
    'INSERT INTO orders failed',
    'DROP TABLE failed because of a lock that was held',
    'create a table (of things)',
    'With love (as ever), select from us',
    'Drop files here',
    'with',
    'select',
    `select ${'('.repeat(50_000)}`,
    `select a from ${'(select a from '.repeat(5_000)}`,
    `select ${'.'.repeat(200_000)}`,
    `create table t (${'a int, '.repeat(20_000)}`,
  ])('says nothing of %j', (text) => {
    expect(readSql(text)).toEqual({ facts: [], problems: [] })
  })
})
