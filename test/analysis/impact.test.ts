import { describe, expect, test } from '@jest/globals'
import { findImpact } from '../../src/analysis/index.js'
import type { Change } from '../../src/domain/change.js'
import type { RepositoryFacts } from '../../src/domain/fact.js'
import { client, field, indexOf, repository, route, routeRemoved, rule, totalRemoved } from './shop.js'

const described = route('GET', '/orders/{}', { source: 'description' })
const orders = repository('acme/orders', {
  'openapi.yaml': [described],
  'src/routes.ts': [route('GET', '/orders/{}')],
})
const web = repository('acme/web', { 'src/checkout.ts': [field('/orders/{}', 'total', { line: 14 })] })
const billing = repository('acme/billing', {
  'billing/invoice.py': [field('/orders/{}', 'total', { line: 22 })],
})

/** `repository/path:line use strength` of everyone who is affected. */
async function affected(change: Change, provider: RepositoryFacts, ...others: RepositoryFacts[]) {
  const [impact] = await findImpact([change], { provider, index: indexOf(...others) })
  return impact?.dependents.map(
    ({ fact, use, link }) => `${fact.repository}/${fact.path}:${fact.fact.line} ${use} ${link.strength}`,
  )
}

describe('a field that leaves an answer', () => {
  test('reaches its readers in every repository', async () => {
    expect(await affected(totalRemoved(), orders, web, billing)).toEqual([
      'acme/billing/billing/invoice.py:22 reads strong',
      'acme/web/src/checkout.ts:14 reads strong',
    ])
  })

  test('says why each means this provider', async () => {
    const [impact] = await findImpact([totalRemoved()], { provider: orders, index: indexOf(web) })
    expect(impact?.dependents[0]?.link.reason).toBe('`ORDERS_URL` names acme/orders')
  })

  test('reaches readers of what lies below it, and not those of other fields, routes or providers', async () => {
    const other = repository('acme/web', {
      'src/a.ts': [
        field('/orders/{}', 'total.amount', { line: 1 }),
        field('/orders/{}', 'totals', { line: 2 }),
        field('/orders/{}', 'total', { line: 3, access: 'write' }),
        field('/orders/{}/items', 'total', { line: 4 }),
        field('/orders/{}', 'total', {
          line: 5,
          origin: { type: 'answer', method: 'PUT', path: '/orders/{}', base: { type: 'relative' } },
        }),
        field('/orders/{}', 'total', {
          line: 6,
          origin: {
            type: 'answer',
            method: 'GET',
            path: '/orders/{}',
            base: { type: 'environment', name: 'BILLING_URL' },
          },
        }),
      ],
    })
    expect(await affected(totalRemoved(), orders, other, billing)).toEqual([
      'acme/billing/billing/invoice.py:22 reads strong',
      'acme/web/src/a.ts:1 reads strong',
    ])
  })

  test('does not reach a reader of this repository that the same pull request mended', async () => {
    const stale = repository('acme/orders', { 'src/admin.ts': [field('/orders/{}', 'total')] })
    expect(await affected(totalRemoved(), orders, stale)).toEqual([])
  })

  test('does not reach a reader of a better fitting route', async () => {
    const provider = repository('acme/orders', {
      'openapi.yaml': [described, route('GET', '/orders/latest', { source: 'description' })],
    })
    const latest = repository('acme/orders', { 'src/admin.ts': [field('/orders/latest', 'total')] })
    expect(
      await affected(totalRemoved(), { ...provider, facts: [...provider.facts, ...latest.facts] }),
    ).toEqual([])
  })
})

describe('a route that is gone', () => {
  const gone = routeRemoved('GET', '/orders/{}/items')
  const caller = (more: Parameters<typeof client>[2] = {}, path = '/orders/{}/items') =>
    repository('acme/web', { 'src/items.ts': [client('GET', path, more)] })

  test('reaches its callers', async () => {
    expect(await affected(gone, orders, caller())).toEqual(['acme/web/src/items.ts:20 calls strong'])
    expect(await affected(gone, orders, caller({ method: 'ANY' }))).toHaveLength(1)
    expect(await affected(gone, orders, caller({ method: 'POST' }))).toEqual([])
  })

  test('is not missed where another route takes the call', async () => {
    const wildcard = repository('acme/orders', { 'src/routes.ts': [route('ANY', '/orders/{*}')] })
    const moved = repository('acme/orders', { 'src/other.ts': [route('GET', '/orders/{}/items')] })
    const page = repository('acme/orders', { 'src/page.ts': [route('GET', '/{*}')] })
    expect(await affected(gone, wildcard, caller())).toEqual([])
    expect(await affected(gone, moved, caller())).toEqual([])
    expect(await affected(gone, page, caller())).toHaveLength(1)
  })

  test('is missed though a document still promises it, and not when only the document forgot it', async () => {
    const items = route('GET', '/orders/{}/items')
    const written = repository('acme/orders', { 'openapi.yaml': [{ ...items, source: 'description' }] })
    const coded = repository('acme/orders', { 'src/routes.ts': [items] })
    expect(await affected(gone, written, caller())).toHaveLength(1)
    expect(await affected({ ...gone, kind: 'openapi' }, coded, caller())).toEqual([])
  })

  test('is only perhaps meant when one side has a prefix and the address names nobody', async () => {
    const api = { base: { type: 'environment', name: 'API_URL' } } as const
    expect(await affected(gone, orders, caller(api, '/api/orders/{}/items'))).toEqual([
      'acme/web/src/items.ts:20 calls weak',
    ])
    expect(await affected(gone, orders, caller({}, '/api/orders/{}/items'))).toEqual([
      'acme/web/src/items.ts:20 calls strong',
    ])
  })

  test('is moved below a prefix: callers of the old path are not served by the new one', async () => {
    const moved = repository('acme/orders', { 'src/routes.ts': [route('GET', '/v2/orders/{}/items')] })
    expect(await affected(gone, moved, caller())).toHaveLength(1)
  })
})

test('a literal of a call stands for a parameter, in the repository itself', async () => {
  const gone = routeRemoved('GET', '/orders/{}')
  const own = repository('acme/orders', { 'src/admin.ts': [client('GET', '/orders/latest')] })
  expect(await affected(gone, own)).toEqual(['acme/orders/src/admin.ts:20 calls strong'])
})

describe('a body that must hold more, or may hold less', () => {
  const now = (affects: 'sent' | 'missing', field = 'email'): Change => ({
    ...totalRemoved(),
    rule: rule(
      affects === 'missing' ? 'http.new-required-request-property' : 'http.request-property-removed',
    ),
    touches: [{ type: 'request', method: 'POST', path: '/orders', field, affects }],
  })
  const sender = (...names: string[]) =>
    repository('acme/web', {
      'src/place.ts': [client('POST', '/orders', { sends: names.map((name) => ({ name, line: 21 })) })],
    })
  const unknown = repository('acme/web', { 'src/place.ts': [client('POST', '/orders')] })

  test.each([
    ['lacks a required field', now('missing'), sender('items'), ['does not send strong']],
    ['has the required field', now('missing'), sender('email', 'items'), []],
    ['is not known', now('missing'), unknown, ['calls strong']],
    ['has a field that is gone', now('sent'), sender('email'), ['sends strong']],
    ['lacks a field that is gone', now('sent'), sender('items'), []],
    ['may have a field that is gone', now('sent'), unknown, []],
    [
      'lacks a field of an object that it sends',
      now('missing', 'customer.email'),
      sender('customer.name'),
      ['does not send strong'],
    ],
    ['does not send the object at all', now('missing', 'customer.email'), sender('items'), []],
    [
      'sends the object, and what is in it is not known',
      now('missing', 'customer.email'),
      sender('customer'),
      [],
    ],
  ])('a body that %s', async (_, change, consumer, wanted) => {
    const uses = (await affected(change, orders, consumer))?.map((each) => each.split(' ').slice(1).join(' '))
    expect(uses).toEqual(wanted)
  })
})
