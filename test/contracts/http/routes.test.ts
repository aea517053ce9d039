import { describe, expect, test } from '@jest/globals'
import { http } from '../../../src/contracts/index.js'
import type { Problem } from '../../../src/domain/blob.js'
import type { ContractSide, Renames } from '../../../src/domain/change.js'
import { routeElement } from '../../../src/domain/element.js'
import type { LocatedFact, RouteFact } from '../../../src/domain/fact.js'

type Declared = Partial<RouteFact> & { readonly file?: string }

function route(method: RouteFact['method'], path: string, more: Declared = {}): LocatedFact<RouteFact> {
  const { file = 'src/orders.ts', ...fact } = more
  const whole: RouteFact = {
    kind: 'route',
    line: 1,
    rule: 'express.route',
    certainty: 'certain',
    method,
    path,
    receiver: null,
    handler: null,
    guards: [],
    source: 'code',
    ...fact,
  }
  return {
    fact: whole,
    element: routeElement(method, path),
    repository: 'shop/orders',
    commit: 'c1',
    path: file,
    blob: 'b1',
  }
}

function side(facts: readonly LocatedFact[], problems: readonly Problem[] = []): ContractSide {
  const snapshot = { repository: 'shop/orders', commit: 'c1' }
  return { documents: new Map(), facts: { snapshot, facts, problems } }
}

function told(base: readonly LocatedFact[], head: readonly LocatedFact[], renames: Renames = new Map()) {
  return http.compare(side(base), side(head), renames).changes.map(({ text }) => text)
}

const orders = route('GET', '/orders/:id', { line: 12, handler: 'getOrder' })

describe('a route that nothing declares any more', () => {
  test('is a change at its line, and touches everyone who calls it', () => {
    const { changes } = http.compare(side([orders]), side([]), new Map())

    expect(changes).toEqual([
      {
        rule: expect.objectContaining({ id: 'http.route-removed', level: 'breaking', breaks: 'consumer' }),
        kind: 'http',
        element: 'http GET /orders/{}',
        elements: ['http GET /orders/{}'],
        text: 'GET /orders/{} is no longer declared',
        old: { path: 'src/orders.ts', line: 12 },
        new: null,
        touches: [{ type: 'route', method: 'GET', path: '/orders/{}' }],
      },
    ])
  })

  test('is told with the route that has its handler now', () => {
    const renamed = route('GET', '/purchases/:id', { handler: 'getOrder', file: 'src/purchases.ts', line: 3 })
    const { changes } = http.compare(side([orders]), side([route('GET', '/health'), renamed]), new Map())

    expect(changes[0]?.text).toBe('GET /orders/{} is no longer declared; now GET /purchases/{}')
    expect(changes[0]?.new).toEqual({ path: 'src/purchases.ts', line: 3 })
  })

  test('is told with the most similar new path of its file, also when the file was renamed', () => {
    const renamed = route('GET', '/v2/orders/:id', { file: 'src/routes/orders.ts' })
    const renames = new Map([['src/orders.ts', 'src/routes/orders.ts']])

    expect(told([orders], [renamed], renames)).toEqual([
      'GET /orders/{} is no longer declared; now GET /v2/orders/{}',
    ])
    expect(told([orders], [renamed])).toEqual(['GET /orders/{} is no longer declared'])
  })

  test('is not told with a route that was there before', () => {
    const list = route('GET', '/orders')

    expect(told([orders, list], [list])).toEqual(['GET /orders/{} is no longer declared'])
  })

  test('is told once, however often it was declared', () => {
    expect(told([orders, route('GET', '/orders/:orderId', { file: 'src/legacy.ts' })], [])).toHaveLength(1)
  })

  test('is another route when only its method changed', () => {
    expect(told([orders], [route('POST', '/orders/:id', { handler: 'getOrder' })])).toEqual([
      'GET /orders/{} is no longer declared; now POST /orders/{}',
    ])
  })
})

describe('nothing is told', () => {
  test.each<readonly [string, readonly LocatedFact[]]>([
    ['when the file moved', [route('GET', '/orders/:id', { file: 'src/routes/orders.ts' })]],
    ['when its parameter is called otherwise', [route('GET', '/orders/{order_id}')]],
    ['when a description still promises it', [route('GET', '/orders/{id}', { source: 'description' })]],
    ['when a route of every method took it over', [route('ANY', '/orders/:id')]],
    ['when a wildcard took it over', [route('GET', '/orders/*')]],
  ])('%s', (_, head) => {
    expect(told([orders], head)).toEqual([])
  })

  test('when the file that declared it cannot be read at the head: that is unknown', () => {
    const problem = { problem: 'could not be parsed', path: 'src/routes/orders.ts' }
    const renames = new Map([['src/orders.ts', 'src/routes/orders.ts']])

    expect(http.compare(side([orders]), side([], [problem]), renames).changes).toEqual([])
  })

  test('of routes that only a description promised: another kind reads those', () => {
    expect(told([route('GET', '/orders/:id', { source: 'description' })], [])).toEqual([])
  })

  test("of a test's own server", () => {
    const fixture = route('GET', '/2.0/repositories/:id', { file: 'remote/fixtures/handler.ts' })

    expect(told([fixture], [])).toEqual([])
  })

  test('when the facts of a side are not known', () => {
    const unknown = { documents: new Map(), facts: null }

    expect(http.compare(side([orders]), unknown, new Map()).changes).toEqual([])
  })
})
