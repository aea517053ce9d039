import { describe, expect, test } from '@jest/globals'
import { linkTo, repositoryNamedBy } from '../../src/analysis/link.js'
import type { UrlBase } from '../../src/domain/fact.js'

const repositories = ['acme/orders', 'acme/web', 'acme/billing', 'acme/notifications']
const env = (name: string, fallback?: string): UrlBase => ({
  type: 'environment',
  name,
  ...(fallback ? { fallback } : {}),
})
const at = (origin: string): UrlBase => ({ type: 'origin', origin })
const text = (words: string): UrlBase => ({ type: 'unknown', text: words })
const relative: UrlBase = { type: 'relative' }

function strength(
  base: UrlBase,
  more: { from?: string; provider?: string; rivals?: string[]; path?: string; file?: string } = {},
) {
  const {
    from = 'acme/web',
    provider = 'acme/orders',
    rivals = [],
    path = '/orders/{}',
    file = 'openapi.yaml',
  } = more
  const known = [...repositories.filter((each) => each !== 'acme/orders'), provider]
  const scene = {
    provider,
    providerPath: file,
    repositories: known,
    rivals: new Set(rivals),
  }
  return linkTo({ repository: from, base, path }, scene)?.strength ?? 'none'
}

describe('an address names a provider', () => {
  test.each<[UrlBase, string, string]>([
    [env('ORDERS_URL'), 'acme/orders', 'strong'],
    [env('ORDERS_SERVICE_ADDR'), 'acme/orders', 'strong'],
    [env('NEXT_PUBLIC_ORDERS_API_URL'), 'acme/orders-service', 'strong'],
    [env('ORDER_BASE_URL'), 'acme/orders', 'strong'],
    [env('ACME_ORDERS_URL'), 'acme/orders', 'strong'],
    [at('http://orders:3000'), 'acme/orders', 'strong'],
    [at('https://orders.internal'), 'acme/orders', 'strong'],
    [at('http://orders.shop.svc.cluster.local:8080'), 'acme/orders', 'strong'],
    [at('https://orders.acme.com'), 'acme/orders', 'strong'],
    [env('API_URL', 'http://orders:3000'), 'acme/orders', 'strong'],
    [text('this.ordersUrl'), 'acme/orders', 'strong'],
    [text('orders.client'), 'acme/orders', 'weak'],
    [at('https://orders.somewhere.com'), 'acme/orders', 'weak'],
    [env('ORDERS_EXPORT_URL'), 'acme/orders', 'weak'],
  ])('%j and %s: %s', (base, provider, wanted) => {
    expect(strength(base, { provider })).toBe(wanted)
  })

  test('by a folder, when a repository holds several services', () => {
    const shop = {
      provider: 'acme/shop',
      file: 'src/catalog/routes.ts',
      path: '/products/{}',
      from: 'acme/web',
    }
    expect(strength(env('CATALOG_ADDR'), shop)).toBe('strong')
    expect(strength(env('CATALOG_ADDR'), { ...shop, from: 'acme/shop' })).toBe('strong')
    expect(strength(env('PAYMENT_ADDR'), shop)).toBe('none')
  })
})

describe('an address that means somebody else links nothing', () => {
  test.each<[UrlBase, object]>([
    [env('BILLING_URL'), {}],
    [at('http://billing:3000'), {}],
    [at('https://api.stripe.com'), {}],
    [at('https://api.stripe.com'), { from: 'acme/orders' }],
    [env('PAYMENTS_URL'), {}],
    [env('API_URL'), { rivals: ['acme/billing'] }],
    [relative, { rivals: ['acme/web'] }],
    [env('API_URL'), { path: '/api/health' }],
  ])('%j %j', (base, more) => {
    expect(strength(base, more)).toBe('none')
  })
})

describe('an address that names nobody', () => {
  const items = '/orders/{}/items'
  test.each<[UrlBase, object, string]>([
    [relative, { from: 'acme/orders' }, 'strong'],
    [env('API_URL'), { from: 'acme/orders' }, 'strong'],
    [env('API_URL'), { path: items }, 'strong'],
    [env('API_URL'), {}, 'weak'],
    [text('c.base'), { path: items }, 'strong'],
    [at('http://localhost:3000'), { path: items }, 'weak'],
    [at('https://api.acme.com'), { path: items }, 'strong'],
    [relative, {}, 'weak'],
    [env('API_URL'), { from: 'acme/orders', rivals: ['acme/billing'] }, 'weak'],
    [env('PAYMENTS_URL'), { path: items }, 'weak'],
  ])('%j %j: %s', (base, more, wanted) => {
    expect(strength(base, more)).toBe(wanted)
  })
})

test('of two repositories that an address could name, the better named one is meant', () => {
  const known = [...repositories, 'acme/shop-orders']
  expect(repositoryNamedBy(env('ORDERS_URL'), 'acme/web', known)).toBe('acme/orders')
  expect(repositoryNamedBy(env('SHOP_ORDERS_URL'), 'acme/web', known)).toBe('acme/shop-orders')
  expect(repositoryNamedBy(env('API_URL'), 'acme/web', known)).toBeNull()
  expect(repositoryNamedBy(at('https://orders.stripe.com'), 'acme/web', known)).toBeNull()
  expect(repositoryNamedBy(relative, 'acme/web', known)).toBe('acme/web')
})
