import { describe, expect, test } from '@jest/globals'
import { createModuleResolver } from '../../src/facts/join/modules.js'

const resolve = createModuleResolver([
  'web/src/lib/api/index.ts',
  'web/src/lib/api/client.ts',
  'web/src/pages/order.tsx',
  'packages/orders-client/src/index.ts',
  'billing/app/__init__.py',
  'billing/app/main.py',
  'billing/app/routers/orders.py',
  'go/orders/client.go',
  'go/orders/types.go',
  'main.go',
])

describe('modules of a tree', () => {
  test.each([
    ['web/src/lib/api/index.ts', './client', ['web/src/lib/api/client.ts']],
    ['web/src/lib/api/index.ts', './client.js', ['web/src/lib/api/client.ts']],
    ['web/src/pages/order.tsx', '../lib/api', ['web/src/lib/api/index.ts']],
    ['web/src/pages/order.tsx', '@/lib/api', ['web/src/lib/api/index.ts']],
    ['web/src/pages/order.tsx', '~/lib/api/client', ['web/src/lib/api/client.ts']],
    ['web/src/pages/order.tsx', '@shop/orders-client', ['packages/orders-client/src/index.ts']],
    ['web/src/pages/order.tsx', 'react', []],
    ['web/src/pages/order.tsx', '../../../../etc/passwd', []],
  ])('%s imports %s', (from, module, files) => {
    expect(resolve(from, module, 'typescript')).toEqual(files)
  })

  test.each([
    ['billing/app/main.py', '.routers.orders', ['billing/app/routers/orders.py']],
    ['billing/app/routers/orders.py', '..main', ['billing/app/main.py']],
    ['billing/app/routers/orders.py', 'app.main', ['billing/app/main.py']],
    ['billing/app/main.py', 'app', ['billing/app/__init__.py']],
    ['billing/app/main.py', 'requests', []],
  ])('%s imports %s', (from, module, files) => {
    expect(resolve(from, module, 'python')).toEqual(files)
  })

  test.each([
    ['github.com/shop/mono/go/orders', ['go/orders/client.go', 'go/orders/types.go']],
    ['github.com/shop/mono', ['main.go']],
    ['net/http', []],
  ])('a package imports %s', (module, files) => {
    expect(resolve('main.go', module, 'go')).toEqual(files)
  })
})
