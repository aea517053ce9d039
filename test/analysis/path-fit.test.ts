import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitPath } from '../../src/analysis/path-fit.js'

describe('a called path on a promised one', () => {
  test.each([
    ['/orders/{}', '/orders/{}', 'exact'],
    ['/', '/', 'exact'],
    ['/orders/{}', '/orders/latest', 'parameter'],
    ['/orders/{}/items', '/orders/42/items', 'parameter'],
    ['/orders/{}.json', '/orders/7.json', 'parameter'],
    ['/files/{*}', '/files/2026/invoice.pdf', 'parameter'],
    ['/api/orders/{}', '/orders/{}', 'offset'],
    ['/orders/{}', '/api/orders/{}', 'offset'],
    ['/orders/latest', '/orders/{}', null],
    ['/orders', '/orders/{}', null],
    ['/orders/{}', '/invoices/{}', null],
    ['/{}', '/orders', null],
    ['/{}/items', '/tenants/{}', null],
    ['/{}/orders', '/orders', null],
    ['/orders/{}', '/orders/{*}', null],
    ['/orders/{}.json', '/orders/.json', null],
  ] as const)('%s called as %s: %s', (provider, called, fit) => {
    expect(fitPath(provider, called)).toBe(fit)
  })

  const path = fc
    .array(fc.constantFrom('orders', 'api', '{}', 'items', 'v1'), { maxLength: 5 })
    .map((all) => `/${all.join('/')}`)

  test('every path fits itself, and no fit joins paths without a common literal', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        expect(fitPath(one, one)).toBe('exact')
        const common = one
          .split('/')
          .filter((each) => each && !each.includes('{') && other.split('/').includes(each))
        if (one !== other && common.length === 0) expect(fitPath(one, other)).toBeNull()
      }),
    )
  })
})
